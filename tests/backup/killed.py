"""Do something again and again, killed each time at a later touch of the disk: `python -m tests.backup.killed ORDERS`.

The orders are JSON {"work", "data_dir", "scratch", "stride", "file", "before"}. After every kill it looks at what is
left, and raises where that is neither the old state nor the new one. At the end it prints at which touch it was done.
A process of its own, because only one without threads may fork.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from shared.backup import Wish, make_backup, prepare_key, restore
from shared.backup.envelope import key_in, secret_of_code
from shared.backup.keyring import read_keyring
from shared.backup.live import asked
from shared.backup.making import open_backup
from shared.backup.places import backups_in
from shared.backup.rows import heads
from shared.backup.staging import give_keys
from shared.database.fsck import check
from shared.settings import Settings

TOUCHES = frozenset({"open", "os.rename", "os.remove", "os.link", "os.mkdir", "os.rmdir", "sqlite3.connect"})
MOST = 2000


def killed_at(touch: int, work: Callable[[], Any]) -> bool:
    """Let a child do the work and kill it at this touch of the disk. False when it was done before that."""
    child = os.fork()
    if child == 0:
        left = [touch]

        def count(event: str, _: tuple[Any, ...]) -> None:
            if event in TOUCHES:
                left[0] -= 1
                if left[0] == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        work()
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, -signal.SIGKILL), status
    return status != 0


def kill_backups(settings: Settings, shown: Path, scratch: Path, stride: int) -> int:
    """From the very first backup on: what bears the name of a backup is one, and its code was shown before."""
    folder, whole = settings.data_dir / "backups", set[Path]()

    def work() -> None:
        prepare_key(settings, lambda code: print(code, file=shown.open("w"), flush=True))
        make_backup(settings)

    for touch in range(1, MOST, stride):
        going_on = killed_at(touch, work)
        key, named = key_in(settings.data_dir), set(backups_in(folder)) if folder.exists() else set()
        assert whole <= named
        assert not named or key is not None
        if key is not None:
            code = secret_of_code(shown.read_text())
            for file in named - whole:
                with open_backup(file, [code], scratch) as contents:
                    assert asked(f"sqlite:///{contents.snapshot}", heads) == asked(settings.database_url, heads)
                    keyring = read_keyring(folder, [code])
                    assert keyring is not None
                    assert give_keys(contents.snapshot, keyring.last_known, contents.manifest.made_at) == 0
                    assert check(f"sqlite:///{contents.snapshot}").violations == []
        whole = named
        if not going_on:
            return touch
    raise AssertionError("it never ended")


def kill_restores(settings: Settings, wish: Wish, before: Path, stride: int) -> int:
    """A restore over a later database: afterwards it is the later one or the restored one, whole."""
    database = settings.data_dir / "pst.db"
    old, new = asked(f"sqlite:///{before}", heads), None
    seen = set()
    for touch in range(1, MOST, stride):
        going_on = killed_at(touch, lambda: restore(settings, wish))
        now = asked(settings.database_url, heads)
        new = new or (now if now != old else None)
        assert now in (old, new)
        seen.add(now == old)
        assert check(settings.database_url).violations == []
        if now != old:
            for tail in ("-wal", "-shm"):
                Path(f"{database}{tail}").unlink(missing_ok=True)
            shutil.copyfile(before, database)
        for kept in settings.data_dir.glob("pst.db.before-restore-*"):
            kept.unlink()
        if not going_on:
            assert seen == {True, False}
            return touch
    raise AssertionError("it never ended")


def main() -> None:
    """Follow the orders."""
    orders = json.loads(sys.argv[1])
    data_dir = Path(orders["data_dir"])
    settings = Settings(data_dir=data_dir, database_url=f"sqlite:///{data_dir / 'pst.db'}")
    scratch = Path(orders["scratch"])
    if orders["work"] == "backup":
        touches = kill_backups(settings, scratch / "shown", scratch, orders["stride"])
    else:
        wish = Wish(file=Path(orders["file"]), replace=True)
        touches = kill_restores(settings, wish, Path(orders["before"]), orders["stride"])
    sys.stdout.write(f"{touches}\n")


if __name__ == "__main__":
    main()

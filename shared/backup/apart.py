"""The night's work in a process of its own: `python -m shared.backup.apart`, its orders as JSON on stdin.

Reading a backup back keeps an interpreter busy for seconds, and the server's own one answers the desk meanwhile.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from shared.backup.nightly import do_due
from shared.settings import Settings

NEEDED = ("database_url", "secret_key", "data_dir", "backup_dir", "backup_copy_dir")
POLITE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the other process says: the backup's name and each office's journal rows in it, or what failed."""

    file: str | None = None
    rows: dict[str, int]
    word: str | None = None


class Apart:
    """At most one such process of this server."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def do_due(self, settings: Settings, now: datetime, night: datetime | None, *, thin: bool) -> Told:
        """Let the other process do it, and wait; to be called on a thread."""
        given = {name: getattr(settings, name) for name in NEEDED}
        orders = {"settings": given, "now": now, "night": night, "thin": thin}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "shared.backup.apart"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
        )
        try:
            said, _ = self._process.communicate(json.dumps(orders, default=str).encode())
        finally:
            self._process = None
        try:
            return Told(**json.loads(said))
        except (ValueError, TypeError):
            return Told(rows={}, word="other")  # it was killed; the next attempt sweeps what it left

    def stop(self) -> None:
        """End it if it is at work: whatever it leaves is no backup, and the next start makes another."""
        process = self._process
        if process is not None:
            process.terminate()


def main() -> None:
    """Follow the orders."""
    orders = json.load(sys.stdin)
    if hasattr(os, "nice"):
        os.nice(POLITE)
    night = orders["night"] and datetime.fromisoformat(orders["night"])
    done = do_due(_settings(orders["settings"]), datetime.fromisoformat(orders["now"]), night, thin=orders["thin"])
    rows = {office: head.seq for office, head in done.made.heads.items()} if done.made else {}
    json.dump(asdict(Told(file=done.made.file.name if done.made else None, rows=rows, word=done.word)), sys.stdout)


def _settings(said: dict[str, Any]) -> Settings:
    backups, copies = (Path(said[name]) if said[name] else None for name in ("backup_dir", "backup_copy_dir"))
    return Settings(
        data_dir=Path(said["data_dir"]),
        database_url=said["database_url"],
        secret_key=said["secret_key"],
        backup_dir=backups,
        backup_copy_dir=copies,
    )


if __name__ == "__main__":
    main()

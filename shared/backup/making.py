"""A backup: a snapshot in an envelope, read back from the disk before anybody calls it a backup."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from shared.backup.archive import Contents, Manifest, pack, unpack
from shared.backup.diary import note_in_diary
from shared.backup.envelope import BackupKey, decrypt_file, encrypt_file, keep_key, key_in
from shared.backup.files import TAILS, free_name, put, unfinished, work_folder
from shared.backup.keyring import held_keyring, read_keyring, write_keyring
from shared.backup.live import asked, take_snapshot
from shared.backup.places import backup_name, backups_in, databases_kept, remember_folder, usual_folder
from shared.backup.rows import Head, heads
from shared.backup.staging import FATAL, bring_up_to_date, give_keys, url_of
from shared.backup.thinning import LONGEST, staying
from shared.backup.trouble import BackupError
from shared.backup.visitors import LastKnown, last_known
from shared.database.fsck import check
from shared.database.migrations import revisions
from shared.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A backup that was read back and found whole."""

    file: Path
    bytes: int
    seconds: float
    heads: Mapping[str, Head]
    """Where each office's journal ends in it."""
    removed: int
    faults: int
    """What `pst fsck` finds in the database itself, and so in its copy."""

    @property
    def offices(self) -> int:
        """How many offices are in it."""
        return len(self.heads)

    @property
    def rows(self) -> int:
        """Journal rows of all offices together."""
        return sum(head.seq for head in self.heads.values())


def make_backup(
    settings: Settings,
    folder: Path | None = None,
    say: Callable[[str], None] = lambda _: None,
    now: datetime | None = None,
    *,
    thin: bool = True,
) -> Made:
    """Back up the database beside whatever uses it, check the copy, and thin the folder out (if `thin`).

    BackupError, with nothing left behind, when there is no key yet (`prepare_key`, `own_key`) or anything does not fit.
    """
    started, now = time.monotonic(), now or datetime.now(UTC)
    key, folder = key_in(settings.data_dir), folder or usual_folder(settings)
    if key is None:
        raise BackupError("no recovery code was given out yet: run `pst backup` once")
    key = _without_old_ones(settings, key, now)
    with work_folder(settings.data_dir) as work:
        say("taking a snapshot")
        contents = _contents(settings, key, work, now)
        with held_keyring(settings.data_dir):
            write_keyring(folder, asked(settings.database_url, last_known), key, now)
        file, faults = _keep(settings, folder, contents, key, work, say)
        remember_folder(settings, folder, now)
        note_in_diary(settings, good_at=now, good_file=file, failed_at=None, word=None)
        return Made(
            file=file,
            bytes=file.stat().st_size,
            seconds=time.monotonic() - started,
            heads=contents.manifest.heads,
            removed=thin_out(settings, folder, now) if thin else 0,
            faults=faults,
        )


def _without_old_ones(settings: Settings, key: BackupKey, now: datetime) -> BackupKey:
    """The key, without those that open only what is thinned out by now."""
    current = key.as_of(now)
    if current != key:
        keep_key(settings.data_dir, current)
    return current


def _keep(
    settings: Settings, folder: Path, contents: Contents, key: BackupKey, work: Path, say: Callable[[str], None]
) -> tuple[Path, int]:
    """The backup under its name, which it gets only after it was read back, and its faults."""
    with unfinished(folder) as file:
        say("encrypting")
        _seal(contents, file, key, work)
        say("reading it back")
        faults = _read_back(settings, file, contents, key, work)
        target = free_name(folder / backup_name(contents.manifest.made_at))
        put(file, target)
    return target, faults


def secret_of(settings: Settings) -> str | None:
    """The secret that wraps the visitors' keys, if the installation has one yet."""
    file = settings.data_dir / "secret.key"
    return settings.secret_key or (file.read_text().strip() if file.exists() else None)


def _contents(settings: Settings, key: BackupKey, work: Path, now: datetime) -> Contents:
    snapshot = take_snapshot(settings, work)
    url = url_of(snapshot)
    manifest = Manifest(
        made_at=now,
        program=version("pst-front-office"),
        revision=asked(url, lambda connection: str(revisions(connection)[0])),
        heads=asked(url, heads),
    )
    return Contents(manifest=manifest, snapshot=snapshot, secret=secret_of(settings), key=key.text)


def _seal(contents: Contents, file: Path, key: BackupKey, work: Path) -> None:
    box = work / "box"
    pack(box, contents, work)
    contents.snapshot.unlink()
    encrypt_file(box, file, key)
    box.unlink()


def _read_back(settings: Settings, file: Path, written: Contents, key: BackupKey, work: Path) -> int:
    """How many faults the backup shares with its database. BackupError when it has any of its own."""
    with open_backup(file, [key.secret], work) as read:
        if read.manifest != written.manifest or (read.secret, read.key) != (written.secret, written.key):
            raise BackupError("the backup does not say what was written; try another disk", "disk_damaged")
        url = url_of(read.snapshot)
        if asked(url, heads) != written.manifest.heads:
            raise BackupError("the backup's journal does not end where it should; try another disk", "disk_damaged")
        bring_up_to_date(read.snapshot)
        keyring = read_keyring(file.parent, [key.secret])
        give_keys(read.snapshot, keyring.last_known if keyring else LastKnown(), written.manifest.made_at)
        found = check(url).violations
        if found:
            own = set(found) - set(check(settings.database_url).violations)
            if worst := [*own, *(fault for fault in found if fault.invariant in FATAL)]:
                raise BackupError(f"the backup is not sound: {worst[0].invariant} {worst[0].what}")
        return len(found)


@contextmanager
def open_backup(file: Path, secrets: list[str], work: Path) -> Iterator[Contents]:
    """The contents of a backup, for as long as the block runs."""
    box = work / "opened.box"
    try:
        decrypt_file(file, box, secrets)
        contents = unpack(box, work, file)
        yield contents
    finally:
        for left in (box, work / "opened.db"):
            left.unlink(missing_ok=True)


def thin_out(settings: Settings, folder: Path, now: datetime) -> int:
    """Remove what is older or denser than promised, also databases that restores put aside."""
    there = backups_in(folder)
    stay = staying(there.values(), now)
    gone = [file for file, at in there.items() if at not in stay]
    aside = [file for file, at in databases_kept(settings).items() if now - at > LONGEST]
    tails = [file.with_name(f"{file.name}{tail}") for file in aside for tail in TAILS]
    for file in (*gone, *aside, *tails):
        file.unlink(missing_ok=True)
    return len(gone)

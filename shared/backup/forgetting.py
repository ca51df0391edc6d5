"""After a key was destroyed: destroy it in the copies of the keys too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import structlog

from shared.backup.diary import diary_of, note_in_diary
from shared.backup.envelope import key_in
from shared.backup.files import work_folder
from shared.backup.keyring import held_keyring, write_keyring
from shared.backup.live import asked, forget_in
from shared.backup.places import databases_kept, folders_used
from shared.backup.trouble import BackupError
from shared.backup.visitors import last_known
from shared.settings import Settings

log = structlog.get_logger()


def rewrite_keyring(settings: Settings, now: datetime | None = None) -> bool:
    """Write the visitors' keys anew wherever copies of them are known to lie; call it after every erasure.

    False when a copy could not be reached (a stick that is not plugged in); the next `pst backup` to that folder
    does it then. True as well where no backup was ever made. It waits for disks and has a connection of its own: a
    server calls it on one of its threads.
    """
    now = now or datetime.now(UTC)
    _well(partial(_sweep, settings))
    folders = [_well(partial(_rewrite, settings, folder, now)) for folder in folders_used(settings, now)]
    aside = [_well(partial(_forget, settings, file)) for file in databases_kept(settings)]
    return all(folders + aside)


def keys_written_anew(settings: Settings, now: datetime) -> bool:
    """The same, and the diary keeps whether it is left undone, so that it is tried again and somebody can see it.

    Never raises: it is called after a commit.
    """
    try:
        well = rewrite_keyring(settings, now)
    except Exception as error:  # noqa: BLE001 # the erasure is committed; whatever is wrong with a copy must not undo its answer
        log.warning("a copy of the keys failed", kind=type(error).__name__)
        well = False
    since = diary_of(settings).stale_since
    if well != (since is None):
        _well(lambda: note_in_diary(settings, stale_since=None if well else now))
    return well


def _rewrite(settings: Settings, folder: Path, now: datetime) -> None:
    key = key_in(settings.data_dir)
    if key is None or not folder.is_dir():
        raise BackupError(f"{folder} cannot be reached")
    with held_keyring(settings.data_dir):
        write_keyring(folder, asked(settings.database_url, last_known), key, now)


def _forget(settings: Settings, file: Path) -> None:
    known = asked(settings.database_url, last_known)
    forget_in(file, [whose for whose, visitor in known.visitors.items() if visitor.key is None], known.notes)


def _sweep(settings: Settings) -> None:
    """What a killed backup left in the clear may hold the key; one that is at work sweeps after itself."""
    with work_folder(settings.data_dir):
        pass


def _well(work: Callable[[], None]) -> bool:
    try:
        work()
    except (BackupError, OSError):
        return False
    return True

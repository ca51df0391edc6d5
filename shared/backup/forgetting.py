"""After a key was destroyed: destroy it in the copies of the keys too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from shared.backup.envelope import key_in
from shared.backup.files import work_folder
from shared.backup.keyring import held_keyring, write_keyring
from shared.backup.live import erased_in, forget_in
from shared.backup.places import databases_kept, folders_used
from shared.backup.rows import known_visitors
from shared.backup.trouble import BackupError
from shared.database import Database, StorageError
from shared.settings import Settings


def rewrite_keyring(settings: Settings, database: Database, now: datetime | None = None) -> bool:
    """Write the visitors' keys anew wherever copies of them are known to lie; call it after every erasure.

    False when a copy could not be reached (a stick that is not plugged in); the next `pst backup` to that folder
    does it then. True as well where no backup was ever made. It waits for disks: call it beside the event loop.
    """
    now = now or datetime.now(UTC)
    _well(partial(_sweep, settings))
    folders = [_well(partial(_rewrite, settings, database, folder, now)) for folder in folders_used(settings, now)]
    aside = [_well(partial(_forget, database, file)) for file in databases_kept(settings)]
    return all(folders + aside)


def _rewrite(settings: Settings, database: Database, folder: Path, now: datetime) -> None:
    key = key_in(settings.data_dir)
    if key is None or not folder.is_dir():
        raise BackupError(f"{folder} cannot be reached")
    with held_keyring(settings.data_dir):
        write_keyring(folder, database.inspect(known_visitors), key, now)


def _forget(database: Database, file: Path) -> None:
    forget_in(file, erased_in(database))


def _sweep(settings: Settings) -> None:
    """What a killed backup left in the clear may hold the key; one that is at work sweeps after itself."""
    with work_folder(settings.data_dir):
        pass


def _well(work: Callable[[], None]) -> bool:
    try:
        work()
    except (BackupError, StorageError, OSError):
        return False
    return True

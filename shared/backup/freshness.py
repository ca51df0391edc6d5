"""Whether the visitors' keys beside the backups are those of the database."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from shared.backup.envelope import key_in
from shared.backup.keyring import read_keyring
from shared.backup.live import asked
from shared.backup.places import backups_in, folders_used
from shared.backup.trouble import BackupError
from shared.backup.visitors import LastKnown, last_known
from shared.settings import Settings


def keys_are_fresh(settings: Settings, now: datetime) -> bool:
    """Whether every keyring that can be reached is as new as its backups and keeps nobody who was erased.

    True where no backup was ever made; False where one cannot be opened.
    """
    key = key_in(settings.data_dir)
    if key is None:
        return True
    try:
        known = asked(settings.database_url, last_known)
        there = [folder for folder in folders_used(settings, now) if folder.is_dir()]
        return all(_fresh(folder, key.secrets, known) for folder in there)
    except (BackupError, OSError):
        return False


def _fresh(folder: Path, secrets: list[str], known: LastKnown) -> bool:
    keyring, backups = read_keyring(folder, secrets), backups_in(folder)
    if keyring is None:
        return not backups
    erased = {whose for whose, visitor in known.visitors.items() if visitor.key is None}
    newest = max(backups.values(), default=keyring.made_at)
    return newest <= keyring.made_at and not erased & keyring.entries.keys() and known.notes <= keyring.notes.keys()

"""The newest backup once more in a second folder, such as one on a USB stick that is not always there."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path

from shared.backup.diary import diary_of, note_in_diary
from shared.backup.envelope import key_in
from shared.backup.files import put, to_disk, unfinished
from shared.backup.keyring import held_keyring, write_keyring
from shared.backup.live import asked
from shared.backup.making import thin_out
from shared.backup.places import remember_folder
from shared.backup.trouble import BackupError
from shared.backup.visitors import last_known
from shared.settings import Settings

PIECE = 1024 * 1024


def copy_of_newest_is_missing(settings: Settings) -> bool:
    """Whether the second folder is there and the newest backup is not in it. A folder that is away is not made:
    where the stick should be, the office's own disk would fill up.
    """
    folder, newest = settings.backup_copy_dir, diary_of(settings).good_file
    if folder is None or newest is None or not folder.is_dir() or not newest.is_file():
        return False
    return newest.parent.resolve() != folder.resolve() and not (folder / newest.name).exists()


def copy_newest(settings: Settings, now: datetime, *, thin: bool = True) -> None:
    """Copy the newest backup, read it back, and write the visitors' keys beside it."""
    folder, diary, key = settings.backup_copy_dir, diary_of(settings), key_in(settings.data_dir)
    if folder is None or diary.good_file is None or key is None:
        raise BackupError("there is nothing to copy")
    with held_keyring(settings.data_dir):
        write_keyring(folder, asked(settings.database_url, last_known), key, now)
    _copy(diary.good_file, folder)
    remember_folder(settings, folder, now)
    if thin:
        thin_out(settings, folder, now)
    note_in_diary(settings, copied_at=diary.good_at, copy_word=None)


def _copy(source: Path, folder: Path) -> None:
    with unfinished(folder) as file:
        with source.open("rb") as whole, file.open("xb") as out:
            while piece := whole.read(PIECE):
                out.write(piece)
            out.flush()
            to_disk(out.fileno())
        if _digest(file) != _digest(source):
            raise BackupError(f"{folder} gives back other bytes than were written; try another disk", "disk_damaged")
        put(file, folder / source.name)


def _digest(file: Path) -> str:
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()

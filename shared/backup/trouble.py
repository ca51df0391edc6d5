"""What goes wrong with backups: one sentence for a command, one word for a log and a screen."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from shared.database import StorageError

FULL = ("No space left", "disk is full", "os error 28", "os error 112")
"""As SQLite, PostgreSQL, Linux and Windows say it."""
WORDS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.ENOENT: "folder_gone",
    errno.ENOTDIR: "folder_gone",
    errno.EACCES: "folder_refused",
    errno.EPERM: "folder_refused",
    errno.EROFS: "folder_refused",
    errno.EIO: "disk_damaged",
}
BUSY = "busy"
ADVICE = {
    "disk_full": "the disk is full: make room, or set PST_BACKUP_DIR to a larger one",
    "folder_gone": "the folder is not there: plug the disk in, or correct PST_BACKUP_DIR",
    "folder_refused": "the folder cannot be written: give this account the right to, or choose another folder",
    "disk_damaged": "the disk gives back other bytes than were written: choose another disk",
    "other_installation": "the folder belongs to another installation: choose another folder",
    "database": "the database cannot be copied: run `pst fsck`",
    "other": "run `pst backup` on the server; it says what is wrong",
}
"""What to do, by the word that the diary keeps."""


class BackupError(RuntimeError):
    """A backup could not be made, read or restored; the sentence says why, and nothing was changed."""

    def __init__(self, said: str, word: str = "other") -> None:
        super().__init__(said)
        self.word = word


def word_for(error: BaseException) -> str:
    """The error as one word of `ADVICE`, or `busy`: it names no folder and no person."""
    chain = [error, error.__cause__, error.__context__]
    if any(sign in str(one) for one in chain if one is not None for sign in FULL):
        return "disk_full"
    if isinstance(error, BackupError):
        return error.word
    return WORDS.get(error.errno or 0, "other") if isinstance(error, OSError) else "other"


@contextmanager
def said_plainly(what: str) -> Iterator[None]:
    """Turn the errors of a database into one sentence that begins with `what`."""
    try:
        yield
    except (StorageError, sqlite3.Error) as error:
        cause = str(getattr(error, "orig", None) or error.__cause__ or error).strip()
        said = f"{what}: {cause.splitlines()[0] if cause else type(error).__name__}"
        raise BackupError(said, "database") from error

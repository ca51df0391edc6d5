"""What goes wrong with backups, in one sentence each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from shared.database import StorageError


class BackupError(RuntimeError):
    """A backup could not be made, read or restored; the sentence says why, and nothing was changed."""


@contextmanager
def said_plainly(what: str) -> Iterator[None]:
    """Turn the errors of a database into one sentence that begins with `what`."""
    try:
        yield
    except (StorageError, sqlite3.Error) as error:
        cause = str(getattr(error, "orig", None) or error.__cause__ or error).strip()
        raise BackupError(f"{what}: {cause.splitlines()[0] if cause else type(error).__name__}") from error

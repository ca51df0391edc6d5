"""One server on one SQLite file: the lock is on the file, and a dead server's lock is free at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from shared.settings import Settings


class AlreadyRunningError(RuntimeError):
    """Another server has the file."""


@contextmanager
def server_lock(settings: Settings) -> Iterator[None]:
    """Hold the file for as long as the block runs, or raise AlreadyRunningError. PostgreSQL needs no lock."""
    file = settings.database_file
    if file is None:
        yield
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(f"{file}.lock", thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise AlreadyRunningError(f"PST sudah berjalan dengan basis data {file}") from None
    try:
        yield
    finally:
        lock.release()

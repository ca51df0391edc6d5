"""Writing so that a kill or a power cut leaves the old state or the new one, never half of one."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from shared.backup.trouble import BUSY, BackupError

UNFINISHED = ".unfinished-"
WORK = ".backup-work-"
PATIENCE_SECONDS = 30
TAILS = ("-wal", "-shm")
"""What SQLite writes beside a file."""


@contextmanager
def unfinished(folder: Path) -> Iterator[Path]:
    """A name for a file that nobody takes for a finished one; gone when the block ends, unless it was renamed."""
    file = folder / f"{UNFINISHED}{secrets.token_hex(8)}"
    try:
        yield file
    finally:
        file.unlink(missing_ok=True)


def put(file: Path, target: Path) -> None:
    """Give a finished file its name; whatever had the name is gone in the same moment."""
    file.replace(target)
    settle(target.parent)


def write_whole(target: Path, data: bytes) -> None:
    """Write a small file that only its owner reads, or leave what was there."""
    with unfinished(target.parent) as file:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(data)
            to_disk(out.fileno())
        put(file, target)


def to_disk(descriptor: int) -> None:
    """Wait until the bytes lie on the disk, and let the next reader fetch them from there."""
    os.fsync(descriptor)
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def settle(folder: Path) -> None:
    """Wait until the names in a folder lie on the disk."""
    if os.name == "nt":
        return  # Windows has no handle for it
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def keep_beside(file: Path, at: datetime) -> Path | None:
    """Keep a file under another name before it is replaced; None where there is none."""
    if not file.exists():
        return None
    kept = free_name(file.with_name(f"{file.name}.before-restore-{stamp(at)}"))
    try:
        os.link(file, kept)
    except OSError:  # a file system without second names
        shutil.copy2(file, kept)
        with kept.open("rb+") as copied:
            os.fsync(copied.fileno())
    settle(kept.parent)
    return kept


def free_name(wanted: Path) -> Path:
    """The name, or the next one that nobody has."""
    stem, suffix = (wanted.stem, wanted.suffix) if wanted.suffix == ".age" else (wanted.name, "")
    names = (wanted, *(wanted.with_name(f"{stem}-{nth}{suffix}") for nth in range(2, 1000)))
    return next(name for name in names if not name.exists())


def stamp(at: datetime) -> str:
    """A moment in UTC as names of files have it."""
    return f"{at:%Y%m%dT%H%M%SZ}"


@contextmanager
def work_folder(data_dir: Path) -> Iterator[Path]:
    """The data folder's own place for what is not encrypted; what a killed command left there is swept first."""
    with alone(data_dir):
        for left in data_dir.glob(f"{WORK}*"):
            shutil.rmtree(left, ignore_errors=True)
        for file in data_dir.glob(f"{UNFINISHED}*"):
            file.unlink(missing_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=WORK, dir=data_dir))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def alone(data_dir: Path) -> AbstractContextManager[None]:
    """Nobody else makes or restores a backup of this installation meanwhile."""
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    return held(data_dir / "backup.lock", "another backup or restore is at work", 0)


@contextmanager
def held(file: Path, busy: str, patience: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Hold a lock that a dead process does not keep; BackupError with the sentence when somebody else has it."""
    lock = FileLock(file, thread_local=False)
    try:
        lock.acquire(timeout=patience)
    except Timeout:
        raise BackupError(busy, BUSY) from None
    try:
        yield
    finally:
        lock.release()

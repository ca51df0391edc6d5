"""The last step of a restore: what was prepared aside takes the place of what was there."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from shared.backup.archive import Contents
from shared.backup.envelope import keep_key, key_file, key_from
from shared.backup.files import TAILS, keep_beside, put, settle, write_whole
from shared.backup.live import asked
from shared.backup.rows import be_patient, copy_rows, count_on, is_empty
from shared.backup.trouble import BackupError, said_plainly
from shared.database.migrations import migrate
from shared.database.stores import open_store
from shared.settings import Settings
from shared.threads import PlainThreads


def put_secrets_in_place(settings: Settings, contents: Contents, now: datetime, *, by_code: bool) -> None:
    """The secret that opens the seals, and the key under which the recovery code on paper goes on being valid."""
    secret, key = settings.data_dir / "secret.key", key_file(settings.data_dir)
    if settings.secret_key is None and contents.secret is not None and _text(secret) != contents.secret:
        keep_beside(secret, now)
        write_whole(secret, contents.secret.encode())
    if not key.exists() or (by_code and _text(key) != contents.key.strip()):
        keep_beside(key, now)
        keep_key(settings.data_dir, key_from(contents.key, "the key in the backup"))


def put_in_place(staged: Path, file: Path, now: datetime, *, keep: bool, before: Callable[[], None]) -> Path | None:
    """Rename the prepared file over the database; `before` is the last thing that happens until then."""
    with staged.open("rb+") as prepared:
        os.fsync(prepared.fileno())
    kept = _put_aside(file, now) if keep else None
    before()
    for tail in TAILS:  # a log of the old file would be read into the new one
        file.with_name(f"{file.name}{tail}").unlink(missing_ok=True)
    settle(file.parent)
    put(staged, file)
    return kept


def pour_into_server(url: str, staged: str, before: Callable[[], None]) -> None:
    """Copy every row into an empty PostgreSQL, in one transaction; `before` is the last thing that happens in it."""

    def fill(target: Connection) -> None:
        be_patient(target)
        migrate(target)
        if not is_empty(target):
            raise BackupError("the PostgreSQL database is not empty any more")
        asked(staged, lambda source: copy_rows(source, target))
        count_on(target)
        before()

    with said_plainly("the rows cannot be stored"):
        store = open_store(url, PlainThreads)
        try:
            store.write(fill)
        finally:
            store.close()


def _put_aside(file: Path, now: datetime) -> Path | None:
    """The old database under another name, with the log that a killed server left unread if it is beyond reading."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(file, isolation_level=None)) as old:
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        old.execute("PRAGMA journal_mode = DELETE")
    kept = keep_beside(file, now)
    log = file.with_name(f"{file.name}-wal")
    if kept is not None and log.exists():
        log.replace(kept.with_name(f"{kept.name}-wal"))
    return kept


def _text(file: Path) -> str | None:
    return file.read_text().strip() if file.exists() else None

"""A backup made live again: checked aside first, then put in place in one step."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from shared.backup.archive import Contents
from shared.backup.envelope import key_in, secret_of_code
from shared.backup.files import work_folder
from shared.backup.keyring import NAME as KEYRING
from shared.backup.keyring import Keyring, read_keyring
from shared.backup.live import asked
from shared.backup.making import open_backup
from shared.backup.places import folders_used, remember_folder
from shared.backup.placing import pour_into_server, put_in_place, put_secrets_in_place
from shared.backup.present import Present, look_at, what_is_lost
from shared.backup.rows import VisitorKey, Whose, known_visitors
from shared.backup.staging import FATAL, bring_up_to_date, give_keys, tidy, url_of
from shared.backup.trouble import BackupError
from shared.database.fsck import Report, check
from shared.database.migrations import revisions
from shared.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What is live now."""

    made_at: datetime
    tickets: int
    rows: int
    erased: int
    """Visitors of the backup whose keys are destroyed; they stay erased."""
    faults: int
    kept: Path | None
    """Where the database that was replaced lies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was asked for."""

    file: Path
    code: str | None = None
    replace: bool = False
    without_keys: bool = False


def restore(
    settings: Settings, wish: Wish, say: Callable[[str], None] = lambda _: None, now: datetime | None = None
) -> Restored:
    """Put a backup in the place of the database. The caller makes sure that no server runs.

    BackupError, with nothing changed, for what cannot or may not be done. `say` hears what will be lost before it is.
    """
    now = now or datetime.now(UTC)
    secrets = _secrets(settings, wish)
    with work_folder(settings.data_dir) as work, open_backup(wish.file, secrets, work) as contents:
        present = look_at(settings, contents.manifest.heads)
        _refuse(settings, wish, contents, present)
        staged = url_of(contents.snapshot)
        _bring_up_to_date(contents, staged)
        keys = _keys(settings, wish, secrets, contents, present, now)
        erased = give_keys(contents.snapshot, keys, present.erased, now)
        tidy(contents.snapshot)
        report = _checked(staged)
        for line in what_is_lost(present, contents.manifest.heads, staged):
            say(line)
        kept = _settle(settings, wish, contents, present, now)
        remember_folder(settings, wish.file.parent, now)
    return Restored(
        made_at=contents.manifest.made_at,
        tickets=report.tickets,
        rows=report.rows,
        erased=erased,
        faults=len(report.violations),
        kept=kept,
    )


def _secrets(settings: Settings, wish: Wish) -> list[str]:
    if not wish.file.is_file():
        raise BackupError(f"there is no file {wish.file}")
    if wish.code is not None:
        return [secret_of_code(wish.code)]
    key = key_in(settings.data_dir)
    if key is None:
        raise BackupError("this machine has no backup.key: give the recovery code with --code")
    return [key.secret]


def _refuse(settings: Settings, wish: Wish, contents: Contents, present: Present) -> None:
    if settings.secret_key and contents.secret and settings.secret_key != contents.secret:
        raise BackupError("PST_SECRET_KEY is not the secret of this backup: take it out of the settings, or correct it")
    if present.empty:
        return
    if settings.database_file is None:
        raise BackupError("the PostgreSQL database is not empty: restore into an empty one (--replace is for SQLite)")
    if not wish.replace:
        why = "is not empty" if present.readable else "cannot be read"
        raise BackupError(f"the database {settings.database_file} {why}: --replace keeps it beside and goes on")


def _bring_up_to_date(contents: Contents, staged: str) -> None:
    """Only a newer program knows what newer tables mean."""
    _, expected = asked(staged, revisions)
    if contents.manifest.revision > str(expected):
        raise BackupError(f"the backup was made by version {contents.manifest.program}: install that first")
    bring_up_to_date(contents.snapshot)


def _checked(staged: str) -> Report:
    report = check(staged)
    if worst := [fault for fault in report.violations if fault.invariant in FATAL]:
        raise BackupError(f"the backup is not sound: {worst[0].what}")
    return report


def _keys(
    settings: Settings, wish: Wish, secrets: list[str], contents: Contents, present: Present, now: datetime
) -> dict[Whose, VisitorKey]:
    """The keys that are not destroyed: of visitors whom the present database knows its own, of others the keyring's."""
    keys = {whose: known.key for whose, known in present.visitors.items() if known.key is not None}
    in_backup = asked(url_of(contents.snapshot), known_visitors)
    strangers = [w for w, known in in_backup.items() if known.erased_at is None and w not in present.visitors]
    if strangers and not wish.without_keys:
        keyring = _newest_keyring(settings, wish, secrets, now)
        if keyring is None or keyring.made_at < contents.manifest.made_at:
            missing = f"no {KEYRING} as new as it lies beside {wish.file.name}"
            raise BackupError(f"{missing}: copy it there, or erase {len(strangers)} visitors with --without-keys")
        keys |= {whose: keyring.keys[whose] for whose in strangers if whose in keyring.keys}
    return keys


def _newest_keyring(settings: Settings, wish: Wish, secrets: list[str], now: datetime) -> Keyring | None:
    """The one beside the file, or a newer one in a folder that this installation used."""
    found = [read_keyring(wish.file.parent, secrets)]
    for folder in folders_used(settings, now):
        with suppress(BackupError, OSError):
            found.append(read_keyring(folder, secrets))
    return max((keyring for keyring in found if keyring is not None), key=lambda one: one.made_at, default=None)


def _settle(settings: Settings, wish: Wish, contents: Contents, present: Present, now: datetime) -> Path | None:
    def before() -> None:
        put_secrets_in_place(settings, contents, now, by_code=wish.code is not None)

    if settings.database_file is None:
        pour_into_server(settings.database_url, url_of(contents.snapshot), before)
        return None
    return put_in_place(contents.snapshot, settings.database_file, now, keep=not present.empty, before=before)

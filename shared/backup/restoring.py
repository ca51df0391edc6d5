"""A backup made live again: checked aside first, then put in place in one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from shared.backup.archive import Contents
from shared.backup.envelope import key_from, key_in, secret_of_code
from shared.backup.files import work_folder
from shared.backup.keyring import NAME as KEYRING
from shared.backup.keyring import Keyring, read_keyring
from shared.backup.live import asked
from shared.backup.making import open_backup
from shared.backup.places import folders_used, remember_folder
from shared.backup.placing import pour_into_server, put_in_place, put_secrets_in_place
from shared.backup.present import Loss, Present, look_at, losses, told
from shared.backup.staging import FATAL, bring_up_to_date, give_keys, hold_outbox, tidy, url_of
from shared.backup.trouble import BackupError
from shared.backup.visitors import LastKnown, last_known
from shared.database.fsck import Report, check
from shared.database.migrations import revisions
from shared.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What is live now."""

    made_at: datetime
    tickets: int
    rows: int
    offices: Mapping[str, Loss | None]
    """Every office of the backup, and what each of them lost."""
    erased: int
    """Visitors of the backup whose keys are destroyed; they stay erased."""
    unsent: int
    """Messages that waited in the outbox: an officer looks whether they went out since."""
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
    opens = _what_opens(settings, wish)
    with work_folder(settings.data_dir) as work, open_backup(wish.file, opens.secrets, work) as contents:
        present = look_at(settings)
        _refuse(settings, wish, contents, present)
        staged = url_of(contents.snapshot)
        _bring_up_to_date(contents, staged)
        last = _last_known(settings, wish, opens.secrets, contents, present, now)
        erased = give_keys(contents.snapshot, last, now)
        unsent = hold_outbox(contents.snapshot)
        tidy(contents.snapshot)
        report = _checked(staged)
        lost = losses(settings, present, staged)
        for line in told(present, contents.manifest.heads, lost):
            say(line)
        newest = replace(contents, key=opens.backup_key or contents.key)
        kept = _settle(settings, wish, newest, present, now)
        remember_folder(settings, wish.file.parent, now)
    return Restored(
        made_at=contents.manifest.made_at,
        tickets=report.tickets,
        rows=report.rows,
        offices={office: lost.get(office) for office in contents.manifest.heads},
        erased=erased,
        unsent=unsent,
        faults=len(report.violations),
        kept=kept,
    )


@dataclass(frozen=True, slots=True)
class _Opens:
    """What opens the backup, and the newest key of its installation where the keyring beside it tells that."""

    secrets: list[str]
    backup_key: str | None = None


def _what_opens(settings: Settings, wish: Wish) -> _Opens:
    if not wish.file.is_file():
        raise BackupError(f"there is no file {wish.file}")
    if wish.code is None:
        key = key_in(settings.data_dir)
        if key is None:
            raise BackupError("this machine has no backup.key: give the recovery code with --code")
        return _Opens(key.secrets)
    code = secret_of_code(wish.code)
    with suppress(BackupError, OSError):
        keyring = read_keyring(wish.file.parent, [code])
        if keyring is not None and keyring.backup_key is not None:
            carried = key_from(keyring.backup_key, f"the key in {KEYRING}")
            return _Opens([code, *carried.secrets], keyring.backup_key)
    return _Opens([code])


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


def _last_known(
    settings: Settings, wish: Wish, secrets: list[str], contents: Contents, present: Present, now: datetime
) -> LastKnown:
    """What is known of visitors since: by the present database, and of those whom it never knew by the keyring."""
    in_backup = asked(url_of(contents.snapshot), last_known).visitors
    strangers = [w for w, known in in_backup.items() if known.erased_at is None and w not in present.known.visitors]
    if wish.without_keys or not strangers:
        keyring = None
        with suppress(BackupError, OSError):
            keyring = _newest_keyring(settings, wish, secrets, now)
        remembered = frozenset(keyring.notes) if keyring else frozenset()
        return LastKnown(present.known.visitors, present.known.notes | remembered)
    keyring = _newest_keyring(settings, wish, secrets, now)
    if keyring is None or keyring.made_at < contents.manifest.made_at:
        missing = f"no {KEYRING} as new as it lies beside {wish.file.name}"
        raise BackupError(f"{missing}: copy it there, or erase {len(strangers)} visitors with --without-keys")
    beside = keyring.last_known
    return LastKnown({**beside.visitors, **present.known.visitors}, present.known.notes | beside.notes)


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

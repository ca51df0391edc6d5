"""A PC of an office, with its data folder, and what people do there with backups."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from shared.backup import Made, Restored, Wish, make_backup, prepare_key, restore, rewrite_keyring
from shared.backup.envelope import key_in
from shared.backup.keyring import Keyring, read_keyring
from shared.backup.making import open_backup
from shared.backup.visitors import VisitorKey, Whose
from shared.database import Database, tables
from shared.front_desk.book import Book
from shared.front_desk.guest_book import Said
from shared.keys import Keys, secret_in
from shared.settings import Settings
from tests.cast import SECRET, Company, HandClock, busy_pekanbaru, company

CANARY = "ZZKANARI"
RAHMI = {"name": f"{CANARY} Rahmi", "phone": "0899-0000-0001", "email": "kanari@example.com", "birth_year": 2003}
VISIT = {"sex": 2, "institution": f"Universitas {CANARY}", "purpose": f"Data untuk {CANARY}"}


class Machine:
    """An office's PC. Its secret lies in its data folder, as `pst run` leaves it."""

    def __init__(self, data_dir: Path, url: str | None = None) -> None:
        data_dir.mkdir(parents=True, exist_ok=True)
        self.data_dir = data_dir
        self.url = url or f"sqlite:///{data_dir / 'pst.db'}"
        self.settings = Settings(data_dir=data_dir, database_url=self.url)
        self.codes: list[str] = []
        self.told: list[str] = []
        self.visitors: list[str] = []

    @property
    def backups(self) -> Path:
        return self.data_dir / "backups"

    @property
    def secret(self) -> str:
        """The key of backups, as the machine itself has it."""
        key = key_in(self.data_dir)
        assert key is not None
        return key.secret

    def backup(self, folder: Path | None = None, now: datetime | None = None) -> Made:
        """What `pst backup` does."""
        prepare_key(self.settings, self.codes.append)
        return make_backup(self.settings, folder, now=now)

    def restore(self, file: Path, **wish: Any) -> Restored:
        """What `pst restore` does."""
        self.told.clear()
        return restore(self.settings, Wish(file=file, **wish), self.told.append)

    def forget(self, visitor: str) -> bool:
        """Erase a visitor as the office does, and write the keys anew."""
        with self.opened() as database:
            database.writing(OFFICE, lambda records: records.erase_visitor(visitor, datetime.now(UTC)))
        return rewrite_keyring(self.settings)

    def keyring(self, folder: Path | None = None) -> Keyring:
        """The visitors' keys beside the backups."""
        found = read_keyring(folder or self.backups, [self.secret])
        assert found is not None
        return found

    @contextmanager
    def opened(self) -> Iterator[Database]:
        """The machine's database."""
        database = Database(self.url)
        try:
            yield database
        finally:
            database.close()

    @contextmanager
    def at_work(self, clock: HandClock | None = None) -> Iterator[Company]:
        """The office at work on this machine, with the machine's own secret."""
        with self.opened() as database:
            database.migrate()
            crew = company(database, self.data_dir, busy_pekanbaru(), clock)
            crew.parts.keys = Keys(secret_in(self.data_dir))
            crew.parts.__post_init__()
            crew.parts.settings = replace(crew.parts.settings, always_open=True)
            crew.parts.keys_changed = self._keys_changed
            yield crew

    def _keys_changed(self) -> None:
        rewrite_keyring(self.settings)

    def answers(self) -> list[dict[str, Any]]:
        """What all entries of the guest book say, as staff would read them."""
        with self.at_work() as crew:
            vault = crew.parts.vault
            numbers = select(tables.entry.c.id).order_by(tables.entry.c.id)
            ids = crew.parts.database.inspect(lambda connection: list(connection.execute(numbers).scalars()))
            return crew.desk(None).reading(
                lambda records: [Book(records, vault).answers(records.entry(number)) for number in ids]
            )

    def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every table."""
        with self.opened() as database:
            return database.inspect(
                lambda connection: {
                    table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
                    for table in tables.metadata.sorted_tables
                    if table is not tables.probe
                }
            )

    def bytes_inside(self, file: Path, folder: Path) -> bytes:
        """The snapshot in a backup, decrypted."""
        folder.mkdir(exist_ok=True)
        with open_backup(file, [self.secret], folder) as contents:
            return contents.snapshot.read_bytes()


OFFICE = busy_pekanbaru().code


def keys_of(keyring: Keyring) -> dict[Whose, VisitorKey]:
    """The keys alone."""
    return {whose: entry.key for whose, entry in keyring.entries.items()}


def with_secret(data_dir: Path) -> Path:
    """A data folder whose secret is that of the tests."""
    data_dir.mkdir(parents=True, exist_ok=True)
    (data_dir / "secret.key").write_text(SECRET)
    return data_dir


def write_down(crew: Company, **said: Any) -> str:
    """A visitor takes a number and fills in the guest book; returns the visitor's id."""
    ticket = crew.take("K")
    crew.desk(None).write_guest_book(ticket.id, Said(answers={**RAHMI, **VISIT, **said}))
    entry = crew.desk(None).reading(lambda records: records.entry_of_ticket(ticket.id))
    assert entry is not None
    assert entry.visitor is not None
    return entry.visitor


def morning(crew: Company) -> list[str]:
    """A short morning: three visitors who wrote themselves down, one served, one called, one waiting."""
    visitors = [write_down(crew, name=f"{CANARY} {nth}", phone=f"0899-0000-000{nth}") for nth in (1, 2, 3)]
    crew.serve("rina", 1)
    crew.desk("rina").finish(1)
    crew.desk("bagus").call_next(2)
    return visitors

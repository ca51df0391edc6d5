"""An office of the version that knew no requests is updated by a restart: its morning goes on where it stood."""

from __future__ import annotations

import json
import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Connection, Integer, MetaData, NullPool, create_engine, func, insert, select

from shared.database import Database, tables
from shared.database.fsck import check
from shared.database.migrations import revisions
from shared.database.migrations.steps import climb
from shared.front_desk.book import Book
from shared.front_desk.complaints import Complaint
from shared.front_desk.guest_book import Said as Written
from shared.front_desk.ratings import Rating
from shared.front_desk.requests import Asked, Said
from tests.cast import PAGES, SECRET, Company, HandClock, busy_pekanbaru, company, moment
from tests.database.test_update import empty_url, kind
from tests.running import prepared

__all__ = ["empty_url", "kind"]

OLD = "0011"
RAHMI = {"name": "Rahmi", "phone": "0812-0000-1234", "birth_year": 2003, "sex": 2, "purpose": "IPM 2025"}
Rows = dict[str, list[tuple[Any, ...]]]


def morning(crew: Company) -> None:
    """Three numbers: one served, rated and complained about, one called, one waiting; two wrote in the guest book."""
    for _ in range(3):
        ticket = crew.take("K")
        if ticket.number < 3:
            crew.desk(None).write_guest_book(ticket.id, Written(answers=RAHMI))
    served = crew.serve("rina", 1)
    crew.clock.passes(minutes=7)
    crew.desk("rina").finish(1)
    crew.desk(None).rate(served.id, Rating(instrument="skm", answers={"U1": 4}, comment="Cepat"))
    crew.desk("bagus").call_next(2)
    crew.desk(None).complain(Complaint(kind="complaint", text="Lama menunggu"))


def copied(source: Database, target: Connection) -> None:
    """Every row of today's tables into those that the old version had, with the columns that they had."""
    old = MetaData()
    old.reflect(target)
    # The head of the journal last: a row that does not follow on it is refused.
    for table in sorted(tables.metadata.sorted_tables, key=lambda one: one is tables.journal_head):
        if table.name not in old.tables or table is tables.probe:
            continue
        columns = [table.c[column.name] for column in old.tables[table.name].columns]
        if rows := source.inspect(partial(told, columns)):
            target.execute(insert(table), rows)
            if target.dialect.name == "postgresql" and "id" in table.c and isinstance(table.c.id.type, Integer):
                last = select(func.max(table.c.id)).scalar_subquery()
                target.execute(select(func.setval(func.pg_get_serial_sequence(table.name, "id"), last)))


def told(columns: list[Column[Any]], connection: Connection) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in connection.execute(select(*columns))]


def rows_of(url: str) -> Rows:
    """The rows of an old database, table by table, as they are stored."""
    engine = create_engine(url, poolclass=NullPool)
    with engine.connect() as connection:
        found = MetaData()
        found.reflect(connection)
        return {
            name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for name, table in found.tables.items()
            if name not in ("alembic_version", "probe")
        }


@pytest.fixture
def old(empty_url: str, empty_sqlite: Path, tmp_path: Path) -> str:
    """The office of version 11 after its morning."""
    (tmp_path / "today.db").write_bytes(empty_sqlite.read_bytes())
    today = Database(f"sqlite:///{tmp_path / 'today.db'}")
    morning(company(today, tmp_path, busy_pekanbaru(), HandClock()))
    engine = create_engine(empty_url, poolclass=NullPool)
    with engine.begin() as connection:
        climb(connection, OLD)
        copied(today, connection)
    today.close()
    return empty_url


@pytest.fixture
def before(old: str) -> Rows:
    return rows_of(old)


def kept(before: Rows, after: Rows) -> bool:
    """Whether every row is there with every cell; what is new stands after them and is empty."""
    for name, rows in before.items():
        width = len(rows[0]) if rows else 0
        assert [row[:width] for row in after[name]] == rows, name
        assert all(cell is None for row in after[name] for cell in row[width:]), name
    return True


def test_every_row_of_the_old_office_is_there_and_the_journal_s_chain_holds(old: str, before: Rows) -> None:
    assert {name for name, rows in before.items() if rows} >= {"ticket", "journal", "entry", "visitor", "rating"}
    assert {"request", "message", "attachment"}.isdisjoint(before)
    database = Database(old)
    database.migrate()
    assert kept(before, rows_of(old))
    assert check(old).violations == []
    assert len(set(database.inspect(revisions))) == 1
    database.close()


def test_the_links_that_the_old_version_kept_beside_its_slips_are_stored_no_more(old: str) -> None:
    at = moment("08:00")
    slip = {"office": busy_pekanbaru().code, "ticket": 1, "copy": False, "attempts": 0, "paper_low": False}
    links = [PAGES + "ABCDEFGH" * 4, "HTTP://192.168.1.10:8080/T/" + "7654321X" * 4, PAGES]
    engine = create_engine(old, poolclass=NullPool)
    with engine.begin() as connection:
        for link in links:
            row = {**slip, "url": link, "state": "waiting", "created_at": at, "changed_at": at}
            connection.execute(insert(tables.print_job).values(**row))
    database = Database(old)
    database.migrate()
    kept = database.inspect(partial(told, [tables.print_job.c.url]))
    assert sorted(row["url"] for row in kept) == ["HTTP://192.168.1.10:8080/T/", PAGES, PAGES]
    database.close()


def test_the_morning_goes_on_and_a_first_request_is_received(old: str, tmp_path: Path) -> None:
    database = Database(old)
    database.migrate()
    crew = company(database, tmp_path, busy_pekanbaru(), HandClock(moment("08:30")))
    crew.desk("bagus").start(2)
    crew.desk("bagus").finish(2)
    assert (crew.take("K").label, crew.serve("rina", 1).label) == ("K-004", "K-003")
    case = crew.desk("rina").receive_request(Asked(channel="telephone", said=Said(text="Data IPM"))).case
    assert crew.desk("rina").answer_request(case.stored.id, "Disampaikan.").label == "TL-2026-0001"
    entry = crew.desk(None).reading(lambda records: records.entry_of_ticket(1))
    assert entry is not None
    answers = crew.desk(None).reading(lambda records: Book(records, crew.parts.vault).answers(entry))
    assert answers["name"] == "Rahmi"
    assert check(old).violations == []
    database.close()


def test_a_restart_of_the_real_server_is_all_that_an_update_takes(old: str, kind: str, before: Rows) -> None:
    environment = {"PST_SECRET_KEY": SECRET}
    with prepared(None, **environment, **({"PST_DATABASE_URL": old} if kind == "postgresql" else {})) as server:
        if kind == "sqlite":
            server.data_dir.mkdir()
            shutil.copy(Path(old.removeprefix("sqlite:///")), server.data_dir / "pst.db")
        server.start()
        told = server.pst("fsck", "--json")
        assert (told.returncode, json.loads(told.stdout)["violations"]) == (0, []), told.stderr
        made = server.post("/counter/requests", {"channel": "whatsapp", "text": "Data IPM"}, server.token("officer"))
        assert (made.status, made.data["number"][:3]) == (201, "WA-"), made.data
        server.stop()
        after = rows_of(server.database_url)
        assert {row[0] for row in after["ticket"]} == {row[0] for row in before["ticket"]}
        assert len(after["request"]) == 1

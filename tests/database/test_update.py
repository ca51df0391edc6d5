"""An update is only a restart: what an office wrote down under an older version is there afterwards."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Connection, MetaData, NullPool, Table, create_engine, insert, inspect, select
from sqlalchemy.engine import make_url

from shared.database import Database, tables
from shared.database.migrations import NEWEST, revisions
from shared.database.migrations.steps import climb, scripts
from shared.domain.ticket import Ticket
from tests.cast import THURSDAY, busy_pekanbaru, moment, visitor
from tests.running import ROOT

OFFICE = busy_pekanbaru().code
NEED_OF_RAHMI: dict[str, Any] = {"position": 1, "leg": 2, "officer": 7, "answers": {"level": 3}, "sealed": b"sealed"}
NEED_OF_DEDI: dict[str, Any] = {"position": 4, "leg": 1, "officer": None, "answers": {"obtained": 3}, "sealed": None}


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """Both kinds of database."""
    return str(request.param)


@pytest.fixture
def empty_url(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without any table."""
    if kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'old.db'}"
        return
    served = make_url(request.getfixturevalue("postgresql"))
    at_home = served.render_as_string(hide_password=False)
    with psycopg.connect(at_home, autocommit=True) as connection:
        connection.execute("CREATE DATABASE old")
        yield served.set(database="old").render_as_string(hide_password=False)
        connection.execute("DROP DATABASE old WITH (FORCE)")


def at(clock: str) -> datetime:
    """A moment of that Thursday as rows keep it."""
    return moment(clock).astimezone(UTC)


def write_down(connection: Connection, table: Table, **columns: Any) -> None:
    connection.execute(insert(table).values(office=OFFICE, **columns))


def of_version_8(connection: Connection) -> None:
    """Rahmi wrote in the guest book and had a need; Dedi wrote nothing, and had one too; Eko had neither."""
    climb(connection, "0008")
    write_down(connection, tables.service_day, day=THURSDAY, opened_at=at("07:30"))
    for number in (1, 2, 3):
        waits = visitor(number)
        stored = {name: getattr(waits, name) for name in Ticket.__slots__ if name in tables.ticket.c}
        write_down(connection, tables.ticket, **stored | {"state": waits.state.value})
    write_down(connection, tables.visitor, id="rahmi", made_at=at("08:00"))
    of_entry = {"day": THURSDAY, "form": "skd", "channel": "kiosk", "language": "en", "answers": {"sex": 2}}
    write_down(connection, tables.entry, id=11, ticket=1, visitor="rahmi", written_at=at("08:05"), **of_entry)
    need = Table("need", MetaData(), autoload_with=connection)
    write_down(connection, need, ticket=1, visitor="rahmi", written_at=at("08:20"), **NEED_OF_RAHMI)
    write_down(connection, need, ticket=2, visitor=None, written_at=at("08:40"), **NEED_OF_DEDI)


@pytest.fixture
def updated(empty_url: str) -> Iterator[Database]:
    """The office of version 8 after a restart with this version."""
    engine = create_engine(empty_url, poolclass=NullPool)
    with engine.begin() as connection:
        of_version_8(connection)
    database = Database(empty_url)
    database.migrate()
    yield database
    database.close()


def kept(database: Database, ticket: int) -> Any:
    return database.reading(OFFICE, lambda records: records.entry_of_ticket(ticket))


def needs(database: Database, entry: int) -> list[dict[str, Any]]:
    def asked(connection: Connection) -> list[dict[str, Any]]:
        mine = select(tables.need).where(tables.need.c.entry == entry)
        return [dict(row._mapping) for row in connection.execute(mine)]

    return database.inspect(asked)


def test_a_need_goes_on_with_the_entry_of_its_visitor(updated: Database) -> None:
    entry = kept(updated, 1)
    assert (entry.id, entry.visitor, entry.answers, entry.channel) == (11, "rahmi", {"sex": 2}, "kiosk")
    assert (entry.service, entry.met_at) == (None, None)
    place = {"office": OFFICE, "entry": 11, "visitor": "rahmi", "written_at": at("08:20")}
    assert needs(updated, 11) == [NEED_OF_RAHMI | place]


def test_a_need_of_a_visitor_who_wrote_nothing_gets_an_entry(updated: Database) -> None:
    entry = kept(updated, 2)
    assert (entry.day, entry.form, entry.channel, entry.answers) == (THURSDAY, "skd", "officer", {})
    assert (entry.visitor, entry.sealed, entry.written_at) == (None, None, at("08:40"))
    place = {"office": OFFICE, "entry": entry.id, "visitor": None, "written_at": at("08:40")}
    assert needs(updated, entry.id) == [NEED_OF_DEDI | place]


def test_whoever_had_neither_gets_none(updated: Database) -> None:
    assert kept(updated, 3) is None


def test_the_tables_are_those_of_a_new_office(updated: Database, kind: str, fresh_url: Callable[[str], str]) -> None:
    def shape(connection: Connection) -> dict[str, Any]:
        look = inspect(connection)
        return {
            name: (
                sorted((column["name"], column["nullable"]) for column in look.get_columns(name)),
                sorted(str(index["name"]) for index in look.get_indexes(name)),
                sorted(look.get_pk_constraint(name)["constrained_columns"]),
                sorted(tuple(key["constrained_columns"]) for key in look.get_foreign_keys(name)),
            )
            for name in look.get_table_names()
        }

    new = Database(fresh_url(kind))
    assert updated.inspect(shape) == new.inspect(shape)
    new.close()
    assert updated.inspect(lambda connection: len(set(revisions(connection)))) == 1


def test_what_the_program_once_tried_to_send_is_carried_by_its_channel_and_the_rest_by_nobody(empty_url: str) -> None:
    engine = create_engine(empty_url, poolclass=NullPool)
    with engine.begin() as connection:
        climb(connection, "0016")
        write_down(connection, tables.visitor, id="rahmi", made_at=at("08:00"))
        told = {"year": 2026, "number": 1, "day": THURSDAY, "received_at": at("08:00"), "state": "answering"}
        here = {"channel": "email", "language": "id", "visitor": "rahmi"}
        write_down(connection, tables.request, id=1, **told, **here)
        message = Table("message", MetaData(), autoload_with=connection)
        rows = [("user", "received", None), ("office", "queued", None), ("office", "by_hand", None)]
        for position, (side, delivery, mark) in enumerate([*rows, ("program", "sent", "m")], start=1):
            place = {"request": 1, "position": position, "at": at("08:00"), "kind": "message", "tries": 0}
            write_down(connection, message, **place, side=side, delivery=delivery, sent_mark=mark)
    database = Database(empty_url)
    database.migrate()
    found = database.reading(OFFICE, lambda records: records.messages_of(1))
    assert [one.carrier for one in found] == [None, "email", None, "email"]
    database.close()


def test_the_newest_step_is_the_last_of_one_line_of_steps() -> None:
    assert scripts().get_heads() == [NEWEST]


def test_an_office_whose_tables_are_up_to_date_loads_nothing_that_changes_tables(empty_sqlite: Path) -> None:
    """Every start looks at the tables, and only an update pays for more."""
    look = (
        "import sys; import shared.cli; from shared.database import Database; "
        f"Database('sqlite:///{empty_sqlite}').migrate(); print('alembic' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"

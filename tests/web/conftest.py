"""A house on an empty database, and nobody's limits reached yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shared.app import build_parts
from shared.domain.staff import Role
from shared.front_desk import FrontDesk, operator
from shared.settings import settings_from
from shared.web import limits
from tests.cast import HandClock, write_ternate
from tests.running import OFFICE, Server, prepared
from tests.web.front import PASSWORD, Front


@pytest.fixture(autouse=True)
def nobody_was_here() -> None:
    """The limits count for the whole process, and each test is another morning."""
    limits._counted.storage.reset()


@pytest.fixture
def front(fresh_url: Callable[[str], str], tmp_path: Path, clock: HandClock) -> Iterator[Front]:
    """The house on SQLite."""
    opened = Front(tmp_path, fresh_url("sqlite"), clock)
    yield opened
    opened.close()


@pytest.fixture
def either_front(url: str, tmp_path: Path, clock: HandClock) -> Iterator[Front]:
    """The house on each database in turn."""
    opened = Front(tmp_path, url, clock)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def tokens() -> dict[str, str]:
    """The token of each role, and of Ternate's board."""
    return {}


@pytest.fixture(scope="session")
def server(tokens: dict[str, str]) -> Iterator[Server]:
    """A real server with Rina who can sign in; its people are written before it starts, which is quicker."""
    with prepared(office=OFFICE) as server:
        write_ternate(server.folder / "offices")
        server.environment |= {"PST_OFFICES_DIR": str(server.folder / "offices")}
        parts = build_parts(settings_from(server.environment))
        owner = FrontDesk(parts, parts.offices[OFFICE], operator(OFFICE))
        owner.add_staff("Rina", "rina", PASSWORD, frozenset({Role.OFFICER}))
        tokens |= {role.value: owner.create_token(frozenset({role})) for role in Role}
        eastern = FrontDesk(parts, parts.offices["ternate"], operator("ternate"))
        tokens["ternate"] = eastern.create_token(frozenset({Role.DISPLAY}))
        parts.database.close()
        server.start()
        yield server

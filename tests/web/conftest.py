"""A house on an empty database, and nobody's limits reached yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shared.web import limits
from tests.cast import HandClock
from tests.web.front import Front


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

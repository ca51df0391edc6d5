"""The five shipped offices on one server, and nobody's limits reached yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shared.web import limits
from tests.cast import HandClock
from tests.steps.walk import FiveOffices


@pytest.fixture
def five(fresh_url: Callable[[str], str], tmp_path: Path, clock: HandClock) -> Iterator[FiveOffices]:
    """Thursday 19 November 2026, 08.00 WIB, which is 10.00 in Ternate: all five are open."""
    limits._counted.storage.reset()
    opened = FiveOffices(tmp_path, fresh_url("sqlite"), clock)
    yield opened
    opened.close()

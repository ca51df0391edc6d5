"""An office after two lived-in days, and the evidence pack of it that somebody changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cast import HandClock
from tests.proof.resigned import Contents, opened
from tests.web.evidence_days import lived_in, saved
from tests.web.front import Front


@pytest.fixture(scope="package")
def house(tmp_path_factory: pytest.TempPathFactory, empty_sqlite: Path) -> Iterator[Front]:
    """An office after two lived-in days."""
    folder = tmp_path_factory.mktemp("evidence")
    database = folder / "pst.db"
    database.write_bytes(empty_sqlite.read_bytes())
    clock = HandClock()
    front = Front(folder, f"sqlite:///{database}", clock)
    lived_in(front, clock)
    yield front
    front.close()


@pytest.fixture(scope="package")
def pack(house: Front, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(house, tmp_path_factory.mktemp("pack"))


@pytest.fixture
def taken(pack: Path) -> Contents:
    return opened(pack)

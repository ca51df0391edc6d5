"""The machines of the tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.backup.machine import Machine, morning, with_secret


@pytest.fixture
def machine(url: str, tmp_path: Path) -> Machine:
    """A PC with a morning behind it; its database is SQLite in one run and PostgreSQL in the other."""
    return lived_in(Machine(with_secret(tmp_path), url))


@pytest.fixture
def pc(fresh_url: Callable[[str], str], tmp_path: Path) -> Machine:
    """The same, on SQLite alone."""
    return lived_in(Machine(with_secret(tmp_path), fresh_url("sqlite")))


@pytest.fixture
def new_pc(tmp_path: Path) -> Machine:
    """A PC on which nothing was ever done."""
    return Machine(tmp_path / "new")


def lived_in(machine: Machine) -> Machine:
    """With a morning's rows."""
    with machine.at_work() as crew:
        machine.visitors = morning(crew)
    return machine

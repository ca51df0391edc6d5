"""The five shipped offices on one server, on a Thursday morning, and offices of one's own for another hour."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from display.board import voice_folder
from shared.app import build_parts
from shared.offices import load_offices
from shared.settings import settings_from
from tests.journeys.conftest import browser_with_sound, hired, watched
from tests.journeys.hired import Hired, staffed
from tests.journeys.office import THURSDAY_MORNING, House, Office, close
from tests.journeys.screens import Screens
from tests.running import OFFICE
from tests.visitors.cases import At, AtAnotherHour

__all__ = ["browser_with_sound", "hired", "watched"]


@pytest.fixture(scope="session")
def five(hired: Hired, tmp_path_factory: pytest.TempPathFactory) -> Hired:
    """The staff of all five offices; the voice of one serves the others' tests too."""
    data = tmp_path_factory.mktemp("five") / "data"
    parts = build_parts(settings_from({"PST_DATA_DIR": str(data)}))
    recorded = voice_folder(hired.data, parts.offices[OFFICE])
    tokens = {}
    for code, office in load_offices().items():
        tokens[code] = staffed(parts, code)
        shutil.copytree(recorded, voice_folder(data, office))
    parts.database.close()
    return Hired(data, None, tokens)


@pytest.fixture(scope="session")
def open_house(five: Hired) -> Iterator[House]:
    """One server for the five offices."""
    house = _house(five, THURSDAY_MORNING)
    house.start()
    yield house
    close(house)


@pytest.fixture
def at(open_house: House, five: Hired, watched: Callable[[Office], Screens]) -> At:
    """The screens of an office by its code."""
    return lambda code: watched(Office(open_house, code, five.tokens[code]))


@pytest.fixture
def at_another_hour(five: Hired, watched: Callable[[Office], Screens]) -> Iterator[AtAnotherHour]:
    """An office by its code on a server of its own, at another hour."""
    with ExitStack() as opened:

        def open_one(code: str, hour: str) -> Screens:
            house = _house(five, hour)
            opened.callback(close, house)
            house.start()
            screens = watched(Office(house, code, five.tokens[code]))
            opened.callback(screens.close)
            return screens

        yield open_one


def _house(five: Hired, hour: str) -> House:
    folder = Path(tempfile.mkdtemp(prefix="pst-"))  # short: the path of the control socket may have some 100 letters
    shutil.copytree(five.data, folder / "data")
    return House(folder, {}, hour)

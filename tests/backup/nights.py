"""The nights of an office: its server at a time of a day, and the backups that it made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from shared.night import Night
from tests.backup.machine import Machine
from tests.cast import THURSDAY, Company, HandClock, moment

FRIDAY = THURSDAY + timedelta(days=1)


@contextmanager
def open_at(machine: Machine, clock: str, days_later: int = 0) -> Iterator[tuple[Company, Night]]:
    """The office's server, with its nights, at a time of a day."""
    with machine.at_work(HandClock(moment(clock, THURSDAY + timedelta(days=days_later)))) as crew:
        crew.parts.settings = replace(machine.settings, always_open=True)
        yield crew, Night(crew.parts)


def made(machine: Machine, folder: Path | None = None) -> list[str]:
    place = folder or machine.backups
    return sorted(file.name for file in place.glob("pst-*.age")) if place.is_dir() else []

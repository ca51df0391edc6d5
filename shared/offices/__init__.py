"""Reads the offices' profiles: one TOML file each, checked before the program starts (rule 9)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import holidays
from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config

from shared.domain.guest_book import GuestBookRules
from shared.domain.office import Counter, Office, Service
from shared.domain.opening_hours import Break, OpeningHours, Season, ServiceDay
from shared.domain.standard import (
    Component,
    Reading,
    RequestPromise,
    Requirement,
    Silence,
    Standard,
    Step,
    WalkInPromise,
)
from shared.domain.text import Text
from shared.offices.lines import line_of
from shared.offices.mistakes import explained, no_toml

SHIPPED = Path(__file__).parent
_PARTS = (
    Office,
    Service,
    Counter,
    Text,
    Standard,
    Component,
    GuestBookRules,
    WalkInPromise,
    RequestPromise,
    Requirement,
    Silence,
    Step,
    Reading,
    OpeningHours,
    ServiceDay,
    Season,
    Break,
)
for _part in _PARTS:
    with_config(ConfigDict(extra="forbid"))(_part)  # a misspelt key must not be lost silently
_OFFICE = TypeAdapter(Office)


class ProfileError(Exception):
    """A profile that cannot be used; the message lists every mistake in plain words."""


def load_offices(folder: Path | None = None, *, today: date | None = None) -> dict[str, Office]:
    """Every profile by code: the shipped ones, and those in `folder`, which win."""
    offices = {}
    for file in _files(folder):
        office = load_office(file, today=today)
        offices[office.code] = office
    return dict(sorted(offices.items()))


def load_office(file: Path, *, today: date | None = None) -> Office:
    """One profile, with the holidays of the years around `today` (default: now) filled in."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ProfileError(f"{file.name}: {error}") from error
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(no_toml(file.name, text, error)) from error
    try:
        office = _OFFICE.validate_python(written)
    except ValidationError as error:
        raise ProfileError("\n".join(explained(file.name, text, written, error))) from error
    if office.code != file.stem:
        words = f"code: it is {office.code!r}, so the file must be called {office.code}.toml"
        raise ProfileError(f"{file.name}:{line_of(text, ('code',))}: {words}")
    year = (today or date.today()).year  # noqa: DTZ011 # only chooses which years of holidays to look up
    return replace(office, hours=replace(office.hours, holidays=state_holidays(year - 6, year + 2), changes=()))


@cache
def state_holidays(first_year: int, last_year: int) -> dict[date, str]:
    """National holidays and joint leave (`government`: the library leaves it out unless asked)."""
    years = range(first_year, last_year + 1)
    return dict(holidays.country_holidays("ID", years=years, categories=("public", "government"), language="id"))


def _files(folder: Path | None) -> Iterator[Path]:
    yield from sorted(SHIPPED.glob("*.toml"))
    if folder is not None:
        yield from sorted(folder.glob("*.toml"))

"""Prepares the demonstration: plays the days that are missing behind it, and today up to this moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from shared.app import build_parts
from shared.clock import Clock
from shared.demo.earlier_days import play_day, working_days_before
from shared.demo.people import PASSWORDS_FILE, hire, passwords_in
from shared.demo.stage import Stage
from shared.demo.story_clock import StoryClock
from shared.demo.today import play_today
from shared.demo.told import Told
from shared.domain.opening_hours import office_day
from shared.domain.staff import Person
from shared.front_desk import FrontDesk, Parts, operator
from shared.settings import Settings

OFFICE = "kota-pekanbaru"
LONG_AGO = timedelta(days=90)


def prepare_demo(
    settings: Settings, *, clock: Clock | None = None, say: Callable[[str], None] = lambda _: None
) -> Told:
    """Make the demonstration ready to be served; what is there already stays. `say` is told of each day played.

    Safe to repeat and to break off: the next time plays what is missing. Raises RuntimeError when the database
    belongs to a real office.
    """
    now = (clock or Clock()).now()
    story = StoryClock(now - LONG_AGO)
    parts = build_parts(settings, clock=story)
    try:
        house = FrontDesk(parts, parts.offices[OFFICE], operator(OFFICE))
        _refuse_a_real_office(house, settings)
        passwords = passwords_in(settings.data_dir)
        _play_what_is_missing(parts, hire(house, passwords), story, now, say)
        return Told(parts.offices[OFFICE], passwords)
    finally:
        parts.database.close()


def _refuse_a_real_office(house: FrontDesk, settings: Settings) -> None:
    """A demonstration writes visitors who never came: that must not happen to a journal that means something."""
    ours = (settings.data_dir / PASSWORDS_FILE).exists()
    if not ours and (house.staff() or house.reading(lambda records: records.seq())):
        raise RuntimeError(f"the database in {settings.data_dir} is a real office's; give `pst demo` its own folder")


def _play_what_is_missing(
    parts: Parts, officers: Mapping[int, Person], story: StoryClock, now: datetime, say: Callable[[str], None]
) -> None:
    office = parts.offices[OFFICE]
    today = office_day(now, office.time_zone)
    ends = parts.database.reading(OFFICE, lambda records: records.head().at)
    last = office_day(ends, office.time_zone) if ends else date.min
    # Earlier days keep the published hours; only today is a rehearsal.
    by_the_hours = replace(parts, settings=replace(parts.settings, always_open=False))
    for day, hours in working_days_before(today, office.hours).items():
        if day > last:
            say(f"{day:%d-%m-%Y}")
            play_day(Stage(by_the_hours, OFFICE, officers, story), day, hours)
    if today > last:
        say(f"{today:%d-%m-%Y}")
        play_today(Stage(parts, OFFICE, officers, story), now)

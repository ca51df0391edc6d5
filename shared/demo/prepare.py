"""Prepares the demonstration: plays the days that are missing behind it, and today up to this moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from math import ceil

from shared.app import build_parts
from shared.clock import Clock
from shared.database import OfficeRecords
from shared.demo.daybook import Daybook
from shared.demo.earlier_days import play_day
from shared.demo.history import TWO_WEEKS, History
from shared.demo.people import PASSWORDS_FILE, hire, passwords_in
from shared.demo.stage import Stage
from shared.demo.story_clock import StoryClock
from shared.demo.today import play_today
from shared.demo.told import Told
from shared.domain.opening_hours import DAY_ENDS_AT, ServiceDay, office_day
from shared.domain.staff import Person
from shared.front_desk import FrontDesk, Parts, operator
from shared.offices import load_offices
from shared.settings import Settings

OFFICE = "kota-pekanbaru"
BOOK_GOES_BACK = 366
"""Days: a year of the guest book is as much as any recapitulation asks for."""
REQUESTS_GO_BACK = 45
"""Days: the words of older requests would be on their way to being erased anyway."""
MOST_LINES = 25
"""A long history is told of in about so many steps."""


def prepare_demo(
    settings: Settings,
    history: History = TWO_WEEKS,
    *,
    clock: Clock | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Told:
    """Make the demonstration ready to be served; what is there already stays. `say` is told how far it is.

    Safe to repeat and to break off: a day is played whole or not at all, and the next time plays what is missing.
    Raises RuntimeError when the database belongs to a real office, ValueError for a history longer than six years.
    """
    now = (clock or Clock()).now()
    office = load_offices(settings.offices_dir, today=now.date())[OFFICE]
    today = office_day(now, office.time_zone)
    behind = history.working_days_before(today, office.hours)
    story = StoryClock(min(now, datetime.combine(min(behind), DAY_ENDS_AT, office.time_zone)).astimezone(UTC))
    parts = replace(build_parts(settings, clock=story), offices={OFFICE: office})
    try:
        house = FrontDesk(parts, office, operator(OFFICE))
        _refuse_a_real_office(house, settings)
        passwords = passwords_in(settings.data_dir)
        _Past(parts, hire(house, passwords), story, say).play_what_is_missing(behind, today, now)
        return Told(office, passwords)
    finally:
        parts.database.close()


def _refuse_a_real_office(house: FrontDesk, settings: Settings) -> None:
    """A demonstration writes visitors who never came: that must not happen to a journal that means something."""
    ours = (settings.data_dir / PASSWORDS_FILE).exists()
    if not ours and (house.staff() or house.reading(lambda records: records.seq())):
        raise RuntimeError(f"the database in {settings.data_dir} is a real office's; give `pst demo` its own folder")


@dataclass(frozen=True, slots=True)
class _Past:
    """Everything that happened before somebody looks."""

    parts: Parts
    officers: Mapping[int, Person]
    story: StoryClock
    say: Callable[[str], None]

    def play_what_is_missing(self, behind: Mapping[date, ServiceDay], today: date, now: datetime) -> None:
        """The working days that come after the journal's last one, and today."""
        zone = self.parts.offices[OFFICE].time_zone
        head = self.parts.database.reading(OFFICE, lambda records: records.head())
        last = office_day(head.at, zone) if head.at else date.min
        self._regret_what_came_before(min(behind), last)
        # Earlier days keep the published hours; only today is a rehearsal.
        by_the_hours = replace(self.parts, settings=replace(self.parts.settings, always_open=False))
        missing = {day: hours for day, hours in behind.items() if day > last}
        for nth, (day, hours) in enumerate(missing.items()):
            if nth % ceil(len(missing) / MOST_LINES) == 0:
                self.say(f"Menyiapkan hari / preparing {day:%d-%m-%Y}")
            self._play(by_the_hours, partial(play_day, day=day, hours=hours), (today - day).days)
        if today > last:
            self.say(f"Menyiapkan hari / preparing {today:%d-%m-%Y}")
            self._play(self.parts, partial(play_today, now=now))

    def _regret_what_came_before(self, first: date, last: date) -> None:
        """The journal only goes forward: nothing can be put before its first day."""
        there = self.parts.database.reading(OFFICE, lambda records: records.closed_days(date.min, last))
        if there and first < there[0]:
            self.say(
                f"Riwayat sudah dimulai {there[0]:%d-%m-%Y}; yang lebih panjang memerlukan --data-dir baru / "
                f"the history already begins on {there[0]:%d-%m-%Y}; a longer one needs a new --data-dir"
            )

    def _play(self, parts: Parts, told: Callable[[Stage], None], days_ago: int = 0) -> None:
        """One day, one commit. A guest book of long ago would cost time, and its institutions be forgotten by now."""

        def whole_day(records: OfficeRecords) -> None:
            stage = Stage(replace(parts, database=Daybook(records)), OFFICE, self.officers, self.story)
            stage.keeps_book = days_ago <= BOOK_GOES_BACK
            stage.knows_institutions = days_ago < stage.office.guest_book.keeps_days
            stage.hears_from_afar = days_ago <= REQUESTS_GO_BACK
            told(stage)

        parts.database.writing(OFFICE, whole_day)

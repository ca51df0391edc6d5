"""The office's calendar: what the state's list of holidays does not know, entered by the head of the office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Literal

from shared.database import OfficeRecords
from shared.domain.calendar import Asked, Change, facts_of
from shared.domain.calendar.rules import NAME_LENGTH, DayHours, ends_on, refuse_unless_possible, season_week
from shared.domain.guest_book import refuse_identity_number
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.front_desk.days import Days
from shared.front_desk.desk import Work, verb
from shared.front_desk.remarks import TEXT_LENGTH

RAMADAN_NAME = "Ramadan"
Free = Literal["holiday", "joint_leave"]


class Calendar(Days):
    """Verbs of the calendar. They change days that have not begun, and no promise that was given before.

    Each returns the number of the change; the same change twice is one. Each refuses what
    `refuse_unless_possible` refuses. The journal tells kinds, days and decrees; `why` is kept where it can be erased.
    """

    @verb(Role.MANAGER)
    def add_holiday(self, work: Work, day: date, name: str, decree: str, kind: Free = "holiday", why: str = "") -> int:
        """A national holiday, or joint leave, that a decree named after the state's list was written."""
        return self._enter_change(work, Asked(kind=kind, first=day, last=day, name=name, decree=decree), why)

    @verb(Role.MANAGER)
    def strike_holiday(self, work: Work, day: date, decree: str, why: str = "") -> int:
        """A date of the state's list that is none here: it was moved, or the office serves on it."""
        name = self.office.hours.holidays.get(day, "")
        return self._enter_change(
            work, Asked(kind="struck", first=day, last=day, name=name[:NAME_LENGTH], decree=decree), why
        )

    @verb(Role.MANAGER)
    def close_office(self, work: Work, first: date, last: date, name: str, decree: str = "", why: str = "") -> int:
        """The office is closed on these days, both included; `name` is what visitors read."""
        return self._enter_change(work, Asked(kind="closure", first=first, last=last, name=name, decree=decree), why)

    @verb(Role.MANAGER)
    def keep_season(
        self, work: Work, first: date, last: date, ordinary: DayHours, friday: DayHours, decree: str = "", why: str = ""
    ) -> int:
        """Ramadan: other hours from the first to the last day. Also refuses `bad_hours`."""
        week = season_week(self.office.hours, ordinary, friday)
        asked = Asked(kind="season", first=first, last=last, name=RAMADAN_NAME, decree=decree, week=week)
        return self._enter_change(work, asked, why)

    @verb(Role.MANAGER)
    def confirm_year(self, work: Work, year: int, decree: str, why: str = "") -> int:
        """The list of holidays and joint leave of a year is complete: the head of the office says so. Also refuses
        `bad_year`.
        """
        try:
            first, last = date(year, 1, 1), date(year, 12, 31)
        except ValueError:
            raise Refusal("bad_year") from None
        return self._enter_change(work, Asked(kind="confirmed", first=first, last=last, decree=decree), why)

    @verb(Role.MANAGER)
    def take_back_change(self, work: Work, number: int, why: str = "") -> None:
        """End a change from the first day that has not begun; what it did to days before stays.

        Refuses `unknown_change`, and `calendar_past` where all its days have begun. Twice is once.
        """
        change = next((one for one in self.office.hours.changes if one.number == number), None)
        if change is None:
            raise Refusal("unknown_change")
        if not change.stands:
            return
        ends = ends_on(change, first_changeable(work.records, self._today(work.now)))
        self._tell_change(work, "take_back", {"change": number, "from": ends.isoformat()}, why)
        work.records.end_change(work.seq, number, ends)

    def _enter_change(self, work: Work, said: Asked, why: str) -> int:
        asked = replace(said, name=said.name.strip(), decree=said.decree.strip())
        before = _said_before(self.office.hours.changes, asked)
        if before is not None:
            return before.number
        refuse_unless_possible(asked, self.office.hours, first_changeable(work.records, self._today(work.now)))
        self._tell_change(work, asked.kind, facts_of(asked), why)
        work.records.enter_change(work.seq, asked)
        return work.seq

    def _tell_change(self, work: Work, reason: str, facts: dict[str, Any], why: str) -> None:
        """Keeping the calendar opens no office day."""
        refuse_identity_number(why, "why")
        work.note("calendar", day=self._today(work.now), actor=work.actor, reason=reason, facts=facts)
        if why.strip():
            work.explain(why.strip()[:TEXT_LENGTH])


def first_changeable(records: OfficeRecords, today: date) -> date:
    """From which day on the calendar may be changed: today, unless somebody may have come already (rule 8)."""
    return today + timedelta(days=1) if records.has_begun(today) else today


def _said_before(changes: tuple[Change, ...], asked: Asked) -> Change | None:
    return next((one for one in changes if one.stands and one.asked == asked), None)

"""What may be entered into an office's calendar, and from which day on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from shared.domain.calendar import Asked, Change, Kind, newest
from shared.domain.opening_hours import ClosedDay, OpeningHours
from shared.domain.personal import looks_personal
from shared.domain.refusal import Refusal
from shared.domain.service_day import WEEKDAYS, Break, ServiceDay

YEARS_AHEAD = 2
"""How far ahead dates are entered: as far as the state's list is asked for."""
NAME_LENGTH, DECREE_LENGTH = 80, 120
LONGEST = {"closure": 31, "season": 62}
"""Days; a longer one is likelier a slip of the hand in the year."""
NAMED: tuple[Kind, ...] = ("holiday", "joint_leave", "closure")
BY_DECREE: tuple[Kind, ...] = ("holiday", "joint_leave", "struck", "confirmed")
ORDINARY = WEEKDAYS[:4]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayHours:
    """Hours of a season as somebody enters them, in office time, with at most one break."""

    opens: time
    closes: time
    pause: tuple[time, time] | None = None


RAMADAN = DayHours(opens=time(8), closes=time(15))
RAMADAN_FRIDAY = DayHours(opens=time(8), closes=time(15, 30), pause=(time(11, 30), time(12, 30)))
"""Perpres 21/2023 Pasal 4: 32 hours 30 minutes in Ramadan, from 08.00, with 60 minutes of break on Fridays."""


def season_week(usual: OpeningHours, ordinary: DayHours, friday: DayHours) -> tuple[ServiceDay, ...]:
    """The week of a season; days that neither names, such as a Saturday, keep their usual hours.

    Refuses `bad_hours`.
    """
    try:
        named = (
            _service_day(ORDINARY, ordinary, "Istirahat", "Break"),
            _service_day(("friday",), friday, "Istirahat salat Jumat", "Friday prayer break"),
        )
    except ValueError:
        raise Refusal("bad_hours") from None
    others = (
        ServiceDay(days=rest, opens=hours.opens, closes=hours.closes, breaks=hours.breaks)
        for hours in usual.week
        if (rest := tuple(day for day in hours.days if day not in (*ORDINARY, "friday")))
    )
    return (*named, *others)


def refuse_unless_possible(asked: Asked, hours: OpeningHours, from_day: date) -> None:
    """Refuse a change that touches a day before `from_day`, or that does not fit the calendar as it is.

    Refuses `bad_span`, `calendar_past`, `calendar_far`, `name_needed`, `decree_needed`, `words_long`, `private_words`,
    `already_closed`, `no_such_holiday`, `season_overlaps` and `already_confirmed`.
    """
    _refuse_bad_words(asked)
    _refuse_bad_span(asked, from_day)
    if asked.kind in ("holiday", "joint_leave") and (name := hours.holiday_on(asked.first)) is not None:
        raise Refusal("already_closed", name=name)
    if asked.kind == "struck" and (hours.holidays.get(asked.first) is None or hours.holiday_on(asked.first) is None):
        raise Refusal("no_such_holiday")
    if asked.kind == "closure":
        _refuse_closed_anyway(asked, hours)
    if asked.kind == "season" and (other := _other_season(asked, hours)):
        raise Refusal("season_overlaps", name=other.asked.name, first=other.asked.first, last=other.asked.last)
    if asked.kind == "confirmed" and hours.is_confirmed(asked.first.year):
        raise Refusal("already_confirmed", year=asked.first.year)


def ends_on(change: Change, from_day: date) -> date:
    """From which day a change that is taken back no longer holds; `calendar_past` where all its days have begun."""
    if change.kind == "confirmed":
        return change.asked.first
    if change.asked.last < from_day:
        raise Refusal("calendar_past", earliest=from_day)
    return max(change.asked.first, from_day)


def _refuse_bad_words(asked: Asked) -> None:
    if asked.kind in NAMED and not asked.name:
        raise Refusal("name_needed")
    if asked.kind in BY_DECREE and not asked.decree:
        raise Refusal("decree_needed")
    if len(asked.name) > NAME_LENGTH or len(asked.decree) > DECREE_LENGTH:
        raise Refusal("words_long", name=NAME_LENGTH, decree=DECREE_LENGTH)
    if looks_personal(asked.name) or looks_personal(asked.decree):
        raise Refusal("private_words")


def _refuse_bad_span(asked: Asked, from_day: date) -> None:
    days = (asked.last - asked.first).days + 1
    if days < 1:
        raise Refusal("bad_span")
    if asked.kind == "confirmed":
        if asked.first.year < from_day.year:
            raise Refusal("calendar_past", earliest=from_day)
    elif asked.first < from_day:
        raise Refusal("calendar_past", earliest=from_day)
    if asked.last.year > from_day.year + YEARS_AHEAD:
        raise Refusal("calendar_far", year=from_day.year + YEARS_AHEAD)
    if days > (most := LONGEST.get(asked.kind, days)):
        raise Refusal("span_long", most=most)


def _refuse_closed_anyway(asked: Asked, hours: OpeningHours) -> None:
    """A closure of days on which nobody would come anyway is a slip of the hand; one of two closures would do."""
    found = [hours.on(day) for day in _days(asked)]
    if all(isinstance(one, ClosedDay) for one in found):
        name = next((one.name for one in found if isinstance(one, ClosedDay) and one.name), None)
        raise Refusal("already_closed", name=name)


def _other_season(asked: Asked, hours: OpeningHours) -> Change | None:
    return next((one for day in _days(asked) if (one := newest(hours.changes, day, "season"))), None)


def _days(asked: Asked) -> Iterator[date]:
    for passed in range((asked.last - asked.first).days + 1):
        yield asked.first + timedelta(days=passed)


def _service_day(days: tuple[str, ...], said: DayHours, name: str, name_en: str) -> ServiceDay:
    pauses = (Break(start=said.pause[0], end=said.pause[1], name=name, name_en=name_en),) if said.pause else ()
    return ServiceDay(days=days, opens=said.opens, closes=said.closes, breaks=pauses)

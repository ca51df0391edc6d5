"""The merged calendar: the state's list, the profile, and what the head of the office entered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.calendar import Asked, Change, Kind
from shared.domain.calendar.rules import (
    RAMADAN,
    RAMADAN_FRIDAY,
    DayHours,
    ends_on,
    refuse_unless_possible,
    season_week,
)
from shared.domain.opening_hours import WEEKDAYS, ClosedDay, OpeningHours, ServiceDay
from shared.domain.refusal import Refusal
from shared.domain.working_days import due
from shared.offices import SHIPPED, load_office
from tests.cast import THURSDAY, pekanbaru

HOURS = pekanbaru().hours
FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)
CHRISTMAS_LEAVE = date(2026, 12, 24)
WEEK = season_week(HOURS, RAMADAN, RAMADAN_FRIDAY)
START = datetime(2026, 11, 1, tzinfo=UTC)
SKB = "SKB 3 Menteri No. 933/1/3 Tahun 2026"


def asked(kind: Kind, first: date, last: date | None = None, *, name: str = "Banjir", decree: str = SKB) -> Asked:
    week = WEEK if kind == "season" else ()
    return Asked(kind=kind, first=first, last=last or first, name=name, decree=decree, week=week)


def entered(*wanted: Asked, ends: date | None = None) -> OpeningHours:
    """The hours of the office after these changes, an hour apart; the last one is taken back if `ends` says so."""
    changes = [
        Change(number=number, asked=one, entered_at=START + timedelta(hours=number))
        for number, one in enumerate(wanted, start=1)
    ]
    if ends:
        changes[-1] = replace(changes[-1], ends=ends, ended_at=START + timedelta(days=1), ended_in=99)
    return replace(HOURS, changes=tuple(changes))


@pytest.mark.parametrize("office", ["kota-pekanbaru", "jambi", "maluku-utara"])
@pytest.mark.parametrize(
    ("received", "days", "ends"),
    [
        ("2026-03-16", 3, "2026-03-26"),
        ("2026-03-17", 3, "2026-03-27"),
        ("2026-03-19", 1, "2026-03-25"),
        ("2026-04-02", 1, "2026-04-06"),
        ("2026-05-13", 2, "2026-05-19"),
        ("2026-05-26", 1, "2026-05-29"),
        ("2026-08-14", 3, "2026-08-20"),
        ("2026-12-23", 5, "2027-01-04"),
        ("2027-03-04", 3, "2027-03-17"),
    ],
)
def test_the_published_vectors_hold_where_ramadan_and_a_year_were_entered(
    office: str, received: str, days: int, ends: str
) -> None:
    hours = load_office(SHIPPED / f"{office}.toml", today=THURSDAY).hours
    ramadan = asked("season", date(2027, 2, 8), date(2027, 3, 9))
    year = asked("confirmed", date(2027, 1, 1), date(2027, 12, 31))
    merged = replace(hours, changes=(*entered(ramadan, year).changes,))
    assert due(date.fromisoformat(received), days, merged).day == date.fromisoformat(ends)


def test_a_closure_a_decreed_day_and_a_struck_one_move_a_due_date() -> None:
    assert due(THURSDAY, 1, HOURS).day == FRIDAY
    closed = due(THURSDAY, 1, entered(asked("closure", FRIDAY)))
    assert (closed.day, closed.left_out[0].reason, closed.left_out[0].name) == (MONDAY, "closure", "Banjir")
    leave = due(THURSDAY, 1, entered(asked("joint_leave", FRIDAY, name="Cuti bersama")))
    assert (leave.day, leave.left_out[0].reason, leave.left_out[0].name) == (MONDAY, "holiday", "Cuti bersama")
    assert due(date(2026, 12, 23), 5, entered(asked("struck", CHRISTMAS_LEAVE))).day == date(2026, 12, 31)


def test_ramadan_has_its_own_hours_from_its_first_to_its_last_day() -> None:
    hours = entered(asked("season", THURSDAY, FRIDAY))
    ordinary, friday = hours.on(THURSDAY), hours.on(FRIDAY)
    assert isinstance(ordinary, ServiceDay)
    assert isinstance(friday, ServiceDay)
    assert (ordinary.opens, ordinary.closes, ordinary.breaks) == (time(8), time(15), ())
    assert (friday.closes, friday.breaks[0].start, friday.breaks[0].end) == (time(15, 30), time(11, 30), time(12, 30))
    assert hours.on(MONDAY) == HOURS.on(MONDAY)
    assert hours.on(THURSDAY - timedelta(days=1)) == HOURS.on(THURSDAY - timedelta(days=1))


def test_a_saturday_keeps_its_hours_in_ramadan() -> None:
    saturday = ServiceDay(days=("saturday",), opens=time(9), closes=time(12))
    usual = replace(HOURS, week=(*HOURS.week, saturday))
    assert season_week(usual, RAMADAN, RAMADAN_FRIDAY)[-1] == saturday
    assert {day for hours in season_week(usual, RAMADAN, RAMADAN_FRIDAY) for day in hours.days} == set(WEEKDAYS[:6])


def test_hours_that_do_not_follow_each_other_are_refused() -> None:
    with pytest.raises(Refusal, match="bad_hours"):
        season_week(HOURS, DayHours(opens=time(15), closes=time(8)), RAMADAN_FRIDAY)
    with pytest.raises(Refusal, match="bad_hours"):
        season_week(HOURS, RAMADAN, replace(RAMADAN_FRIDAY, pause=(time(7), time(9))))


def test_a_promise_keeps_the_calendar_that_was_in_force_when_it_was_given() -> None:
    hours = entered(asked("closure", FRIDAY), ends=FRIDAY)
    before, between = START, START + timedelta(hours=1)
    assert [due(THURSDAY, 1, hours.as_known(moment)).day for moment in (before, between)] == [FRIDAY, MONDAY]
    assert due(THURSDAY, 1, hours).day == FRIDAY, "it was taken back since"


def test_a_promise_in_an_unsure_year_moves_with_the_decree_and_not_with_a_closure_of_the_office() -> None:
    received, due_day = date(2028, 1, 4), date(2028, 1, 5)
    assert due(received, 1, HOURS).unsure_years == (2028,)
    decreed = entered(asked("joint_leave", due_day, name="Cuti bersama")).as_known(START)
    assert due(received, 1, decreed).day == date(2028, 1, 6)
    closed = entered(asked("closure", due_day)).as_known(START)
    assert due(received, 1, closed).day == due_day
    sure = asked("confirmed", date(2028, 1, 1), date(2028, 12, 31))
    later = entered(sure, asked("joint_leave", due_day, name="Cuti bersama")).as_known(START + timedelta(hours=1))
    assert due(received, 1, later).day == due_day, "the list was said to be complete"


def test_a_season_that_is_taken_back_ends_and_what_was_stays() -> None:
    hours = entered(asked("season", THURSDAY, MONDAY), ends=FRIDAY)
    assert hours.on(THURSDAY) == WEEK[0]
    assert hours.on(FRIDAY) == HOURS.on(FRIDAY)


def test_only_who_confirms_a_year_says_that_its_list_is_complete() -> None:
    leave = asked("joint_leave", date(2028, 3, 3), name="Cuti bersama Idulfitri")
    year = asked("confirmed", date(2028, 1, 1), date(2028, 12, 31))
    assert HOURS.is_unsure(2028)
    assert entered(leave).is_unsure(2028), "one day of eight is no list"
    assert not entered(leave, year).is_unsure(2028)
    assert entered(leave, year, ends=date(2028, 1, 1)).is_unsure(2028)
    assert due(date(2027, 12, 30), 3, entered(leave)).unsure_years == (2028,)
    assert due(date(2027, 12, 30), 3, entered(year)).unsure_years == ()
    assert not HOURS.is_unsure(2026), "the state's list has it"


@pytest.mark.parametrize(
    ("wanted", "refusal"),
    [
        (asked("closure", THURSDAY), "calendar_past"),
        (asked("season", THURSDAY, MONDAY), "calendar_past"),
        (asked("closure", MONDAY, FRIDAY), "bad_span"),
        (asked("closure", FRIDAY, FRIDAY + timedelta(days=31)), "span_long"),
        (asked("season", FRIDAY, FRIDAY + timedelta(days=62)), "span_long"),
        (asked("closure", date(2029, 1, 2)), "calendar_far"),
        (asked("closure", FRIDAY, name=""), "name_needed"),
        (asked("holiday", FRIDAY, name=""), "name_needed"),
        (asked("holiday", FRIDAY, decree=""), "decree_needed"),
        (asked("struck", CHRISTMAS_LEAVE, decree=""), "decree_needed"),
        (asked("confirmed", date(2027, 1, 1), date(2027, 12, 31), decree=""), "decree_needed"),
        (asked("confirmed", date(2025, 1, 1), date(2025, 12, 31)), "calendar_past"),
        (asked("closure", FRIDAY, name="Hubungi 081234567890"), "private_words"),
        (asked("holiday", FRIDAY, decree="rahmi@example.com"), "private_words"),
        (asked("closure", FRIDAY, name="B" * 81), "words_long"),
        (asked("holiday", CHRISTMAS_LEAVE), "already_closed"),
        (asked("closure", CHRISTMAS_LEAVE), "already_closed"),
        (asked("closure", date(2026, 11, 21), date(2026, 11, 22)), "already_closed"),
        (asked("struck", FRIDAY), "no_such_holiday"),
    ],
)
def test_what_does_not_fit_the_calendar_is_refused(wanted: Asked, refusal: str) -> None:
    with pytest.raises(Refusal) as refused:
        refuse_unless_possible(wanted, HOURS, FRIDAY)
    assert refused.value.key == refusal


@pytest.mark.parametrize(
    ("before", "wanted", "refusal"),
    [
        (asked("season", FRIDAY, MONDAY), asked("season", MONDAY, date(2026, 12, 1)), "season_overlaps"),
        (asked("struck", CHRISTMAS_LEAVE), asked("struck", CHRISTMAS_LEAVE), "no_such_holiday"),
        (
            asked("confirmed", date(2027, 1, 1), date(2027, 12, 31)),
            asked("confirmed", date(2027, 1, 1), date(2027, 12, 31), decree="SKB lain"),
            "already_confirmed",
        ),
    ],
)
def test_what_was_entered_before_is_not_entered_again(before: Asked, wanted: Asked, refusal: str) -> None:
    refuse_unless_possible(before, HOURS, FRIDAY)
    with pytest.raises(Refusal) as refused:
        refuse_unless_possible(wanted, entered(before), FRIDAY)
    assert refused.value.key == refusal


def test_a_moved_holiday_is_struck_and_named_on_its_new_date() -> None:
    moved = (asked("struck", CHRISTMAS_LEAVE), asked("holiday", CHRISTMAS_LEAVE, name="Pilkada"))
    refuse_unless_possible(moved[1], entered(moved[0]), FRIDAY)
    assert entered(*moved).on(CHRISTMAS_LEAVE) == ClosedDay("holiday", "Pilkada")


def test_what_has_begun_is_not_taken_back() -> None:
    [past] = entered(asked("closure", THURSDAY)).changes
    with pytest.raises(Refusal, match="calendar_past"):
        ends_on(past, FRIDAY)
    [running] = entered(asked("season", THURSDAY, MONDAY)).changes
    assert ends_on(running, FRIDAY) == FRIDAY
    [ahead] = entered(asked("closure", MONDAY)).changes
    assert ends_on(ahead, FRIDAY) == MONDAY


DATES = st.dates(date(2026, 11, 1), date(2027, 1, 31))
KINDS: list[Kind] = ["holiday", "joint_leave", "struck", "closure", "season"]


@st.composite
def some_changes(draw: st.DrawFn) -> list[Change]:
    """Whatever may stand in the table, more than the rules would let in."""
    changes = []
    for number in range(draw(st.integers(0, 8))):
        first = draw(DATES)
        last = first + timedelta(days=draw(st.integers(0, 12)))
        ends = draw(st.none() | DATES)
        wanted = asked(draw(st.sampled_from(KINDS)), first, last, name=f"Perubahan {number}")
        changes.append(Change(number=number + 1, asked=wanted, entered_at=START, ends=ends))
    return changes


def slowly(changes: Sequence[Change], day: date) -> tuple[str, str | None]:
    """Reads each list day by day, the last entry wins: closed by the office, by the state, in a season, or as ever."""
    found: dict[str, Change] = {}
    for change in changes:
        span = [
            change.asked.first + timedelta(days=n) for n in range((change.asked.last - change.asked.first).days + 1)
        ]
        kept = [one for one in span if change.ends is None or one < change.ends]
        if day in kept:
            found["off" if change.kind in ("holiday", "joint_leave") else change.kind] = change
    if "closure" in found:
        return "closure", found["closure"].asked.name
    if "off" in found:
        return "holiday", found["off"].asked.name
    if day in HOURS.holidays and "struck" not in found:
        return "holiday", HOURS.holidays[day]
    if day.weekday() > 4:
        return "weekend", None
    if "season" in found:
        return "15:30" if day.weekday() == 4 else "15:00", None
    return "16:00" if day.weekday() == 4 else "15:30", None


@given(some_changes(), DATES)
def test_the_merged_calendar_is_what_a_slow_reading_of_every_list_says(changes: list[Change], day: date) -> None:
    found = replace(HOURS, changes=tuple(changes)).on(day)
    told = (found.reason, found.name) if isinstance(found, ClosedDay) else (f"{found.closes:%H:%M}", None)
    assert told == slowly(changes, day)


@given(some_changes(), DATES, st.integers(1, 6))
def test_a_due_date_is_what_a_slow_count_over_the_merged_calendar_says(
    changes: list[Change], received: date, days: int
) -> None:
    day, left = received, days
    while left:
        day += timedelta(days=1)
        left -= slowly(changes, day)[0] not in ("closure", "holiday", "weekend")
    assert due(received, days, replace(HOURS, changes=tuple(changes))).day == day

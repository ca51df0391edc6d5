"""When numbers are given: in the office's own zone, half an hour before opening, breaks included."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.opening_hours import Opening, OpeningHours, Season, ServiceDay, office_day
from tests.cast import JAKARTA, THURSDAY, moment, pekanbaru, ternate

FRIDAY = THURSDAY + timedelta(days=1)
SATURDAY = THURSDAY + timedelta(days=2)
MONDAY = THURSDAY + timedelta(days=4)
NEW_YEAR = date(2027, 1, 1)  # a Friday
JOINT_LEAVE = date(2026, 12, 24)  # cuti bersama, a Thursday
HOURS = pekanbaru().hours


def at(clock: str, day: date = THURSDAY, hours: OpeningHours = HOURS) -> Opening:
    return hours.at(moment(clock, day), JAKARTA)


def test_half_an_hour_before_opening_numbers_are_given() -> None:
    early = at("07:29:59")
    assert (early.gives_numbers, early.reason) == (False, "before_opening")
    assert early.opens_at == early.changes_at == moment("07:30")
    assert at("07:30").gives_numbers


def test_an_office_may_choose_when_its_numbers_begin() -> None:
    hours = replace(HOURS, numbers_from_minutes=0)
    assert not at("07:59:59", hours=hours).gives_numbers
    assert at("08:00", hours=hours).gives_numbers


def test_the_last_number_is_given_before_closing() -> None:
    assert at("15:29:59").gives_numbers
    closed = at("15:30")
    assert (closed.gives_numbers, closed.reason, closed.opens_at) == (False, "after_closing", moment("08:00", FRIDAY))


def test_in_the_friday_break_numbers_are_given_and_the_pause_is_named() -> None:
    pause = at("11:30", FRIDAY)
    assert pause.gives_numbers
    assert pause.pause is not None
    assert (pause.pause.name, pause.pause.name_en) == ("Istirahat salat Jumat", "Friday prayer break")
    assert pause.changes_at == moment("13:00", FRIDAY)
    assert at("13:00", FRIDAY).pause is None


def test_a_screen_knows_when_to_look_again() -> None:
    changes = [at(clock, FRIDAY).changes_at for clock in ("07:45", "08:00", "11:30", "13:00")]
    assert changes == [moment(clock, FRIDAY) for clock in ("08:00", "11:30", "13:00", "16:00")]
    assert at("15:30").changes_at == moment("00:00", FRIDAY)


def test_at_the_weekend_the_office_opens_on_monday() -> None:
    closed = at("10:00", SATURDAY)
    assert (closed.gives_numbers, closed.reason, closed.name) == (False, "weekend", None)
    assert closed.opens_at == moment("08:00", MONDAY)


def test_after_closing_on_friday_the_office_opens_on_monday() -> None:
    assert at("16:00", FRIDAY).opens_at == moment("08:00", MONDAY)


def test_a_public_holiday_is_named() -> None:
    closed = at("10:00", NEW_YEAR)
    assert (closed.gives_numbers, closed.reason) == (False, "holiday")
    assert closed.name == "Tahun Baru Masehi"
    assert closed.opens_at == moment("08:00", date(2027, 1, 4))


def test_joint_leave_is_a_holiday_too() -> None:
    closed = at("10:00", JOINT_LEAVE)
    assert (closed.gives_numbers, closed.reason) == (False, "holiday")
    assert "cuti bersama" in str(closed.name).lower()


def test_an_office_closes_on_days_of_its_own() -> None:
    hours = replace(HOURS, closures={THURSDAY: "Rapat kerja daerah"})
    closed = at("10:00", hours=hours)
    assert (closed.reason, closed.name, closed.opens_at) == ("closure", "Rapat kerja daerah", moment("08:00", FRIDAY))


def test_a_season_has_hours_of_its_own() -> None:
    shorter = ServiceDay(
        days=("monday", "tuesday", "wednesday", "thursday"),
        opens=moment("08:30").time(),
        closes=moment("14:00").time(),
    )
    ramadan = Season(first=THURSDAY, last=FRIDAY, name="Ramadan", week=(shorter,))
    hours = replace(HOURS, seasons=(ramadan,))
    assert not at("14:00", hours=hours).gives_numbers
    assert at("14:00", THURSDAY - timedelta(days=1), hours).gives_numbers
    assert at("10:00", FRIDAY, hours).reason == "weekend"  # the season's week names no Friday
    assert at("14:00", hours=hours).opens_at == moment("08:00", MONDAY)


def test_an_office_that_never_opens_again_promises_no_opening() -> None:
    never = replace(HOURS, week=())
    assert at("10:00", hours=never).opens_at is None


@pytest.mark.parametrize(
    ("zone", "opens_utc"), [("Asia/Jakarta", "01:00"), ("Asia/Makassar", "00:00"), ("Asia/Jayapura", "23:00")]
)
def test_the_same_hours_open_an_office_by_its_own_zone(zone: str, opens_utc: str) -> None:
    hour, minute = (int(part) for part in opens_utc.split(":"))
    day = 18 if hour == 23 else 19
    opens = datetime(2026, 11, day, hour, minute, tzinfo=UTC)
    assert HOURS.at(opens, ZoneInfo(zone)).opens_at == opens
    assert HOURS.at(opens - timedelta(minutes=30), ZoneInfo(zone)).gives_numbers
    assert not HOURS.at(opens - timedelta(minutes=31), ZoneInfo(zone)).gives_numbers


def test_the_zone_is_said_in_letters() -> None:
    assert (pekanbaru().zone_letters, ternate().zone_letters) == ("WIB", "WIT")
    assert replace(pekanbaru(), zone="Asia/Makassar").zone_letters == "WITA"


@pytest.mark.parametrize(("clock", "day"), [("02:59:59", -1), ("03:00", 0), ("23:59", 0), ("00:30", -1)])
def test_the_office_day_turns_at_three_in_the_morning(clock: str, day: int) -> None:
    assert office_day(moment(clock), JAKARTA) == THURSDAY + timedelta(days=day)


def test_the_office_day_is_the_offices_own_and_not_the_servers() -> None:
    dawn = datetime(2026, 11, 18, 19, 0, tzinfo=UTC)  # 02:00 WIB, 04:00 WIT
    assert office_day(dawn, JAKARTA) == date(2026, 11, 18)
    assert office_day(dawn, ZoneInfo("Asia/Jayapura")) == date(2026, 11, 19)


@given(st.datetimes(datetime(2024, 1, 1), datetime(2032, 12, 31)))  # noqa: DTZ001 # a zone is given below
def test_every_moment_of_years_has_an_answer_and_a_later_change(local: datetime) -> None:
    now = local.replace(tzinfo=JAKARTA)
    opening = HOURS.at(now, JAKARTA)
    assert opening.changes_at > now
    assert opening.gives_numbers == (opening.reason is None)
    assert opening.opens_at is not None  # within two months there is always a working day


@pytest.mark.parametrize("day", [date(2028, 2, 29), date(2026, 12, 31), date(2027, 12, 31)])
def test_leap_days_and_the_end_of_a_year_are_days_like_others(day: date) -> None:
    evening = at("23:59:59", day)
    assert evening.changes_at == moment("00:00", day + timedelta(days=1))
    assert evening.opens_at is not None
    assert evening.opens_at > moment("23:59:59", day)

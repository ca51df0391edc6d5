"""Silence closes a conversation at the moment that the standard names, in the office's own zone, with one reminder."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.office import Office
from shared.domain.silence import closing
from shared.domain.standard import Silence
from shared.domain.working_days import not_a_working_day
from shared.offices import SHIPPED, load_office
from tests.cast import THURSDAY

WIB, WITA, WIT = (ZoneInfo(f"Asia/{city}") for city in ("Jakarta", "Makassar", "Jayapura"))


def shipped(code: str) -> Office:
    return load_office(SHIPPED / f"{code}.toml", today=THURSDAY)


@pytest.mark.parametrize(
    ("code", "last", "reminds", "closes"),
    [
        # Kepulauan Riau: 24 hours of the clock, over a Saturday too; visitor 7 wrote on a Friday at 16.40.
        ("kepulauan-riau", "2026-11-20T16:40", "2026-11-21T10:40", "2026-11-21T16:40"),
        # Kota Pekanbaru and Maluku Utara: seven days of the calendar, the seventh is whole.
        ("kota-pekanbaru", "2026-11-20T09:00", "2026-11-27T00:00", "2026-11-28T00:00"),
        ("maluku-utara", "2026-12-28T23:59", "2027-01-04T00:00", "2027-01-05T00:00"),
        # Jambi: three working days, the longer of its two sentences; over joint leave in March 2026.
        ("jambi", "2026-11-20T09:00", "2026-11-25T00:00", "2026-11-26T00:00"),
        ("jambi", "2026-03-17T15:00", "2026-03-27T00:00", "2026-03-28T00:00"),
    ],
)
def test_each_office_closes_as_its_standard_says(code: str, last: str, reminds: str, closes: str) -> None:
    office = shipped(code)
    assert office.standard.silence is not None
    began = datetime.fromisoformat(last).replace(tzinfo=office.time_zone)
    found = closing(began, office.standard.silence, office.hours, office.time_zone)
    told = [moment.astimezone(office.time_zone).isoformat()[:16] for moment in (found.reminds_at, found.closes_at)]
    assert told == [reminds, closes]


def test_kota_kediri_closes_nobodys_conversation_for_silence() -> None:
    assert shipped("kota-kediri").standard.silence is None


@pytest.mark.parametrize(("zone", "day"), [(WIB, 27), (WITA, 28), (WIT, 28)])
def test_the_day_on_which_silence_begins_is_the_offices_own(zone: ZoneInfo, day: int) -> None:
    """16.30 UTC is the same evening in Jakarta and already the next day in Makassar and Jayapura."""
    began = datetime(2026, 11, 20, 16, 30, tzinfo=UTC)
    found = closing(began, Silence(sentence="", quantity=7, unit="days"), shipped("jambi").hours, zone)
    assert found.closes_at == datetime(2026, 11, day + 1, tzinfo=zone)


@given(
    st.datetimes(datetime(2025, 1, 1), datetime(2027, 6, 1)),  # noqa: DTZ001 # the zone is the strategy's
    st.sampled_from(["hours", "days", "working_days"]),
    st.integers(1, 14),
)
def test_silence_never_closes_before_its_reminder_nor_sooner_for_working_days(
    began: datetime, unit: str, quantity: int
) -> None:
    office = shipped("jambi")
    last = began.replace(tzinfo=WIB)
    found = closing(last, Silence(sentence="", quantity=quantity, unit=unit), office.hours, WIB)  # type: ignore[arg-type] # one of the three
    assert last <= found.reminds_at < found.closes_at
    in_days = closing(last, Silence(sentence="", quantity=quantity, unit="days"), office.hours, WIB).closes_at
    if unit == "hours":
        assert found.closes_at - last == timedelta(hours=quantity)
    if unit == "working_days":
        assert found.closes_at >= in_days
        assert not_a_working_day(_last_day(found.closes_at), office.hours) is None


def _last_day(closes: datetime) -> date:
    return (closes - timedelta(seconds=1)).date()

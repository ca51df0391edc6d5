"""Which backups stay: pure, so it is tried on any history of backups."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shared.backup.thinning import DAILY, LONGEST, NEWEST, WEEKLY, staying

NOW = datetime(2026, 11, 19, 9, tzinfo=UTC)
AGES = st.timedeltas(timedelta(0), timedelta(days=60))
HISTORIES = st.lists(AGES.map(lambda age: (NOW - age).replace(microsecond=0)), max_size=200)


@given(HISTORIES)
def test_none_is_made_up_and_none_is_older_than_was_promised(made: list[datetime]) -> None:
    stay = staying(made, NOW)
    assert stay <= set(made)
    assert all(NOW - moment <= LONGEST for moment in stay)


@given(HISTORIES)
def test_the_newest_always_stay_and_never_more_than_all_three_kinds_together(made: list[datetime]) -> None:
    young = sorted({moment for moment in made if NOW - moment <= LONGEST}, reverse=True)
    stay = staying(made, NOW)
    assert set(young[:NEWEST]) <= stay
    assert len(stay) <= NEWEST + DAILY + WEEKLY


@given(HISTORIES)
def test_each_of_the_last_fourteen_days_and_five_weeks_with_a_backup_keeps_its_newest(made: list[datetime]) -> None:
    young = [moment for moment in made if NOW - moment <= LONGEST]
    stay = staying(made, NOW)
    for day in sorted({moment.date() for moment in young}, reverse=True)[:DAILY]:
        assert max(moment for moment in young if moment.date() == day) in stay
    for week in sorted({moment.isocalendar()[:2] for moment in young}, reverse=True)[:WEEKLY]:
        assert max(moment for moment in young if moment.isocalendar()[:2] == week) in stay


@given(HISTORIES)
def test_thinning_twice_is_thinning_once(made: list[datetime]) -> None:
    assert staying(staying(made, NOW), NOW) == staying(made, NOW)


@given(HISTORIES, AGES)
def test_a_new_backup_always_stays(made: list[datetime], later: timedelta) -> None:
    now = NOW + later
    assert now in staying([*made, now], now)


def test_a_backup_every_quarter_of_an_hour_for_two_months_leaves_six_hours_two_weeks_and_five_weeks() -> None:
    made = [NOW - timedelta(minutes=15) * nth for nth in range(60 * 96)]
    stay = sorted(staying(made, NOW), reverse=True)
    assert stay[:NEWEST] == made[:NEWEST]
    assert len({moment.date() for moment in stay}) == DAILY + 2  # two of the five weeks end before the fourteen days
    assert NOW - stay[-1] <= LONGEST

"""The marks of the charts."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.wait_figures import Choice, Mark, charts, in_order, summary

THURSDAY = date(2026, 11, 19)
PLAIN = Mark(
    day=THURSDAY,
    ticket=1,
    leg=1,
    number="K-001",
    issued_at=datetime(2026, 11, 19, 2, tzinfo=UTC),
    hour=9,
    service="K",
    counter=1,
    officer=7,
    verdict="kept",
    reason=None,
    explained=None,
    exclusion=None,
    started=True,
    clock_seconds=60,
    wait_seconds=60,
    service_seconds=600,
    told_from=None,
    told_to=None,
)
VERDICTS = st.sampled_from(["kept", "called_in_time", "missed", "not_judged"])
SECONDS = st.integers(0, 7200)


@st.composite
def visits(draw: st.DrawFn) -> list[Mark]:
    """Some days of visits of every kind."""
    return [
        PLAIN._replace(
            day=THURSDAY + timedelta(days=draw(st.integers(0, 9))),
            ticket=ticket,
            hour=draw(st.integers(8, 15)),
            service=draw(st.sampled_from("KP")),
            counter=draw(st.sampled_from([None, 1, 2])),
            verdict=draw(VERDICTS),
            exclusion=draw(st.sampled_from([None, None, "expired", "corrected"])),
            started=draw(st.booleans()),
            clock_seconds=draw(st.none() | SECONDS),
            wait_seconds=draw(st.none() | SECONDS),
        )
        for ticket in range(1, draw(st.integers(1, 40)))
    ]


def test_a_clock_of_exactly_ten_minutes_stands_before_the_limits_line() -> None:
    last, first_late = PLAIN._replace(clock_seconds=600), PLAIN._replace(clock_seconds=601, verdict="missed")
    minutes = charts([last, first_late])["minutes"]
    assert [(m["minute"], m["kept"], m["missed"]) for m in minutes[-2:]] == [(9, 1, 0), (10, 0, 1)]


def test_a_day_on_which_nobody_was_judged_has_no_share() -> None:
    days = charts([PLAIN._replace(verdict="not_judged")])["days"]
    assert [(day["day"], day["kept_share"]) for day in days] == [(THURSDAY, None)]


def test_the_worst_hour_is_the_one_with_most_breaches_and_of_equals_the_one_with_the_larger_share() -> None:
    late = PLAIN._replace(verdict="missed")
    nine, ten = [late, PLAIN, PLAIN], [late._replace(hour=10), PLAIN._replace(hour=10)]
    assert charts([*nine, *ten])["worst_hour"] == {"weekday": 3, "hour": 10, "arrivals": 2, "judged": 2, "missed": 1}
    assert charts([PLAIN])["worst_hour"] is None


def test_a_visit_counts_as_one_arrival_however_many_legs_it_has() -> None:
    hours = charts([PLAIN, PLAIN._replace(leg=2, verdict="missed")])["hours"]
    assert hours == [{"weekday": 3, "hour": 9, "arrivals": 1, "judged": 2, "missed": 1}]


@given(visits())
def test_every_mark_of_a_chart_opens_exactly_the_visits_that_it_counts(marks: list[Mark]) -> None:
    drawn = charts(marks)
    for minute in drawn["minutes"]:
        behind = Choice(first=date.min, last=date.max, minute=minute["minute"])
        shown = [m for m in marks if behind.lists(m) and m.verdict != "not_judged"]
        assert len(shown) == minute["kept"] + minute["called_in_time"] + minute["missed"]
    for hour in drawn["hours"]:
        behind = Choice(first=date.min, last=date.max, weekday=hour["weekday"], hour=hour["hour"], verdict="missed")
        assert sum(behind.lists(m) for m in marks) == hour["missed"]
    assert sum(day["missed"] for day in drawn["days"]) == summary(marks)["missed"]


@given(visits())
def test_the_verdicts_of_all_days_add_up_to_all_visits(marks: list[Mark]) -> None:
    figures = summary(marks)
    counted = figures["judged"] + figures["called_in_time"] + figures["not_judged"]
    assert counted == figures["visits"] == len(marks)
    assert sum(figures["exclusions"].values()) == figures["excluded"]
    assert sum(figures["missed_for"].values()) == figures["missed"]


@given(visits(), st.booleans())
def test_sorting_loses_nobody_and_puts_those_without_a_value_last(marks: list[Mark], down: bool) -> None:
    ordered = in_order(marks, "clock_seconds", down=down)
    assert sorted(mark.ticket for mark in ordered) == sorted(mark.ticket for mark in marks)
    seconds = [mark.clock_seconds for mark in ordered]
    known = [second for second in seconds if second is not None]
    assert seconds == sorted(known, reverse=down) + [None] * (len(seconds) - len(known))


def test_a_wait_came_true_when_it_lies_within_what_was_told() -> None:
    told = PLAIN._replace(told_from=0, told_to=60)
    marks = [told, told._replace(wait_seconds=61), told._replace(exclusion="corrected"), PLAIN]
    assert (summary(marks)["expected"], summary(marks)["expected_true"]) == (2, 1)


def test_a_service_from_which_everybody_left_late_is_drawn_without_a_clock() -> None:
    left = PLAIN._replace(started=False, verdict="missed", reason="left_before_service")
    assert charts([left])["services"] == [
        {"service": "K", "count": 0, "missed": 1, "median": None, "p90": None, "longest": None}
    ]

"""Priority goes first, but not for ever: the third in a row may not pass somebody whose clock runs."""

from __future__ import annotations

from dataclasses import replace

from shared.domain.ticket import Ticket
from tests.cast import Company, HandClock


def next_at(crew: Company, officer: str = "rina", counter: int = 1) -> Ticket:
    """The next visitor is called and served at once."""
    ticket = crew.desk(officer).call_next(counter)
    crew.desk(officer).start(counter)
    crew.desk(officer).finish(counter)
    return ticket


def an_ordinary_visitor_and_priority(crew: Company, clock: HandClock, many: int) -> None:
    """Rina's desk is free, so the first visitor's clock runs; then as many come who need priority."""
    crew.desk("rina").take_counter(1)
    crew.take("K")
    clock.passes(seconds=10)
    for _ in range(many):
        crew.take("K", priority=True)


def facts_of_calls(crew: Company) -> list[dict[str, object]]:
    return [dict(row.facts) for row in crew.journal() if row.move == "call"]


def test_after_two_in_a_row_the_visitor_whose_clock_runs_is_next(crew: Company, clock: HandClock) -> None:
    an_ordinary_visitor_and_priority(crew, clock, 4)
    assert [next_at(crew).label for _ in range(5)] == ["K-002", "K-003", "K-001", "K-004", "K-005"]


def test_each_overtaking_is_written_down_with_who_was_passed(crew: Company, clock: HandClock) -> None:
    an_ordinary_visitor_and_priority(crew, clock, 3)
    for _ in range(4):
        next_at(crew)
    overtaken = {"passed": ["K-001"], "running": ["K-001"]}
    assert facts_of_calls(crew) == [overtaken, overtaken, {"turn": "ordinary"}, {}]


def test_somebody_whose_clock_does_not_run_yet_may_be_passed_any_number_of_times(
    crew: Company, clock: HandClock
) -> None:
    crew.desk("rina").take_counter(1)
    crew.take("K")
    crew.serve("rina", 1)  # the only desk is busy, so nobody's clock runs
    crew.take("K")
    clock.passes(seconds=10)
    for _ in range(3):
        crew.take("K", priority=True)
    called = []
    for _ in range(3):
        # Called in the very second in which the desk became free for them, before anybody's clock ran a second.
        crew.desk("rina").finish(1)
        called.append(crew.desk("rina").call_next(1).label)
        crew.desk("rina").start(1)
        clock.passes(minutes=3)
    assert called == ["K-003", "K-004", "K-005"]


def test_an_ordinary_call_between_them_lets_two_more_go_first(crew: Company, clock: HandClock) -> None:
    an_ordinary_visitor_and_priority(crew, clock, 2)
    crew.take("K")
    clock.passes(seconds=10)
    assert [next_at(crew).label for _ in range(3)] == ["K-002", "K-003", "K-001"]
    clock.passes(seconds=10)  # the desk is free and K-004 waits: their clock runs
    for _ in range(3):
        crew.take("K", priority=True)
    assert [next_at(crew).label for _ in range(4)] == ["K-005", "K-006", "K-004", "K-007"]


def test_the_cap_is_the_offices_own(crew: Company, clock: HandClock) -> None:
    crew.office = replace(crew.office, priority_in_a_row=1)
    an_ordinary_visitor_and_priority(crew, clock, 2)
    assert [next_at(crew).label for _ in range(3)] == ["K-002", "K-001", "K-003"]


def test_calling_priority_by_number_against_the_cap_needs_a_reason(crew: Company, clock: HandClock) -> None:
    an_ordinary_visitor_and_priority(crew, clock, 3)
    next_at(crew)
    next_at(crew)
    with crew.refuses("reason_needed", number="K-004"):
        crew.desk("rina").call(1, "K-004")
    called = crew.desk("rina").call(1, "K-004", "urgent")
    assert (called.label, crew.journal()[-1].reason) == ("K-004", "urgent")
    assert crew.journal()[-1].facts == {"expected": "K-001", "passed": ["K-001"], "running": ["K-001"]}


def test_whoever_is_called_by_the_cap_by_number_needs_none(crew: Company, clock: HandClock) -> None:
    an_ordinary_visitor_and_priority(crew, clock, 3)
    next_at(crew)
    next_at(crew)
    assert crew.desk("rina").call(1, "K-001").label == "K-001"
    assert (crew.journal()[-1].reason, crew.journal()[-1].facts) == (None, {"turn": "ordinary"})


def test_a_call_with_a_reason_and_a_visitor_called_back_end_no_row(crew: Company, clock: HandClock) -> None:
    an_ordinary_visitor_and_priority(crew, clock, 4)
    next_at(crew)
    crew.desk("rina").call_next(1)
    crew.desk("rina").hold(1)
    crew.desk("rina").call(1, "K-003")
    crew.desk("rina").start(1)
    crew.desk("rina").finish(1)
    assert next_at(crew).label == "K-001"


def test_priority_that_was_called_for_a_reason_counts_as_overtaking(crew: Company, clock: HandClock) -> None:
    an_ordinary_visitor_and_priority(crew, clock, 4)
    next_at(crew)
    crew.desk("rina").call(1, "K-005", "urgent")
    crew.desk("rina").start(1)
    crew.desk("rina").finish(1)
    assert next_at(crew).label == "K-001"


def test_a_call_that_was_put_back_is_no_overtaking(crew: Company, clock: HandClock) -> None:
    an_ordinary_visitor_and_priority(crew, clock, 3)
    for _ in range(3):
        crew.desk("rina").call_next(1)
        crew.desk("rina").put_back(1)
    assert [next_at(crew).label for _ in range(3)] == ["K-002", "K-003", "K-001"]


def test_the_clock_of_an_earlier_leg_gives_nobody_a_turn(crew: Company, clock: HandClock) -> None:
    crew.office = replace(crew.office, counters=crew.office.counters[:1])
    crew.desk("rina").take_counter(1)
    crew.take("P")
    clock.passes(seconds=5)
    crew.desk("rina").call_next(1)
    crew.take("K", priority=True)
    crew.desk("rina").transfer(1, service="K")
    crew.serve("rina", 1)
    clock.passes(seconds=10)
    for _ in range(3):
        crew.take("K", priority=True)
    called = []
    for _ in range(3):
        crew.desk("rina").finish(1)
        called.append(crew.desk("rina").call_next(1).label)
        crew.desk("rina").start(1)
        clock.passes(minutes=3)
    assert called == ["K-002", "K-003", "K-004"]

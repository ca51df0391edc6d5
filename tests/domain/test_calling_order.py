"""Who is called next, and why in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.calling_order import (
    Reason,
    ahead,
    eligible,
    first,
    in_a_row,
    in_order,
    may_serve,
    passed_by,
    reason,
    turn,
)
from shared.domain.journal import JournalRow
from shared.domain.office import Counter
from shared.domain.refusal import Refusal
from shared.domain.text import Text
from shared.domain.ticket import State, Ticket
from tests.cast import THURSDAY, moment, visitor

ALL = Counter(number=1, name=Text("Meja 1", "Desk 1"), services=("K", "P"))
LIBRARY = Counter(number=2, name=Text("Meja 2", "Desk 2"), services=("P",))


@st.composite
def lines(draw: st.DrawFn) -> list[Ticket]:
    """Up to nine visitors, in whatever order the database gives them."""
    tickets = [
        visitor(
            number,
            draw(st.sampled_from("KP")),
            priority=draw(st.booleans()),
            at_head=draw(st.booleans()),
            leg=draw(st.integers(1, 3)),
            registered_at=moment("08:00") + timedelta(minutes=draw(st.integers(0, 5))),
            wanted_counter=draw(st.sampled_from([None, None, 1, 2])),
        )
        for number in range(1, draw(st.integers(0, 9)) + 1)
    ]
    return draw(st.permutations(tickets))


@given(lines(), st.randoms())
def test_the_order_does_not_depend_on_how_the_visitors_were_listed(line: list[Ticket], chance: object) -> None:
    shuffled = list(line)
    chance.shuffle(shuffled)  # type: ignore[attr-defined] # Hypothesis gives a random.Random
    assert in_order(line) == in_order(shuffled) == in_order(in_order(line))


@given(lines())
def test_nobody_is_lost_and_nobody_doubled_in_the_line(line: list[Ticket]) -> None:
    assert sorted(ticket.id for ticket in in_order(line)) == sorted(ticket.id for ticket in line)


@given(lines())
def test_returned_come_first_then_priority_then_whoever_registered_first(line: list[Ticket]) -> None:
    ordered = in_order(line)
    for before, after in pairwise(ordered):
        if before.at_head != after.at_head:
            assert before.at_head
        elif before.priority != after.priority:
            assert before.priority
        else:
            assert (before.registered_at, before.id) < (after.registered_at, after.id)


@given(lines())
def test_a_ticket_for_another_counter_or_service_is_never_called_here(line: list[Ticket]) -> None:
    for counter in (ALL, LIBRARY):
        mine = eligible(line, counter)
        assert all(t.service in counter.services and t.wanted_counter in (None, counter.number) for t in mine)
        assert mine == [ticket for ticket in in_order(line) if may_serve(counter, ticket)]


@given(lines())
def test_somebody_is_called_exactly_if_somebody_may_be_served(line: list[Ticket]) -> None:
    if eligible(line, LIBRARY):
        assert first(line, LIBRARY) == eligible(line, LIBRARY)[0]
    else:
        with pytest.raises(Refusal, match="nobody_waiting"):
            first(line, LIBRARY)


@given(lines())
def test_the_people_ahead_are_those_whom_my_counters_call_before_me(line: list[Ticket]) -> None:
    ordered = in_order(line)
    for place, ticket in enumerate(ordered):
        before = [t for t in ordered[:place] if any(may_serve(c, t) and may_serve(c, ticket) for c in (ALL, LIBRARY))]
        assert ahead(ticket, line, [ALL, LIBRARY]) == len(before)


@given(lines())
def test_whoever_is_passed_had_registered_earlier_and_stands_behind(line: list[Ticket]) -> None:
    ordered = in_order(line)
    for place, ticket in enumerate(ordered):
        behind = {t.label for t in ordered[place + 1 :] if t.registered_at < ticket.registered_at}
        assert behind <= set(reason(ticket, ordered).passed)
        assert set(reason(ticket, ordered).passed) <= {t.label for t in ordered[place + 1 :]}


def test_the_reason_says_who_was_first() -> None:
    line = [visitor(1, clock="08:00"), visitor(2, clock="08:05")]
    assert reason(line[0], line) == Reason("first", moment("08:00"), ())


def test_the_reason_says_priority_and_whom_it_passes() -> None:
    line = in_order([visitor(1, clock="08:00"), visitor(2, clock="08:05", priority=True)])
    assert reason(line[0], line) == Reason("priority", moment("08:05"), ("K-001",))


def test_the_reason_says_returned_even_for_a_priority_visitor() -> None:
    line = [visitor(3, clock="08:20", leg=2, at_head=True, priority=True), visitor(4, clock="08:10", priority=True)]
    assert reason(in_order(line)[0], in_order(line)) == Reason("returned", moment("08:20"), ("K-004",))


def test_the_reason_says_transferred() -> None:
    line = [visitor(3, leg=2)]
    assert reason(line[0], line).key == "transferred"


def test_a_counter_with_nobody_to_serve_is_told_so() -> None:
    with pytest.raises(Refusal) as refused:
        first([visitor(1, "K")], LIBRARY)
    assert (refused.value.key, refused.value.facts) == ("nobody_waiting", {"counter": 2})


def test_nobody_is_ahead_of_a_visitor_who_is_called_and_a_gone_visitor_has_no_place() -> None:
    waiting = [visitor(1), visitor(2)]
    called = replace(visitor(3), state=State.CALLED, counter=1, officer=7)
    assert ahead(called, waiting, [ALL]) == 0
    assert ahead(replace(called, state=State.SERVED), waiting, [ALL]) is None


def called(running: bool) -> JournalRow:
    """A call that passed somebody whose clock ran, or nobody."""
    facts = {"running": ["K-001"]} if running else {}
    return JournalRow(seq=1, at=moment("09:00"), day=THURSDAY, move="call", facts=facts)


@given(st.lists(st.booleans(), max_size=8), st.integers(1, 4))
def test_never_more_in_a_row_than_the_cap_pass_a_running_clock(before: list[bool], cap: int) -> None:
    late, calls = visitor(1, "K"), [called(passing) for passing in before]
    for _ in range(cap + 2):
        decided = turn([late], {late.id}, calls, cap)
        calls.append(called(decided.instead is None))
        assert in_a_row(calls) <= max(cap, in_a_row([called(passing) for passing in before]))


def test_the_cap_knows_only_those_whose_clock_runs() -> None:
    still, late = visitor(1, "K"), visitor(2, "K")
    calls = [called(True), called(True)]
    assert turn([still, late], set(), calls, 2).instead is None
    assert turn([still, late], {2}, calls, 2).instead == late
    assert turn([still, late], {2}, calls[:1], 2).facts == {"passed": ["K-001", "K-002"], "running": ["K-002"]}


def test_priority_passes_only_ordinary_visitors_who_came_earlier() -> None:
    early, late = visitor(1, "K", "08:00"), visitor(3, "K", "08:20")
    first_priority, priority = visitor(4, "K", "08:05", priority=True), visitor(2, "K", "08:10", priority=True)
    line = in_order([early, late, first_priority, priority])
    assert passed_by(priority, line) == [early]
    assert passed_by(early, line) == []

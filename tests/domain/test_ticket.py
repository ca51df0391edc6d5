"""The ticket moves only by its table, and no move rewrites what was written once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from shared.domain.refusal import Refusal
from shared.domain.ticket import AT_A_COUNTER, MOVES, OPEN, State, Ticket
from tests.cast import moment, visitor

# The arrows of the diagram, written out once more by hand: a changed table must be meant.
ARROWS = {
    ("waiting", "call", "called"),
    ("on_hold", "call", "called"),
    ("called", "recall", "called"),
    ("called", "start", "serving"),
    ("called", "put_back", "waiting"),
    ("called", "hold", "on_hold"),
    ("serving", "hold", "on_hold"),
    ("called", "transfer", "waiting"),
    ("serving", "transfer", "waiting"),
    ("called", "miss", "no_show"),
    ("no_show", "reinstate", "waiting"),
    ("cancelled", "reinstate", "waiting"),  # a visitor who left by phone and comes back within 30 minutes
    ("serving", "finish", "served"),
    ("waiting", "cancel", "cancelled"),
    ("called", "cancel", "cancelled"),
    ("on_hold", "cancel", "cancelled"),
    ("waiting", "expire", "expired"),
    ("called", "expire", "expired"),
    ("serving", "expire", "expired"),
    ("on_hold", "expire", "expired"),
    ("called", "take_over", "called"),
    ("serving", "take_over", "serving"),
}
POSSIBLE = {(source, move) for source, move, _ in ARROWS}
IMPOSSIBLE = sorted({(s.value, m) for s in State for m in MOVES} - POSSIBLE)
NINE = moment("09:00")


def in_state(state: str) -> Ticket:
    """A visitor in that state, at counter 1 with officer 7 where a state asks for it."""
    here: dict[str, Any] = {"counter": 1, "officer": 7, "first_called_at": NINE} if State(state) in AT_A_COUNTER else {}
    return visitor(5, state=State(state), **here)


def test_the_table_has_the_arrows_of_the_diagram_and_no_other() -> None:
    drawn = {
        (source.value, move, (target or source).value)
        for move, (sources, target) in MOVES.items()
        for source in sources
    }
    assert drawn == ARROWS


@pytest.mark.parametrize(("state", "move", "target"), sorted(ARROWS))
def test_a_move_of_the_table_leads_where_the_table_says(state: str, move: str, target: str) -> None:
    moved = in_state(state).move(move, NINE, by=7, at=1)
    assert moved.after.state == target
    assert moved.after.version == moved.before.version + 1 if moved.before else False


@pytest.mark.parametrize(("state", "move"), IMPOSSIBLE)
def test_a_move_that_the_table_does_not_know_is_refused(state: str, move: str) -> None:
    with pytest.raises(Refusal) as refused:
        in_state(state).move(move, NINE, by=7, at=1)
    assert refused.value.key == "illegal_move"
    assert refused.value.facts == {"number": "K-005", "state": state, "move": move}


def test_nothing_leaves_served_or_expired() -> None:
    assert {state for state, _ in POSSIBLE}.isdisjoint({"served", "expired"})
    assert {State.SERVED, State.EXPIRED, State.CANCELLED, State.NO_SHOW} == set(State) - OPEN


def test_the_first_call_is_written_once() -> None:
    called = visitor(1).move("call", NINE, by=7, at=1).after
    again = called.move("recall", NINE + timedelta(minutes=1), by=7).after
    back = again.move("put_back", NINE + timedelta(minutes=2), by=7).after
    later = back.move("call", NINE + timedelta(minutes=3), by=7, at=2).after
    assert [ticket.first_called_at for ticket in (called, again, back, later)] == [NINE] * 4
    assert later.called_at == NINE + timedelta(minutes=3)
    assert [ticket.calls for ticket in (called, again, back, later)] == [1, 2, 2, 3]


def test_a_visitor_who_comes_back_from_hold_started_when_they_first_started() -> None:
    served = visitor(1).move("call", NINE, by=7, at=1).after.move("start", NINE, by=7).after
    held = served.move("hold", NINE + timedelta(minutes=5), by=7).after
    assert (held.counter, held.officer, held.held_by) == (None, None, 1)
    called = held.move("call", NINE + timedelta(minutes=9), by=8, at=2).after
    assert called.held_by is None
    assert called.move("start", NINE + timedelta(minutes=10), by=8).after.started_at == NINE


@pytest.mark.parametrize("state", ["called", "serving"])
def test_a_transfer_is_a_new_leg_of_the_same_number(state: str) -> None:
    here = replace(in_state(state), at_head=True, calls=2)
    onward = here.move("transfer", NINE + timedelta(minutes=5), by=7, service="P", to_counter=2).after
    assert (onward.label, onward.series, onward.issued_at) == ("K-005", "K", here.issued_at)
    assert (onward.leg, onward.service, onward.wanted_counter) == (2, "P", 2)
    assert onward.registered_at == NINE + timedelta(minutes=5)
    assert (onward.first_called_at, onward.started_at, onward.calls, onward.at_head) == (None, None, 0, False)


@pytest.mark.parametrize(("minutes", "at_head"), [(0, True), (30, True), (30.01, False), (300, False)])
def test_a_no_show_comes_back_to_the_head_within_thirty_minutes_else_to_the_end(minutes: float, at_head: bool) -> None:
    missed = in_state("called").move("miss", NINE, by=7).after
    returned = missed.move("reinstate", NINE + timedelta(minutes=minutes), by=7).after
    assert (returned.at_head, returned.leg, returned.wanted_counter) == (at_head, 2, None)
    assert returned.registered_at == NINE + timedelta(minutes=minutes)


def test_whoever_waits_is_at_no_counter() -> None:
    to_waiting = sorted({(source, move) for source, move, target in ARROWS if target == "waiting"})
    after = [in_state(source).move(move, NINE, by=7).after for source, move in to_waiting]
    assert [(ticket.counter, ticket.officer) for ticket in after] == [(None, None)] * len(to_waiting)


@pytest.mark.parametrize(
    ("number", "label"), [(1, "K-001"), (60, "K-060"), (999, "K-999"), (1000, "K-1000"), (12345, "K-12345")]
)
def test_numbers_grow_past_999_and_never_wrap(number: int, label: str) -> None:
    assert visitor(number).label == label


def test_a_taken_over_visitor_keeps_their_place_and_gets_another_officer() -> None:
    here = in_state("serving")
    taken = here.move("take_over", NINE, by=8, at=1).after
    assert taken == replace(here, officer=8, version=here.version + 1)

"""Undo: for twenty seconds, by the one who did it, once, and never across another move of that counter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from shared.domain.ticket import State, Ticket
from tests.cast import Company, HandClock


def call(crew: Company) -> Ticket:
    return crew.desk("rina").call_next(1)


def finish(crew: Company) -> Ticket:
    crew.serve("rina", 1)
    return crew.desk("rina").finish(1)


def miss(crew: Company) -> Ticket:
    crew.desk("rina").call_next(1)
    return crew.desk("rina").miss(1)


def transfer(crew: Company) -> Ticket:
    crew.serve("rina", 1)
    return crew.desk("rina").transfer(1, service="P")


UNDOABLE: dict[str, tuple[Callable[[Company], Ticket], State]] = {
    "call": (call, State.WAITING),
    "finish": (finish, State.SERVING),
    "miss": (miss, State.CALLED),
    "transfer": (transfer, State.SERVING),
}
each_undoable = pytest.mark.parametrize("move", UNDOABLE)


def do(crew: Company, move: str) -> Ticket:
    """A visitor takes a number, and Rina does this to them."""
    crew.take("K")
    return UNDOABLE[move][0](crew)


@each_undoable
def test_the_ticket_is_as_it_was_and_the_journal_keeps_both_rows(crew: Company, clock: HandClock, move: str) -> None:
    done = do(crew, move)
    undone = crew.journal()[-1]
    before = crew.seq()
    clock.passes(seconds=20)
    back = crew.desk("rina").undo(1)
    assert back.state is UNDOABLE[move][1]
    row = crew.journal()[-1]
    assert (row.move, row.undoes, row.seq) == ("undo", undone.seq, before + 1)
    assert back.version == done.version + 1


@each_undoable
def test_after_twenty_seconds_it_is_too_late(crew: Company, clock: HandClock, move: str) -> None:
    do(crew, move)
    clock.passes(seconds=20.1)
    with crew.refuses("nothing_to_undo"):
        crew.desk("rina").undo(1)


@each_undoable
def test_undo_works_once(crew: Company, move: str) -> None:
    do(crew, move)
    crew.desk("rina").undo(1)
    with crew.refuses("nothing_to_undo"):
        crew.desk("rina").undo(1)


@pytest.mark.parametrize("move", ["finish", "miss", "transfer"])
def test_nobody_undoes_what_another_did(crew: Company, move: str) -> None:
    do(crew, move)
    with crew.refuses("counter_taken"):
        crew.desk("bagus").undo(1)
    crew.desk("rina").leave_counter(1)
    with crew.refuses("nothing_to_undo"):
        crew.desk("bagus").undo(1)


def test_undo_never_reaches_across_another_move_of_the_counter(crew: Company) -> None:
    crew.take("K")
    do(crew, "finish")
    crew.desk("rina").call_next(1)
    crew.desk("rina").hold(1)
    with crew.refuses("nothing_to_undo"):
        crew.desk("rina").undo(1)


def test_an_undone_call_does_not_lay_open_the_finish_before_it(crew: Company) -> None:
    crew.take("K")
    do(crew, "finish")
    crew.desk("rina").call_next(1)
    crew.desk("rina").undo(1)
    with crew.refuses("nothing_to_undo"):
        crew.desk("rina").undo(1)


def test_a_visitor_who_moved_on_elsewhere_stays_where_they_are(crew: Company) -> None:
    moved = do(crew, "transfer")
    assert crew.desk("bagus").call_next(2).id == moved.id
    with crew.refuses("ticket_changed", number="K-001"):
        crew.desk("rina").undo(1)


def test_a_missed_visitor_who_is_back_already_stays_in_line(crew: Company) -> None:
    missed = do(crew, "miss")
    crew.desk("bagus").reinstate(missed.id)
    with crew.refuses("ticket_changed", number="K-001"):
        crew.desk("rina").undo(1)


def test_the_officer_may_name_the_ticket_to_be_sure(crew: Company) -> None:
    done = do(crew, "finish")
    with crew.refuses("ticket_changed"):
        crew.desk("rina").undo(1, done.id + 1)
    assert crew.desk("rina").undo(1, done.id).state is State.SERVING


@pytest.mark.parametrize("verb", ["recall", "start", "hold", "put_back"])
def test_other_moves_cannot_be_undone(crew: Company, verb: str) -> None:
    crew.take("K")
    crew.desk("rina").call_next(1)
    getattr(crew.desk("rina"), verb)(1)
    with crew.refuses("nothing_to_undo"):
        crew.desk("rina").undo(1)


def test_an_undone_call_gives_back_the_place_in_line_as_if_nobody_had_called(crew: Company) -> None:
    first = crew.take("K")
    crew.take("K")
    crew.desk("rina").call_next(1)
    crew.desk("rina").undo(1)
    assert replace(crew.ticket(first), version=1) == first
    assert crew.desk("bagus").call_next(2).id == first.id


def test_a_repeated_undo_with_the_same_key_is_one_undo(crew: Company) -> None:
    do(crew, "finish")
    once = crew.desk("rina", key="u-1").undo(1)
    seq = crew.seq()
    assert crew.desk("rina", key="u-1").undo(1) == once
    assert crew.seq() == seq


def test_a_manager_who_is_also_an_officer_may_undo_their_own(crew: Company) -> None:
    crew.take("K")
    crew.desk("tono").call_next(1)
    assert crew.desk("tono").undo(1).state is State.WAITING

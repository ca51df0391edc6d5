"""Calling and serving: the officer's verbs and what each refuses."""

from __future__ import annotations

import pytest

from shared.domain.ticket import State, Ticket
from shared.front_desk import FrontDesk
from tests.cast import Company, HandClock, moment

AT_THE_COUNTER = ("recall", "start", "hold", "put_back", "miss", "finish")


def press(crew: Company, verb: str, counter: int = 1, who: str = "rina", ticket: int | None = None) -> Ticket:
    """The officer presses a button."""
    pressed: Ticket = getattr(FrontDesk, verb)(crew.desk(who), counter, ticket)
    return pressed


def test_call_next_calls_whoever_is_first_in_order(crew: Company) -> None:
    crew.take("K")
    crew.take("P", priority=True)
    called = crew.desk("rina").call_next(1)
    assert (called.label, called.state, called.counter) == ("P-001", State.CALLED, 1)
    assert called.officer == crew.people["rina"].id
    assert crew.desk("bagus").call_next(2).label == "K-001"


def test_a_second_press_calls_nobody_new(crew: Company) -> None:
    crew.take("K")
    crew.take("K")
    first, seq = crew.desk("rina").call_next(1), crew.seq()
    assert crew.desk("rina").call_next(1) == first
    assert crew.seq() == seq


def test_call_next_never_finishes_the_visitor_who_is_being_served(crew: Company) -> None:
    crew.take("K")
    crew.take("K")
    crew.serve("rina", 1)
    with crew.refuses("counter_busy", number="K-001"):
        crew.desk("rina").call_next(1)


def test_with_nobody_waiting_there_is_nobody_to_call_but_the_counter_is_not_taken_either(crew: Company) -> None:
    with crew.refuses("nobody_waiting", counter=1):
        crew.desk("rina").call_next(1)


def test_a_counter_calls_only_whom_it_may_serve(crew: Company) -> None:
    crew.take("K")
    with crew.refuses("nobody_waiting", counter=3):
        crew.desk("rina").call_next(3)
    crew.take("P")
    assert crew.desk("rina").call_next(3).label == "P-001"


def test_an_unknown_counter_is_refused(crew: Company) -> None:
    with crew.refuses("unknown_counter", counter=9):
        crew.desk("rina").call_next(9)


@pytest.mark.parametrize("who", ["sari", "kiosk", "board", None])
@pytest.mark.parametrize("verb", ["call_next", *AT_THE_COUNTER, "undo"])
def test_only_officers_call_and_serve(crew: Company, who: str | None, verb: str) -> None:
    crew.take("K")
    with crew.refuses("forbidden"):
        getattr(FrontDesk, verb)(crew.desk(who), 1)


@pytest.mark.parametrize("verb", AT_THE_COUNTER)
def test_without_a_visitor_at_the_counter_there_is_nothing_to_do(crew: Company, verb: str) -> None:
    with crew.refuses("nobody_called", counter=1):
        press(crew, verb)


@pytest.mark.parametrize("verb", AT_THE_COUNTER)
def test_an_officer_who_sees_another_visitor_than_the_counter_has_is_told_so(crew: Company, verb: str) -> None:
    crew.take("K")
    other = crew.take("K")
    crew.desk("rina").call_next(1)
    with crew.refuses("ticket_changed"):
        press(crew, verb, ticket=other.id)


def test_a_visit_from_call_to_finish(crew: Company, clock: HandClock) -> None:
    crew.take("K")
    moves = [("09:00", "call_next"), ("09:01", "recall"), ("09:02", "start"), ("09:10", "finish")]
    for clock_time, verb in moves:
        clock.at(clock_time)
        done = getattr(FrontDesk, verb)(crew.desk("rina"), 1)
    assert (done.state, done.calls) == (State.SERVED, 2)
    times = (done.first_called_at, done.called_at, done.started_at, done.finished_at)
    assert times == tuple(moment(t) for t in ("09:00", "09:01", "09:02", "09:10"))


def test_hold_sets_aside_and_calling_the_number_brings_back_without_a_reason(crew: Company) -> None:
    crew.take("K")
    crew.take("K")
    crew.serve("rina", 1)
    held = press(crew, "hold")
    assert (held.state, held.held_by, held.counter) == (State.ON_HOLD, 1, None)
    assert crew.desk("rina").call_next(1).label == "K-002"
    press(crew, "start")
    press(crew, "finish")
    assert crew.desk("rina").call(1, "K-001").state is State.CALLED


def test_put_back_leaves_the_visitor_where_they_stood(crew: Company) -> None:
    first = crew.take("K")
    crew.take("K")
    crew.desk("rina").call_next(1)
    assert press(crew, "put_back").state is State.WAITING
    assert crew.desk("bagus").call_next(2).id == first.id


def test_a_visitor_who_does_not_come_is_missed(crew: Company, clock: HandClock) -> None:
    crew.take("K")
    crew.desk("rina").call_next(1)
    clock.passes(minutes=4)
    missed = press(crew, "miss")
    assert (missed.state, missed.counter, missed.ended_at) == (State.NO_SHOW, None, moment("08:04"))


@pytest.mark.parametrize(("verb", "state"), [("recall", "serving"), ("put_back", "serving"), ("finish", "called")])
def test_a_verb_that_the_state_does_not_allow_is_refused(crew: Company, verb: str, state: str) -> None:
    crew.take("K")
    crew.desk("rina").call_next(1)
    if state == "serving":
        press(crew, "start")
    with crew.refuses("illegal_move", number="K-001", state=state, move=verb):
        press(crew, verb)


def test_a_transfer_to_a_service_keeps_the_number_and_joins_that_line(crew: Company, clock: HandClock) -> None:
    waiting = crew.take("P")
    crew.take("K")
    crew.desk("rina").call(1, "K-001", "urgent")
    press(crew, "start")
    clock.passes(minutes=3)
    moved = crew.desk("rina").transfer(1, service="P")
    assert (moved.label, moved.service, moved.leg, moved.state) == ("K-001", "P", 2, State.WAITING)
    assert moved.registered_at == moment("08:03")
    assert crew.desk("dewi").call_next(3).id == waiting.id


def test_a_transfer_to_a_counter_is_called_there_only(crew: Company) -> None:
    crew.take("K")
    crew.desk("rina").call_next(1)
    moved = crew.desk("rina").transfer(1, to_counter=2)
    assert (moved.service, moved.wanted_counter) == ("K", 2)
    with crew.refuses("nobody_waiting"):
        crew.desk("rina").call_next(1)
    assert crew.desk("bagus").call_next(2).id == moved.id


@pytest.mark.parametrize(
    ("where", "key"),
    [
        ({}, "transfer_where"),
        ({"service": "P", "to_counter": 2}, "transfer_where"),
        ({"service": "X"}, "unknown_service"),
        ({"to_counter": 9}, "unknown_counter"),
        ({"service": "P", "ticket": 999}, "ticket_changed"),
        ({"to_counter": 3}, "nobody_serves"),  # the third desk is for the library
    ],
)
def test_a_transfer_needs_one_place_that_exists(crew: Company, where: dict[str, object], key: str) -> None:
    crew.take("K")
    crew.desk("rina").call_next(1)
    with crew.refuses(key):
        crew.desk("rina").transfer(1, **where)  # type: ignore[arg-type] # what the row above says


def test_calling_out_of_order_needs_a_reason(crew: Company) -> None:
    crew.take("K")
    crew.take("K")
    with crew.refuses("reason_needed", number="K-002"):
        crew.desk("rina").call(1, "K-002")
    assert crew.desk("rina").call(1, "K-001").label == "K-001"


def test_a_call_out_of_order_journals_the_reason_and_whom_it_passed(crew: Company) -> None:
    crew.take("K")
    crew.take("K")
    crew.desk("rina").call(1, "k-002 ", "visitor_asked")
    row = crew.journal()[-1]
    assert (row.move, row.reason, row.facts, row.actor) == (
        "call",
        "visitor_asked",
        {"expected": "K-001"},
        crew.people["rina"].id,
    )


def test_a_reason_in_free_words_stands_beside_the_journal_where_it_can_be_erased(crew: Company) -> None:
    crew.take("K")
    crew.take("K")
    crew.desk("rina").call(1, "K-002", "Ibu Siti sudah lama berdiri")
    assert crew.journal()[-1].reason == "other"
    assert "Siti" not in str(crew.journal())


def test_the_first_in_order_is_called_without_a_reason_being_kept(crew: Company) -> None:
    crew.take("K")
    crew.desk("rina").call(1, "K-001", "urgent")
    assert (crew.journal()[-1].reason, crew.journal()[-1].facts) == (None, {})


def test_calling_a_number_again_is_no_second_call_but_another_number_finds_the_counter_busy(crew: Company) -> None:
    crew.take("K")
    crew.take("K")
    called, seq = crew.desk("rina").call(1, "K-001"), crew.seq()
    assert (crew.desk("rina").call(1, "K-001"), crew.seq()) == (called, seq)
    with crew.refuses("counter_busy", number="K-001"):
        crew.desk("rina").call(1, "K-002", "urgent")


@pytest.mark.parametrize("number", ["K-009", "X-001", "K", "", "K-", "-", "K-1.5", "K-99999999999999", "K-²"])
def test_a_number_that_nobody_has_is_unknown(crew: Company, number: str) -> None:
    crew.take("K")
    with crew.refuses("unknown_ticket"):
        crew.desk("rina").call(1, number, "urgent")


def test_whoever_was_served_cannot_be_called_again(crew: Company) -> None:
    crew.take("K")
    crew.serve("rina", 1)
    press(crew, "finish")
    with crew.refuses("illegal_move", number="K-001", state="served", move="call"):
        crew.desk("rina").call(1, "K-001", "urgent")


def test_two_counters_never_have_the_same_visitor(crew: Company) -> None:
    crew.take("K")
    crew.desk("rina").call_next(1)
    with crew.refuses("illegal_move", state="called"):
        crew.desk("bagus").call(2, "K-001", "urgent")

"""Commit, then tell: screens hear of what is written, and of nothing else (rule 6)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from shared.database.records.journal import Heard
from shared.domain.refusal import Refusal
from tests.cast import THURSDAY, Company, HandClock


def heard(crew: Company, seq: int) -> Heard | None:
    return crew.desk(None).reading(lambda records: records.heard([seq])).get(seq)


def test_screens_are_told_once_for_each_verb_and_after_the_commit(crew: Company) -> None:
    committed: list[int] = []
    crew.parts.tell = lambda _: committed.append(crew.seq())
    crew.take("K")
    crew.desk("rina").call_next(1)
    crew.desk("rina").start(1)
    assert committed == [2, 4, 5]  # the day and the number; the counter and the call; the start


def test_screens_are_told_which_office_changed(crew: Company) -> None:
    crew.take("K")
    assert crew.told == ["kota-pekanbaru"]


def test_a_verb_that_changes_nothing_tells_nobody(crew: Company) -> None:
    crew.take("K", key="a")
    crew.desk("rina").call_next(1)
    crew.told.clear()
    crew.take("K", key="a")
    crew.desk("rina").call_next(1)
    crew.desk("rina").take_counter(1)
    crew.desk("bagus").leave_counter(1)
    crew.desk(None).turn_the_day()
    assert crew.told == []


def test_a_change_that_fails_half_way_is_told_to_nobody_and_leaves_nothing(crew: Company) -> None:
    ticket, seq = crew.take("K"), crew.seq()
    crew.told.clear()
    with pytest.raises(ZeroDivisionError):
        crew.desk("rina").perform(lambda work: (work.journal(ticket.move("cancel", work.now)), 1 // 0))
    assert (crew.seq(), crew.told, crew.ticket(ticket)) == (seq, [], ticket)


def test_the_turn_of_the_day_is_told(crew: Company, clock: HandClock) -> None:
    crew.take("K")
    crew.told.clear()
    clock.at("03:00", THURSDAY + timedelta(days=1))
    crew.desk(None).turn_the_day()
    assert crew.told == ["kota-pekanbaru"]


@pytest.mark.parametrize("who", ["board", "rina", "sari"])
def test_a_board_answers_that_a_call_was_shown_and_that_it_sounded(crew: Company, clock: HandClock, who: str) -> None:
    crew.take("K")
    crew.desk("rina").call_next(1)
    call, shown_at = crew.seq(), clock.now()
    crew.told.clear()
    crew.desk(who).call_was("shown", call)
    clock.passes(seconds=4)
    crew.desk(who).call_was("sounded", call)
    assert heard(crew, call) == Heard(shown_at, clock.now())
    assert crew.seq() == call
    assert crew.told == ["kota-pekanbaru"] * 2


def test_the_first_board_that_answers_counts(crew: Company, clock: HandClock) -> None:
    crew.take("K")
    crew.desk("rina").call_next(1)
    call, shown_at = crew.seq(), clock.now()
    crew.desk("board").call_was("shown", call)
    clock.passes(seconds=9)
    crew.desk("board").call_was("shown", call)
    assert heard(crew, call) == Heard(shown_at, None)


def test_a_board_cannot_answer_for_what_was_no_call(crew: Company) -> None:
    crew.take("K")
    for seq in (1, 2, 99, 0, -1, 2**31, 2**63):
        with crew.refuses("unknown_call"):
            crew.desk("board").call_was("shown", seq)


@pytest.mark.parametrize("who", ["kiosk", None])
def test_only_boards_and_staff_answer_for_calls(crew: Company, who: str | None) -> None:
    crew.take("K")
    crew.desk("rina").call_next(1)
    with crew.refuses("forbidden"):
        crew.desk(who).call_was("shown", crew.seq())


@pytest.mark.parametrize("ticket", [0, -1, 2**31, 2**63, 10**30])
def test_a_ticket_number_that_no_database_can_hold_is_unknown_like_any_other(crew: Company, ticket: int) -> None:
    crew.take("K")
    for verb in (crew.desk(None).leave, crew.desk("rina").cancel, crew.desk("rina").reinstate):
        with pytest.raises(Refusal, match="unknown_ticket"):
            verb(ticket)
    assert crew.parts.database.house(lambda house: house.office_of_ticket(ticket)) is None

"""A request that is taken up again: what was dealt with is promised once more, what was owed was owed all the time."""

from __future__ import annotations

import pytest

from shared.domain.request import Event, Terms
from tests.domain.request.test_clock import RECEIVED_3, at, clock, events

THURSDAY = ("2026-11-19 09:00", "receive")  # due on Tuesday, 24 November, 15.30
ANSWERED = ("2026-11-20 10:00", "answer")


def closed(when: str, reason: str, move: str = "close") -> Event:
    return Event(at=at(when), move=move, reason=reason)


def again(when: str) -> list[Event]:
    return events((when, "reopen"), (when, "hear"))


def test_words_after_an_answer_are_promised_the_same_once_more() -> None:
    told = [*events(THURSDAY, ANSWERED), closed("2026-11-20 11:00", "answered"), *again("2026-11-30 09:00")]
    opened = clock(told, RECEIVED_3, "2026-11-30 10:00")
    assert (opened.verdict, opened.started_at) == ("running", at("2026-11-30 09:00"))
    assert opened.due_at == at("2026-12-03 15:30")
    assert clock(told, RECEIVED_3, "2026-12-04 08:00").verdict == "missed"
    kept = clock([*told, *events(("2026-12-03 15:00", "answer"))], RECEIVED_3, "2026-12-30 09:00")
    assert (kept.verdict, kept.first_answer_at) == ("kept", at("2026-12-03 15:00"))


def test_late_once_is_late_however_quick_the_second_answer_is() -> None:
    late = [*events(THURSDAY, ("2026-11-25 09:00", "answer")), closed("2026-11-25 10:00", "answered")]
    told = [*late, *again("2026-11-26 09:00"), *events(("2026-11-26 09:05", "answer"))]
    found = clock(told, RECEIVED_3, "2026-12-30 09:00")
    assert (found.verdict, found.due_at) == ("missed", at("2026-11-24 15:30"))


def test_thanks_change_nothing() -> None:
    told = [*events(THURSDAY, ANSWERED), closed("2026-11-20 11:00", "answered"), *again("2026-11-21 20:00")]
    thanked = [*told, closed("2026-11-23 08:00", "nothing_more")]
    found = clock(thanked, RECEIVED_3, "2026-12-30 09:00")
    assert (found.verdict, found.first_answer_at) == ("kept", at("2026-11-20 10:00"))
    too_late = [*told, closed("2026-12-15 08:00", "nothing_more")]
    assert clock(too_late, RECEIVED_3, "2026-12-30 09:00").verdict == "missed", "nobody read it while it was promised"


@pytest.mark.parametrize("reason", ["duplicate", "handed_over", "misdirected", "answered"])
def test_what_the_office_closed_while_it_was_owed_was_owed_all_the_time(reason: str) -> None:
    told = [*events(THURSDAY), closed("2026-11-20 11:00", reason), *again("2026-11-27 09:00")]
    found = clock(told, RECEIVED_3, "2026-11-27 09:01")
    assert (found.verdict, found.due_at) == ("missed", at("2026-11-24 15:30"))


@pytest.mark.parametrize(("move", "reason"), [("close", "withdrawn"), ("fall_silent", "silence")])
def test_whoever_ended_it_themselves_is_promised_the_whole_time_anew(move: str, reason: str) -> None:
    told = [*events(THURSDAY), closed("2026-11-20 11:00", reason, move), *again("2026-11-30 09:00")]
    found = clock(told, RECEIVED_3, "2026-11-30 09:01")
    assert (found.verdict, found.due_at) == ("running", at("2026-12-03 15:30"))


def test_a_question_that_stood_when_all_fell_silent_goes_on_with_what_was_left() -> None:
    """Asked on Friday with two days and a half left; the reply of Monday the 30th takes it up."""
    told = [
        *events(THURSDAY, ("2026-11-20 09:00", "ask")),
        closed("2026-11-24 09:00", "silence", "fall_silent"),
        *again("2026-11-30 09:00"),
    ]
    found = clock(told, RECEIVED_3, "2026-11-30 09:01")
    assert (found.verdict, found.started_at, found.due_at) == (
        "running",
        at("2026-11-19 09:00"),
        at("2026-12-02 15:30"),
    )


def test_where_nothing_is_promised_nothing_is_promised_again() -> None:
    told = [*events(THURSDAY, ANSWERED), closed("2026-11-20 11:00", "answered"), *again("2026-11-30 09:00")]
    assert clock(told, Terms(promised=False), "2026-12-30 09:00").reason == "no_promise"

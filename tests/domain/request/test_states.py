"""A request moves only by its table, and whatever happens, silence never runs while the last word is the user's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.refusal import Refusal
from shared.domain.request import CHANNEL_LETTERS, Event, Request, State, Terms, follow, number_of, retold
from shared.domain.request.appointment import OF_A_MEETING
from shared.domain.request.silence import silence_of
from shared.domain.request.states import MOVES
from shared.domain.standard import Silence
from shared.offices import SHIPPED, load_office, load_offices

START = datetime(2026, 11, 19, 2, tzinfo=UTC)
OFFICE = load_office(SHIPPED / "kepulauan-riau.toml", today=date(2026, 11, 19))
TERMS = Terms(promised=True, working_days=5, silence=Silence(sentence="diam", quantity=24, unit="hours"))
OFFICES_WORDS = {"ask", "answer"}
USERS_WORDS = {"hear", "fill_form", "keep_meeting"}
FACTS: dict[str, dict[str, object]] = {
    "tick": {"requirement": 0, "met": True},
    "go_out": {"message": 1, "kind": "answer"},
    "come_back": {"message": 1, "kind": "answer"},
    "appoint": {"meeting": "zoom", "at": (START + timedelta(days=400)).isoformat()},
    "move_meeting": {"meeting": "visit", "at": (START + timedelta(days=500)).isoformat()},
}


def event(move: str, hours: int = 0) -> Event:
    return Event(at=START + timedelta(hours=hours), move=move, facts=FACTS.get(move, {}))


def told(moves: Sequence[str]) -> tuple[Request, list[str]]:
    """The request after those of the moves that its table allows, and which they were."""
    request, done = retold([event("receive")], "whatsapp"), ["receive"]
    for hour, move in enumerate(moves, start=1):
        try:
            request = follow(request, event(move, hour))
        except Refusal:
            continue
        done.append(move)
    return request, done


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("move", MOVES)
def test_a_move_is_possible_exactly_where_the_table_says(state: State, move: str) -> None:
    request = Request(channel="email", received_at=START, state=state)
    allowed, target = MOVES[move]
    if state not in allowed:
        with pytest.raises(Refusal, match="illegal_request_move"):
            follow(request, event(move))
    elif move in OF_A_MEETING:
        with pytest.raises(Refusal, match="no_appointment"):
            follow(request, event(move))
    elif target is not None:
        assert follow(request, event(move)).state is target


@pytest.mark.parametrize("stood", ["receive", "complete", "take_up"])
def test_the_reply_leads_back_to_where_the_request_stood_before_the_question(stood: str) -> None:
    before, _ = told([stood] if stood != "receive" else [])
    asked = follow(before, event("ask", 2))
    assert asked.state is State.WAITING
    assert follow(follow(asked, event("ask", 3)), event("hear", 4)).state is before.state


def test_a_question_about_an_answer_takes_it_up_again() -> None:
    request, _ = told(["answer", "hear"])
    assert request.state is State.ANSWERING
    again, _ = told(["answer", "ask", "hear"])
    assert again.state is State.ANSWERING


def test_thirty_days_after_its_end_a_request_is_opened_no_more() -> None:
    closed, _ = told(["close"])
    assert closed.ended_at is not None
    in_time = Event(at=closed.ended_at + timedelta(days=30), move="reopen")
    assert follow(closed, in_time).state is State.REOPENED
    late = Event(at=in_time.at + timedelta(seconds=1), move="reopen")
    with pytest.raises(Refusal, match="reopen_too_late"):
        follow(closed, late)


def test_the_first_event_receives_it() -> None:
    for events in ([], [event("answer")]):
        with pytest.raises(ValueError, match="begins with its receipt"):
            retold(events, "email")


def test_numbers_of_channels_are_never_those_of_services() -> None:
    assert number_of("whatsapp", 2026, 7) == "WA-2026-0007"
    assert len(set(CHANNEL_LETTERS.values())) == len(CHANNEL_LETTERS)
    for office in load_offices().values():
        series = {service.code for service in office.services}
        assert not series & set(CHANNEL_LETTERS.values())


@given(st.lists(st.sampled_from(sorted(set(MOVES) - {"go_out", "come_back"})), max_size=14))
def test_silence_runs_only_after_a_word_of_the_office_that_awaits_the_user(moves: list[str]) -> None:
    request, done = told(moves)
    words = [move for move in done if move in OFFICES_WORDS | USERS_WORDS | {"reopen", "answer_part", "come_back"}]
    awaits = bool(words) and words[-1] in OFFICES_WORDS and request.state in (State.WAITING, State.ANSWERED)
    silence = silence_of(request, TERMS, OFFICE.hours, OFFICE.time_zone)
    if silence is not None:
        assert words
        assert words[-1] in OFFICES_WORDS
        assert request.state in (State.WAITING, State.ANSWERED)
    assert (silence is not None) == (awaits and request.appointment_at is None)


@given(st.lists(st.sampled_from(sorted(MOVES)), max_size=14))
def test_a_request_told_again_from_its_events_is_the_same(moves: list[str]) -> None:
    request, _ = told(moves)
    state, events = retold([event("receive")], "whatsapp"), [event("receive")]
    for hour, move in enumerate(moves, start=1):
        try:
            state = follow(state, event(move, hour))
        except Refusal:
            continue
        events.append(event(move, hour))
    assert retold(events, "whatsapp") == request == state


@given(st.lists(st.sampled_from(sorted(MOVES)), max_size=10), st.integers(0, 100))
def test_a_reminder_always_comes_before_the_end_and_leaves_time_to_answer(moves: list[str], later: int) -> None:
    request, _ = told([*moves, "ask"])
    silence = silence_of(request, TERMS, OFFICE.hours, OFFICE.time_zone)
    if silence is None:
        return
    reminded = follow(request, Event(at=silence.reminds_at + timedelta(hours=later), move="remind"))
    after = silence_of(reminded, TERMS, OFFICE.hours, OFFICE.time_zone)
    assert after is not None
    assert reminded.reminded_at is not None
    assert after.closes_at - reminded.reminded_at >= timedelta(hours=6) - timedelta(minutes=10)
    assert after.closes_at >= silence.closes_at


def test_until_a_question_has_gone_out_nobody_is_silent() -> None:
    written = follow(told(["take_up"])[0], Event(at=START, move="ask", facts={"queued": 2}))
    assert silence_of(written, TERMS, OFFICE.hours, OFFICE.time_zone) is None
    later = START + timedelta(hours=5)
    gone = follow(written, Event(at=later, move="go_out", facts={"message": 2, "kind": "ask"}))
    silence = silence_of(gone, TERMS, OFFICE.hours, OFFICE.time_zone)
    assert silence is not None
    assert silence.since == later

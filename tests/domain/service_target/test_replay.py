"""`pst replay`: the contract's file, its answer, and the sentence for each mistake."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.service_target.replay import ReplayedDay, ReplayError, replay

EXAMPLE: dict[str, Any] = {
    "opening": "08:00",
    "closing": "15:30",
    "breaks": [["11:30", "13:00"]],
    "limit_seconds": 600,
    "counters": {"1": {"open_from": "08:00", "services": ["K"]}},
    "events": [
        {"at": "07:50:00", "move": "take", "ticket": "a", "service": "K", "priority": False},
        {"at": "08:09", "move": "call", "ticket": "a", "counter": "1"},
        {"at": "08:10", "move": "start", "ticket": "a", "counter": "1"},
        {"at": "08:20", "move": "finish", "ticket": "a", "counter": "1"},
    ],
}
KEPT = {"clock_started_at": "08:00:00", "clock_seconds": 600, "verdict": "kept", "reason": None}


def changed(**parts: Any) -> dict[str, Any]:
    return {**copy.deepcopy(EXAMPLE), **parts}


def event(move: str, at: str = "08:30", ticket: str = "a", **more: Any) -> dict[str, Any]:
    return {"at": at, "move": move, "ticket": ticket, **more}


def one_day(document: object) -> ReplayedDay:
    answer = replay(document)
    assert isinstance(answer, dict)
    return answer


def mistake(document: object) -> ReplayError:
    with pytest.raises(ReplayError) as caught:
        replay(document)
    return caught.value


def test_a_day_answers_as_the_contract_says() -> None:
    assert replay(EXAMPLE) == {"a": KEPT}


def test_a_list_of_days_answers_with_a_list() -> None:
    assert replay([EXAMPLE, EXAMPLE]) == [{"a": KEPT}, {"a": KEPT}]
    assert replay([]) == []


def test_what_is_optional_may_be_left_out() -> None:
    day = {"opening": "08:00", "counters": {"1": {}}, "events": EXAMPLE["events"]}
    assert replay(day) == {"a": KEPT}


def test_the_file_may_set_another_limit_and_the_command_another_reading() -> None:
    late = {"a": {**KEPT, "verdict": "missed"}}
    assert replay(changed(limit_seconds=599)) == late
    assert replay(EXAMPLE, "first_call") == {"a": {**KEPT, "clock_seconds": 540}}
    assert replay(EXAMPLE, "from_guest_book") == late


def test_without_a_clock_both_fields_are_null() -> None:
    events = [event("take", "07:50"), event("leave", "07:55")]
    assert replay(changed(events=events)) == {
        "a": {
            "clock_started_at": None,
            "clock_seconds": None,
            "verdict": "not_judged",
            "reason": "left_before_service",
        }
    }


def test_a_call_that_no_board_sounded_is_missed() -> None:
    events = [
        event("take", "09:00", service="K"),
        event("call", "09:02", counter="1", sounded=False),
        event("recall", "09:06", counter="1"),
        event("start", "09:12", counter="1"),
    ]
    assert one_day(changed(events=events))["a"]["verdict"] == "missed"
    events[1]["sounded"] = True
    assert one_day(changed(events=events))["a"]["verdict"] == "called_in_time"


def test_whoever_still_waits_is_judged_at_closing_or_at_the_last_event() -> None:
    waiting = {
        "clock_started_at": "15:10:00",
        "clock_seconds": 1200,
        "verdict": "missed",
        "reason": "still_waiting",
    }
    assert replay(changed(events=[event("take", "15:10")])) == {"a": waiting}
    open_end = changed(events=[event("take", "15:10"), event("take", "15:15", "b")])
    del open_end["closing"]
    answer = one_day(open_end)
    assert answer["a"] == {**waiting, "clock_seconds": 300, "verdict": "not_judged"}


def test_a_ticket_with_several_legs_is_shown_by_its_last() -> None:
    events = [*EXAMPLE["events"][:3], event("transfer", service="P"), event("start", "08:35", counter="1")]
    shown = {"clock_started_at": "08:35:00", "clock_seconds": 0, "verdict": "kept", "reason": None}
    assert replay(changed(events=events)) == {"a": shown}


def test_numbers_may_name_tickets_and_counters() -> None:
    events = [{**step, "ticket": 7, "counter": step.get("counter") and 1} for step in EXAMPLE["events"]]
    assert replay(changed(events=events)) == {"7": KEPT}


@pytest.mark.parametrize(
    ("events", "index", "word"),
    [
        ([event("take"), event("dance")], 1, "dance"),
        ([event("take"), event("call", ticket="b", counter="1")], 1, "'b'"),
        ([event("take", "09:00"), event("take", "08:59", "b")], 1, "earlier"),
        ([event("take"), event("take")], 1, "in line"),
        ([event("take"), event("finish")], 1, "cannot finish"),
        ([event("take"), event("leave"), event("start", counter="1")], 2, "gone"),
        ([event("take"), event("call")], 1, "name its counter"),
        ([event("take"), event("call", counter="9")], 1, "'9'"),
        ([event("take"), event("undo")], 1, "undone"),
        ([event("take", "25:00")], 0, "25:00"),
        ([event("take", priority="yes")], 0, "priority"),
        ([event("take", service=3)], 0, "service"),
        ([{"at": "08:00", "move": "take"}], 0, "ticket"),
        (["take"], 0, "object"),
    ],
)
def test_a_mistake_is_told_with_the_index_of_its_event(events: list[Any], index: int, word: str) -> None:
    error = mistake(changed(events=events))
    assert error.index == index
    assert word in error.sentence
    assert str(error).startswith(f"event {index}: ")


@pytest.mark.parametrize(
    ("parts", "word"),
    [
        ({"opening": None}, "opening"),
        ({"closing": "07:00"}, "closing"),
        ({"breaks": [["13:00", "11:30"]]}, "break"),
        ({"breaks": [["13:00"]]}, "pair"),
        ({"breaks": "noon"}, "breaks"),
        ({"limit_seconds": 0}, "limit_seconds"),
        ({"limit_seconds": True}, "limit_seconds"),
        ({"counters": []}, "counters"),
        ({"counters": {"1": 5}}, "counter 1"),
        ({"counters": {"1": {"services": "K"}}}, "services"),
        ({"counters": {"1": {"open_from": "soon"}}}, "open_from"),
        ({"events": None}, "events"),
    ],
)
def test_a_mistake_outside_the_events_has_no_index(parts: dict[str, Any], word: str) -> None:
    error = mistake(changed(**parts))
    assert error.index is None
    assert word in str(error)


def test_in_a_list_of_days_the_day_is_told_too() -> None:
    error = mistake([EXAMPLE, changed(events=[event("dance")])])
    assert (error.day, error.index) == (1, 0)
    assert str(error).startswith("day 1, event 0: ")
    assert "object" in mistake("a day").sentence


def test_an_unknown_reading_names_those_that_exist() -> None:
    with pytest.raises(ReplayError, match="from_ticket"):
        replay(EXAMPLE, "wishful")


def test_an_undone_finish_may_be_followed_by_another() -> None:
    events = [*EXAMPLE["events"], event("undo", "08:21"), event("finish", "08:40"), event("rate", "08:41")]
    assert replay(changed(events=events)) == {"a": KEPT}


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["08:00", "a", "1", "take", "start"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*EXAMPLE, *event("x", counter="1", service="K"), "1"]), inner, max_size=5)
    ),
    max_leaves=12,
)


@given(st.one_of(ANYTHING, st.builds(lambda events: changed(events=events), st.lists(ANYTHING, max_size=4))))
def test_whatever_a_file_says_the_answer_is_a_judgement_or_a_sentence(document: object) -> None:
    assert isinstance(answer_or_sentence(document), list if isinstance(document, list) else dict | str)


def answer_or_sentence(document: object) -> object:
    try:
        return replay(document)
    except ReplayError as error:
        return [error.sentence] if isinstance(document, list) else error.sentence

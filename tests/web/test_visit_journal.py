"""One visit, minute by minute: its events, why its clock started, and how other readings judge it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import THURSDAY, HandClock
from tests.web.front import Front, is_problem

RINA = "officer:Rina"


def press(front: Front, clock: HandClock, at: str, verb: str, counter: int = 1, body: Any = None) -> dict[str, Any]:
    clock.at(at)
    return front.verb(verb, counter, body, RINA)


@pytest.fixture
def morning(front: Front, clock: HandClock) -> Front:
    """K-001 is served from 08:05 to 08:30 at the only counter; K-002 came at 08:10 and is served at 08:42."""
    clock.at("08:00")
    front.take("K")
    press(front, clock, "08:04", "call-next")
    press(front, clock, "08:05", "start")
    clock.at("08:10")
    front.take("K")
    press(front, clock, "08:30", "finish")
    press(front, clock, "08:38", "call-next")
    press(front, clock, "08:42", "start")
    press(front, clock, "08:50", "finish")
    return front


def visit_of(front: Front, number: str) -> str:
    rows = front.get("/counter/wait-log?page=1&from=2026-11-19&to=2026-11-20", "manager").json["rows"]
    row = next(row for row in rows if row["number"] == number)
    return f"/counter/visits/{row['ticket']}/{row['leg']}"


def told(front: Front, number: str) -> dict[str, Any]:
    answer = front.get(visit_of(front, number), "manager")
    assert answer.status_code == 200, answer.json
    visit: dict[str, Any] = answer.json
    return visit


def whats(visit: dict[str, Any]) -> list[str]:
    return [f"{event['at'][11:16]} {event['what']}" for event in visit["events"]]


def test_a_late_visit_tells_what_happened_oldest_first(morning: Front) -> None:
    late = told(morning, "K-002")
    assert whats(late) == [
        "08:10 take",
        "08:30 clock_started",
        "08:38 call",
        "08:40 limit_passed",
        "08:42 start",
        "08:50 finish",
    ]
    assert (late["visit"]["verdict"], late["limit_seconds"]) == ("missed", 600)
    assert late["latest_start"] == "2026-11-19T08:40:00.000+07:00"
    assert [event.get("by") for event in late["events"]][2:] == ["Rina", None, "Rina", "Rina"]


def test_its_clock_started_when_the_counter_came_free(morning: Front) -> None:
    registered, opened, turn = told(morning, "K-002")["beginnings"]
    assert (registered["what"], opened["what"], turn["what"]) == ("registered", "opened", "turn")
    assert [event["decides"] for event in (registered, opened, turn)] == [False, False, True]
    assert (turn["counter"], turn["freed"], turn["number"]) == (1, "finished", "K-001")
    assert turn["free_since"] == turn["at"] == "2026-11-19T08:30:00.000+07:00"


def test_a_visitor_who_found_a_free_counter_is_judged_from_their_number(morning: Front, clock: HandClock) -> None:
    clock.at("09:00")
    morning.take("K")
    registered, _, turn = told(morning, "K-003")["beginnings"]
    assert registered["decides"]
    assert not turn["decides"]
    assert (turn["counter"], turn["free_since"]) == (1, "2026-11-19T08:50:00.000+07:00")


def test_before_any_counter_is_taken_one_is_deemed_free(front: Front, clock: HandClock) -> None:
    clock.at("08:00")
    front.take("K")
    assert [event["what"] for event in told(front, "K-001")["beginnings"]] == ["registered", "opened", "deemed"]


def test_a_break_stops_the_clock_and_its_end_starts_another(front: Front, clock: HandClock) -> None:
    friday = THURSDAY + timedelta(days=1)
    clock.at("11:26", friday)
    front.take("K")
    clock.at("11:40", friday)
    front.take("K")
    press(front, clock, "13:02", "call-next")
    press(front, clock, "13:03", "start")
    press(front, clock, "13:05", "finish")
    before, within = told(front, "K-001"), told(front, "K-002")
    assert "11:30 clock_paused" in whats(before)
    assert before["visit"]["clock_seconds"] == 420
    assert within["beginnings"][1]["what"] == "resumed"
    assert within["beginnings"][1]["at"] == "2026-11-20T13:00:00.000+07:00"


@pytest.mark.parametrize(("came", "called", "started"), [("11:20", "11:48", "11:50"), ("14:50", "16:35", "16:40")])
def test_out_of_hours_a_clock_starts_only_with_the_service(
    front: Front, clock: HandClock, came: str, called: str, started: str
) -> None:
    friday = THURSDAY + timedelta(days=1)
    clock.at("11:10", friday)
    front.take("K")
    press(front, clock, "11:11", "call-next")
    press(front, clock, "11:12", "start")
    clock.at(came, friday)
    front.take("K")
    press(front, clock, called, "finish")
    press(front, clock, called, "call-next")
    press(front, clock, started, "start")
    *_, last = told(front, "K-002")["beginnings"]
    assert (last["what"], last["decides"], last["counter"], last["at"][11:16]) == ("out_of_hours", True, 1, started)


def test_whoever_is_served_before_their_turn_is_judged_from_then_on(front: Front, clock: HandClock) -> None:
    clock.at("08:00")
    first, second = front.take("K"), front.take("K")
    clock.at("08:02")
    front.post("/counter/1/call", {"number": second["number"], "reason": "urgent"}, RINA)
    press(front, clock, "08:03", "start")
    early = told(front, "K-002")
    assert early["beginnings"][2]["what"] == "started"
    assert early["beginnings"][2]["decides"]
    passed = [event for event in told(front, first["number"])["events"] if event["what"] == "called_out_of_order"]
    assert [(event["number"], event["reason"]) for event in passed] == [("K-002", "urgent")]


def test_the_other_readings_judge_the_same_visit(morning: Front) -> None:
    readings = {read["reading"]: read for read in told(morning, "K-002")["readings"]}
    assert {name: (read["clock_seconds"], read["verdict"]) for name, read in readings.items()} == {
        "first_call": (480, "kept"),
        "number_order": (720, "missed"),
        "from_ticket": (1920, "missed"),
    }


def test_a_call_tells_who_where_and_how_often_and_what_the_board_answered(front: Front, clock: HandClock) -> None:
    clock.at("08:00")
    front.take("K")
    press(front, clock, "08:01", "call-next")
    clock.at("08:02")
    front.owner().call_was("sounded", front.seq())
    press(front, clock, "08:03", "recall")
    events = told(front, "K-001")["events"]
    calls = [event for event in events if event["what"] in ("call", "recall")]
    assert [(call["by"], call["counter"], call["nth"]) for call in calls] == [("Rina", 1, 1), ("Rina", 1, 2)]
    assert "08:02 sounded" in whats({"events": events})


def test_a_priority_visitor_who_went_first_is_named(front: Front, clock: HandClock) -> None:
    clock.at("08:00")
    front.take("K")
    clock.at("08:02")
    front.take("K", priority=True)
    press(front, clock, "08:03", "call-next")
    [passed] = [event for event in told(front, "K-001")["events"] if event["what"] == "passed"]
    assert (passed["number"], passed["counter"], passed["running"]) == ("K-002", 1, True)


def test_a_move_that_was_taken_back_stays_and_is_marked(front: Front, clock: HandClock) -> None:
    clock.at("08:00")
    front.take("K")
    press(front, clock, "08:01", "call-next")
    front.verb("undo", 1, None, RINA)
    call, undo = [event for event in told(front, "K-001")["events"] if event["what"] in ("call", "undo")]
    assert (call["undone"], undo["undone"]) == (True, False)


def test_each_leg_of_a_transferred_visit_has_its_own_journal(front: Front, clock: HandClock) -> None:
    clock.at("08:00")
    first = front.take("K")["id"]
    press(front, clock, "08:01", "call-next")
    press(front, clock, "08:02", "start")
    press(front, clock, "08:10", "transfer", 1, {"service": "P"})
    legs = [front.get(f"/counter/visits/{first}/{leg}", "manager").json for leg in (1, 2)]
    assert whats(legs[0])[-1] == "08:10 transfer"
    assert whats(legs[1])[0] == "08:10 transfer"
    assert legs[1]["events"][0]["facts"]["service"] == "P"


def test_reading_a_visit_writes_nothing(morning: Front) -> None:
    before = morning.seq()
    told(morning, "K-002")
    assert morning.seq() == before


@pytest.mark.parametrize("place", ["1/2", "999/1", "99999999999/1", "1/99999999999"])
def test_a_visit_that_never_was_is_not_found(morning: Front, place: str) -> None:
    assert is_problem(morning.get(f"/counter/visits/{place}", "manager"), 404, "unknown_ticket")


def test_whoever_is_started_in_the_second_in_which_a_desk_came_free_had_their_turn_then(
    front: Front, clock: HandClock
) -> None:
    clock.at("08:00")
    front.take("K")
    press(front, clock, "08:00", "call-next")
    press(front, clock, "08:00", "start")
    clock.at("08:03")
    front.take("K")
    for verb in ("finish", "call-next", "start"):
        press(front, clock, "08:15", verb)
    turn = told(front, "K-002")["beginnings"][-1]
    assert (turn["what"], turn["freed"], turn["number"], turn["counter"]) == ("turn", "finished", "K-001", 1)


def test_whoever_left_before_a_break_is_told_of_none(front: Front, clock: HandClock) -> None:
    friday = THURSDAY + timedelta(days=1)
    clock.at("11:00", friday)
    ticket = front.take("K")
    clock.at("11:05", friday)
    front.post(f"/kiosk/tickets/{ticket['token']}/leave")
    clock.at("14:00", friday)
    assert "clock_paused" not in [event["what"] for event in told(front, "K-001")["events"]]

"""What the console is told to ask and to say: breaches without a reason, reminders, long silence, whose turn it is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cast import HandClock
from tests.web.front import Front, is_problem

RINA, BAGUS = "officer:Rina", "officer:Bagus"


def queue(front: Front) -> Any:
    return front.get("/counter/queue", "manager").json


def serve(front: Front, counter: int = 1, who: str = RINA) -> dict[str, Any]:
    front.verb("call-next", counter, who=who)
    return front.verb("start", counter, who=who)


@pytest.fixture
def late(front: Front, clock: HandClock) -> dict[str, Any]:
    """K-001, started by Rina eleven minutes and 26 seconds after she sat free."""
    front.verb("take", who=RINA)
    front.take("K")
    clock.passes(minutes=11, seconds=26)
    return serve(front)


def explain(front: Front, ticket: int, reason: Any, leg: int = 1) -> Any:
    return front.post(f"/counter/visits/{ticket}/{leg}/reason", {"reason": reason}, RINA)


def test_a_breach_is_asked_for_until_somebody_says_why(front: Front, late: dict[str, Any]) -> None:
    [breach] = queue(front)["unexplained"]
    assert {name: breach[name] for name in ("ticket", "leg", "number", "late_seconds", "clock_seconds", "counter")} == {
        "ticket": late["id"],
        "leg": 1,
        "number": "K-001",
        "late_seconds": 86,
        "clock_seconds": 686,
        "counter": 1,
    }
    assert (breach["officer"]["name"], breach["ending"], breach["at"]) == ("Rina", None, late["started_at"])
    assert explain(front, late["id"], "single_officer").status_code == 204
    assert queue(front)["unexplained"] == []
    assert queue(front)["counters"][0]["clock"] == {"seconds": 686, "verdict": "missed", "reason": "single_officer"}
    assert front.get("/counter/wait-log", "manager").json["rows"][0]["reason"] == "single_officer"


def test_whoever_left_late_is_asked_for_at_no_certain_counter(front: Front, clock: HandClock) -> None:
    front.verb("take", who=RINA)
    ticket = front.take("K")
    clock.passes(minutes=12)
    front.post(f"/kiosk/tickets/{ticket['token']}/leave")
    [breach] = queue(front)["unexplained"]
    assert (breach["counter"], breach["ending"], breach["late_seconds"]) == (None, "left_before_service", 120)


def test_whoever_was_overtaken_by_priority_is_not_asked_for(front: Front, clock: HandClock) -> None:
    front.verb("take", who=RINA)
    front.take("K")
    clock.passes(minutes=9)
    front.take("P", priority=True)
    assert serve(front)["number"] == "P-001"
    clock.passes(minutes=5)
    front.verb("finish", who=RINA)
    serve(front)
    [visit] = [row for row in front.get("/counter/wait-log", "manager").json["rows"] if row["number"] == "K-001"]
    assert (visit["verdict"], visit["reason"]) == ("missed", "overtaken_by_priority")
    assert queue(front)["unexplained"] == []


def test_what_cannot_be_a_reason_is_refused(front: Front, late: dict[str, Any]) -> None:
    ticket = late["id"]
    assert is_problem(explain(front, ticket, "weather"), 422, "unknown_reason")
    assert is_problem(explain(front, ticket, "other", leg=2), 404, "unknown_ticket")
    assert is_problem(explain(front, 10**12, "other"), 404, "unknown_ticket")
    assert is_problem(explain(front, ticket, 1), 422, "invalid_body")
    front.verb("finish", who=RINA)
    front.take("K")
    in_time = serve(front)
    assert is_problem(explain(front, in_time["id"], "other"), 409, "not_a_breach")


def remind(front: Front, ticket: int, who: str = BAGUS, counter: int = 1) -> Any:
    return front.post(f"/counter/{counter}/remind", {"ticket": ticket}, who)


def test_a_reminder_stands_until_somebody_is_called_there(front: Front, clock: HandClock) -> None:
    front.verb("take", who=RINA)
    ticket = front.take("K")
    clock.passes(minutes=3)
    assert remind(front, ticket["id"]).status_code == 200
    [reminder] = queue(front)["reminders"]
    assert (reminder["counter"], reminder["number"], reminder["by"]["name"]) == (1, "K-001", "Bagus")
    assert reminder["at"] == "2026-11-19T08:03:00.000+07:00"
    front.verb("call-next", who=RINA)
    assert queue(front)["reminders"] == []


def test_a_reminder_of_a_visitor_who_is_called_stands_until_they_are_started(front: Front) -> None:
    ticket = front.take("K")
    front.verb("call-next", who=RINA)
    remind(front, ticket["id"], "manager")
    assert [one["ticket"] for one in queue(front)["reminders"]] == [ticket["id"]]
    front.verb("start", who=RINA)
    assert queue(front)["reminders"] == []
    assert is_problem(remind(front, ticket["id"]), 409, "ticket_changed")


def test_a_reminder_does_not_take_the_undo_away(front: Front) -> None:
    front.take("K")
    front.take("K")
    ticket = front.verb("call-next", who=RINA)
    remind(front, ticket["id"])
    assert queue(front)["counters"][0]["undo"]["move"] == "call"
    assert front.verb("undo", who=RINA)["state"] == "waiting"


def test_silence_at_a_serving_counter_begins_with_its_officers_last_press(front: Front, clock: HandClock) -> None:
    front.take("K")
    assert queue(front)["counters"][0]["silent_since"] is None
    ticket = serve(front)
    waits = front.take("K")
    clock.passes(minutes=31)
    remind(front, waits["id"])
    assert queue(front)["counters"][0]["silent_since"] == ticket["started_at"]
    assert front.post("/counter/1/still-serving", None, RINA).status_code == 200
    assert queue(front)["counters"][0]["silent_since"] == "2026-11-19T08:31:00.000+07:00"
    front.verb("finish", who=RINA)
    assert queue(front)["counters"][0]["silent_since"] is None
    assert is_problem(front.post("/counter/1/still-serving", None, RINA), 409, "nobody_called")


def test_each_counter_says_whom_call_next_will_call_and_why(front: Front, clock: HandClock) -> None:
    front.verb("take", who=RINA)
    front.take("K")
    clock.passes(minutes=1)
    for _ in range(3):
        front.take("P", priority=True)
    said = []
    for _ in range(3):
        turn = queue(front)["counters"][0]["next"]
        called = front.verb("call-next", who=RINA)
        assert called["id"] == turn["ticket"]
        said.append((called["number"], turn["reason"]["key"], queue(front)["counters"][0]["passed"]))
        front.verb("start", who=RINA)
        front.verb("finish", who=RINA)
    assert said == [
        ("P-001", "priority", ["K-001"]),
        ("P-002", "priority", ["K-001"]),
        ("K-001", "ordinary_turn", []),
    ]


def test_where_nobody_waits_nobody_is_next(front: Front) -> None:
    assert [counter["next"] for counter in queue(front)["counters"]] == [None, None]

"""The officer's routes: statuses and answers word for word."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cast import HandClock
from tests.web.front import Front, is_problem
from tests.web.test_tickets import TICKET

VERBS = ("recall", "start", "hold", "put-back", "no-show", "finish", "undo")


def press(front: Front, verb: str, body: Any = None, counter: int = 1, who: str = "officer:Rina") -> Any:
    return front.post(f"/counter/{counter}/{verb}", body, who)


def test_call_next_answers_with_the_ticket(front: Front, clock: HandClock) -> None:
    front.take("K")
    clock.at("08:05")
    answer = press(front, "call-next")
    assert answer.status_code == 200
    assert answer.json.keys() == TICKET
    assert (answer.json["number"], answer.json["state"], answer.json["counter"]) == ("K-001", "called", 1)
    assert answer.json["first_called_at"] == "2026-11-19T08:05:00.000+07:00"
    assert answer.json["ahead"] == 0


def test_while_called_the_same_ticket_while_serving_busy_and_with_nobody_nobody(front: Front) -> None:
    assert is_problem(press(front, "call-next"), 409, "nobody_waiting")
    front.take("K")
    front.take("K")
    called = press(front, "call-next").json
    again = press(front, "call-next")
    assert (again.status_code, again.json) == (200, called)
    press(front, "start")
    assert is_problem(press(front, "call-next"), 409, "counter_busy")


def test_the_whole_visit_over_http(front: Front, clock: HandClock) -> None:
    front.take("K")
    states = []
    for minute, verb in enumerate(("call-next", "recall", "start", "finish"), start=1):
        clock.at(f"08:0{minute}")
        answer = press(front, verb)
        assert answer.status_code == 200
        states.append(answer.json["state"])
    assert states == ["called", "called", "serving", "served"]
    times = [answer.json[name][11:16] for name in ("issued_at", "first_called_at", "started_at", "finished_at")]
    assert times == ["08:00", "08:01", "08:03", "08:04"]


@pytest.mark.parametrize(
    ("verb", "state"), [("hold", "on_hold"), ("put-back", "waiting"), ("no-show", "no_show"), ("undo", "waiting")]
)
def test_routes_map_to_moves(front: Front, verb: str, state: str) -> None:
    front.take("K")
    press(front, "call-next")
    answer = press(front, verb)
    assert (answer.status_code, answer.json["state"]) == (200, state)


def test_calling_a_number_needs_a_reason_when_it_is_not_first(front: Front) -> None:
    front.take("K")
    front.take("K")
    assert is_problem(press(front, "call", {"number": "K-002"}), 422, "reason_needed")
    answer = press(front, "call", {"number": "K-002", "reason": "urgent"})
    assert (answer.status_code, answer.json["number"]) == (200, "K-002")
    assert is_problem(press(front, "call", {"number": "K-001"}), 409, "counter_busy")
    assert is_problem(press(front, "call", {"number": "K-009"}, 2, "officer:Bagus"), 404, "unknown_ticket")


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_may_carry_the_ticket_and_a_mismatch_is_409(front: Front, verb: str) -> None:
    ticket = front.take("K")
    press(front, "call-next")
    assert is_problem(press(front, verb, {"ticket": ticket["id"] + 1}), 409, "ticket_changed")
    if verb != "finish":
        assert press(front, verb, {"ticket": ticket["id"]}).status_code == 200


@pytest.mark.parametrize("verb", VERBS[:-1])
def test_with_nobody_at_the_counter_it_is_409(front: Front, verb: str) -> None:
    assert is_problem(press(front, verb), 409, "nobody_called")


def test_transfer_to_a_service_or_to_a_counter(front: Front) -> None:
    front.take("K")
    press(front, "call-next")
    assert is_problem(press(front, "transfer", {}), 422, "transfer_where")
    assert is_problem(press(front, "transfer", {"service": "P", "counter": 2}), 422, "transfer_where")
    assert is_problem(press(front, "transfer", {"service": "X"}), 422, "unknown_service")
    assert is_problem(press(front, "transfer", {"counter": 9}), 404, "unknown_counter")
    assert is_problem(press(front, "transfer", {"service": "P", "ticket": 9}), 409, "ticket_changed")
    moved = press(front, "transfer", {"service": "P"})
    assert (moved.status_code, moved.json["service"], moved.json["number"]) == (200, "P", "K-001")
    press(front, "call-next", counter=2, who="officer:Bagus")
    moved = press(front, "transfer", {"counter": 1}, 2, "officer:Bagus")
    assert (moved.status_code, moved.json["state"]) == (200, "waiting")
    assert is_problem(press(front, "call-next", counter=2, who="officer:Bagus"), 409, "nobody_waiting")


def test_reinstate_and_cancel_by_the_tickets_id(front: Front) -> None:
    ticket = front.take("K")
    press(front, "call-next")
    press(front, "no-show")
    back = front.post(f"/counter/tickets/{ticket['id']}/reinstate", None, "officer")
    assert (back.status_code, back.json["state"]) == (200, "waiting")
    gone = front.post(f"/counter/tickets/{ticket['id']}/cancel", None, "officer")
    assert (gone.status_code, gone.json["state"]) == (200, "cancelled")
    assert is_problem(front.post(f"/counter/tickets/{ticket['id']}/cancel", None, "officer"), 409, "illegal_move")
    assert is_problem(front.post("/counter/tickets/99/cancel", None, "officer"), 404, "unknown_ticket")


def test_a_counter_held_by_another_officer_is_409(front: Front) -> None:
    front.take("K")
    press(front, "call-next")
    refused = press(front, "call-next", who="officer:Bagus")
    assert is_problem(refused, 409, "counter_taken")
    assert "Rina" in refused.json["detail"]
    assert press(front, "take", {"take_over": True}, who="officer:Bagus").status_code == 200
    assert press(front, "start", who="officer:Bagus").json["number"] == "K-001"
    assert is_problem(press(front, "leave", who="officer:Bagus"), 409, "counter_busy")


def test_two_tokens_of_one_name_are_one_officer_and_without_a_name_each_is_its_own(front: Front) -> None:
    front.take("K")
    press(front, "call-next", who="officer:Rina")
    assert press(front, "recall", who="officer+manager:Rina").status_code == 200
    assert is_problem(press(front, "recall", who="officer"), 409, "counter_taken")
    assert is_problem(press(front, "recall", who="officer+kiosk"), 409, "counter_taken")


def test_an_unknown_counter_is_404(front: Front) -> None:
    for verb in ("call-next", "take", "recall", "undo"):
        assert is_problem(press(front, verb, counter=9), 404, "unknown_counter")
    assert is_problem(press(front, "call-next", counter=10**30), 404, "unknown_counter")


def test_a_key_on_a_verb_is_optional_and_makes_it_one_press(front: Front) -> None:
    front.take("K")
    front.take("K")
    first = front.post("/counter/1/call-next", None, "officer", Idempotency_Key="p-1")
    front.verb("start")
    seq = front.seq()
    again = front.post("/counter/1/call-next", None, "officer", Idempotency_Key="p-1")
    assert (again.status_code, again.json["id"], again.json["state"]) == (200, first.json["id"], "serving")
    assert front.seq() == seq
    other = front.post("/counter/2/call-next", None, "officer", Idempotency_Key="p-1")
    assert is_problem(other, 422, "idempotency_key_reused")


def test_the_queue_stands_in_calling_order_with_its_reasons(front: Front, clock: HandClock) -> None:
    front.take("K")
    clock.at("08:02")
    front.take("P", priority=True)
    queue = front.get("/counter/queue", "officer").json
    assert [w["ticket"]["number"] for w in queue["waiting"]] == ["P-001", "K-001"]
    assert queue["waiting"][0]["reason"] == {
        "key": "priority",
        "since": "2026-11-19T08:02:00.000+07:00",
        "passed": ["K-001"],
    }
    assert queue["waiting"][0]["counters"] == [1, 2]
    assert (queue["seq"], queue["limit_seconds"]) == (front.seq(), 600)


def test_the_queue_shows_each_counter_and_what_may_be_undone(front: Front, clock: HandClock) -> None:
    front.take("K")
    press(front, "call-next")
    one, two = front.get("/counter/queue", "manager").json["counters"]
    assert (one["officer"]["name"], one["ticket"]["number"], one["called"]) == ("Rina", "K-001", 1)
    assert (one["undo"]["move"], one["undo"]["until"]) == ("call", "2026-11-19T08:00:20.000+07:00")
    assert (two["officer"], two["ticket"], two["undo"]) == (None, None, None)
    press(front, "no-show")
    clock.passes(minutes=1)
    queue = front.get("/counter/queue", "officer").json
    assert [(m["ticket"]["number"], m["until"][11:16]) for m in queue["missed"]] == [("K-001", "08:30")]


def test_nothing_but_post_changes_anything(front: Front) -> None:
    front.take("K")
    seq = front.seq()
    for verb in ("call-next", "recall", "take", "undo"):
        for method in ("GET", "PUT", "DELETE", "PATCH"):
            answer = front.ask(method, f"/counter/1/{verb}", None, "officer")
            assert is_problem(answer, 405, "method_not_allowed")
            assert "POST" in answer.headers["Allow"]
    assert front.seq() == seq

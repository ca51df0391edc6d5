"""What the holder of a link may ask of their data, and how staff put right what stands."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cast import HandClock
from tests.web.front import Front, is_problem

RAHMI = {"name": "ZZKANARI Rahmi", "phone": "0899-0000-0001", "sex": 2}


@pytest.fixture
def ticket(front: Front) -> dict[str, Any]:
    taken = front.take("K")
    said = {"ticket": taken["token"], "answers": RAHMI, "consents": {"survey": True}}
    assert front.post("/kiosk/guestbook", said, "kiosk").status_code == 201
    return taken


def mine(front: Front, ticket: dict[str, Any]) -> Any:
    return front.get(f"/kiosk/tickets/{ticket['token']}/my-data").json


def ask(front: Front, ticket: dict[str, Any], kind: str) -> Any:
    return front.post(f"/kiosk/tickets/{ticket['token']}/rights", {"kind": kind})


def test_the_link_tells_that_data_stand_and_never_which(front: Front, ticket: dict[str, Any]) -> None:
    page = front.get(f"/kiosk/tickets/{ticket['token']}/my-data")
    assert page.json["stored"] == "used"
    assert [(one["purpose"], one["given"]) for one in page.json["consents"]] == [("follow_up", None), ("survey", True)]
    assert not any(trace in page.text for trace in ("KANARI", "0899", "8990000"))
    assert mine(front, front.take("K"))["stored"] == "nothing"


def test_each_request_shows_its_seventy_two_hours_and_then_its_answer(
    front: Front, ticket: dict[str, Any], clock: HandClock
) -> None:
    for kind in ("export", "correct", "restrict", "erase"):
        assert ask(front, ticket, kind).status_code == 201
    standing = mine(front, ticket)["requests"]
    assert {one["kind"] for one in standing} == {"export", "correct", "restrict", "erase"}
    assert standing[0]["asked_at"].startswith("2026-11-19T08:00")
    assert standing[0]["due_at"].startswith("2026-11-22T08:00")
    clock.passes(hours=1)
    front.post(f"/counter/tickets/{ticket['id']}/rights/erase", {}, "manager")
    after = mine(front, ticket)
    assert after["stored"] == "erased"
    assert all(one["done_at"].startswith("2026-11-19T09:00") for one in after["requests"])
    assert front.get(f"/kiosk/tickets/{ticket['token']}").json["state"] == "waiting", "the place in line stays"
    assert is_problem(ask(front, ticket, "export"), 404, "nothing_stored")


def test_a_consent_taken_back_is_seen_at_once(front: Front, ticket: dict[str, Any]) -> None:
    front.post(f"/kiosk/tickets/{ticket['token']}/consents/survey/withdraw")
    assert [one["given"] for one in mine(front, ticket)["consents"]] == [None, False]


def test_the_page_of_a_later_visit_tells_nothing_of_what_was_settled_before(
    front: Front, ticket: dict[str, Any], clock: HandClock
) -> None:
    ask(front, ticket, "export")
    front.post(f"/counter/tickets/{ticket['id']}/rights/export", {}, "manager")
    clock.passes(days=1)
    later = front.take("K")
    front.post("/kiosk/guestbook", {"ticket": later["token"], "answers": RAHMI}, "kiosk")
    front.post(f"/kiosk/tickets/{later['token']}/earlier-answers")
    told = mine(front, later)
    assert (told["requests"], [one["given"] for one in told["consents"]]) == ([], [None, None])


def test_the_link_dies_with_its_week(front: Front, ticket: dict[str, Any], clock: HandClock) -> None:
    clock.passes(days=8)
    assert is_problem(front.get(f"/kiosk/tickets/{ticket['token']}/my-data"), 404, "unknown_ticket")


def test_a_manager_corrects_days_later_and_the_visitor_sees_it_done(
    front: Front, ticket: dict[str, Any], clock: HandClock
) -> None:
    ask(front, ticket, "correct")
    clock.passes(days=2)
    at = f"/counter/tickets/{ticket['id']}/rights/correct"
    assert is_problem(front.post(at, {"answers": {"name": "Rahmi"}}, "officer:Rina"), 409, "day_over")
    assert is_problem(front.post(at, {"answers": {"nik": "1"}}, "manager:Sari"), 422, "unknown_item")
    answer = front.post(at, {"answers": {"name": "Rahmi KANARI", "sex": None}}, "manager:Sari")
    assert answer.json == {"changed": ["name", "sex"]}
    assert mine(front, ticket)["requests"][0]["done_at"] is not None
    assert front.get("/counter/rights", "manager").json["requests"] == []
    row = front.owner().reading(lambda records: records.all_rows())[-1]
    assert (row.move, row.reason, row.facts) == ("right", "correct", {"items": ["name", "sex"]})

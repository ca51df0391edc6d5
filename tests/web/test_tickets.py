"""Tickets over HTTP, as the contract writes them."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest

from tests.cast import HandClock
from tests.web.front import OFFICE, Front, is_problem

TICKET = {
    "id",
    "number",
    "service",
    "state",
    "counter",
    "issued_at",
    "first_called_at",
    "started_at",
    "finished_at",
    "ahead",
    "estimate",
}
ALSO_FOR_ITS_HOLDER = {"token", "url"}


def take(front: Front, body: Any, key: str = "key-1", who: str = "kiosk") -> Any:
    return front.post("/kiosk/tickets", body, who, Idempotency_Key=key)


def test_a_taken_number_is_the_contracts_ticket(front: Front, clock: HandClock) -> None:
    clock.at("09:05")
    answer = take(front, {"service": "K", "language": "en", "priority": True})
    assert answer.status_code == 201
    ticket = answer.json
    token = ticket.pop("token")
    assert ticket == {
        "id": 1,
        "number": "K-001",
        "service": "K",
        "state": "waiting",
        "counter": None,
        "issued_at": "2026-11-19T09:05:00.000+07:00",
        "first_called_at": None,
        "started_at": None,
        "finished_at": None,
        "ahead": 0,
        "estimate": None,
        "url": f"HTTP://LOCALHOST/T/{token}",
    }


def test_language_and_priority_need_not_be_said(front: Front) -> None:
    assert take(front, {"service": "P"}).status_code == 201


@pytest.mark.parametrize("who", ["kiosk", "officer", "manager"])
def test_kiosk_officer_and_manager_take_numbers_and_get_the_link(front: Front, who: str) -> None:
    answer = take(front, {"service": "K"}, who=who)
    assert answer.status_code == 201
    assert answer.json.keys() == TICKET | ALSO_FOR_ITS_HOLDER


def test_a_display_takes_no_number(front: Front) -> None:
    assert is_problem(take(front, {"service": "K"}, who="display"), 403, "forbidden")


def test_a_number_needs_an_idempotency_key(front: Front) -> None:
    assert is_problem(front.post("/kiosk/tickets", {"service": "K"}, "kiosk"), 400, "idempotency_key_missing")


@pytest.mark.parametrize("key", ["", "x" * 201, "a\x7fb"])
def test_a_key_must_be_a_short_printable_one(front: Front, key: str) -> None:
    assert is_problem(take(front, {"service": "K"}, key), 400, "idempotency_key_invalid")


def test_the_same_key_gives_the_same_ticket_as_it_is_now_with_200(front: Front) -> None:
    first = take(front, {"service": "K"})
    front.verb("call-next")
    again = take(front, {"service": "K"})
    assert (first.status_code, again.status_code) == (201, 200)
    assert (again.json["id"], again.json["state"], again.json["token"]) == (1, "called", first.json["token"])


def test_the_same_key_with_another_body_is_422(front: Front) -> None:
    take(front, {"service": "K"})
    seq = front.seq()
    assert is_problem(take(front, {"service": "P"}), 422, "idempotency_key_reused")
    assert is_problem(take(front, {"service": "K", "priority": True}), 422, "idempotency_key_reused")
    assert front.seq() == seq


def test_a_refused_validation_is_not_kept(front: Front) -> None:
    assert is_problem(take(front, {"service": "X"}), 422, "unknown_service")
    assert is_problem(take(front, {"service": "K", "priority": "yes"}), 422, "invalid_body")
    assert take(front, {"service": "K"}).status_code == 201


def test_a_key_is_unique_for_each_caller_and_office(front: Front) -> None:
    take(front, {"service": "K"})
    assert take(front, {"service": "K"}, who="officer").json["number"] == "K-002"
    east = front.client.post(
        "/ternate/kiosk/tickets",
        json={"service": "K"},
        headers={"Authorization": f"Bearer {front.token('kiosk', 'ternate')}", "Idempotency-Key": "key-1"},
    )
    assert (east.status_code, east.get_json()["number"]) == (201, "K-001")
    assert east.get_json()["issued_at"] == "2026-11-19T10:00:00.000+09:00"


def test_the_people_ahead_are_counted(front: Front) -> None:
    assert [front.take("K")["ahead"], front.take("P")["ahead"], front.take("K", priority=True)["ahead"]] == [0, 1, 0]


def test_the_link_is_short_in_capitals_and_opens_in_both_cases(front: Front) -> None:
    ticket = front.take("K")
    assert re.fullmatch(r"HTTP://LOCALHOST/T/[A-Z2-7]{26,40}", ticket["url"])
    token = ticket["token"]
    for address in (f"//T/{token}", f"//t/{token.lower()}", f"//T/{token.lower()}", f"/kiosk/tickets/{token}"):
        answer = front.get(address)
        assert (answer.status_code, answer.json["id"], answer.json["url"]) == (200, 1, ticket["url"])


def test_the_holder_sees_the_ticket_as_json_or_as_a_page(front: Front) -> None:
    token = front.take("K")["token"]
    as_json = front.get(f"//T/{token}")
    assert as_json.json.keys() >= TICKET | ALSO_FOR_ITS_HOLDER
    page = front.get(f"//T/{token}", Accept="text/html,application/xhtml+xml")
    assert page.content_type == "text/html; charset=utf-8"
    assert "K-001" in page.text


def test_the_page_of_a_ticket_never_leaks_its_address(front: Front) -> None:
    page = front.get(f"//T/{front.take('K')['token']}", Accept="text/html")
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"


def test_a_public_address_of_the_office_stands_in_the_link(fresh_url: Any, tmp_path: Any, clock: HandClock) -> None:
    front = Front(tmp_path, fresh_url("sqlite"), clock, public_url="https://antrean.bps.go.id/")
    assert front.take("K")["url"].startswith("HTTPS://ANTREAN.BPS.GO.ID/T/")
    front.close()


def test_token_and_url_stand_only_in_answers_to_its_taker_and_holder(front: Front) -> None:
    token = front.take("K")["token"]
    answers = [
        front.post("/counter/1/call-next", None, "officer"),
        front.post("/counter/1/recall", None, "officer"),
        front.get("/counter/queue", "officer"),
        front.get("/display/board", "display"),
        front.get("/kiosk/services", "kiosk"),
        front.get("/counter/wait-log", "manager"),
    ]
    for answer in answers:
        assert answer.status_code == 200
        assert token not in answer.text
    assert answers[0].json.keys() == TICKET


def test_a_wrong_link_is_404_whatever_is_wrong_with_it(either_front: Front) -> None:
    token = either_front.take("K")["token"]
    first = "B" if token[0] == "A" else "A"
    wrong = [first + token[1:], "A" * 32, "7" * 32, "Z" * 32, token[:-8], "x", "%00", "..", "1" * 500, token + "="]
    answers = [either_front.get(f"//T/{link}") for link in wrong]
    assert all(is_problem(answer, 404, "unknown_ticket") for answer in answers)
    assert {answer.data for answer in answers} == {answers[0].data}
    assert is_problem(either_front.get(f"//ternate/kiosk/tickets/{token}"), 404, "unknown_ticket")


def test_the_holder_leaves_the_line_and_leaving_again_is_no_harm(front: Front) -> None:
    token = front.take("K")["token"]
    left = front.post(f"/kiosk/tickets/{token}/leave")
    assert (left.status_code, left.json["state"]) == (200, "cancelled")
    seq = front.seq()
    assert front.post(f"/kiosk/tickets/{token}/leave").status_code == 200
    assert front.seq() == seq


def test_an_officer_reinstates_whoever_left_for_thirty_minutes(front: Front, clock: HandClock) -> None:
    ticket = front.take("K")
    front.post(f"/kiosk/tickets/{ticket['token']}/leave")
    clock.passes(minutes=30)
    back = front.post(f"/counter/tickets/{ticket['id']}/reinstate", None, "officer")
    assert (back.status_code, back.json["state"], back.json["number"]) == (200, "waiting", "K-001")
    front.post(f"/kiosk/tickets/{ticket['token']}/leave")
    clock.passes(minutes=31)
    late = front.post(f"/counter/tickets/{ticket['id']}/reinstate", None, "officer")
    assert is_problem(late, 409, "illegal_move")


def test_whoever_is_being_served_cannot_leave(front: Front) -> None:
    token = front.take("K")["token"]
    front.verb("call-next")
    front.verb("start")
    assert is_problem(front.post(f"/kiosk/tickets/{token}/leave"), 409, "illegal_move")


def test_nobody_leaves_by_a_wrong_link(front: Front) -> None:
    front.take("K")
    assert is_problem(front.post(f"/kiosk/tickets/{'A' * 32}/leave"), 404, "unknown_ticket")


def test_links_cannot_be_guessed_for_long(front: Front) -> None:
    codes = [front.get(f"//T/{'A' * 32}").status_code for _ in range(62)]
    assert codes == [404] * 60 + [429] * 2
    ticket = front.take("K")
    assert front.get(f"//T/{ticket['token']}").status_code == 200  # a right link is no guess


def test_a_qr_code_does_not_wait_while_the_voice_is_built(front: Front) -> None:
    """Building takes minutes on a first start, on the thread that is kept for it; here it is not done until the end."""
    token = front.take()["token"]
    begun, built = Event(), Event()

    def building() -> bool:
        begun.set()
        return built.wait(60)

    with ThreadPoolExecutor(1) as room:
        voice = room.submit(front.house.parts.aside.call, building)
        try:
            assert begun.wait(60)
            assert front.get(f"/kiosk/tickets/{token}/qr.svg").mimetype == "image/svg+xml"
            assert front.get("/kiosk/standards/qr.svg").status_code == 200
            assert not voice.done()
        finally:
            built.set()
    assert voice.result() is True


def test_the_qr_code_of_a_ticket_is_a_picture_for_its_holder(front: Front) -> None:
    token = front.take("K")["token"]
    picture = front.get(f"/kiosk/tickets/{token}/qr.svg")
    assert (picture.status_code, picture.mimetype) == (200, "image/svg+xml")
    assert front.get(f"/kiosk/tickets/{'A' * 32}/qr.svg").status_code == 404


def test_the_services_say_who_waits_and_whether_numbers_are_given(front: Front) -> None:
    front.take("K")
    seen = front.get("/kiosk/services", "kiosk").json
    assert seen["open"] is True
    assert seen["closed"] is None
    assert [(s["code"], s["waiting"]) for s in seen["services"]][:2] == [("K", 1), ("P", 0)]
    assert (seen["seq"], seen["hours"], seen["closes_at"]) == (
        front.seq(),
        [["08:00", "15:30"]],
        "2026-11-19T15:30:00.000+07:00",
    )
    assert OFFICE not in seen

"""Visits without a number over HTTP: before it, instead of it, and written by an officer."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.front import Front


@pytest.fixture
def call(front: Front) -> dict[str, Any]:
    """A telephone call that Rina wrote down."""
    body = {"service": "K", "answers": {"name": "ZZKANARI Sugeng", "means": [1]}}
    written: dict[str, Any] = front.post("/counter/entries", body, who="officer", Idempotency_Key="a call").json
    return written


def test_the_book_first_then_the_number(front: Front) -> None:
    said = {"service": "K", "answers": {"name": "ZZKANARI Karim"}}
    first = front.post("/kiosk/guestbook", said, who="kiosk", Idempotency_Key="one visitor")
    assert first.status_code == 201
    wanted = {"service": "K", "guest_book": "one visitor"}
    ticket = front.post("/kiosk/tickets", wanted, who="kiosk", Idempotency_Key="one visitor").json
    again = front.post("/kiosk/guestbook", {"ticket": ticket["token"], "answers": {"sex": 1}})
    assert again.json["entry"] == first.json["entry"]
    assert again.json["answered"] == ["name", "sex"]


def test_walking_away_is_said_with_the_same_key(front: Front) -> None:
    front.post(
        "/kiosk/guestbook", {"service": "K", "answers": {"name": "ZZKANARI"}}, who="kiosk", Idempotency_Key="one"
    )
    assert front.post("/kiosk/guestbook/drop", who="kiosk", Idempotency_Key="one").status_code == 204
    assert front.post("/kiosk/guestbook/drop", who="kiosk", Idempotency_Key="one").status_code == 204
    assert front.post("/kiosk/guestbook/drop", Idempotency_Key="one").status_code == 401


def test_an_officer_goes_on_with_a_visit_and_opens_it(front: Front, call: dict[str, Any]) -> None:
    place = f"/counter/entries/{call['entry']}"
    assert front.post(f"{place}/guestbook", {"answers": {"sex": 1}}, who="officer").status_code == 201
    assert front.post(f"{place}/needs", {"position": 1, "answers": {"obtained": 1}}, who="officer").status_code == 201
    record = front.post(f"{place}/open", {}, who="officer").json
    assert record["answers"] == {"name": "ZZKANARI Sugeng", "means": [1], "sex": 1}
    assert [need["obtained"] for need in record["needs"]] == [1]
    assert front.post(f"{place}/needs/1/drop", who="officer").status_code == 200


def test_the_list_tells_that_somebody_is_there_and_never_who(front: Front, call: dict[str, Any]) -> None:
    listed = front.get("/counter/entries", who="officer")
    assert [(one["entry"], one["service"], one["met_at"]) for one in listed.json["entries"]] == [
        (call["entry"], "K", None)
    ]
    assert "KANARI" not in listed.text
    front.post(f"/counter/entries/{call['entry']}/met", who="officer")
    assert front.get("/counter/entries", who="officer").json["entries"][0]["met_at"]


def test_an_officer_writes_for_a_visitor_with_a_number(front: Front) -> None:
    ticket = front.take("K")
    written = front.post(f"/counter/tickets/{ticket['id']}/guestbook", {"answers": {"sex": 2}}, who="officer")
    assert (written.status_code, written.json["answered"]) == (201, ["sex"])


@pytest.mark.parametrize("rest", ["", "/1/guestbook", "/1/open", "/1/needs", "/1/met"])
def test_only_staff_write_for_others(front: Front, rest: str) -> None:
    path = f"entries{rest}"
    body = {"service": "K", "position": 1, "answers": {}} if path.endswith(("entries", "needs")) else {}
    assert front.post(f"/counter/{path}", body).status_code == 401
    assert front.post(f"/counter/{path}", body, who="kiosk").status_code == 403


def test_bad_input_is_told_and_nothing_is_kept(front: Front) -> None:
    refused = front.post("/counter/entries", {"service": "K"}, who="officer")
    assert (refused.status_code, refused.json["code"]) == (400, "idempotency_key_missing")
    refused = front.post("/counter/entries", {"service": "Z"}, who="officer", Idempotency_Key="x")
    assert (refused.status_code, refused.json["code"]) == (422, "unknown_service")
    body = {"service": "K", "answers": {"name": "Karim 1471 0123 4567 8901"}}
    refused = front.post("/counter/entries", body, who="officer", Idempotency_Key="x")
    assert (refused.status_code, refused.json["code"], refused.json["item"]) == (422, "identity_number", "name")
    assert front.get("/counter/entries", who="officer").json["entries"] == []
    refused = front.post("/counter/entries/999999999999/open", {}, who="officer")
    assert (refused.status_code, refused.json["code"]) == (404, "unknown_entry")


def test_where_visitors_have_no_number_neither_the_phones_tab_nor_the_board_names_one(front: Front) -> None:
    def kediri(method: str, path: str, who: str | None, body: Any = None, **headers: str) -> Any:
        return front.ask(method, f"//kota-kediri{path}", body, who, office="kota-kediri", **headers)

    ticket = kediri("POST", "/kiosk/tickets", "kiosk", {"service": "K"}, Idempotency_Key="one").json
    for verb in ("call-next", "no-show"):
        assert kediri("POST", f"/counter/1/{verb}", "officer").json["number"] == "K-001"
    board = kediri("GET", "/display/board", "display").json
    assert (board["calls"], board["missed"]) == ([], [])
    page = kediri("GET", f"/kiosk/tickets/{ticket['token']}", None, Accept="text/html")
    assert "<title>PST BPS Kota Kediri</title>" in page.text

"""Appointments over HTTP: what each button answers, what the screens say of an arrival, and what they never say."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from tests.cast import THURSDAY, HandClock
from tests.web.at_the_inbox import PHONE, ask, do, inbox, take, thread
from tests.web.front import Front, is_problem

AT = "2026-11-23T10:00:00+07:00"
MONDAY = THURSDAY.replace(day=23)
LINK = "https://zoom.example/j/ZZKANARI"


def appointed(front: Front, **more: Any) -> dict[str, Any]:
    """A request whose user will come on Monday at ten."""
    request = take(front, name="ZZKANARI Faiz", **more)
    return do(front, request, "appoint", meeting="visit", at=AT)


def test_an_appointment_is_moved_and_cancelled_in_writing(either_front: Front) -> None:
    front = either_front
    request = appointed(front)
    assert (request["appointment"]["state"], request["not_gone"]["by_hand"]) == ("stands", 1)
    moved = do(front, request, "appointment/move", meeting="zoom", at="2026-11-24T09:00:00+07:00", text=LINK)
    assert (moved["appointment"]["meeting"], moved["appointment_at"]) == ("zoom", "2026-11-24T09:00:00.000+07:00")
    cancelled = do(front, request, "appointment/cancel", text="Petugas berhalangan.")
    assert (cancelled["appointment"]["state"], cancelled["appointment_at"]) == ("cancelled", None)
    kinds = [message["kind"] for message in thread(front, request)["messages"]]
    assert kinds == ["message", "appoint", "move_meeting", "cancel_meeting"]
    assert thread(front, request)["messages"][2]["text"].endswith(LINK)


def test_an_arrival_is_a_ticket_as_the_contract_writes_it_and_both_screens_show_the_link(
    either_front: Front, clock: HandClock
) -> None:
    front = either_front
    request = appointed(front, service="K")
    clock.at("09:55", MONDAY)
    other = front.take("K")
    key = uuid4().hex
    arrived = ask(front, f"/{request['id']}/arrive", {}, Idempotency_Key=key)
    again = ask(front, f"/{request['id']}/arrive", {}, Idempotency_Key=key)
    assert (arrived.status_code, arrived.json["number"], arrived.json["ahead"]) == (200, "K-002", 1)
    assert set(arrived.json) == set(other) - {"token", "url"}
    assert again.json == arrived.json
    [row] = inbox(front)["requests"]
    assert row["appointment"] == {
        "at": "2026-11-23T10:00:00.000+07:00",
        "meeting": "visit",
        "state": "kept",
        "number": "K-002",
    }
    linked = {"id": request["id"], "number": "WA-2026-0001"}
    assert [one["request"] for one in front.get("/counter/queue", "officer").json["waiting"]] == [None, linked]
    front.verb("call-next")
    front.verb("start")
    front.verb("finish")
    front.verb("call-next")
    assert front.get("/counter/queue", "officer").json["counters"][0]["request"] == linked


def test_no_screen_of_others_knows_who_comes_or_where_they_meet(front: Front, clock: HandClock) -> None:
    request = appointed(front, service="K")
    do(front, request, "appointment/move", meeting="zoom", at=AT, text=LINK)
    do(front, request, "appointment/move", meeting="visit", at=AT, text=f"Hubungi {PHONE}")
    clock.at("09:55", MONDAY)
    ask(front, f"/{request['id']}/arrive", {})
    rows = front.house.parts.database.reading("kota-pekanbaru", lambda records: records.all_rows())
    shown = [
        front.get("/counter/requests", "officer").text,
        front.get("/counter/queue", "officer").text,
        front.get("/display/board", "display").text,
        repr(rows),
    ]
    for text in shown:
        for secret in ("ZZKANARI", "0000001", "zoom.example"):
            assert secret not in text
    for text in (front.get("/display/board", "display").text, front.get("/kiosk/services", "kiosk").text):
        assert "WA-2026" not in text


@pytest.mark.parametrize(
    ("path", "body", "status", "code"),
    [
        ("appoint", {"meeting": "visit", "at": "2026-11-21T10:00:00+07:00"}, 422, "appointment_closed"),
        ("appoint", {"meeting": "visit", "at": "2026-11-20T12:00:00+07:00"}, 422, "appointment_closed"),
        ("appoint", {"meeting": "visit", "at": "2026-11-20T07:00:00+07:00"}, 422, "appointment_closed"),
        ("appoint", {"meeting": "zoom", "at": "2027-11-23T10:00:00+07:00", "text": "x"}, 422, "appointment_far"),
        ("appoint", {"meeting": "zoom", "at": AT}, 422, "nothing_said"),
        ("appoint", {"meeting": "visit", "at": AT, "text": "NIK 1471010101010001"}, 422, "identity_number"),
        ("appointment/move", {"meeting": "visit", "at": AT}, 409, "no_appointment"),
        ("appointment/cancel", {}, 409, "no_appointment"),
        ("appointment/keep", None, 409, "no_appointment"),
        ("appointment/miss", None, 409, "no_appointment"),
        ("arrive", {}, 409, "no_appointment"),
        ("arrive", {"service": 1}, 422, "invalid_body"),
    ],
)
def test_what_cannot_be_is_refused_in_words(front: Front, path: str, body: Any, status: int, code: str) -> None:
    request = take(front)
    refused = ask(front, f"/{request['id']}/{path}", body)
    assert is_problem(refused, status, code)
    assert refused.json["detail"] != "Permintaan ini tidak dapat dipenuhi."


def test_a_refused_visit_names_the_next_open_moment_in_the_readers_language(front: Front) -> None:
    request = take(front)
    closed = {"meeting": "visit", "at": "2026-11-20T12:00:00+07:00"}
    told = ask(front, f"/{request['id']}/appoint", closed).json["detail"]
    assert told == "Pada waktu itu kantor istirahat. Terdekat: Jumat, 20 November 2026, 13.00 WIB."
    english = ask(front, f"/{request['id']}/appoint", closed, Accept_Language="en").json["detail"]
    assert english == "The office has a break then. Nearest: Friday, November 20, 2026, 13:00 WIB."
    holiday = {"meeting": "visit", "at": "2026-12-25T10:00:00+07:00"}
    assert "Senin, 28 Desember 2026, 08.00 WIB" in ask(front, f"/{request['id']}/appoint", holiday).json["detail"]


def test_each_button_that_writes_needs_a_key(front: Front) -> None:
    request = take(front)
    for path in ("appoint", "appointment/move"):
        body = {"meeting": "visit", "at": AT}
        answer = front.post(f"/counter/requests/{request['id']}/{path}", body, "officer:Rina")
        assert is_problem(answer, 400, "idempotency_key_missing")
    for path in ("appointment/cancel", "arrive"):
        answer = front.post(f"/counter/requests/{request['id']}/{path}", {}, "officer:Rina")
        assert is_problem(answer, 400, "idempotency_key_missing")


def test_an_erased_request_is_not_opened_again_and_says_why(front: Front) -> None:
    request = take(front)
    do(front, request, "close", reason="withdrawn")
    assert ask(front, f"/{request['id']}/erase", None, "manager").status_code == 200
    assert is_problem(ask(front, f"/{request['id']}/reopen"), 409, "erased")
    assert is_problem(ask(front, f"/{request['id']}/appoint", {"meeting": "visit", "at": AT}), 409, "erased")

"""What cannot be done with a request is refused with its reason, and everybody does only what is theirs."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.at_the_inbox import TEXT, ask, inbox, take, thread
from tests.web.front import OFFICE, Front, is_problem


def test_a_repeated_paste_is_one_request_and_another_text_under_its_key_is_refused(either_front: Front) -> None:
    body = {"channel": "whatsapp", "text": TEXT}
    answers = [ask(either_front, "", body, Idempotency_Key="satu") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert answers[0].json["number"] == answers[1].json["number"]
    other = ask(either_front, "", {**body, "text": "Lain"}, Idempotency_Key="satu")
    assert is_problem(other, 422, "idempotency_key_reused")
    assert len(inbox(either_front)["requests"]) == 1


def test_whatever_needs_a_key_says_so(front: Front) -> None:
    request = take(front)
    at = "2026-11-23T14:00:00+07:00"
    for path, body in (
        ("", {"channel": "whatsapp", "text": TEXT}),
        ("/calls", {"outcome": "missed"}),
        (f"/{request['id']}/hear", {"text": "x"}),
        (f"/{request['id']}/ask", {"text": "x"}),
        (f"/{request['id']}/answer", {"text": "x"}),
        (f"/{request['id']}/appoint", {"meeting": "zoom", "at": at, "text": "x"}),
    ):
        answer = front.post(f"/counter/requests{path}", body, "officer")
        assert is_problem(answer, 400, "idempotency_key_missing"), path


REFUSED: list[tuple[str, Any, int, str]] = [
    ("", {"channel": "fax", "text": "x"}, 422, "invalid_body"),
    ("", {"channel": "whatsapp", "text": " \n "}, 422, "nothing_said"),
    ("", {"channel": "whatsapp"}, 422, "invalid_body"),
    ("", {"channel": "whatsapp", "text": "x" * 20_001}, 422, "invalid_body"),
    ("", {"channel": "whatsapp", "text": "x", "service": "X"}, 422, "unknown_service"),
    ("", {"channel": "whatsapp", "text": "x", "phone": "12"}, 422, "bad_phone"),
    ("", {"channel": "email", "text": "x", "email": "x"}, 422, "bad_email"),
    ("", {"channel": "whatsapp", "text": "x", "nik": "x"}, 422, "invalid_body"),
    ("/calls", {"outcome": "angry"}, 422, "unknown_outcome"),
    ("/calls", {"outcome": "missed", "called_at": "2026-11-19T09:00:00+07:00"}, 422, "bad_call_time"),
    ("/calls", {"outcome": "missed", "called_at": "09:00"}, 422, "invalid_body"),
    ("/1/hear", {"text": ""}, 422, "nothing_said"),
    ("/1/ask", {"text": " "}, 422, "nothing_said"),
    ("/1/ask", {"text": "NIK 1471010101010001?"}, 422, "identity_number"),
    ("/1/answer", {"text": "x", "whole": "yes"}, 422, "invalid_body"),
    ("/1/appoint", {"meeting": "zoom", "at": "2026-11-19T07:00:00+07:00", "text": "x"}, 422, "appointment_past"),
    ("/1/appoint", {"meeting": "coffee", "at": "2026-11-23T07:00:00+07:00", "text": "x"}, 422, "invalid_body"),
    ("/1/appoint", {"meeting": "zoom", "at": "9999-12-31T23:00:00+07:00", "text": "x"}, 422, "invalid_body"),
    ("/1/tick", {"requirement": 99, "met": True}, 422, "unknown_requirement"),
    ("/1/tick", {"requirement": -1, "met": True}, 422, "unknown_requirement"),
    ("/1/complete", None, 409, "requirements_open"),
    ("/1/reopen", None, 409, "illegal_request_move"),
    ("/1/close", {"reason": "lunch"}, 422, "unknown_reason"),
    ("/1/close", {"reason": "answered"}, 409, "not_answered"),
    ("/1/sent", {"message": 1}, 404, "unknown_message"),
    ("/1/sent", {"message": 10**30}, 404, "unknown_message"),
    (f"/{10**30}/take-up", None, 404, "unknown_request"),
    ("/2/take-up", None, 404, "unknown_request"),
    ("/-1/take-up", None, 404, "not_found"),
]


@pytest.mark.parametrize(
    ("path", "body", "status", "code"), REFUSED, ids=[f"{p}-{str(b)[:40]!a}-{c}" for p, b, _, c in REFUSED]
)
def test_a_refusal_says_why_in_indonesian_and_changes_nothing(
    front: Front, path: str, body: Any, status: int, code: str
) -> None:
    assert take(front)["id"] == 1
    before = front.seq()
    answer = ask(front, path, body)
    assert is_problem(answer, status, code)
    assert answer.json["detail"] != "Permintaan ini tidak dapat dipenuhi."
    english = ask(front, path, body, Accept_Language="en")
    assert english.json["detail"] != answer.json["detail"]
    assert front.seq() == before


def test_officers_act_and_managers_read_and_erase(front: Front) -> None:
    request = take(front)
    place = f"/{request['id']}"
    at = {"meeting": "zoom", "at": "2026-11-23T14:00:00+07:00", "text": "x"}
    acts: list[tuple[str, Any]] = [
        ("", {"channel": "whatsapp", "text": "x"}),
        ("/calls", {"outcome": "missed"}),
        *((f"{place}/{verb}", None) for verb in ("take-up", "complete", "send-form", "form-filled", "reopen")),
        (f"{place}/hear", {"text": "x"}),
        (f"{place}/ask", {"text": "x"}),
        (f"{place}/answer", {"text": "x"}),
        (f"{place}/appoint", at),
        (f"{place}/tick", {"requirement": 0, "met": True}),
        (f"{place}/called-back", {"reached": True}),
        (f"{place}/close", {"reason": "withdrawn"}),
        (f"{place}/sent", {"message": 1}),
    ]
    for path, body in acts:
        for who in ("manager", "kiosk", "display"):
            assert is_problem(ask(front, path, body, who), 403, "forbidden"), (path, who)
        assert is_problem(front.post(f"/counter/requests{path}", body), 401, "unauthenticated"), path
    for who in ("kiosk", "display"):
        assert is_problem(front.get("/counter/requests", who), 403, "forbidden")
        assert is_problem(front.get(f"/counter/requests{place}", who), 403, "forbidden")
    assert is_problem(ask(front, f"{place}/erase", None, "officer"), 403, "forbidden")
    assert thread(front, request, "manager")["person"] == {"phone": "+6281200000013"}


def test_the_office_next_door_sees_nothing(front: Front) -> None:
    request = take(front)
    there = front.ask("GET", "//ternate/counter/requests", None, "officer", office="ternate")
    assert there.json["requests"] == []
    opened = front.ask("GET", f"//ternate/counter/requests/{request['id']}", None, "officer", office="ternate")
    assert is_problem(opened, 404, "unknown_request")


def test_who_looked_is_written_down_and_a_manager_erases(front: Front) -> None:
    request = take(front, name="ZZKANARI")
    thread(front, request, "manager:Sari")
    reads = front.house.parts.database.reading(
        OFFICE,
        lambda records: records.reads_of(records.request(request["id"]).visitor),  # type: ignore[union-attr] # it was just taken
    )
    assert [(read.what, read.reason) for read in reads] == [("request", "serving")]
    erased = front.post(f"/counter/requests/{request['id']}/erase", None, "manager")
    assert erased.status_code == 200
    assert thread(front, request)["person"] == {}
    assert thread(front, request)["messages"][0]["text"] is None
    assert is_problem(ask(front, f"/{request['id']}/answer", {"text": "x"}), 409, "erased")

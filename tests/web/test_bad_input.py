"""Bad input: a 4xx problem+json with a stable code, soon, and nothing changed (faults F80 and F81)."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from shared.database.tables import note
from shared.front_desk.remark_words import remarks_on
from tests.cast import THURSDAY, HandClock
from tests.web.front import OFFICE, Front, is_problem

LONG = "x" * 10_000
DEEP = "[" * 5000 + "]" * 5000
# route, body, status, code
BODIES: list[tuple[str, Any, int, str]] = [
    ("/kiosk/tickets", {"service": "X"}, 422, "unknown_service"),
    ("/kiosk/tickets", {"service": "k"}, 422, "unknown_service"),
    ("/kiosk/tickets", {"service": "\x00"}, 422, "invalid_body"),
    ("/kiosk/tickets", {"service": ""}, 422, "invalid_body"),
    ("/kiosk/tickets", {"service": LONG}, 422, "invalid_body"),
    ("/kiosk/tickets", {"service": 1}, 422, "invalid_body"),
    ("/kiosk/tickets", {"service": ["K"]}, 422, "invalid_body"),
    ("/kiosk/tickets", {"service": None}, 422, "invalid_body"),
    ("/kiosk/tickets", {}, 422, "invalid_body"),
    ("/kiosk/tickets", [], 422, "invalid_body"),
    ("/kiosk/tickets", "null", 422, "invalid_body"),
    ("/kiosk/tickets", '"K"', 422, "invalid_body"),
    ("/kiosk/tickets", {"service": "K", "language": "jv"}, 422, "invalid_body"),
    ("/kiosk/tickets", {"service": "K", "priority": "true"}, 422, "invalid_body"),
    ("/kiosk/tickets", {"service": "K", "priority": 1}, 422, "invalid_body"),
    ("/kiosk/tickets", {"service": "K", "name": "Budi"}, 422, "invalid_body"),
    ("/kiosk/tickets", "{", 400, "bad_request"),
    ("/kiosk/tickets", b"\xff\xfe", 400, "bad_request"),
    ("/kiosk/tickets", DEEP, 400, "bad_request"),
    ("/kiosk/tickets", json.dumps({"service": "x" * 70_000}), 413, "too_large"),
    ("/counter/1/call", {"number": "K-\x00"}, 422, "invalid_body"),
    ("/counter/1/call", {"number": "\x00\u202e"}, 422, "invalid_body"),
    ("/counter/1/call", '{"number": "\\ud800-1"}', 422, "invalid_body"),
    ("/counter/1/call", {"number": "K-99999999999999999999"}, 422, "invalid_body"),
    ("/counter/1/call", {"number": LONG}, 422, "invalid_body"),
    ("/counter/1/call", {"number": 1}, 422, "invalid_body"),
    ("/counter/1/call", {"number": "K-002", "reason": LONG}, 422, "invalid_body"),
    ("/counter/1/start", {"ticket": "1"}, 422, "invalid_body"),
    ("/counter/1/start", {"ticket": 10**30}, 409, "ticket_changed"),
    ("/counter/1/start", {"ticket": 1.5}, 422, "invalid_body"),
    ("/counter/1/transfer", {"counter": 10**30}, 422, "invalid_body"),
    ("/counter/1/transfer", {"service": "\x00"}, 422, "invalid_body"),
    ("/counter/1/take", {"take_over": "yes"}, 422, "invalid_body"),
    ("/counter/1/take", {"officer": 7}, 422, "invalid_body"),
    ("/counter/devices", {"code": "12345"}, 422, "invalid_body"),
    ("/counter/devices", {"code": "１２３４５６"}, 404, "unknown_code"),
    ("/counter/devices", {"code": "000000", "name": LONG}, 422, "invalid_body"),
    ("/counter/devices", {"code": "000000"}, 404, "unknown_code"),
    ("/counter/sign-in", {"login": LONG, "password": "x"}, 422, "invalid_body"),
    ("/counter/sign-in", {"login": "rina"}, 422, "invalid_body"),
    ("/counter/sign-in", {"login": "\x00", "password": "\x00"}, 422, "invalid_body"),
    ("/counter/sign-in", {"login": "ri\u200bna", "password": "x"}, 401, "sign_in_failed"),
    ("/counter/sign-in", '{"login": "\\udfff", "password": "\\ud800"}', 422, "invalid_body"),
    (f"/counter/tickets/{10**30}/cancel", {}, 404, "unknown_ticket"),
    (f"/counter/tickets/{2**31}/reinstate", {}, 404, "unknown_ticket"),
    ("/counter/tickets/-1/cancel", {}, 404, "not_found"),
    ("/counter/tickets/x/cancel", {}, 404, "not_found"),
    ("/nowhere", {}, 404, "not_found"),
]


def send(front: Front, path: str, body: Any) -> Any:
    who = "kiosk" if path.startswith("/kiosk") else "officer"
    return front.post(path, body, who, Idempotency_Key="k", Content_Type="application/json")


@pytest.mark.parametrize(("path", "body", "status", "code"), BODIES, ids=[f"{b[0]}-{str(b[1])[:40]!a}" for b in BODIES])
def test_a_bad_body_is_refused_with_a_stable_code_and_changes_nothing(
    either_front: Front, path: str, body: Any, status: int, code: str
) -> None:
    either_front.take("K")
    either_front.take("K")
    either_front.verb("call-next", 1)
    either_front.verb("put-back", 1)
    either_front.verb("call-next", 1)
    if path == "/counter/1/call":
        either_front.verb("put-back", 1)
    seq = either_front.seq()
    assert is_problem(send(either_front, path, body), status, code)
    assert either_front.seq() == seq


def test_what_was_sent_is_not_sent_back(front: Front) -> None:
    answer = send(front, "/kiosk/tickets", {"service": LONG, "ZZKANARI": "Budi Santoso"})
    assert answer.status_code == 422
    assert LONG[:100] not in answer.text
    assert "Budi Santoso" not in answer.text
    assert len(answer.data) < 2000


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("  ab \u00a0 c ", "ab c"),
        ("\u202eetisopos\u2066", "etisopos"),
        ("nol\u200b\ufeffspasi", "nolspasi"),
        ("e\u0301", "é"),
        ("z" + "\u0335" * 50, "z\u0335\u0335"),
        ("O'Brien; DROP TABLE ticket --", "O'Brien; DROP TABLE ticket --"),
        ("<script>{{7*7}}</script>", "<script>{{7*7}}</script>"),
        ("ꦱꦼꦫꦠ् 陈 علي", "ꦱꦼꦫꦠ् 陈 علي"),
    ],
)
def test_words_are_kept_without_what_nobody_can_see(either_front: Front, said: str, kept: str) -> None:
    either_front.take("K")
    either_front.take("K")
    answer = send(either_front, "/counter/1/call", {"number": "k-002\u200b", "reason": said})
    assert answer.status_code == 200, answer.json
    parts = either_front.house.parts
    rows = parts.database.inspect(lambda connection: list(connection.execute(select(note.c.seq)).scalars()))
    found = parts.database.reading(OFFICE, lambda records: remarks_on(records, parts.vault, rows))
    assert list(found.values()) == [kept]


def test_another_content_type_is_415(front: Front) -> None:
    front.token("kiosk")
    for content_type in ("text/plain", "application/xml", "multipart/form-data; boundary=x"):
        answer = front.post(
            "/kiosk/tickets", '{"service": "K"}', "kiosk", Idempotency_Key="k", Content_Type=content_type
        )
        assert is_problem(answer, 415, "not_json")
    assert front.seq() == 0


def test_ten_thousand_form_fields_are_refused(front: Front) -> None:
    form = "&".join(f"f{n}=1" for n in range(10_000))
    answer = front.post(
        "/kiosk/tickets", form, "kiosk", Idempotency_Key="k", Content_Type="application/x-www-form-urlencoded"
    )
    assert is_problem(answer, 413, "too_large") or is_problem(answer, 415, "not_json")


def test_a_wrong_method_is_405_and_says_which_is_right(front: Front) -> None:
    answer = front.ask("PUT", "/kiosk/tickets", {"service": "K"}, "kiosk")
    assert is_problem(answer, 405, "method_not_allowed")
    assert "POST" in answer.headers["Allow"]


def test_an_unknown_route_is_404(front: Front) -> None:
    assert is_problem(front.get("//nowhere/at/all"), 404, "not_found")
    assert is_problem(front.get("/kiosk/nothing", "kiosk"), 404, "not_found")


def test_a_missing_token_is_401_before_the_body_is_looked_at(front: Front) -> None:
    answer = front.post("/kiosk/tickets", "{", Idempotency_Key="k", Content_Type="application/json")
    assert is_problem(answer, 401, "unauthenticated")


def test_a_closed_office_says_when_it_opens_in_the_readers_language(front: Front, clock: HandClock) -> None:
    clock.at("16:00")
    wish, key = {"service": "K"}, {"Idempotency_Key": "k"}
    indonesian = front.post("/kiosk/tickets", wish, "kiosk", **key)
    assert is_problem(indonesian, 409, "office_closed")
    said = "Layanan hari ini sudah tutup. Buka kembali Jumat, 20 November 2026, 08.00 WIB."
    assert indonesian.json["detail"] == said
    english = front.post("/kiosk/tickets?lang=en", wish, "kiosk", **key)
    assert is_problem(english, 409, "office_closed")
    assert "Friday, November 20, 2026" in english.json["detail"] or "Friday, 20 November 2026" in english.json["detail"]
    assert "08:00 WIB" in english.json["detail"]
    preferred = front.post("/kiosk/tickets", wish, "kiosk", Accept_Language="en-GB,en;q=0.9", **key)
    assert preferred.json["detail"] == english.json["detail"]
    assert front.seq() == 0


@pytest.mark.parametrize(
    ("day", "clock_time", "said"),
    [
        (THURSDAY, "06:00", "Nomor belum dibagikan."),
        (THURSDAY + timedelta(days=2), "10:00", "Kantor tutup pada hari ini."),
        (THURSDAY.replace(month=12, day=25), "10:00", "Kantor tutup: "),
    ],
)
def test_a_closed_office_says_why(front: Front, clock: HandClock, day: Any, clock_time: str, said: str) -> None:
    clock.at(clock_time, day)
    answer = front.post("/kiosk/tickets", {"service": "K"}, "kiosk", Idempotency_Key="k")
    assert is_problem(answer, 409, "office_closed")
    assert answer.json["detail"].startswith(said)
    assert "Buka kembali" in answer.json["detail"]
    seen = front.get("/kiosk/services", "kiosk").json
    assert seen["open"] is False
    assert seen["closed"]["opens_at"].endswith("+07:00")


def test_a_page_that_fails_is_a_page_in_the_readers_language(front: Front) -> None:
    indonesian = front.get("/kiosk/nothing", Accept="text/html")
    assert (indonesian.status_code, indonesian.mimetype) == (404, "text/html")
    assert "Halaman ini tidak ditemukan." in indonesian.text
    english = front.get("/kiosk/nothing?lang=en", Accept="text/html")
    assert "Halaman ini tidak ditemukan." not in english.text


def test_a_fault_of_ours_shows_nothing_of_the_inside(front: Front) -> None:
    def broken() -> str:
        raise RuntimeError("the secret of the house")

    front.house.app.view_functions["openapi.spec"] = broken
    from shared.web import anyone  # noqa: PLC0415 # only here

    anyone(broken)
    answer = front.get("//openapi.json")
    assert is_problem(answer, 500, "internal")
    assert "secret of the house" not in answer.text


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = ("service", "language", "priority", "ticket", "number", "reason", "counter", "take_over", "login", "code")
ROUTES = ("/kiosk/tickets", "/counter/1/call", "/counter/1/transfer", "/counter/1/take", "/counter/devices")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(ROUTES), body=ANYTHING | st.dictionaries(st.sampled_from(FIELDS), ANYTHING, max_size=4))
def test_whatever_json_comes_the_answer_is_never_a_fault(front: Front, path: str, body: Any) -> None:
    answer = send(front, path, json.dumps(body))
    assert answer.status_code < 500, (path, body, answer.json)
    if answer.status_code >= 400:
        assert answer.content_type == "application/problem+json"


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tail=st.text(max_size=30))
def test_whatever_path_is_asked_the_answer_is_never_a_fault(front: Front, tail: str) -> None:
    from urllib.parse import quote  # noqa: PLC0415 # only here

    for start in (f"/{OFFICE}/kiosk/tickets/", f"/{OFFICE}/display/voice/id/", "/T/", "/words/", "/static/"):
        answer = front.client.get(start + quote(tail, errors="replace"))
        assert answer.status_code < 500, (start, tail)

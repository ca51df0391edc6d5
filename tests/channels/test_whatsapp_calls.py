"""The provider calls an office that has connected it; whoever cannot sign is not answered with a word."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from counter.whatsapp import LARGEST_CALL
from shared.channels import Worker
from tests.cast import HandClock
from tests.channels.cloud import (
    FAIZ,
    NUMBER_ID,
    SECRET,
    TOKEN,
    VERIFY,
    PlayedCloud,
    call,
    from_faiz,
    message,
    played_cloud,
    signed,
    status,
)
from tests.web.front import OFFICE, Front, Reply

PATH = "/counter/whatsapp"
WORDS = "Mohon data kemiskinan RAHASIA"


@pytest.fixture
def cloud() -> Iterator[PlayedCloud]:
    with played_cloud() as played:
        yield played


@pytest.fixture
def front(fresh_url: Callable[[str], str], tmp_path: Path, clock: HandClock, cloud: PlayedCloud) -> Iterator[Front]:
    """All shipped offices and Ternate in one house; Kota Pekanbaru alone is connected."""
    accounts = cloud.file_of_accounts(tmp_path, OFFICE)
    opened = Front(tmp_path, fresh_url("sqlite"), clock, channels_file=accounts)
    yield opened
    opened.close()


def calls(front: Front, body: bytes, office: str = OFFICE, **headers: str) -> Reply:
    given = headers or signed(body)
    answer = front.client.post(f"/{office}{PATH}", data=body, headers=given)
    assert isinstance(answer, Reply)
    return answer


def inbox(front: Front, office: str = OFFICE) -> list[Any]:
    found: list[Any] = front.ask("GET", f"//{office}/counter/requests", None, "officer", office=office).json["requests"]
    return found


def thread(front: Front, request: int = 1) -> list[Any]:
    found: list[Any] = front.get(f"/counter/requests/{request}", "officer").json["messages"]
    return found


def heard(front: Front, request: int = 1) -> list[str]:
    """What the user said, in order."""
    return [said["text"] for said in thread(front, request) if said["side"] == "user"]


def test_a_message_is_a_request_with_a_number_and_a_due_day(front: Front) -> None:
    answer = calls(front, call(from_faiz(message(WORDS))))
    assert (answer.status_code, answer.data) == (200, b"")
    found = inbox(front)
    told = [(row["number"], row["channel"], row["due_at"]) for row in found]
    assert told == [("WA-2026-0001", "whatsapp", "2026-11-24T15:30:00.000+07:00")]
    assert front.get("/counter/requests/1", "officer").json["person"] == {"name": "Faiz Rahman", "phone": f"+{FAIZ}"}
    assert thread(front)[0]["text"] == WORDS


@pytest.mark.parametrize("body", [call(from_faiz(message(WORDS))), b"{", b"", b"[" * 50_000])
def test_whoever_cannot_sign_is_turned_away_before_anything_is_read(front: Front, body: bytes) -> None:
    right = signed(body)
    name = "X-Hub-Signature-256"
    for headers in (
        {"Content-Type": "application/json"},
        {**right, name: "sha256=" + "0" * 64},
        {**right, name: right[name].upper()},
        {**signed(body, "another app's secret")},
        {**signed(body + b" ")},
        {"Content-Type": "application/json", "X-Hub-Signature": right[name]},
    ):
        answer = calls(front, body, **headers)
        assert (answer.status_code, answer.data) == (403, b"")
    assert inbox(front) == []


def test_a_staff_token_is_no_signature(front: Front) -> None:
    answer = calls(front, call(from_faiz(message())), Authorization=f"Bearer {front.token('officer')}")
    assert answer.status_code == 403


def test_the_address_is_proven_only_to_whoever_knows_the_word(front: Front) -> None:
    asked = {"hub.mode": "subscribe", "hub.verify_token": VERIFY, "hub.challenge": "1158201444"}

    def proves(**change: str) -> tuple[int, bytes]:
        answer = front.client.get(f"/{OFFICE}{PATH}", query_string={**asked, **change})
        return answer.status_code, answer.data

    assert proves() == (200, b"1158201444")
    answer = front.client.get(f"/{OFFICE}{PATH}", query_string={**asked, "hub.challenge": "<script>"})
    assert answer.content_type == "text/plain; charset=utf-8"
    for change in (
        {"hub.verify_token": "guessed"},
        {"hub.verify_token": "é"},
        {"hub.verify_token": ""},
        {"hub.mode": "unsubscribe"},
        {"hub.challenge": ""},
        {"hub.challenge": "9" * 201},
    ):
        assert proves(**change) == (403, b"")


def test_of_five_offices_the_one_that_is_connected_hears_and_no_other(front: Front, cloud: PlayedCloud) -> None:
    offices = list(front.house.parts.offices)
    assert len(offices) >= 5
    body = call(from_faiz(message(WORDS)))
    answers = {office: calls(front, body, office).status_code for office in offices}
    assert answers == {office: 200 if office == OFFICE else 404 for office in offices}
    found = {office: len(inbox(front, office)) for office in offices}
    assert found == {office: int(office == OFFICE) for office in offices}
    assert [worker.channel for worker in front.house.workers if isinstance(worker, Worker)] == ["whatsapp", "whatsapp"]


def test_what_is_meant_for_another_offices_number_reaches_nobody(front: Front) -> None:
    body = call(from_faiz(message(WORDS)), number_id="another office's number")
    assert calls(front, body).status_code == 200
    assert inbox(front) == []


def test_a_message_that_is_delivered_again_stands_once(front: Front) -> None:
    body = call(from_faiz(message(WORDS)))
    callers = [threading.Thread(target=calls, args=(front, body)) for _ in range(4)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    assert calls(front, body).status_code == 200
    assert [(said["side"], said["kind"]) for said in thread(front)] == [("user", "message"), ("program", "greet")]
    assert heard(front) == [WORDS]
    assert len(inbox(front)) == 1


def test_several_messages_and_reports_of_one_call_are_all_taken(front: Front) -> None:
    many = [message(f"pesan {place}", f"wamid.{place}", timestamp=str(1795050000 + place)) for place in range(20)]
    body = call(from_faiz(*reversed(many)), status("wamid.STRANGE", "delivered"))
    assert calls(front, body).status_code == 200
    assert heard(front) == [f"pesan {place}" for place in range(20)]


def test_what_nobody_can_show_is_a_note_and_a_number_that_nobody_can_dial_costs_no_words(front: Front) -> None:
    strange = message(None, "wamid.H", type="hologram")
    undialled = message("tanpa nomor", "wamid.U", **{"from": "12"})
    assert calls(front, call(from_faiz(strange), {"messages": [undialled]})).status_code == 200
    assert "hologram" in thread(front, 1)[0]["text"]
    assert [said["text"] for said in thread(front, 2)] == ["tanpa nomor"], "whom nobody can dial nobody greets"
    assert "phone" not in front.get("/counter/requests/2", "officer").json["person"]


def test_a_reaction_opens_no_request_and_a_new_number_is_followed(front: Front) -> None:
    reaction = message(None, "wamid.R", type="reaction", reaction={"message_id": "wamid.GONE", "emoji": "👍"})
    assert calls(front, call(from_faiz(reaction))).status_code == 200
    assert inbox(front) == []
    calls(front, call(from_faiz(message(WORDS))))
    moved = message(None, "wamid.S", type="system", system={"type": "user_changed_number", "wa_id": "6281200000099"})
    assert calls(front, call({"messages": [moved]})).status_code == 200
    assert front.get("/counter/requests/1", "officer").json["person"]["phone"] == "+6281200000099"
    assert thread(front)[-1]["text"] == "[nomor WhatsApp pengguna berganti]"


def test_a_user_from_abroad_is_reminded_in_english(front: Front) -> None:
    calls(front, call({"messages": [message("Good morning", **{"from": "6591234567"})]}))
    assert inbox(front)[0]["language"] == "en"


def test_large_calls_are_taken_up_to_the_providers_own_limit(front: Front) -> None:
    many = [message("x" * 4000, f"wamid.{place}") for place in range(40)]
    assert calls(front, call(from_faiz(*many))).status_code == 200
    assert len(heard(front)) == 40
    assert calls(front, b"x" * (LARGEST_CALL + 1)).status_code == 413


def test_a_database_that_fails_lets_the_provider_call_again_and_nothing_is_lost(front: Front, tmp_path: Path) -> None:
    body = call(from_faiz(message(WORDS)))
    with sqlite3.connect(tmp_path / "pst.db") as other:
        other.execute("ALTER TABLE message RENAME TO message_away")
    assert calls(front, body).status_code >= 500
    with sqlite3.connect(tmp_path / "pst.db") as other:
        other.execute("ALTER TABLE message_away RENAME TO message")
    assert calls(front, body).status_code == 200
    assert heard(front) == [WORDS]


def test_no_log_names_anybody_or_says_a_word_of_theirs_or_a_secret(
    front: Front, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    body = call(from_faiz(message(WORDS)), status("wamid.X", "failed", code=131026))
    with capture_logs() as logs:
        calls(front, body)
        calls(front, call(from_faiz(message(WORDS, "wamid.R", type="reaction"))))
        calls(front, call(from_faiz(message(WORDS)), number_id="else"))
        calls(front, b"{" + FAIZ.encode())
        with sqlite3.connect(tmp_path / "pst.db") as other:
            other.execute("ALTER TABLE message RENAME TO message_away")
        calls(front, call(from_faiz(message(WORDS, "wamid.2"))))
    told = str(logs) + "".join(capfd.readouterr())
    assert "whatsapp_left_out" in told
    for private in (FAIZ, "Faiz", "RAHASIA", TOKEN, SECRET, VERIFY, "wamid", NUMBER_ID):
        assert private not in told
    with sqlite3.connect(tmp_path / "pst.db") as other:
        other.execute("ALTER TABLE message_away RENAME TO message")

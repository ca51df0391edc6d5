"""An office on WhatsApp from the first word to the delivered answer: a real server, and a provider that is played."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.request import Request, urlopen

import pytest

from tests.channels.cloud import (
    FAIZ,
    SECRET,
    TOKEN,
    PlayedCloud,
    call,
    from_faiz,
    message,
    played_cloud,
    signed,
    status,
)
from tests.running import OFFICE, Server, prepared, until

WITHIN = 20.0
WORDS = "Mohon data kemiskinan RAHASIA"


@pytest.fixture(scope="module")
def cloud() -> Iterator[PlayedCloud]:
    with played_cloud() as played:
        yield played


@pytest.fixture(scope="module")
def server(cloud: PlayedCloud) -> Iterator[Server]:
    with prepared(PST_LOG_LEVEL="INFO") as office:
        office.environment["PST_CHANNELS_FILE"] = str(cloud.file_of_accounts(office.folder, OFFICE))
        office.start()
        yield office


def provider_calls(server: Server, body: bytes) -> int:
    asked = Request(f"{server.url}/{OFFICE}/counter/whatsapp", body, signed(body))  # noqa: S310 # this test's server
    with urlopen(asked, timeout=WITHIN) as answer:  # noqa: S310 # the same
        return int(answer.status)


def rows(server: Server) -> list[Any]:
    found: list[Any] = server.get("/counter/requests", server.token("officer")).data["requests"]
    return found


def asked_from(server: Server, number: str, *messages: dict[str, Any]) -> int:
    """Somebody with this number writes; the id of their request."""
    said = messages or (message(WORDS, f"wamid.{number}"),)
    assert provider_calls(server, call({"messages": [{**one, "from": number} for one in said]})) == 200
    request = max(int(row["id"]) for row in rows(server))
    until(lambda: [said["delivery"] for said in thread(server, request) if said["kind"] == "greet"] == ["sent"], WITHIN)
    return request


def thread(server: Server, request: int) -> list[Any]:
    found: list[Any] = server.get(f"/counter/requests/{request}", server.token("officer")).data["messages"]
    return found


def answer(server: Server, request: int, text: str) -> None:
    said = server.post(f"/counter/requests/{request}/answer", {"text": text, "whole": True}, server.token("officer"))
    assert said.status == 200, said.data


def test_asked_answered_and_delivered(server: Server, cloud: PlayedCloud) -> None:
    assert provider_calls(server, call(from_faiz(message(WORDS, "wamid.A")))) == 200
    row = max(rows(server), key=lambda row: int(row["id"]))
    request = int(row["id"])
    assert row["number"].startswith("WA-20")
    assert row["due_at"] > row["received_at"]
    until(lambda: any(row["number"] in text for text in cloud.texts), WITHIN)  # the greeting names it
    answer(server, request, "Terlampir, terima kasih.")
    until(lambda: "Terlampir, terima kasih." in cloud.texts, WITHIN)
    until(lambda: thread(server, request)[-1]["delivery"] == "sent", WITHIN)
    place = cloud.messages[-1]["biz_opaque_callback_data"]
    assert provider_calls(server, call(status(cloud.marks[-1], "delivered", place))) == 200
    assert thread(server, request)[-1]["delivery"] == "delivered"


def test_a_peer_that_refuses_is_seen_by_staff_and_loses_nothing(server: Server, cloud: PlayedCloud) -> None:
    request = asked_from(server, "6281200000014")
    before = len(cloud.messages)
    cloud.refuses(401, 190)
    answer(server, request, "Ini tabelnya.")
    seen = until(lambda: (last := thread(server, request)[-1])["problem"] and last, WITHIN)
    assert (seen["delivery"], seen["problem"], seen["text"]) == ("queued", "refused_login", "Ini tabelnya.")
    assert len(cloud.messages) == before
    assert next(row for row in rows(server) if row["id"] == request)["not_gone"]["queued"] == 1


def test_a_closed_window_is_left_to_the_officer_with_a_link(server: Server, cloud: PlayedCloud) -> None:
    request = asked_from(server, "6281200000015")
    cloud.refuses(400, 131047)
    answer(server, request, "Ini tabelnya.")
    seen = until(lambda: (last := thread(server, request)[-1])["delivery"] == "by_hand" and last, WITHIN)
    assert seen["problem"] == "window_closed"
    assert seen["links"] == ["https://wa.me/6281200000015?text=Ini%20tabelnya."]


def test_a_file_comes_after_its_words(server: Server, cloud: PlayedCloud) -> None:
    cloud.files["9000"] = b"%PDF-1.7"
    paper = message(None, "wamid.D", type="document", document={"id": "9000", "filename": "surat.pdf"})
    gone = message(None, "wamid.E", type="image", image={"id": "404", "mime_type": "image/jpeg"})
    request = asked_from(server, "6281200000016", paper, gone)

    def missing() -> list[str | None]:
        return [said["files"][0]["missing"] for said in thread(server, request) if said["side"] == "user"]

    until(lambda: missing() == [None, "gone"], WITHIN)
    assert thread(server, request)[0]["files"] == [{"position": 1, "name": "surat.pdf", "size": 8, "missing": None}]
    picture = f"/counter/requests/{request}/messages/3/files/1"
    refused = server.get(picture, server.token("officer"))
    assert (refused.status, refused.data["code"]) == (409, "file_awaited")
    cloud.files["404"] = b"JPEG"
    assert server.post(f"{picture}/fetch", {}, server.token("officer")).status == 200
    until(lambda: missing() == [None, None], WITHIN)


def test_a_restart_loses_nothing_that_waits_and_no_log_names_anybody(server: Server, cloud: PlayedCloud) -> None:
    request = asked_from(server, "6281200000017")
    cloud.refuses(503, 131016)
    answer(server, request, "Setelah mati lampu.")
    until(lambda: thread(server, request)[-1]["problem"] == "unreachable", WITHIN)
    server.restart()
    assert thread(server, request)[-1]["delivery"] == "queued"
    log = server.log()
    assert "message_ended" in log
    for private in (FAIZ, "62812", "Faiz", "RAHASIA", "tabelnya", "surat.pdf", TOKEN, SECRET, "wamid"):
        assert private not in log

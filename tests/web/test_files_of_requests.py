"""Files over HTTP, both ways: what an officer and a user attach, who gets it back, and what is refused in words."""

from __future__ import annotations

import base64
from typing import Any
from uuid import uuid4

import pytest

from shared.front_desk.requests.said import LARGEST_FILE, LARGEST_TOGETHER, MOST_FILES
from shared.web.files import LARGEST_WITH_FILES
from tests.web.at_the_inbox import ask, do, take, thread
from tests.web.front import Front, is_problem, page_of

PDF = b"%PDF-1.7 \x00\xff tabel"


def attached(name: str = "Tabel IPM 2025 – é.pdf", content: bytes = PDF, kind: str = "") -> dict[str, str]:
    return {"name": name, "type": kind, "content": base64.b64encode(content).decode()}


def asked_by_form(front: Front) -> dict[str, Any]:
    body = {"text": "Mohon IPM", "email": "zz@example.com", "phone": "0812-0000-0013"}
    answer = front.post("/kiosk/requests", body, Idempotency_Key=uuid4().hex)
    assert answer.status_code == 201, answer.json
    made: dict[str, Any] = answer.json
    return made


def reply(front: Front, token: str, *files: dict[str, Any], text: str = "Terlampir") -> Any:
    body = {"text": text, "files": list(files)}
    return front.post(f"/kiosk/requests/{token}/messages", body, Idempotency_Key=uuid4().hex)


@pytest.mark.parametrize("verb", ["answer", "ask"])
def test_an_officers_files_stand_in_the_thread_and_are_saved_from_it(either_front: Front, verb: str) -> None:
    front = either_front
    request = take(front)
    files = [attached(), attached("data.csv", b"a;b\n1;2\n", "application/vnd.ms-excel")]
    do(front, request, verb, text="Terlampir.", files=files)
    said = thread(front, request)["messages"][1]
    told = [(file["position"], file["name"], file["size"], file["missing"]) for file in said["files"]]
    assert told == [(1, "Tabel IPM 2025 – é.pdf", len(PDF), None), (2, "data.csv", 8, None)]
    saved = front.get(f"/counter/requests/{request['id']}/messages/2/files/1", "officer")
    assert saved.data == PDF
    kept = front.owner().reading(lambda records: records.attachments_of(request["id"]))
    assert len(kept) == 2


def test_an_answer_with_its_files_that_is_sent_twice_stands_once(either_front: Front) -> None:
    request, key = take(either_front), uuid4().hex
    body = {"text": "Terlampir.", "files": [attached()]}
    for _ in range(2):
        assert ask(either_front, f"/{request['id']}/answer", body, Idempotency_Key=key).status_code == 200
    assert [len(said["files"]) for said in thread(either_front, request)["messages"]] == [0, 1]


TOO_MUCH: list[tuple[str, list[dict[str, str]]]] = [
    ("too_many_files", [attached()] * (MOST_FILES + 1)),
    ("file_empty", [attached(content=b"")]),
    ("file_too_large", [attached(content=b"x" * (LARGEST_FILE + 1))]),
    ("files_too_large", [attached(content=b"x" * (LARGEST_TOGETHER // 2 + 1))] * 2),
]


@pytest.mark.parametrize(("code", "files"), TOO_MUCH, ids=[code for code, _ in TOO_MUCH])
def test_what_is_too_much_is_refused_in_words_and_nothing_is_left_out(
    front: Front, code: str, files: list[dict[str, str]]
) -> None:
    request, mine = take(front), asked_by_form(front)
    refused = ask(front, f"/{request['id']}/answer", {"text": "Terlampir.", "files": files})
    assert is_problem(refused, 422, code)
    assert refused.json["item"] == "files"
    assert len(thread(front, request)["messages"]) == 1
    assert is_problem(reply(front, mine["token"], *files), 422, code)
    assert len(front.get(f"/kiosk/requests/{mine['token']}").json["thread"]) == 1


def test_what_is_no_file_is_no_body_and_what_is_far_too_large_is_not_read(front: Front) -> None:
    request = take(front)
    for file in (
        {"name": "a.pdf", "content": "bukan base64 "},
        {"name": "a.pdf"},
        {**attached(), "path": "/etc/passwd"},
        {**attached(), "content": 5},
    ):
        refused = ask(front, f"/{request['id']}/answer", {"text": "x", "files": [file]})
        assert is_problem(refused, 422, "invalid_body")
    huge = "x" * (LARGEST_WITH_FILES + 1)
    assert is_problem(ask(front, f"/{request['id']}/answer", huge), 413, "too_large")
    small = {"text": "x", "files": [attached(content=b"x" * 70_000)]}
    assert is_problem(ask(front, f"/{request['id']}/hear", small), 413, "too_large")


def test_only_whoever_holds_the_link_may_send_a_large_body(front: Front) -> None:
    body = {"text": "x", "files": [attached(content=b"x" * 70_000)]}
    wrong = front.post(f"/kiosk/requests/{'A' * 40}/messages", body, Idempotency_Key=uuid4().hex)
    assert is_problem(wrong, 404, "unknown_request")
    assert is_problem(front.post("/counter/requests/1/answer", body), 401, "unauthenticated")


def test_the_user_saves_the_offices_files_and_their_own(either_front: Front) -> None:
    front = either_front
    mine = asked_by_form(front)
    assert (
        reply(front, mine["token"], attached("surat\u202e..\\/pengantar.html", b"<script>1</script>")).status_code
        == 201
    )
    [request] = front.get("/counter/requests", "officer:Rina").json["requests"]
    do(front, request, "answer", text="Terlampir.", files=[attached()])
    told = front.get(f"/kiosk/requests/{mine['token']}").json["thread"]
    assert [[file["name"] for file in said["files"]] for said in told] == [
        [],
        ["surat..__pengantar.html"],
        ["Tabel IPM 2025 – é.pdf"],
    ]
    place = f"/kiosk/requests/{mine['token']}/messages"
    own = front.get(f"{place}/2/files/1", Accept="text/html")
    assert own.data == b"<script>1</script>"
    assert own.headers["Content-Type"] == "application/octet-stream"
    assert own.headers["Content-Disposition"] == "attachment; filename=surat..__pengantar.html"
    assert (own.headers["Cache-Control"], own.headers["X-Content-Type-Options"]) == ("no-store", "nosniff")
    assert own.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    offices = front.get(f"{place}/3/files/1")
    assert offices.data == PDF
    assert "filename*=UTF-8''Tabel%20IPM%202025%20%E2%80%93%20%C3%A9.pdf" in offices.headers["Content-Disposition"]


def test_a_file_belongs_to_its_request_alone(front: Front) -> None:
    mine, other = asked_by_form(front), asked_by_form(front)
    reply(front, mine["token"], attached())
    places = [f"2/files/{number}" for number in (0, 2, 2**31, 2**63, 10**30)] + [f"{10**30}/files/1", "1/files/1"]
    for place in places:
        answer = front.get(f"/kiosk/requests/{mine['token']}/messages/{place}")
        assert is_problem(answer, 404, "unknown_file"), place
    theirs = front.get(f"/kiosk/requests/{other['token']}/messages/2/files/1")
    assert is_problem(theirs, 404, "unknown_file")
    wrong = front.get(f"/kiosk/requests/{'A' * 40}/messages/2/files/1")
    assert is_problem(wrong, 404, "unknown_request")


def test_an_officers_place_of_a_file_may_be_any_number(front: Front) -> None:
    request = take(front)
    for place in (f"1/files/{2**63}", f"{2**63}/files/1", f"1/files/{10**30}"):
        path = f"/counter/requests/{request['id']}/messages/{place}"
        assert is_problem(front.get(path, "officer"), 404, "unknown_file"), place
        assert is_problem(front.post(f"{path}/fetch", None, "officer"), 404, "unknown_file"), place


def test_after_an_erasure_no_file_is_left_to_save(front: Front) -> None:
    mine = asked_by_form(front)
    reply(front, mine["token"], attached())
    front.post(f"/kiosk/requests/{mine['token']}/erase")
    assert is_problem(front.get(f"/kiosk/requests/{mine['token']}/messages/2/files/1"), 404, "unknown_file")


def test_a_page_knows_what_may_be_attached(front: Front) -> None:
    told = page_of(front.browser, "/kiosk/requests")["files"]
    assert told == {"most": MOST_FILES, "largest": LARGEST_FILE, "together": LARGEST_TOGETHER}

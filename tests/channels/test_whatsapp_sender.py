"""A message leaves as text and number, whole and once; each refusal of the peer says what to do next."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from shared.channels import Enclosed, NotFetched, NotSent, Outgoing, Problem, Sent
from shared.channels.whatsapp.enclosed import LARGEST_IMAGE
from shared.channels.whatsapp.media import LARGEST_FILE, CloudFetcher
from shared.channels.whatsapp.pieces import utf16_length
from shared.channels.whatsapp.sender import LONGEST_TEXT, CloudSender
from tests.channels.cloud import FAIZ, NUMBER_ID, TOKEN, PlayedCloud, played_cloud
from tests.running import free_port

LETTER = Outgoing(
    request=7,
    position=2,
    number="WA-2026-0007",
    text="IPM 2025: 75,1. Terima kasih ✓",
    language="id",
    phone=f"+{FAIZ}",
    email="faiz@example.com",
    subject="IPM",
    answers_to=["wamid.IN1", "wamid.IN2"],
    quiet=timedelta(hours=2),
)
SOON = 0.3


@pytest.fixture
def cloud() -> Iterator[PlayedCloud]:
    with played_cloud() as played:
        yield played


def test_what_leaves_is_the_text_the_number_and_where_it_stands(cloud: PlayedCloud) -> None:
    assert CloudSender(cloud.account()).send(LETTER) == Sent("wamid.OUT1")
    assert cloud.messages == [
        {
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            "to": FAIZ,
            "type": "text",
            "text": {"body": LETTER.text, "preview_url": False},
            "biz_opaque_callback_data": "7.2.1.1",
            "context": {"message_id": "wamid.IN2"},
        }
    ]
    assert cloud.paths == [f"/v21.0/{NUMBER_ID}/messages"]
    assert cloud.tokens == [f"Bearer {TOKEN}"]


def test_a_long_text_goes_in_order_and_goes_on_where_it_was_cut_off(cloud: PlayedCloud) -> None:
    text = "\n\n".join(f"{part}. " + "angka inflasi 🙏 " * 150 for part in range(6))
    letter, sender = replace(LETTER, text=text), CloudSender(cloud.account())
    cloud.ill.extend([(200, b'{"messages": [{"id": "wamid.FIRST"}]}')])
    cloud.refuses(503, 131016)
    assert sender.send(letter) == NotSent(Problem.UNREACHABLE)
    assert cloud.messages == []
    assert isinstance(sender.send(letter), Sent)
    places = [message["biz_opaque_callback_data"] for message in cloud.messages]
    of = len(places) + 1
    assert places == [f"7.2.{part}.{of}" for part in range(2, of + 1)]  # the first part is not sent again
    assert all(utf16_length(said) <= LONGEST_TEXT for said in cloud.texts)
    assert all("context" not in message for message in cloud.messages)
    assert " ".join(cloud.texts).split() == text.split()[-len(" ".join(cloud.texts).split()) :]


@pytest.mark.parametrize(
    ("status", "code", "problem", "final"),
    [
        (400, 131047, Problem.WINDOW_CLOSED, True),
        (400, 131026, Problem.REFUSED_MESSAGE, True),
        (400, 100, Problem.REFUSED_MESSAGE, True),
        (401, 190, Problem.REFUSED_LOGIN, False),
        (400, 190, Problem.REFUSED_LOGIN, False),
        (403, 200, Problem.REFUSED_LOGIN, False),
        (400, 131042, Problem.REFUSED_LOGIN, False),
        (400, 130429, Problem.UNREACHABLE, False),
        (400, 80007, Problem.UNREACHABLE, False),
        (429, 4, Problem.UNREACHABLE, False),
        (400, 131056, Problem.UNREACHABLE, False),
        (500, 131000, Problem.UNREACHABLE, False),
        (503, 0, Problem.UNREACHABLE, False),
    ],
)
def test_each_refusal_says_what_to_do_next(
    cloud: PlayedCloud, status: int, code: int, problem: Problem, final: bool
) -> None:
    cloud.refuses(status, code)
    assert CloudSender(cloud.account()).send(LETTER) == NotSent(problem, final)
    assert cloud.messages == []


@pytest.mark.parametrize(
    "answer",
    [
        (200, b"<html>Sign in to the network</html>"),
        (200, b"[]"),
        (200, b'{"messages": []}'),
        (200, b'{"messages": [{"id": 7}]}'),
        (200, b"[" * 100_000),
        (200, b"x" * 300_000),
        (302, b""),
        (403, b"<html>Blocked by the firewall</html>"),
        (407, b""),
        (404, b'{"error": "gone"}'),
    ],
)
def test_a_page_of_the_network_is_no_answer_and_the_message_waits(
    cloud: PlayedCloud, answer: tuple[int, bytes]
) -> None:
    cloud.ill.append(answer)
    assert CloudSender(cloud.account()).send(LETTER) == NotSent(Problem.UNREACHABLE)
    assert len(cloud.paths) == 1  # a redirect is not followed: it would carry the token elsewhere


def test_a_peer_that_is_gone_or_slow_holds_nobody_up(cloud: PlayedCloud) -> None:
    nobody = cloud.account(api=f"http://127.0.0.1:{free_port()}/v21.0")
    assert CloudSender(nobody).send(LETTER) == NotSent(Problem.UNREACHABLE)
    cloud.holds = threading.Event()
    assert CloudSender(cloud.account(), patience=SOON).send(LETTER) == NotSent(Problem.UNREACHABLE)


def test_after_a_day_of_silence_nothing_is_sent_and_without_a_number_nothing_can_be(cloud: PlayedCloud) -> None:
    sender = CloudSender(cloud.account())
    late = replace(LETTER, quiet=timedelta(hours=24, seconds=1))
    assert sender.send(late) == NotSent(Problem.WINDOW_CLOSED, final=True)
    assert sender.send(replace(LETTER, phone=None)) == NotSent(Problem.NO_ADDRESS, final=True)
    assert sender.send(replace(LETTER, text=" \n ")) == NotSent(Problem.REFUSED_MESSAGE, final=True)
    assert cloud.paths == []
    assert isinstance(sender.send(replace(LETTER, quiet=timedelta(hours=24))), Sent)


def test_a_file_is_fetched_with_the_token_from_where_the_peer_says(cloud: PlayedCloud) -> None:
    cloud.files["9000"] = b"%PDF-1.7"
    assert CloudFetcher(cloud.account()).fetch("9000") == b"%PDF-1.7"
    assert cloud.paths == [f"/v21.0/9000?phone_number_id={NUMBER_ID}", "/v21.0/bytes/9000"]
    assert cloud.tokens == [f"Bearer {TOKEN}"] * 2


def test_a_file_that_cannot_be_had_says_whether_to_try_again(cloud: PlayedCloud) -> None:
    fetcher = CloudFetcher(cloud.account(), patience=SOON)
    cloud.files |= {"1": b"x", "2": b"x" * (LARGEST_FILE + 1)}
    cloud.sizes |= {"1": LARGEST_FILE + 1, "2": 5}
    assert fetcher.fetch("404") == NotFetched(Problem.GONE, final=True)
    assert fetcher.fetch("../../etc/passwd") == NotFetched(Problem.GONE, final=True)
    assert fetcher.fetch("1") == NotFetched(Problem.TOO_LARGE, final=True)
    assert fetcher.fetch("2") == NotFetched(Problem.TOO_LARGE, final=True)  # whatever size was promised
    cloud.refuses(401, 190)
    assert fetcher.fetch("1") == NotFetched(Problem.REFUSED_LOGIN)
    cloud.ill.append((500, b""))
    assert fetcher.fetch("1") == NotFetched(Problem.UNREACHABLE)
    cloud.ill.append((200, json.dumps({"url": "file:///etc/passwd"}).encode()))
    assert fetcher.fetch("1") == NotFetched(Problem.UNREACHABLE)
    cloud.ill.extend([(200, json.dumps({"url": f"{cloud.url}/bytes/1"}).encode()), (404, b"expired")])
    assert fetcher.fetch("1") == NotFetched(Problem.UNREACHABLE)
    cloud.holds = threading.Event()
    assert fetcher.fetch("1") == NotFetched(Problem.UNREACHABLE)


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TABLE = Enclosed(name="Tabel IPM – é.xlsx", type=XLSX, content=b"PK\x03\x04\r\n\x00\xff")
MAP = Enclosed(name="peta.png", type="image/png", content=b"\x89PNG\r\n")
ROWS = Enclosed(name="data.csv", type="text/csv", content=b"a;b\n1;2\n")


def test_files_are_uploaded_before_the_first_word_and_follow_the_text(cloud: PlayedCloud) -> None:
    letter = replace(LETTER, files=[TABLE, MAP, ROWS])
    assert CloudSender(cloud.account()).send(letter) == Sent("wamid.OUT4")
    assert cloud.paths == [f"/v21.0/{NUMBER_ID}/media"] * 3 + [f"/v21.0/{NUMBER_ID}/messages"] * 4
    assert cloud.tokens == [f"Bearer {TOKEN}"] * 7
    assert cloud.uploads == [
        ({"messaging_product": "whatsapp", "type": kind}, kind, file.content)
        for kind, file in ((XLSX, TABLE), ("image/png", MAP), ("text/plain", ROWS))
    ]
    assert [message["type"] for message in cloud.messages] == ["text", "document", "image", "document"]
    assert cloud.messages[1]["document"] == {"id": "media-1", "filename": "Tabel IPM – é.xlsx"}
    assert cloud.messages[2]["image"] == {"id": "media-2", "caption": "peta.png"}
    assert cloud.messages[3]["document"] == {"id": "media-3", "filename": "data.csv"}
    places = [message["biz_opaque_callback_data"] for message in cloud.messages]
    assert places == ["7.2.1.4", "7.2.2.4", "7.2.3.4", "7.2.4.4"]
    assert ["context" in message for message in cloud.messages] == [True, False, False, False]


def test_a_picture_that_is_too_large_to_be_shown_goes_as_a_document(cloud: PlayedCloud) -> None:
    large = replace(MAP, content=b"x" * (LARGEST_IMAGE + 1))
    assert isinstance(CloudSender(cloud.account()).send(replace(LETTER, files=[large])), Sent)
    assert cloud.messages[1]["document"] == {"id": "media-1", "filename": "peta.png"}
    assert len(cloud.uploads[0][2]) == LARGEST_IMAGE + 1


def test_a_kind_of_file_that_the_peer_takes_from_nobody_is_said_before_a_word_has_gone_out(cloud: PlayedCloud) -> None:
    packed = Enclosed(name="data.zip", type="application/zip", content=b"PK")
    refused = NotSent(Problem.REFUSED_FILE, final=True)
    assert CloudSender(cloud.account()).send(replace(LETTER, files=[TABLE, packed])) == refused
    assert cloud.paths == []
    cloud.refuses(400, 100)
    assert CloudSender(cloud.account()).send(replace(LETTER, files=[TABLE])) == refused
    assert cloud.messages == []


def test_what_was_cut_off_goes_on_with_the_file_that_is_missing(cloud: PlayedCloud) -> None:
    letter, sender = replace(LETTER, files=[TABLE, MAP]), CloudSender(cloud.account())
    cloud.ill.append((200, b'{"id": "media-A"}'))
    cloud.refuses(503, 131016)
    assert sender.send(letter) == NotSent(Problem.UNREACHABLE)
    assert (cloud.messages, cloud.uploads) == ([], [])
    cloud.ill.extend([(200, b'{"id": "media-B"}'), (200, b'{"messages": [{"id": "wamid.FIRST"}]}'), (500, b"")])
    assert sender.send(letter) == NotSent(Problem.UNREACHABLE)
    assert isinstance(sender.send(letter), Sent)
    assert [message["biz_opaque_callback_data"] for message in cloud.messages] == ["7.2.2.3", "7.2.3.3"]
    assert [one[one["type"]]["id"] for one in cloud.messages] == ["media-A", "media-B"]


@pytest.mark.parametrize("answer", [b"{}", b'{"id": 5}', b"<html>Sign in to the network</html>"])
def test_an_upload_that_is_answered_with_no_name_waits(cloud: PlayedCloud, answer: bytes) -> None:
    cloud.ill.append((200, answer))
    assert CloudSender(cloud.account()).send(replace(LETTER, files=[MAP])) == NotSent(Problem.UNREACHABLE)
    assert cloud.messages == []


def test_an_upload_that_takes_too_long_is_given_up_and_tried_again(
    cloud: PlayedCloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter, sender = replace(LETTER, files=[MAP]), CloudSender(cloud.account())
    with monkeypatch.context() as patch:
        patch.setattr("shared.channels.whatsapp.sender.WHOLE_PATIENCE", -1.0)
        assert sender.send(letter) == NotSent(Problem.UNREACHABLE)
    assert cloud.messages == []
    assert isinstance(sender.send(letter), Sent)


def test_a_file_is_never_in_what_is_printed_of_a_message() -> None:
    assert "89PNG" not in repr(replace(LETTER, files=[MAP]))

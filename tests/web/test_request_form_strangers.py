"""Nobody reads or floods a request that is not theirs, and its words stand nowhere in the clear."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.web.asked_online import OFFICES, SAID, ask, asked, from_another_address, number_of, rina
from tests.web.front import OFFICE, Front, is_problem, page_of


def test_strangers_cannot_fill_the_inbox_and_one_link_cannot_flood_it(front: Front) -> None:
    answers = [ask(front) for _ in range(12)]
    assert [answer.status_code for answer in answers].count(429) == 2
    at = f"/kiosk/requests/{answers[0].json['token']}/messages"
    told = [front.post(at, {"text": f"Pesan {number}"}).status_code for number in range(32)]
    assert told.count(429) == 2
    assert is_problem(front.post("/kiosk/requests", "x" * 70_000, Idempotency_Key="c" * 32), 413, "too_large")


def test_the_token_of_one_office_opens_nothing_in_another(front: Front) -> None:
    """Each office's first request has its own link; every other office answers as to any wrong link."""
    made = {}
    for office in (*OFFICES, "ternate"):
        from_another_address()
        made[office] = asked(front, office, phone="081200000013")
    assert len({one["token"] for one in made.values()}) == len(made)
    for office, one in made.items():
        for other in made:
            from_another_address()
            answer = front.get(f"//{other}/kiosk/requests/{one['token']}")
            assert answer.status_code == (200 if other == office else 404)
            for verb in ("erase", "messages"):
                if other != office:
                    refused = front.post(f"//{other}/kiosk/requests/{one['token']}/{verb}", {"text": "x"})
                    assert is_problem(refused, 404, "unknown_request")
    ticket = front.take("K")
    assert is_problem(front.get(f"/kiosk/requests/{ticket['token']}"), 404, "unknown_request")
    assert is_problem(front.get(f"/kiosk/tickets/{made[OFFICE]['token']}"), 404, "unknown_ticket")


def test_wrong_links_are_counted_and_say_nothing(front: Front) -> None:
    answers = [front.get(f"/kiosk/requests/{'A' * 32}").status_code for _ in range(62)]
    assert answers.count(404) == 60
    assert answers.count(429) == 2


def test_a_kiosk_shows_nobodys_request_and_not_the_form(front: Front) -> None:
    made = asked(front)
    front.paired("kiosk")
    for path in ("/kiosk/requests", f"/kiosk/requests/{made['token']}"):
        shown = front.browser.get(f"/{OFFICE}{path}", headers={"Accept": "text/html"})
        assert shown.status_code == 403
        assert "KANARI" not in shown.text
        assert "ponsel atau komputer Anda sendiri" in shown.text
    assert front.browser.get(f"/R/{made['token']}", headers={"Accept": "text/html"}).status_code == 403


def test_the_page_carries_the_words_once_and_the_socket_never(front: Front) -> None:
    made = asked(front)
    opened = page_of(front.browser, f"/kiosk/requests/{made['token']}")
    assert opened["snapshot"]["thread"][0]["text"] == SAID
    client = front.house.socket.test_client(front.house.app, namespace="/request", auth={"request": made["token"]})
    rina(front).answer_request(number_of(front, made), "ZZKANARI dijawab", sent=True)
    front.house.events.changed(OFFICE)
    heard = client.get_received("/request")
    assert next(one["args"][0]["number"] for one in heard if one["name"] == "request") == "WF-2026-0001"
    assert "KANARI" not in repr(heard)
    assert "example.com" not in repr(heard)
    stranger = front.house.socket.test_client(front.house.app, namespace="/request", auth={"request": "A" * 32})
    assert not stranger.is_connected("/request")


def test_the_words_stand_in_no_log_and_sealed_on_the_disk(
    front: Front, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    asked(front, name="ZZKANARI")
    out, err = capfd.readouterr()
    assert "KANARI" not in out + err
    front.house.parts.database.close()
    stored = b"".join(file.read_bytes() for file in tmp_path.glob("pst.db*"))
    assert b"web_form" in stored
    assert b"KANARI" not in stored
    assert not re.search(rb"kanari@", stored)

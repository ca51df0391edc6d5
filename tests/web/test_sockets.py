"""Sockets over a real server: what screens hear, and that nobody can command by them."""

from __future__ import annotations

import json
from typing import Any

from tests.running import OFFICE, Server, until
from tests.web.screens import call_somebody, display, screen

BEAT_WITHIN = 6


def test_the_board_event_is_the_very_json_of_the_get(server: Server, tokens: dict[str, str]) -> None:
    with screen(server, "/display", display(tokens)) as board:
        ticket = call_somebody(server, tokens)
        heard = board.waits_for("board", lambda b: b["calls"] and b["calls"][-1]["number"] == ticket["number"])
        read = server.get("/display/board", tokens["display"]).data
        assert json.dumps(heard) == json.dumps(read)


def test_each_change_is_heard_with_a_number_that_never_goes_back(server: Server, tokens: dict[str, str]) -> None:
    with screen(server, "/display", display(tokens)) as board:
        for _ in range(5):
            ticket = call_somebody(server, tokens)
        board.waits_for("board", lambda b: b["calls"] and b["calls"][-1]["number"] == ticket["number"])
        heard = board.said("board")
        assert [b["seq"] for b in heard] == sorted(b["seq"] for b in heard)
        assert len({b["seq"] for b in heard}) == len({json.dumps(b) for b in heard})


def test_the_beat_comes_within_six_seconds_with_number_and_time(server: Server, tokens: dict[str, str]) -> None:
    with (
        screen(server, "/display", display(tokens)) as board,
        screen(server, "/counter", {"office": OFFICE, "token": tokens["officer"]}) as console,
    ):
        known = len(board.said("beat"))
        until(lambda: len(board.said("beat")) > known, BEAT_WITHIN, "no beat for the board")
        until(lambda: len(console.said("beat")) > 0, BEAT_WITHIN, "no beat for the console")
        beat = board.said("beat")[-1]
        assert beat.keys() == {"seq", "now"}
        assert beat["seq"] == server.get("/display/board", tokens["display"]).data["seq"]
        assert beat["now"].endswith("+07:00")


def test_a_board_that_was_away_catches_up_by_asking_since_its_last_number(
    server: Server, tokens: dict[str, str]
) -> None:
    with screen(server, "/display", display(tokens)) as board:
        last = board.waits_for("board")["seq"]
    missed = [call_somebody(server, tokens)["number"] for _ in range(3)]
    calls = server.get(f"/display/board?after={last}", tokens["display"]).data["calls"]
    assert [call["number"] for call in calls] == missed
    with screen(server, "/display", display(tokens)) as again:
        assert [c["number"] for c in again.waits_for("board")["calls"]][-3:] == missed


def test_shown_and_sounded_are_answered_to_the_officer(server: Server, tokens: dict[str, str]) -> None:
    officer = tokens["officer"]
    with (
        screen(server, "/display", display(tokens)) as board,
        screen(server, "/counter", {"office": OFFICE, "token": officer}) as console,
    ):
        ticket = call_somebody(server, tokens)
        mine = str(ticket["id"])
        seq = board.waits_for("board", lambda b: b["calls"] and b["calls"][-1]["number"] == ticket["number"])["calls"][
            -1
        ]["seq"]
        board.tells("sound", {"on": True})
        console.waits_for("queue", lambda q: q["boards"] == {"connected": 1, "sounding": 1})
        assert console.said("queue")[-1]["calls"][mine]["shown_at"] is None
        board.tells("shown", seq)
        console.waits_for("queue", lambda q: q["calls"].get(mine, {}).get("shown_at"))
        board.tells("sounded", seq)
        heard = console.waits_for("queue", lambda q: q["calls"].get(mine, {}).get("sounded_at"))
        assert heard["calls"][mine]["seq"] == seq
        board.tells("sound", {"on": False})
        console.waits_for("queue", lambda q: q["boards"]["sounding"] == 0 and q["seq"] >= seq)
    until(
        lambda: server.get("/counter/queue", officer).data["boards"]["connected"] == 0, 10, "the board is still counted"
    )


def test_the_console_hears_the_queue_after_a_verb(server: Server, tokens: dict[str, str]) -> None:
    with screen(server, "/counter", {"office": OFFICE, "token": tokens["manager"]}) as console:
        ticket = call_somebody(server, tokens)
        queue = console.waits_for(
            "queue", lambda q: (q["counters"][0]["ticket"] or {}).get("number") == ticket["number"]
        )
        read = server.get("/counter/queue", tokens["manager"]).data
        assert queue["counters"][0]["ticket"] == read["counters"][0]["ticket"]
        assert queue.keys() == read.keys()


def test_the_kiosk_hears_how_many_wait(server: Server, tokens: dict[str, str]) -> None:
    with screen(server, "/kiosk", {"office": OFFICE, "token": tokens["kiosk"]}) as kiosk:
        before = kiosk.waits_for("services")["services"][1]
        server.post("/kiosk/tickets", {"service": "P"}, tokens["kiosk"])
        after = kiosk.waits_for("services", lambda s: s["services"][1]["waiting"] == before["waiting"] + 1)
        assert after["services"][1]["code"] == "P"


def test_a_phone_hears_its_own_ticket_and_nobody_elses(server: Server, tokens: dict[str, str]) -> None:
    kiosk = tokens["kiosk"]
    mine = server.post("/kiosk/tickets", {"service": "G"}, kiosk).data
    with screen(server, "/visitor", {"ticket": mine["token"]}) as phone:
        first = phone.waits_for("ticket")
        assert (first["number"], first["called"], first["leg"]) == (mine["number"], False, 1)
        server.post("/kiosk/tickets", {"service": "K"}, kiosk)
        server.post(f"/kiosk/tickets/{mine['token']}/leave")
        left = phone.waits_for("ticket", lambda t: t["state"] == "cancelled")
        assert left["counter"] is None
        assert {t["number"] for t in phone.said("ticket")} == {mine["number"]}


UNKNOWN: list[tuple[str, Any]] = [
    ("call-next", {"counter": 1}),
    ("board", {"calls": [{"number": "K-666", "counter": 2}]}),
    ("take", {"service": "K"}),
    ("beat", {"seq": 999}),
    ("shown", "1"),
    ("shown", {"seq": 1}),
    ("shown", True),
    ("shown", -1),
    ("shown", 2**63),
    ("shown", 10**30),
    ("sounded", None),
    ("sounded", 1.5),
    ("sound", "on"),
    ("sound", {"on": "yes"}),
    ("", ""),
]


def test_nothing_that_a_board_says_changes_anything_but_its_answers(server: Server, tokens: dict[str, str]) -> None:
    call_somebody(server, tokens)
    seq = server.get("/display/board", tokens["display"]).data["seq"]
    with screen(server, "/display", display(tokens)) as board:
        before = board.waits_for("board")
        for event, data in UNKNOWN:
            board.tells(event, data)
        board.tells("shown", before["calls"][-1]["seq"])  # the one that is meant, so that we know all were read
        queue = "/counter/queue"
        officer = tokens["officer"]
        until(
            lambda: any(call["shown_at"] for call in server.get(queue, officer).data["calls"].values()),
            10,
            "the board was not heard after what it said before",
        )
        assert board.connected
    assert server.get("/display/board", tokens["display"]).data["seq"] == seq
    assert "Traceback" not in server.log()


def test_a_message_of_a_megabyte_ends_the_line_and_nothing_else(server: Server, tokens: dict[str, str]) -> None:
    with screen(server, "/display", display(tokens)) as board:
        board.waits_for("board")
        board.tells("shown", "x" * 1_000_000)
        until(lambda: not board.connected, 15, "the server still listens")
    assert server.get("//healthz").status == 200

"""The board as JSON: the contract's shape, and calls since a number."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from tests.cast import THURSDAY, HandClock
from tests.web.front import Front, is_problem

# Nothing else may ever stand on a screen that everybody sees (faults.md D3).
BOARD = {"seq", "calls", "waiting", "missed"}
CALL = {"seq", "number", "counter", "nth", "at", "speak", "service", "language", "clips"}


def board(front: Front, after: int | None = None, who: str = "display") -> Any:
    answer = front.get("/display/board" + ("" if after is None else f"?after={after}"), who)
    assert answer.status_code == 200, answer.json
    return answer.json


def call(front: Front, times: int = 1) -> None:
    """So many visitors are called and served, one after the other."""
    for _ in range(times):
        front.take("K")
        for verb in ("call-next", "start", "finish"):
            front.verb(verb)


def test_an_empty_board_before_the_first_number(front: Front) -> None:
    empty = {"seq": 0, "calls": [], "waiting": dict.fromkeys("KPJRDG", 0), "missed": []}
    assert board(front) == empty


def test_a_call_on_the_board_is_the_contracts_call(front: Front, clock: HandClock) -> None:
    front.take("K", language="en")
    front.take("P")
    clock.at("08:05")
    front.verb("call-next")
    seen = board(front)
    assert seen.keys() == BOARD
    shown = seen["calls"][0]
    assert shown.keys() == CALL
    assert (shown["seq"], shown["number"], shown["counter"], shown["nth"]) == (front.seq(), "K-001", 1, 1)
    assert shown["at"] == "2026-11-19T08:05:00.000+07:00"
    assert shown["speak"]["id"] == "Nomor antrean, K, nol nol satu. Silakan menuju Meja Satu, Konsultasi Statistik."
    assert "K" in shown["speak"]["en"]
    assert shown["speak"].keys() == {"id", "en"}
    assert (seen["waiting"]["K"], seen["waiting"]["P"], seen["missed"]) == (0, 1, [])


def test_a_recall_is_the_second_call(front: Front) -> None:
    front.take("K")
    front.verb("call-next")
    front.verb("recall")
    first, second = board(front)["calls"]
    assert (first["nth"], second["nth"]) == (1, 2)
    assert second["speak"]["id"].startswith("Panggilan kedua.")


def test_without_a_number_the_last_eight_calls_oldest_first(front: Front) -> None:
    call(front, 10)
    assert [c["number"] for c in board(front)["calls"]] == [f"K-{n:03d}" for n in range(3, 11)]


def test_since_a_number_the_calls_after_it_at_most_fifty(front: Front) -> None:
    front.take("K")
    front.verb("call-next")
    first = front.seq()
    for _ in range(55):
        front.verb("recall")
    assert [c["seq"] for c in board(front, 0)["calls"]] == list(range(first, first + 50))
    assert [c["seq"] for c in board(front, first + 49)["calls"]] == list(range(first + 50, first + 56))
    assert board(front, front.seq())["calls"] == []
    assert board(front, 10**30)["calls"] == []


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "", "%00", "1e3"])
def test_a_number_that_is_none_is_422(front: Front, after: str) -> None:
    assert is_problem(front.get(f"/display/board?after={after}", "display"), 422, "invalid_body")


def test_a_missed_number_joins_the_missed_and_leaves_them_when_the_visitor_is_back(front: Front) -> None:
    ticket = front.take("K")
    front.verb("call-next")
    front.verb("no-show")
    assert board(front)["missed"] == ["K-001"]
    front.post(f"/counter/tickets/{ticket['id']}/reinstate", None, "officer")
    assert board(front)["missed"] == []


def test_an_undone_call_leaves_the_board(front: Front) -> None:
    front.take("K")
    front.verb("call-next")
    front.verb("undo")
    seen = board(front)
    assert (seen["calls"], seen["waiting"]["K"]) == ([], 1)


def test_the_bytes_of_a_board_depend_on_its_seq_alone(front: Front, clock: HandClock) -> None:
    call(front, 2)
    first = front.get("/display/board", "display").data
    clock.passes(hours=1)
    assert front.get("/display/board", "officer").data == first
    assert front.get("/display/board?lang=en", "manager").data == first


def test_yesterdays_calls_are_not_todays(front: Front, clock: HandClock) -> None:
    call(front)
    clock.at("08:00", THURSDAY + timedelta(days=1))
    front.take("K")
    seen = board(front, 0)
    assert (seen["calls"], seen["waiting"]["K"]) == ([], 1)


def test_a_board_names_nobody(front: Front) -> None:
    front.take("K")
    front.verb("call-next", who="officer:Rina Wulandari")
    assert "Rina" not in json.dumps(board(front))


def test_another_offices_calls_are_not_ours(front: Front) -> None:
    front.client.post(
        "/ternate/kiosk/tickets",
        json={"service": "K"},
        headers={"Authorization": f"Bearer {front.token('kiosk', 'ternate')}", "Idempotency-Key": "k"},
    )
    assert board(front)["waiting"]["K"] == 0

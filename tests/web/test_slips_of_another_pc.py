"""Slips that another PC prints: numbers of slips that there are not, and staff who hear that nobody asks for any."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask_socketio import SocketIOTestClient

from tests.cast import HandClock
from tests.running import OFFICE, until
from tests.web.front import Front, is_problem

WITHIN = 10.0
PRINTED = {"outcome": "printed"}
NO_SUCH_SLIPS = [2, 2**31 - 1, 2**31, 2**63, 10**30]


@pytest.fixture
def agents_front(url: str, tmp_path: Path, clock: HandClock) -> Iterator[Front]:
    """The house whose slips another PC prints, on each database in turn."""
    opened = Front(tmp_path, url, clock, printer_url="agent:")
    yield opened
    opened.close()


@pytest.mark.parametrize("number", NO_SUCH_SLIPS)
def test_a_slip_that_there_is_not_neither_begins_nor_ends(agents_front: Front, number: int) -> None:
    agents_front.take("K")
    asked = f"/counter/print-jobs/{number}"
    assert is_problem(agents_front.post(f"{asked}/began", {}, "officer"), 404, "not_found")
    assert is_problem(agents_front.post(f"{asked}/ended", PRINTED, "officer"), 404, "not_found")
    assert agents_front.get("/counter/queue", "officer").json["printer"]["waiting"] == 1


def test_a_slip_begins_once_and_ends(agents_front: Front) -> None:
    agents_front.take("K")
    job = agents_front.get("/counter/print-jobs/next", "officer").json["id"]
    began = f"/counter/print-jobs/{job}/began"
    assert [agents_front.post(began, {}, "officer").json["began"] for _ in range(2)] == [True, False]
    assert agents_front.post(f"/counter/print-jobs/{job}/ended", PRINTED, "officer").status_code == 204
    assert agents_front.get("/counter/queue", "officer").json["printer"]["waiting"] == 0


@pytest.fixture
def hearing(agents_front: Front) -> Callable[[str, str], SocketIOTestClient]:
    """Opens a screen that listens: its namespace, and who looks at it."""

    def listen(namespace: str, who: str) -> SocketIOTestClient:
        auth = {"office": OFFICE, "token": agents_front.token(who)}
        return agents_front.house.socket.test_client(agents_front.house.app, namespace=namespace, auth=auth)

    return listen


def printers_heard(screen: SocketIOTestClient, namespace: str, event: str) -> list[Any]:
    """How the printer does, as the screen was told since it was last asked."""
    return [said["args"][0]["printer"] for said in screen.get_received(namespace) if said["name"] == event]


def test_staff_hear_when_the_other_pc_asks_for_no_slip_any_more(
    agents_front: Front, hearing: Callable[[str, str], SocketIOTestClient]
) -> None:
    console = hearing("/counter", "officer")
    agents_front.take("K")
    until(
        lambda: [one for one in printers_heard(console, "/counter", "queue") if one["waiting"] == 1], WITHIN, "no slip"
    )
    agents_front.clock.passes(seconds=16)
    agents_front.house.look_after_days()
    told = until(lambda: printers_heard(console, "/counter", "queue"), WITHIN, "nobody was told")
    assert [(one["state"], one["reason"], one["waiting"]) for one in told] == [("trouble", "unreachable", 1)]
    assert agents_front.get("/counter/queue", "officer").json["printer"] == told[0]


def test_staff_hear_that_it_asks_again(agents_front: Front, hearing: Callable[[str, str], SocketIOTestClient]) -> None:
    agents_front.take("K")
    agents_front.clock.passes(seconds=16)
    console = hearing("/counter", "officer")
    until(
        lambda: [one for one in printers_heard(console, "/counter", "queue") if one["state"] == "trouble"],
        WITHIN,
        "well",
    )
    job = agents_front.get("/counter/print-jobs/next", "officer").json["id"]
    agents_front.post(f"/counter/print-jobs/{job}/began", {}, "officer")
    agents_front.post(f"/counter/print-jobs/{job}/ended", PRINTED, "officer")
    told = until(lambda: printers_heard(console, "/counter", "queue"), WITHIN, "nobody was told")
    assert told[-1]["state"] == "ready"


def test_nobody_is_told_while_no_slip_waits(
    agents_front: Front, hearing: Callable[[str, str], SocketIOTestClient]
) -> None:
    agents_front.house.look_after_days()
    console = hearing("/counter", "officer")
    told: list[str] = []
    agents_front.house.parts.tell = told.append
    console.get_received("/counter")
    agents_front.clock.passes(seconds=60)
    agents_front.house.look_after_days()
    assert told == []

"""Abuse that one visitor, one guess or one broken device must not turn into everybody's trouble."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import socketio

from shared.app import build_parts
from shared.domain.staff import Role
from shared.front_desk import FrontDesk, operator
from shared.printing.worker import RETRY_SECONDS
from shared.settings import settings_from
from tests.running import OFFICE, Server, prepared, running, until

PASSWORD = "rahasia sekali"
WRONG = [f"tebakan nomor {number}" for number in range(20)]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server with one officer who can sign in."""
    with prepared() as server:
        parts = build_parts(settings_from(server.environment))
        FrontDesk(parts, parts.offices[OFFICE], operator(OFFICE)).add_staff(
            "Rina", "rina", PASSWORD, frozenset({Role.OFFICER})
        )
        parts.database.close()
        server.start()
        yield server


def board(server: Server, token: str) -> socketio.Client:
    client = socketio.Client(reconnection=False)
    auth = {"office": OFFICE, "token": token}
    client.connect(server.url, namespaces=["/display"], auth=auth, transports=["websocket"])
    return client


def test_many_guesses_at_once_are_not_all_tried(server: Server) -> None:
    guesses = [*WRONG, PASSWORD, *WRONG]

    def guess(password: str) -> int:
        return server.post("/counter/sign-in", {"login": "rina", "password": password}).status

    with ThreadPoolExecutor(len(guesses)) as burglars:
        answers = list(burglars.map(guess, guesses))
    assert answers.count(200) + answers.count(401) <= 5
    assert answers.count(429) >= len(guesses) - 5


def test_a_screen_whose_token_is_revoked_hears_nothing_more(server: Server) -> None:
    token = server.token("display", name="Papan lama")
    client = board(server, token)
    assert client.connected
    listed = server.pst("token", "list", "--office", OFFICE).stdout.splitlines()
    number = next(line.split("\t")[0] for line in listed if line.endswith("Papan lama"))
    assert server.pst("token", "revoke", "--office", OFFICE, number).returncode == 0
    until(lambda: not client.connected, within=10, what="the screen still listens")


def test_a_board_that_never_stops_talking_is_disconnected(server: Server) -> None:
    client = board(server, server.token("display"))

    def talk() -> bool:
        if client.connected:
            client.emit("shown", 1, namespace="/display")
        return not client.connected

    until(talk, within=20, what="the board still talks")


def test_a_printer_in_trouble_is_asked_again_with_a_pause_between() -> None:
    with running(PST_PRINTER_URL="tcp://127.0.0.1:9") as server:
        server.post("/kiosk/tickets", {"service": "K"}, server.token("kiosk"))

        def attempts() -> int:
            with sqlite3.connect(f"file:{server.data_dir / 'pst.db'}?mode=ro", uri=True) as rows:
                return int(rows.execute("SELECT attempts FROM print_job").fetchone()[0])

        until(lambda: attempts() >= 1, what="nobody asked the printer")
        first = time.monotonic()
        until(lambda: attempts() >= 2, within=RETRY_SECONDS * 4, what="nobody asked the printer again")
        assert time.monotonic() - first > RETRY_SECONDS / 2
        assert attempts() == 2

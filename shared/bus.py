"""Carries "this office changed" to every process: within one process directly, between several through Redis."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import structlog

from shared.threads import MakeThreads

CHANNEL = "pst:changed"
RETRY_SECONDS = 2
LISTEN_SECONDS = 1.0

log = structlog.get_logger()


class Bus(Protocol):
    """Tells every process."""

    def tell(self, office: str) -> None:
        """Say that an office changed; never raises, for the commit is done."""


class Spawns(Protocol):
    """What starts a task beside the requests."""

    def start_background_task(self, target: Callable[..., Any], *args: Any) -> Any:
        """Start it."""

    def sleep(self, seconds: float) -> Any:
        """Let others work."""


class OwnProcess:
    """There is no other process to tell."""

    def __init__(self, changed: Callable[[str], None]) -> None:
        self._changed = changed

    def tell(self, office: str) -> None:
        """Tell our own screens."""
        self._changed(office)


class RedisBus:
    """Tells the other processes as well. If Redis is gone, their boards see the gap at the next beat and re-read."""

    def __init__(self, url: str, changed: Callable[[str], None], socket: Spawns, threads: MakeThreads) -> None:
        import redis  # noqa: PLC0415 # an optional extra, only for several processes

        self._redis: Any = redis.Redis.from_url(url, socket_timeout=LISTEN_SECONDS * 3, socket_connect_timeout=1)
        self._changed = changed
        self._socket = socket
        self._speak = threads(1)
        self._listen = threads(1)
        socket.start_background_task(self._listen_forever)

    def tell(self, office: str) -> None:
        """Tell our own screens at once, and the other processes through Redis."""
        self._changed(office)
        self._socket.start_background_task(self._publish, office)

    def _publish(self, office: str) -> None:
        try:
            self._speak.call(lambda: self._redis.publish(CHANNEL, office))
        except Exception as error:  # noqa: BLE001 # hints only: nothing is lost, boards re-read at the next beat
            log.warning("redis cannot be reached", kind=type(error).__name__)

    def _listen_forever(self) -> None:
        while True:
            try:
                heard = self._redis.pubsub(ignore_subscribe_messages=True)
                self._listen.call(lambda heard=heard: heard.subscribe(CHANNEL))  # type: ignore[misc] # mypy cannot infer a lambda's default
                while True:
                    message = self._listen.call(lambda heard=heard: heard.get_message(timeout=LISTEN_SECONDS))  # type: ignore[misc] # as above
                    if message is not None:
                        self._changed(message["data"].decode())
            except Exception as error:  # noqa: BLE001 # it comes back, and so do we
                log.warning("redis cannot be heard", kind=type(error).__name__)
                self._socket.sleep(RETRY_SECONDS)


def bus_for(redis_url: str | None, changed: Callable[[str], None], socket: Spawns, threads: MakeThreads) -> Bus:
    """The bus that the settings ask for."""
    return OwnProcess(changed) if redis_url is None else RedisBus(redis_url, changed, socket, threads)

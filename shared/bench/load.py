"""The load: what a kiosk, thirty-two kiosks, an officer and twenty boards do, and what they were told."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from typing import Any

from shared.bench.houses import OFFICE, House
from shared.bench.wire import Answer, Board, LoadError, Press, Wire

BOARDS = 20
CLIENTS = 32
DELIVERED_WITHIN = 5.0
VOICE_WITHIN = 15.0


@dataclass(slots=True)
class Told:
    """What the product answered, to be compared with its rows."""

    numbers: list[str] = field(default_factory=list)
    calls: int = 0
    undelivered: int = 0
    refused: int = 0


class Load:
    """Clients of one running product and of the bare server beside it."""

    def __init__(self, product: House, bare: House, token: str) -> None:
        self.told = Told()
        self._wire = Wire()
        self._product, self._bare, self._token = product, bare, token
        self._lines = [Press(self._wire, product.port) for _ in range(CLIENTS)]
        self._bare_lines = [Press(self._wire, bare.port) for _ in range(CLIENTS)]
        self._waiting: list[int] = []
        self._boards: list[Board] = []
        self._bare_boards: list[Board] = []

    def close(self) -> None:
        """Hang up everywhere."""
        self._wire.close()

    def warm_up(self) -> None:
        """Let the voice be recorded, and each way be gone a few times."""
        voice = self._request("GET", "/display/voice/en/manifest.json")
        ends = time.monotonic() + VOICE_WITHIN
        while not self._lines[0].ask(voice).json()["clips"] and time.monotonic() < ends:
            time.sleep(0.05)
        for _ in range(5):
            self.take_one()
            self.press_bare()
        self.empty_the_line()

    def connect_boards(self) -> None:
        """Twenty boards at each server, each with its first snapshot."""
        self._boards = _boards(self._wire, self._product, self._token)
        self._bare_boards = _boards(self._wire, self._bare, self._token)

    def disconnect_boards(self) -> None:
        """The boards go home."""
        for board in self._boards + self._bare_boards:
            self._wire.drop(board)
        self._boards, self._bare_boards = [], []

    def take_one(self) -> float:
        """Take a number; the seconds until its answer. The next one may come when every board shows this one."""
        answer = self._lines[0].ask(self._take())
        self._note(answer)
        self._settle()
        return answer.seconds

    def press_bare(self) -> float:
        """The same with the bare server."""
        return self._bare_lines[0].ask(self._noop()).seconds

    def take_together(self, seconds: float) -> float:
        """Thirty-two kiosks take numbers without rest; how many a second."""
        answers, rate = self._flat_out(self._lines, self._take, seconds)
        for answer in answers:
            self._note(answer)
        self.empty_the_line()
        return rate

    def empty_the_line(self) -> None:
        """Everybody who waits leaves again: each segment begins with the line that it began with."""
        leaving = [self._request("POST", f"/counter/tickets/{ticket}/cancel") for ticket in self._waiting]
        self._flat_out(self._lines, leaving.pop, float("inf"), lambda: bool(leaving))
        self._waiting.clear()

    def press_bare_together(self, seconds: float) -> float:
        """The same with the bare server."""
        return self._flat_out(self._bare_lines, self._noop, seconds)[1]

    def call_once(self) -> list[float]:
        """A visitor takes a number and an officer calls them; the seconds until each board shows the call."""
        self.take_one()
        self._forget()
        number = self._verb("call-next").json()["number"].encode()
        self._waiting.clear()
        began = self._lines[0].sent_at
        took = self._delivered(self._boards, b'"number":"' + number + b'"', began)
        self.told.calls += 1
        for verb in ("start", "finish"):
            self._verb(verb)
        self._settle()
        return took

    def emit_once(self, nth: int) -> list[float]:
        """The bare server sends what a board shows; the seconds until each board has it."""
        for board in self._bare_boards:
            board.heard.clear()
        self._bare_lines[0].ask(self._bare_request("/emit", {**self._shown, "seq": nth}))
        return self._delivered(self._bare_boards, b'"seq":%d,' % nth, self._bare_lines[0].sent_at)

    def look_at_board(self) -> None:
        """Remember what a board shows now: the bare server sends the same."""
        self._shown: dict[str, Any] = self._lines[0].ask(self._request("GET", "/display/board")).json()

    def _delivered(self, boards: list[Board], sign: bytes, began: float) -> list[float]:
        def shown(board: Board) -> float | None:
            return next((at for at, message in board.heard if sign in message), None)

        self._wire.pump(lambda: all(shown(board) is not None for board in boards), DELIVERED_WITHIN)
        moments = [shown(board) for board in boards]
        self.told.undelivered += moments.count(None)
        return [at - began for at in moments if at is not None]

    def _settle(self) -> None:
        """Wait until every board shows what the rows say now."""
        seq = self._lines[0].ask(self._request("GET", "/display/board")).json()["seq"]
        sign = b'"seq":%d,' % seq
        self._delivered(self._boards, sign, time.perf_counter())

    def _forget(self) -> None:
        for board in self._boards:
            board.heard.clear()

    def _verb(self, verb: str) -> Answer:
        answer = self._lines[0].ask(self._request("POST", f"/counter/1/{verb}", {}))
        if answer.status != HTTPStatus.OK:
            raise LoadError(f"{verb} was refused: {answer.body.decode()}")
        return answer

    def _note(self, answer: Answer) -> None:
        if answer.status == HTTPStatus.CREATED:
            ticket = answer.json()
            self.told.numbers.append(ticket["number"])
            self._waiting.append(ticket["id"])
        else:
            self.told.refused += 1

    def _flat_out(
        self,
        lines: list[Press],
        request: Callable[[], bytes],
        seconds: float,
        more: Callable[[], bool] = lambda: True,
    ) -> tuple[list[Answer], float]:
        answers: list[Answer] = []
        resting: list[Press] = []
        began = time.perf_counter()

        def press(line: Press, answer: Answer | None = None) -> None:
            if answer is not None:
                answers.append(answer)
            if time.perf_counter() - began < seconds and more():
                line.send(request())
            else:
                resting.append(line)

        for line in lines:
            line.on_answer = partial(press, line)
            press(line)
        if not self._wire.pump(lambda: len(resting) == len(lines), within=60.0):
            raise LoadError("not every client was answered")
        for line in lines:
            line.on_answer = None
        return answers, len(answers) / (time.perf_counter() - began)

    def _take(self) -> bytes:
        return self._request("POST", "/kiosk/tickets", {"service": "K", "language": "id"})

    def _noop(self) -> bytes:
        return self._bare_request("/noop", {"service": "K", "language": "id"})

    def _request(self, method: str, path: str, body: dict[str, Any] | None = None) -> bytes:
        return _written(method, f"/{OFFICE}{path}", body if body is not None else {}, self._token)

    def _bare_request(self, path: str, body: dict[str, Any]) -> bytes:
        return _written("POST", path, body, self._token)


@contextmanager
def greet_boards(house: House, token: str) -> Iterator[None]:
    """Twenty boards that only look, for as long as the block runs."""
    wire = Wire()
    try:
        _boards(wire, house, token)
        yield
    finally:
        wire.close()


def _boards(wire: Wire, house: House, token: str) -> list[Board]:
    boards = [Board(wire, house.port, {"office": OFFICE, "token": token}) for _ in range(BOARDS)]
    if not wire.pump(lambda: all(board.heard for board in boards)):
        raise LoadError("not every board was greeted")
    return boards


def _written(method: str, path: str, body: dict[str, Any], token: str) -> bytes:
    content = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode() if method == "POST" else b""
    head = (
        f"{method} {path} HTTP/1.1",
        "Host: 127.0.0.1",
        f"Authorization: Bearer {token}",
        f"Idempotency-Key: {uuid.uuid4().hex}",
        "Accept: application/json",
        "Content-Type: application/json",
        f"Content-Length: {len(content)}",
        "\r\n",
    )
    return "\r\n".join(head).encode() + content

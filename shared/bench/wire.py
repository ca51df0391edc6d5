"""The load's end of the lines: HTTP presses and listening boards, all served by one thread with one clock.

Nothing but the standard library, so that the load costs the machine little beside the server that it measures.
"""

from __future__ import annotations

import base64
import json
import os
import selectors
import socket
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

PATIENCE_SECONDS = 20.0
MOST_BYTES = 65536
SHORT_LENGTH, WORD_LENGTH = 126, 127  # of a websocket frame: the real length follows in two or eight bytes


class LoadError(RuntimeError):
    """The server did not do what the bench asked of it."""


class Line(Protocol):
    """One connection."""

    socket: socket.socket

    def read(self) -> None:
        """Take what has arrived."""


class Wire:
    """Every line of the load."""

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()

    def add(self, line: Line) -> None:
        """Listen to a line from now on."""
        line.socket.setblocking(False)
        self._selector.register(line.socket, selectors.EVENT_READ, line)

    def drop(self, line: Line) -> None:
        """Hang up."""
        self._selector.unregister(line.socket)
        line.socket.close()

    def pump(self, until: Callable[[], bool], within: float = PATIENCE_SECONDS) -> bool:
        """Serve all lines until the question is answered yes; False when it is not within so many seconds."""
        ends = time.perf_counter() + within
        while not until():
            left = ends - time.perf_counter()
            if left <= 0:
                return False
            for ready, _ in self._selector.select(left):
                ready.data.read()
        return True

    def close(self) -> None:
        """Hang up everywhere."""
        for key in list(self._selector.get_map().values()):
            key.data.socket.close()
        self._selector.close()


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and how long after the press."""

    status: int
    body: bytes
    seconds: float

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


class Press:
    """A kept HTTP connection: one request at a time."""

    def __init__(self, wire: Wire, port: int) -> None:
        self.socket = dial(port)
        self.on_answer: Callable[[Answer], None] | None = None
        self.answer: Answer | None = None
        self.sent_at = 0.0
        self._wire = wire
        self._arrived = b""
        wire.add(self)

    def send(self, request: bytes) -> None:
        """Press; the answer comes while the wire is pumped."""
        self.answer = None
        self.sent_at = time.perf_counter()
        self.socket.sendall(request)

    def ask(self, request: bytes) -> Answer:
        """Press, and wait for the answer."""
        self.send(request)
        if not self._wire.pump(lambda: self.answer is not None) or self.answer is None:
            raise LoadError("no answer in time")
        return self.answer

    def read(self) -> None:
        """Take what has arrived, and tell when the answer is whole."""
        arrived = self.socket.recv(MOST_BYTES)
        if not arrived:
            raise LoadError("the server hung up")
        self._arrived += arrived
        head, found, body = self._arrived.partition(b"\r\n\r\n")
        if not found or len(body) < content_length(head):
            return
        seconds = time.perf_counter() - self.sent_at
        self._arrived = b""
        self.answer = Answer(int(head.split(b" ", 2)[1]), body, seconds)
        if self.on_answer is not None:
            self.on_answer(self.answer)


class Board:
    """A board as a browser connects one: Socket.IO over a websocket. `heard` has every message with its moment."""

    def __init__(self, wire: Wire, port: int, auth: dict[str, str]) -> None:
        self.socket = dial(port)
        self.heard: list[tuple[float, bytes]] = []
        self._arrived = shake_hands(self.socket, port)
        self._auth = auth
        wire.add(self)
        self._take_frames()

    def read(self) -> None:
        """Take what has arrived."""
        arrived = self.socket.recv(MOST_BYTES)
        if not arrived:
            raise LoadError("the server hung up on a board")
        self._arrived += arrived
        self._take_frames()

    def _take_frames(self) -> None:
        while (taken := whole_frame(self._arrived)) is not None:
            message, self._arrived = taken
            self._hear(message)

    def _hear(self, message: bytes) -> None:
        if message.startswith(b"0"):  # the line is open: enter the board's namespace
            self._say(b"40/display," + json.dumps(self._auth).encode())
        elif message == b"2":  # are you there?
            self._say(b"3")
        elif message.startswith(b"44"):
            raise LoadError(f"a board was refused: {message.decode()}")
        elif message.startswith(b'42/display,["board"'):
            self.heard.append((time.perf_counter(), message))

    def _say(self, message: bytes) -> None:
        # A client's frames are masked; a mask of zeros is one too. We say nothing longer than a token.
        size = struct.pack("!B", 0x80 | len(message))
        if len(message) >= SHORT_LENGTH:
            size = struct.pack("!BH", 0x80 | SHORT_LENGTH, len(message))
        self.socket.sendall(b"\x81" + size + bytes(4) + message)


def dial(port: int) -> socket.socket:
    """A connection to loopback that sends at once."""
    line = socket.create_connection(("127.0.0.1", port), PATIENCE_SECONDS)
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return line


def shake_hands(line: socket.socket, port: int) -> bytes:
    """Turn a connection into a websocket; what came after the greeting is returned."""
    key = base64.b64encode(os.urandom(16)).decode()
    line.sendall(
        f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
        f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
    )
    arrived = b""
    while b"\r\n\r\n" not in arrived:
        more = line.recv(MOST_BYTES)
        if not more:
            raise LoadError("the server opens no websocket")
        arrived += more
    greeting, _, rest = arrived.partition(b"\r\n\r\n")
    if b" 101 " not in greeting.split(b"\r\n")[0]:
        raise LoadError("the server opens no websocket")
    return rest


def whole_frame(arrived: bytes) -> tuple[bytes, bytes] | None:
    """The first message and what follows it, or None while it has not arrived whole."""
    start, length = 2, 0
    if len(arrived) >= start:
        length = arrived[1] & 0x7F
        form = {SHORT_LENGTH: "!H", WORD_LENGTH: "!Q"}.get(length)
        if form is not None:
            start += struct.calcsize(form)
            if len(arrived) < start:
                return None
            (length,) = struct.unpack_from(form, arrived, 2)
    if len(arrived) < max(start + length, 2):
        return None
    return arrived[start : start + length], arrived[start + length :]


def content_length(head: bytes) -> int:
    """How long the body is that follows these headers."""
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    return 0

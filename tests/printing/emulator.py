"""A TCP receipt printer for tests: answers status questions, draws what it gets, and fails in many ways.

It shares no code with the program, so that a mistake there cannot hide itself here.
"""

import contextlib
import re
import socket
import struct
import threading
import time
from enum import StrEnum
from types import TracebackType
from typing import Self

from PIL import Image

REALTIME = re.compile(rb"\x10\x04([\x01-\x04])")
LINE_FEED_DOTS = 30
TALLEST = 4000


class State(StrEnum):
    OK = "ok"
    LOW = "low"
    OUT = "out"
    OFFLINE = "offline"
    MUTE = "mute"  # prints and never answers
    NOISE = "noise"  # answers nonsense
    SLOW = "slow"
    RUNS_OUT = "runs out"  # the paper ends in the middle of a slip
    CUT_OFF = "cut off"  # the connection breaks in the middle of a slip
    HANG = "hang"  # accepts and never reads
    REFUSE = "refuse"  # switched off


class Paper:
    """What lies in the tray: reads ESC/POS and draws it. Commands that it does not know are listed."""

    def __init__(self, dots: int) -> None:
        self.dots = dots
        self.has_knife = dots > 400
        self.slips: list[Image.Image] = []
        self.unknown: list[bytes] = []
        self._waiting = b""
        self._blank()

    def _blank(self) -> None:
        self._sheet = Image.new("L", (self.dots, TALLEST), 255)
        self._down = 0
        self._inked = False

    def feed(self, data: bytes) -> int:
        """Read some more bytes; returns how many in-order status questions (GS r) were among them."""
        self._waiting += data
        questions = 0
        while self._waiting:
            used, asked = self._command(self._waiting)
            if not used:
                break
            self._waiting = self._waiting[used:]
            questions += asked
        return questions

    def _command(self, data: bytes) -> tuple[int, bool]:
        """Obey the command at the head; returns its length (0: not all of it is here) and whether it asks."""
        head = data[:2]
        if head in {b"\x1d", b"\x1b", b"\x10"}:
            return 0, False
        if head == b"\x1b@":
            return 2, False
        if head == b"\x1dv":
            return self._raster(data), False
        if head in {b"\x1bd", b"\x1dV", b"\x1dr", b"\x10\x04"}:
            if len(data) < 3:
                return 0, False
            self._short(head, data[2])
            return 3, head == b"\x1dr"
        self.unknown.append(head)
        return 1, False

    def _short(self, head: bytes, value: int) -> None:
        if head == b"\x1bd":
            self._down += value * LINE_FEED_DOTS
            if not self.has_knife and value >= 5:
                self._tear()  # a visitor tears a slip off where there is no knife
        elif head == b"\x1dV":
            self._tear()

    def _raster(self, data: bytes) -> int:
        if len(data) < 8:
            return 0
        bytes_wide, rows = int.from_bytes(data[4:6], "little"), int.from_bytes(data[6:8], "little")
        end = 8 + bytes_wide * rows
        if len(data) < end:
            return 0
        white = bytes(255 - byte for byte in data[8:end])
        band = Image.frombytes("1", (bytes_wide * 8, rows), white)
        if band.width > self.dots or data[3] != 0:
            self.unknown.append(data[:8])
        self._sheet.paste(band.convert("L"), (0, self._down))
        self._down += rows
        self._inked = True
        return end

    def _tear(self) -> None:
        if self._inked:
            self.slips.append(self._sheet.crop((0, 0, self.dots, self._down)))
        self._blank()


class Emulator:
    """`with Emulator() as printer:` listens on `printer.port`; `printer.state` may change at any time."""

    def __init__(self, state: str = "ok", dots: int = 576) -> None:
        self._state = State(state)
        self._dots = dots
        self._papers: list[Paper] = []
        self._changed = threading.Condition()
        self._stopped = threading.Event()
        self.port = 0
        self.received = b""

    @property
    def address(self) -> str:
        paper = 80 if self._dots == 576 else 58
        return f"tcp://127.0.0.1:{self.port}?paper={paper}"

    @property
    def slips(self) -> list[Image.Image]:
        return [slip for paper in self._papers for slip in paper.slips]

    @property
    def unknown(self) -> list[bytes]:
        return [command for paper in self._papers for command in paper.unknown]

    @property
    def state(self) -> str:
        return self._state

    @state.setter
    def state(self, state: str) -> None:
        was, self._state = self._state, State(state)
        if State.REFUSE in {was, self._state}:
            self._close()
            self._open()

    def wait_for(self, slips: int, seconds: float = 15) -> list[Image.Image]:
        """Return the slips as soon as there are so many; fails when they do not come in time."""
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.slips) >= slips, seconds), "no slip came"
        return self.slips

    def __enter__(self) -> Self:
        self._open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopped.set()
        self._close()

    def _open(self) -> None:
        self._socket = socket.socket()
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind(("127.0.0.1", self.port))
        self.port = self._socket.getsockname()[1]
        if self._state is not State.REFUSE:  # bound but not listening, so that nobody else takes the port
            self._socket.listen()
            threading.Thread(target=self._accept, args=(self._socket,), daemon=True).start()

    def _close(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)  # wakes the thread that accepts
        self._socket.close()

    def _accept(self, listening: socket.socket) -> None:
        while True:
            try:
                line, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(line,), daemon=True).start()

    def _serve(self, line: socket.socket) -> None:
        if self._state is State.HANG:
            self._stopped.wait()
            line.close()
            return
        paper = Paper(self._dots)
        self._papers.append(paper)
        heard = tail = b""
        with line:
            line.settimeout(30)
            try:
                while heard := line.recv(4096):
                    if not self._hear(line, paper, tail, heard):
                        return
                    tail = (tail + heard)[-2:]
            except OSError:
                return

    def _hear(self, line: socket.socket, paper: Paper, tail: bytes, heard: bytes) -> bool:
        """Deal with some bytes; False when the connection is gone."""
        self.received += heard
        if self._state is State.SLOW:
            time.sleep(0.02)  # this is the slowness
        for question in REALTIME.finditer(tail + heard):
            if question.end() > len(tail):
                self._say(line, self._realtime(question[1][0]))
        if self._state is State.CUT_OFF and len(self.received) > 20_000:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return False
        if self._state in {State.OUT, State.OFFLINE, State.RUNS_OUT}:
            return True
        for _ in range(paper.feed(heard)):
            self._say(line, 0x03 if self._state is State.LOW else 0x00)
        with self._changed:
            self._changed.notify_all()
        return True

    def _say(self, line: socket.socket, answer: int) -> None:
        if self._state is not State.MUTE:
            line.sendall(bytes([0xFF if self._state is State.NOISE else answer]))

    def _realtime(self, question: int) -> int:
        if question == 4:
            return {State.LOW: 0x1E, State.OUT: 0x7E}.get(self._state, 0x12)
        return 0x1A if self._state in {State.OUT, State.OFFLINE} else 0x12

"""Getting a slip onto paper, and knowing whether it got there: ask first, send, ask again in order."""

import time
from dataclasses import dataclass

from shared.printing.line import FileLine, Line, NetworkLine, NoDriverError, UsbLine
from shared.printing.outcome import Condition, NotPrinted, Outcome, Printed, Reason, Sent, Unsure
from shared.printing.printer import Answers, File, Network, Printer, Usb
from shared.printing.render import render
from shared.printing.slip import Slip
from shared.printing.virtual import VirtualPrinter

ASK_ONLINE = b"\x10\x04\x01"  # DLE EOT 1 and 4 are answered at once, whatever the printer is doing
ASK_PAPER = b"\x10\x04\x04"
ASK_AFTER = b"\x1dr\x01"  # GS r 1 is answered in order: whoever answers has dealt with all bytes before it
FIXED_BITS, FIXED = 0x93, 0x12
OFFLINE, PAPER_LOW, PAPER_OUT = 0x08, 0x0C, 0x60
AFTER_FIXED_BITS, AFTER_LOW, AFTER_OUT = 0x90, 0x03, 0x0C


@dataclass(frozen=True)
class Limits:
    """How long each step may take, in seconds; a slip of many bytes is given longer to finish."""

    connect: float = 2.5
    answer: float = 1.0
    finish: float = 10.0
    bytes_a_second: int = 20_000

    def finishing(self, data: bytes) -> float:
        """Return the time for sending these bytes, and again for printing them."""
        return self.finish + len(data) / self.bytes_a_second


LIMITS = Limits()


def deliver(printer: Printer, data: bytes, limits: Limits = LIMITS) -> Outcome:
    """Send the bytes of one slip and say what came of it. Blocks for seconds: call it from a thread."""
    if isinstance(printer.way, VirtualPrinter):
        return printer.way.print(data)
    line = _line(printer.way, limits)
    if isinstance(line, Reason):
        return NotPrinted(line)
    try:
        return _converse(line, printer.answers, data, limits)
    finally:
        line.close()


def print_slip(printer: Printer, slip: Slip) -> Outcome:
    """Set a slip for the printer's paper and deliver it; blocks like `deliver`.

    Raises TypefaceMissingError, before anything is sent, when the pages were not built.
    """
    return deliver(printer, render(slip, printer.paper))


def status(printer: Printer, limits: Limits = LIMITS) -> Condition:
    """Ask a printer how it is, without printing. Blocks for a few seconds at most."""
    if isinstance(printer.way, VirtualPrinter):
        return printer.way.condition()
    line = _line(printer.way, limits)
    if isinstance(line, Reason):
        return Condition(line, answers=False)
    try:
        return _ask_before(line, printer.answers, limits)
    except OSError:
        return Condition(Reason.UNREACHABLE, answers=False)
    finally:
        line.close()


def _line(way: Network | Usb | File, limits: Limits) -> Line | Reason:
    try:
        match way:
            case Network():
                return NetworkLine(way, limits.connect)
            case Usb():
                return UsbLine(way)
            case File():
                return FileLine(way)
    except NoDriverError:
        return Reason.NO_DRIVER
    except OSError:
        return Reason.UNREACHABLE


def _converse(line: Line, answers: Answers, data: bytes, limits: Limits) -> Outcome:
    try:
        before = _ask_before(line, answers, limits)
    except OSError:
        return NotPrinted(Reason.UNREACHABLE)
    if before.reason:
        return NotPrinted(before.reason)
    try:
        line.send(data, limits.finishing(data))
        if not before.answers or answers is Answers.BEFORE:
            line.finish()
            return Sent()
        return _ask_after(line, before.paper_low, limits.finishing(data))
    except OSError:
        return Unsure()


def _ask_before(line: Line, answers: Answers, limits: Limits) -> Condition:
    silent = Condition(Reason.OFFLINE if answers is Answers.YES else None, answers=False)
    if answers is Answers.NO or not line.answers:
        return Condition(answers=False)
    paper = _ask(line, ASK_PAPER, limits.answer)
    if paper is None:
        return silent
    low = bool(paper & PAPER_LOW)
    if paper & PAPER_OUT:
        return Condition(Reason.NO_PAPER, low)
    online = _ask(line, ASK_ONLINE, limits.answer)
    if online is None:
        return silent
    return Condition(Reason.OFFLINE if online & OFFLINE else None, low)


def _ask(line: Line, question: bytes, seconds: float) -> int | None:
    """Return the answer to a real-time question; None when it is silence or no such answer."""
    line.send(question, seconds)
    return _heard(line, FIXED_BITS, FIXED, seconds)


def _ask_after(line: Line, low_before: bool, seconds: float) -> Outcome:
    line.send(ASK_AFTER, seconds)
    paper = _heard(line, AFTER_FIXED_BITS, 0, seconds)
    if paper is None or paper & AFTER_OUT:
        return Unsure()  # the paper may have ended in the middle of this slip
    return Printed(paper_low=low_before or bool(paper & AFTER_LOW))


def _heard(line: Line, bits: int, value: int, seconds: float) -> int | None:
    """Return the first byte heard whose fixed bits are right; noise and late answers are passed over."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        heard = line.receive(left)
        fitting = [byte for byte in heard if byte & bits == value]
        if fitting:
            return fitting[0]
        if not heard:
            return None
    return None

import os
import threading
from pathlib import Path

import pytest

from shared.printing import NotPrinted, Outcome, Printed, Reason, Slip, print_slip, printer_at
from tests.printing.emulator import Paper

tty = pytest.importorskip("tty", reason="Windows has no device files to write to")


@pytest.mark.parametrize(("paper_answer", "outcome"), [(0x12, Printed()), (0x72, NotPrinted(Reason.NO_PAPER))])
def test_a_device_file_is_asked_like_any_printer(slip: Slip, paper_answer: int, outcome: Outcome) -> None:
    ours, device = os.openpty()
    tty.setraw(device)
    paper = Paper(576)

    def print_and_answer() -> None:
        while heard := os.read(ours, 4096):
            if b"\x10\x04" in heard[:3]:
                os.write(ours, bytes([paper_answer if heard[2] == 4 else 0x12]))
            for _ in range(paper.feed(heard)):
                os.write(ours, b"\x00")

    threading.Thread(target=print_and_answer, daemon=True).start()
    assert print_slip(printer_at(Path(os.ttyname(device)).as_uri()), slip) == outcome
    assert len(paper.slips) == (1 if outcome == Printed() else 0)

import time
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp

from shared.printing import (
    Condition,
    Limits,
    NotPrinted,
    Outcome,
    Printed,
    PrinterAddressError,
    Reason,
    Sent,
    Slip,
    Unsure,
    deliver,
    is_allowed_printer_address,
    picture,
    print_slip,
    printer_at,
    render,
    status,
)
from tests.printing.conftest import URL
from tests.printing.emulator import Emulator

HURRIED = Limits(connect=1, answer=0.2, finish=0.5, bytes_a_second=400_000)
EXPECTED = [
    ("ok", "ask", Printed(), 1),
    ("low", "ask", Printed(paper_low=True), 1),
    ("out", "ask", NotPrinted(Reason.NO_PAPER), 0),
    ("offline", "ask", NotPrinted(Reason.OFFLINE), 0),
    ("mute", "ask", Sent(), 1),
    ("mute", "yes", NotPrinted(Reason.OFFLINE), 0),
    ("mute", "no", Sent(), 1),
    ("noise", "ask", Sent(), 1),
    ("slow", "ask", Printed(), 1),
    ("ok", "before", Sent(), 1),
    ("ok", "no", Sent(), 1),
    ("runs out", "ask", Unsure(), 0),
    ("cut off", "ask", Unsure(), 0),
    ("refuse", "ask", NotPrinted(Reason.UNREACHABLE), 0),
]


@pytest.mark.parametrize(("state", "answers", "outcome", "slips"), EXPECTED)
def test_each_state_of_a_printer_has_its_outcome_in_good_time(
    slip: Slip, state: str, answers: str, outcome: Outcome, slips: int
) -> None:
    data = render(slip, 80)
    with Emulator(state) as printer:
        began = time.monotonic()
        assert deliver(printer_at(f"{printer.address}&status={answers}"), data, HURRIED) == outcome
        assert time.monotonic() - began < 5
        assert len(printer.wait_for(slips)) == slips
        assert printer.unknown == []


@pytest.mark.parametrize(("dots", "number"), [(576, "K-014"), (384, "K-014"), (576, "K-1000"), (384, "K-1000")])
def test_the_code_on_the_printed_paper_leads_to_the_ticket(slip: Slip, dots: int, number: str) -> None:
    with Emulator(dots=dots) as printer:
        asked = replace(slip, number=number)
        assert print_slip(printer_at(printer.address), asked) == Printed()
        (paper,) = printer.wait_for(1)
        assert [code.text for code in zxingcpp.read_barcodes(paper)] == [URL]
        assert paper.crop((0, 0, dots, 600)) == picture(asked, dots).convert("L").crop((0, 0, dots, 600))


def test_a_printer_that_hangs_costs_a_few_seconds_and_is_never_called_printed(slip: Slip) -> None:
    with Emulator("hang") as printer:
        began = time.monotonic()
        assert deliver(printer_at(printer.address), render(slip, 80), HURRIED) in {Sent(), Unsure()}
        assert time.monotonic() - began < 5


def test_a_printer_without_trouble_gets_only_questions_before_the_slip(slip: Slip) -> None:
    data = render(slip, 80)
    with Emulator() as printer:
        deliver(printer_at(printer.address), data)
        assert printer.received == b"\x10\x04\x04" + b"\x10\x04\x01" + data + b"\x1dr\x01"


def test_a_printer_in_trouble_gets_no_byte_of_the_slip(slip: Slip) -> None:
    for state in ("out", "offline"):
        with Emulator(state) as printer:
            print_slip(printer_at(printer.address), slip)
            assert set(printer.received) <= set(b"\x10\x04\x01")


@pytest.mark.parametrize(
    ("state", "condition"),
    [
        ("ok", Condition()),
        ("low", Condition(paper_low=True)),
        ("out", Condition(Reason.NO_PAPER, paper_low=True)),
        ("offline", Condition(Reason.OFFLINE)),
        ("mute", Condition(answers=False)),
        ("refuse", Condition(Reason.UNREACHABLE, answers=False)),
    ],
)
def test_the_staff_can_ask_how_the_printer_is(state: str, condition: Condition) -> None:
    with Emulator(state) as printer:
        assert status(printer_at(printer.address), HURRIED) == condition
        assert printer.slips == []


def test_only_passing_troubles_are_worth_another_try() -> None:
    assert not any(NotPrinted(reason).final for reason in (Reason.UNREACHABLE, Reason.NO_PAPER, Reason.OFFLINE))
    assert all(outcome.final for outcome in (Printed(), Sent(), Unsure(), NotPrinted(Reason.STALE)))


def test_slips_for_a_plain_file_follow_each_other(slip: Slip, tmp_path: Path) -> None:
    printer = printer_at((tmp_path / "slips.bin").as_uri())
    assert [print_slip(printer, slip), print_slip(printer, slip)] == [Sent(), Sent()]
    assert (tmp_path / "slips.bin").read_bytes() == 2 * render(slip, 80)


def test_a_file_in_no_folder_is_an_unreachable_printer(slip: Slip, tmp_path: Path) -> None:
    printer = printer_at((tmp_path / "gone" / "lp0").as_uri())
    assert print_slip(printer, slip) == NotPrinted(Reason.UNREACHABLE)
    assert status(printer).reason is Reason.UNREACHABLE


def test_a_usb_printer_that_is_not_there_costs_nothing(slip: Slip) -> None:
    outcome = print_slip(printer_at("usb://04b8:0e15"), slip)
    assert outcome in {NotPrinted(Reason.NO_DRIVER), NotPrinted(Reason.UNREACHABLE)}


@pytest.mark.parametrize(
    ("state", "outcome"),
    [
        ("ready", Printed()),
        ("low", Printed(paper_low=True)),
        ("no_paper", NotPrinted(Reason.NO_PAPER)),
        ("offline", NotPrinted(Reason.OFFLINE)),
    ],
)
def test_the_virtual_printer_can_show_its_troubles(slip: Slip, tmp_path: Path, state: str, outcome: Outcome) -> None:
    printer = printer_at(f"virtual:?state={state}", tmp_path)
    assert print_slip(printer, slip) == outcome
    assert status(printer).reason == getattr(outcome, "reason", None)
    assert (tmp_path / "last-slip.png").exists() == isinstance(outcome, Printed)


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("spooler:EPSON", "spooler is not possible yet"),
        ("192.168.1.50", "no printer address"),
        ("tcp://", "no printer address"),
        ("tcp://printer:many", "cannot be read"),
        ("usb://epson", "cannot be read"),
        ("tcp://printer?paper=72", "paper of 72 mm"),
        ("tcp://printer?paper=wide", "cannot be read"),
        ("tcp://printer?colour=red", "unknown options: colour"),
        ("tcp://printer?status=maybe", "cannot be read"),
        ("virtual:", "needs a folder"),
        ("virtual:/tmp?state=burning", "cannot be read"),
        ("file://server/lp0", "no printer address"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_in_a_sentence(address: str, why: str) -> None:
    with pytest.raises(PrinterAddressError, match=why):
        printer_at(address)


@pytest.mark.parametrize(
    ("host", "port", "allowed"),
    [
        ("192.168.1.50", 9100, True),
        ("10.0.0.7", 9109, True),
        ("169.254.3.4", 9100, True),
        ("fe80::1", 9100, True),
        ("192.168.1.50", 6379, False),
        ("127.0.0.1", 9100, False),
        ("::1", 9100, False),
        ("::ffff:127.0.0.1", 9100, False),
        ("0.0.0.0", 9100, False),  # noqa: S104 - an address to refuse
        ("8.8.8.8", 9100, False),
        ("224.0.0.1", 9100, False),
        ("printer.local", 9100, False),
        ("2130706433", 9100, False),
        ("", 9100, False),
    ],
)
def test_an_address_typed_on_a_page_must_be_a_printer_of_the_office(host: str, port: int, allowed: bool) -> None:
    assert is_allowed_printer_address(host, port) is allowed

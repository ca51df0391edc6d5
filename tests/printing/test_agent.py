"""A printer at another PC: real server, real agent, a printer that is played; no slip twice, none lost unseen."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import zxingcpp

from shared.printing import NotPrinted, Outcome, Printed, PrintJob, Reason, Sent, Slip, Unsure
from shared.printing.agent import ServersOutbox, job_from, job_json, outcome_from, outcome_json
from tests.cast import moment
from tests.printing.emulator import Emulator
from tests.running import OFFICE, PST, ROOT, Server, running, until

WITHIN = 20.0
OUTCOMES: list[Outcome] = [Printed(), Printed(paper_low=True), Sent(), Unsure(), *(NotPrinted(one) for one in Reason)]


def test_a_slip_survives_the_way_to_the_agent(slip: Slip) -> None:
    job = PrintJob(7, 2, slip, moment("09:00"))
    assert job_from(job_json(job)) == job


@pytest.mark.parametrize("outcome", OUTCOMES, ids=str)
def test_an_outcome_survives_the_way_back(outcome: Outcome) -> None:
    told = outcome_json(outcome)
    assert outcome_from(told["outcome"], told["reason"], paper_low=told["paper_low"]) == outcome


def test_an_outcome_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="no outcome"):
        outcome_from("eaten", None, paper_low=False)


@pytest.fixture
def server() -> Iterator[Server]:
    """A server whose slips another PC prints."""
    with running(PST_PRINTER_URL="agent:") as server:
        yield server


@contextmanager
def agent(server: Server, printer: Emulator, token: str | None = None) -> Iterator[subprocess.Popen[str]]:
    """`pst print-agent` at the other PC."""
    asked = ["--server", server.url, "--office", OFFICE, "--printer-url", printer.address]
    known = server.environment | {"PST_AGENT_TOKEN": token or server.token("officer")}
    command = [*PST, "print-agent", *asked]
    process = subprocess.Popen(command, env=known, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=10)


def take(server: Server) -> str:
    """A visitor takes a number; its link."""
    answer = server.post("/kiosk/tickets", {"service": "K"}, server.token("kiosk"))
    assert answer.status == 201, answer.data
    url: str = answer.data["url"]
    return url


def printer_of(server: Server) -> Any:
    return server.get("/counter/queue", server.token("officer")).data["printer"]


def test_a_slip_comes_out_of_the_printer_of_another_pc(server: Server) -> None:
    with Emulator() as printer, agent(server, printer):
        url = take(server)
        [slip] = printer.wait_for(1, WITHIN)
        assert [code.text for code in zxingcpp.read_barcodes(slip.convert("L"))] == [url]
        assert printer.unknown == []
        until(lambda: printer_of(server)["waiting"] == 0, WITHIN, "the server never heard of the slip")
        assert printer_of(server)["state"] == "ready"


def test_slips_wait_while_the_other_pc_is_off_and_none_is_printed_twice(server: Server) -> None:
    urls = [take(server), take(server)]
    assert printer_of(server)["waiting"] == 2
    with Emulator() as printer:
        with agent(server, printer):
            printer.wait_for(2, WITHIN)
        server.kill()
        server.start()
        with agent(server, printer):
            urls.append(take(server))
            slips = printer.wait_for(3, WITHIN)
        read = [code.text for slip in slips for code in zxingcpp.read_barcodes(slip.convert("L"))]
        assert read == urls


def test_paper_that_is_out_is_told_to_the_staff(server: Server) -> None:
    with Emulator() as printer, agent(server, printer):
        printer.state = "out"
        take(server)
        until(lambda: printer_of(server)["reason"] == "no_paper", WITHIN, "nobody was told")
        printer.state = "ok"
        printer.wait_for(1, WITHIN)


def test_a_wrong_token_is_told_at_once_in_one_line(server: Server) -> None:
    with Emulator() as printer, agent(server, printer, token="not a token") as process:
        _, said = process.communicate(timeout=WITHIN)
    assert process.returncode == 1
    assert said.splitlines() == ["pst: HTTP Error 401: UNAUTHORIZED"]


def test_a_slip_that_the_server_does_not_know_any_more_holds_up_no_other(server: Server) -> None:
    outbox = ServersOutbox(server.url, OFFICE, server.token("officer"))
    take(server)
    outbox.ended(4711, Printed())
    job = outbox.next_slip()
    assert job is not None
    assert outbox.began(job.id)


def test_a_server_with_its_own_printer_gives_its_slips_to_nobody() -> None:
    with running(PST_PRINTER_URL="virtual:") as server:
        assert server.get("/counter/print-jobs/next", server.token("officer")).data["code"] == "no_printer"

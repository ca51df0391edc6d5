"""`pst print-agent`: prints the slips of a server on a printer of this PC."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from urllib.parse import urlsplit

import click

from shared.printing import PrintingWorker, printer_at
from shared.printing.agent import ServersOutbox
from shared.threads import PlainThreads

LOOK_SECONDS = 1.0


@click.command("print-agent")
@click.option("--server", required=True, help="address of the server, such as http://192.168.1.10:8080")
@click.option("--office", required=True, help="code of the office")
@click.option("--token", required=True, envvar="PST_AGENT_TOKEN", help="an officer's token, or PST_AGENT_TOKEN")
@click.option("--printer-url", required=True, help="printer of this PC: tcp://host:port, usb://vid:pid or file:///path")
def print_agent(server: str, office: str, token: str, printer_url: str) -> None:
    """Print the slips of an office on a printer of this PC, until stopped.

    The server is started with --printer-url agent: and gives its slips to whoever asks with an officer's token.
    """
    if urlsplit(server).scheme not in ("http", "https"):
        raise ValueError(f"{server} is no address of a server: it begins with http:// or https://")
    outbox = ServersOutbox(server, office, token)
    outbox.next_slip()  # a wrong token or office is told now, and not to an empty room
    worker = PrintingWorker(
        printer_at(printer_url),
        outbox,
        lambda: datetime.now(UTC),
        PlainThreads(1).call,
        threading.Event(),
        look_seconds=LOOK_SECONDS,
    )
    click.echo(f"printing the slips of {office} at {server} on {printer_url}")
    worker.run()


COMMANDS = (print_agent,)

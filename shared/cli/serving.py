"""`pst run` and `pst demo`: start everything."""

from __future__ import annotations

import os
import socket
from dataclasses import replace
from typing import Any

import click

from shared.cli.options import chosen_settings, settings_flags
from shared.lock import server_lock
from shared.settings import Settings, default_data_dir


@click.command()
@click.option("--office", help="serve this office only; without it, all")
@settings_flags()
def run(office: str | None, **flags: Any) -> None:
    """Serve kiosk, board and counters on one address, with everything in the data folder."""
    settings = replace(chosen_settings(flags), office=office)
    _serve(settings, f"PST  {_address(settings)}\nBuat petugas pertama dengan: pst staff add --help")


@click.command()
@click.option(
    "--history",
    default="10d",
    show_default=True,
    help="how much lies behind it: 10d (working days), 6m or 5y; 5y takes some two minutes, 6y is the most",
)
@settings_flags()
def demo(history: str, **flags: Any) -> None:
    """Serve a demonstration office with staff, a virtual printer and a lived-in history, in a folder of its own."""
    from shared.demo import history_from, prepare_demo  # noqa: PLC0415 # the other commands do not need it

    behind = history_from(history)
    if flags["pst_data_dir"] is None and not os.environ.get("PST_DATA_DIR"):
        flags["pst_data_dir"] = str(default_data_dir().with_name("pst-demo"))
    chosen = chosen_settings(flags)
    settings = replace(
        chosen,
        office="kota-pekanbaru",
        always_open=True,
        pair_loopback=True,
        printer_url=chosen.printer_url or "virtual:",
    )
    with server_lock(settings):
        _try_port(settings)
        told = prepare_demo(settings, behind, say=lambda line: click.echo(line, err=True))
    _serve(settings, told.told_at(_address(settings)))


def _address(settings: Settings) -> str:
    scheme = "https" if settings.tls_cert else "http"
    host = "localhost" if settings.host in ("0.0.0.0", "127.0.0.1", "::") else settings.host  # noqa: S104 # compared, not bound
    return f"{scheme}://{host}:{settings.port}"


def _try_port(settings: Settings) -> None:
    """Find out that a port is taken before the days are played, not after. OSError with a sentence."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        socket.create_server((settings.host, settings.port), family=family).close()
    except OSError as error:
        raise OSError(
            f"cannot serve at {settings.host}:{settings.port}, try another --port: {os.strerror(error.errno or 0)}"
        ) from error


def _serve(settings: Settings, words: str) -> None:
    from shared.server import serve  # noqa: PLC0415 # gevent is loaded only to serve

    serve(settings, lambda: click.echo(words))


COMMANDS = (run, demo)

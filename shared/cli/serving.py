"""`pst run` and `pst demo`: start everything."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from shared.cli.options import chosen_settings, settings_flags
from shared.settings import Settings, default_data_dir


@click.command()
@click.option("--office", help="serve this office only; without it, all")
@settings_flags()
def run(office: str | None, **flags: Any) -> None:
    """Serve kiosk, board and counters on one address, with everything in the data folder."""
    settings = replace(chosen_settings(flags), office=office)
    _serve(settings, f"PST  {_address(settings)}\nBuat petugas pertama dengan: pst staff add --help")


@click.command()
@settings_flags()
def demo(**flags: Any) -> None:
    """Serve a demonstration office with staff, a virtual printer and a lived-in history, in a folder of its own."""
    from shared.demo import prepare_demo  # noqa: PLC0415 # the other commands do not need it

    flags.setdefault("pst_data_dir", None)
    flags["pst_data_dir"] = flags["pst_data_dir"] or str(default_data_dir().with_name("pst-demo"))
    chosen = chosen_settings(flags)
    settings = replace(
        chosen,
        office="kota-pekanbaru",
        always_open=True,
        pair_loopback=True,
        printer_url=chosen.printer_url or "virtual:",
    )
    with_lock = _locked(settings)
    with with_lock:
        click.echo("Menyiapkan kantor peragaan …", err=True)
        told = prepare_demo(settings)
    _serve(settings, told.told_at(_address(settings)))


def _address(settings: Settings) -> str:
    scheme = "https" if settings.tls_cert else "http"
    host = "localhost" if settings.host in ("0.0.0.0", "127.0.0.1", "::") else settings.host  # noqa: S104 # compared, not bound
    return f"{scheme}://{host}:{settings.port}"


def _locked(settings: Settings) -> Any:
    from shared.lock import server_lock  # noqa: PLC0415 # loaded with the rest of the server

    return server_lock(settings)


def _serve(settings: Settings, words: str) -> None:
    from shared.server import serve  # noqa: PLC0415 # gevent is loaded only to serve

    serve(settings, lambda: click.echo(words))


COMMANDS = (run, demo)

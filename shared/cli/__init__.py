"""The `pst` command. Every command has --help, and fails with one clear line on stderr."""

from __future__ import annotations

import sys

import click

from shared.cli import backup, bench, checks, due, forget, people, print_agent, serving, simulate, surveys
from shared.domain.refusal import Refusal
from shared.offices import ProfileError


@click.group(context_settings={"max_content_width": 110})
@click.version_option(package_name="pst-front-office")
def pst() -> None:
    """Front office of Pelayanan Statistik Terpadu: kiosk, board, counters, and the ten-minute promise."""


for _part in (serving, people, checks, print_agent, due, forget, backup, surveys, simulate, bench):
    for _command in _part.COMMANDS:
        pst.add_command(_command)


def main() -> None:
    """Run a command; what cannot be done is said in one line."""
    try:
        pst()
    except (ProfileError, Refusal, OSError, ValueError, RuntimeError) as error:
        click.echo(f"pst: {_said(error)}", err=True)
        sys.exit(1)


def _said(error: Exception) -> str:
    if isinstance(error, Refusal):
        facts = ", ".join(f"{name}: {value}" for name, value in error.facts.items())
        return f"{error.key} ({facts})" if facts else error.key
    return str(error) or type(error).__name__


__all__ = ["main", "pst"]

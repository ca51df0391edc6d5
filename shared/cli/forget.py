"""`pst forget`: what the night does by itself, by hand: erase whose time is over."""

from __future__ import annotations

from typing import Any

import click

from shared.cli.operate import operate
from shared.cli.options import BASICS, chosen_settings, settings_flags


@click.command("forget")
@click.option("--office", required=True, help="code of the office")
@click.option("--dry-run", is_flag=True, help="only say how many visitors it would be")
@settings_flags(BASICS)
def forget(office: str, dry_run: bool, **flags: Any) -> None:
    """Erase names, contacts and words of visitors whose retention is over; statistics stay.

    A running office does this every night. By hand the date of this machine is taken as right.
    """
    forgotten = operate(chosen_settings(flags), "forget_due", office, dry_run=dry_run)
    would = "would be forgotten" if dry_run else "forgotten"
    click.echo(f"{forgotten['visitors']} visitors {would}, last here before {forgotten['before']}")


COMMANDS = (forget,)

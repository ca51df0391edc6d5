"""`pst due`: when a promise of working days ends at an office."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from shared.cli.options import BASICS, chosen_settings, settings_flags
from shared.domain.working_days import due as due_of
from shared.offices import load_offices


@click.command("due")
@click.option("--office", required=True, help="code of the office")
@click.option("--received", required=True, type=click.DateTime(["%Y-%m-%d"]), help="day of receipt, at the office")
@click.option("--days", required=True, type=click.IntRange(1, 366), help="how many working days were promised")
@settings_flags(BASICS)
def due(office: str, received: datetime, days: int, **flags: Any) -> None:
    """Print the last day that is in time; on stderr, each day that was left out and why. Opens no database."""
    offices = load_offices(chosen_settings(flags).offices_dir, today=received.date())
    if office not in offices:
        raise ValueError(f"there is no office {office}; there are {', '.join(offices)}")
    found = due_of(received.date(), days, offices[office].hours)
    for one in found.left_out:
        click.echo(f"{one.day}\t{one.reason}\t{one.name or ''}".rstrip(), err=True)
    for year in found.unsure_years:
        click.echo(f"the joint leave of {year} is not decreed yet: the date may still move", err=True)
    click.echo(found.day.isoformat())


COMMANDS = (due,)

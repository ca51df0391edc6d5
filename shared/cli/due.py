"""`pst due`: when a promise of working days ends at an office, and when a silence closes a conversation."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from typing import Any

import click

from shared.cli.options import BASICS, chosen_settings, settings_flags
from shared.database import Database, StorageError
from shared.domain.office import Office
from shared.domain.silence import closing as closing_of
from shared.domain.working_days import Due
from shared.domain.working_days import due as due_of
from shared.offices import load_offices
from shared.settings import Settings

DAY, MOMENT = "%Y-%m-%d", "%Y-%m-%dT%H:%M"


@click.command("due")
@click.option("--office", required=True, help="code of the office")
@click.option("--received", type=click.DateTime([DAY]), help="day of receipt, at the office")
@click.option("--days", type=click.IntRange(1, 366), help="how many working days were promised")
@click.option("--channel", help="take the days from what the office promises on this channel, such as email")
@click.option("--silent-since", type=click.DateTime([MOMENT]), help="when the office last wrote, in office time")
@settings_flags(BASICS)
def due(
    office: str,
    received: datetime | None,
    days: int | None,
    channel: str | None,
    silent_since: datetime | None,
    **flags: Any,
) -> None:
    """Print the last day that is in time; on stderr, each day that was left out and why.

    What the head of the office entered into its calendar counts where the database can be read, and is not needed.

    With --silent-since, print when the conversation is closed because its user stayed silent.
    """
    asked = received or silent_since
    if asked is None or (received and silent_since):
        raise ValueError("give the day of receipt (--received), or since when the user is silent (--silent-since)")
    settings = chosen_settings(flags)
    offices = load_offices(settings.offices_dir, today=asked.date())
    if office not in offices:
        raise ValueError(f"there is no office {office}; there are {', '.join(offices)}")
    asked_of = _with_calendar(offices[office], settings)
    if silent_since:
        _tell_closing(asked_of, silent_since)
    else:
        _tell(due_of(asked.date(), days or _promised(asked_of, channel), asked_of.hours))


def _with_calendar(office: Office, settings: Settings) -> Office:
    """The office by the calendar that stands in its database, if there is one; opened for reading only."""
    file = settings.database_file
    if file is not None and not file.is_file():
        return office
    try:
        with closing(Database(settings.database_url, read_only=True)) as database:
            return database.reading(office.code, lambda records: records.with_calendar(office))
    except StorageError:
        click.echo("the office's own calendar cannot be read: counted without it", err=True)
        return office


def _promised(office: Office, channel: str | None) -> int:
    """The working days that an office promises on a channel; ValueError where it promises none."""
    if channel is None:
        raise ValueError("give the working days (--days), or the channel that they were promised on (--channel)")
    promise = office.standard.request_promise(channel)
    if promise is None:
        promised = ", ".join(office.standard.channels) or "none"
        raise ValueError(f"{office.code} promises nothing on {channel!r}; its channels are {promised}")
    if promise.working_days is None:
        raise ValueError(f"{office.code} promises to serve at once on {channel!r}: {promise.sentence}")
    if promise.start == "clear_and_complete":
        click.echo("counted from receipt; a question about what is missing, asked by day 1, moves the start", err=True)
    return promise.working_days


def _tell(found: Due) -> None:
    for one in found.left_out:
        click.echo(f"{one.day}\t{one.reason}\t{one.name or ''}".rstrip(), err=True)
    for year in found.unsure_years:
        click.echo(f"the joint leave of {year} is not decreed yet: the date may still move", err=True)
    click.echo(found.day.isoformat())


def _tell_closing(office: Office, since: datetime) -> None:
    silence = office.standard.silence
    if silence is None:
        raise ValueError(f"{office.code} closes no conversation for silence: its standard says nothing of it")
    found = closing_of(since.replace(tzinfo=office.time_zone), silence, office.hours, office.time_zone)
    for words, moment in (("reminder\t", found.reminds_at), ("", found.closes_at)):
        local = moment.astimezone(office.time_zone)
        click.echo(f"{words}{local.isoformat(timespec='minutes')}", err=bool(words))


COMMANDS = (due,)

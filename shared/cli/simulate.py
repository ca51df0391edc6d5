"""`pst simulate`: rehearse a busy day at a running office, or see what another counter would change."""

from __future__ import annotations

import signal
import sys
from contextlib import nullcontext
from typing import Any

import click

from shared.cli.operate import operate
from shared.cli.options import BASICS, chosen_settings, settings_flags
from shared.domain.office import Office
from shared.offices import load_offices
from shared.rehearsal import (
    Comparison,
    Rehearsal,
    Rehearsed,
    compare,
    given_tokens,
    lent_tokens,
    refuse_a_real_office,
    rehearse,
)
from shared.settings import Settings

INTERRUPTED = 130
COLUMNS = ("counters", "share kept", "missed", "median clock", "p90 clock", "longest wait", "left")


@click.command()
@click.option("--office", "code", required=True, help="code of the office")
@click.option("--url", help="the running office to rehearse at, such as http://localhost:8080")
@click.option("--compare", "counts", help="instead, without a server: numbers of counters to compare, such as 1,2,3")
@click.option("--visitors", type=click.IntRange(1, 2000), help="visitors a day [default: 120, or as many as usually]")
@click.option("--seed", type=int, default=1, show_default=True, help="another number is another day")
@click.option("--speed", type=click.FloatRange(1, 1000), default=30.0, show_default=True, help="1 is life")
@click.option("--hours", type=click.FloatRange(0.1, 12), default=8.0, show_default=True, help="how long visitors come")
@click.option("--officers", "played", help="counters that are played, such as 1,2, or none [default: all]")
@click.option("--token", "tokens", multiple=True, help="for an office elsewhere: a token for each counter played")
@click.option("--days", type=click.IntRange(1, 250), default=20, show_default=True, help="days to compare")
@settings_flags(BASICS)
def simulate(
    code: str,
    url: str | None,
    counts: str | None,
    visitors: int | None,
    seed: int,
    speed: float,
    hours: float,
    played: str | None,
    tokens: tuple[str, ...],
    days: int,
    **flags: Any,
) -> None:
    """Rehearse a busy day, so that staff can train and the manager sees what a third counter would change.

    With --url visitors come to a running office that is in rehearsal (`pst demo`, or PST_ALWAYS_OPEN=1). Counters
    that are not named in --officers are left to trainees, whose visitors say here what they do. With --compare the
    same days are played off the record with each number of counters, all of them open for every service.
    """
    if (url is None) == (counts is None):
        raise ValueError("give either --url, to rehearse at a running office, or --compare, to compare counters")
    settings = chosen_settings(flags)
    office = _office(settings, code)
    if counts is not None:
        chosen = _numbers("--compare", counts)
        compared = compare(settings, office, chosen, days=days, visitors=visitors, seed=seed, say=_say)
        _print_comparison(compared)
    elif url is not None:
        counters = _played(office, played)
        day = Rehearsal(
            url=url,
            office=office,
            counters=counters,
            speed=speed,
            visitors=visitors or 120,
            hours=hours,
            seed=seed,
        )
        _rehearse(settings, day, tokens)


def _rehearse(settings: Settings, day: Rehearsal, tokens: tuple[str, ...]) -> None:
    """Play it; ended from outside it ends as by Ctrl-C, so that the tokens are given back."""
    refuse_a_real_office(day.url, day.office)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    code = day.office.code
    lent = lent_tokens(
        settings, code, day.counters, lambda access: operate(settings, "revoke_token", code, access=access)
    )
    with nullcontext(given_tokens(tokens, day.counters)) if tokens else lent as keys:
        rehearsed = rehearse(day, keys, _say)
    _print_report(rehearsed, day.speed)
    if not rehearsed.whole:
        sys.exit(INTERRUPTED)


def _office(settings: Settings, code: str) -> Office:
    offices = load_offices(settings.offices_dir)
    if code not in offices:
        raise ValueError(f"--office: there is no office {code}; there are {', '.join(offices)}")
    return offices[code]


def _played(office: Office, played: str | None) -> list[int]:
    numbers = [counter.number for counter in office.counters]
    if played in (None, "none"):
        return numbers if played is None else []
    chosen = _numbers("--officers", str(played))
    if unknown := set(chosen) - set(numbers):
        raise ValueError(f"--officers: there is no counter {min(unknown)}; there are {', '.join(map(str, numbers))}")
    return chosen


def _numbers(flag: str, written: str) -> list[int]:
    parts = [part.strip() for part in written.split(",")]
    if not all(part.isdecimal() for part in parts) or len(set(parts)) != len(parts):
        raise ValueError(f"{flag}: {written!r} are no numbers of counters; write them as 1,2,3")
    return [int(part) for part in parts]


def _print_comparison(compared: Comparison) -> None:
    whose = "the office's own history" if compared.own_history else "the demonstration's mixture"
    click.echo(f"{compared.visitors} visitors on {compared.days} days; arrivals and service times from {whose}")
    rows: list[tuple[str, ...]] = [
        ("counters", "share kept", "missed", "median clock", "p90 clock", "longest wait", "left")
    ]
    for outcome in compared.outcomes:
        figures = outcome.figures
        share = "-" if figures["kept_share"] is None else f"{figures['kept_share']:.1%}"
        times = (figures["clock_median"], figures["clock_p90"], figures["wait_max"])
        rows.append((str(outcome.counters), share, str(figures["missed"]), *map(_time, times), str(outcome.left)))
    for row in rows:
        click.echo("  ".join(f"{cell:>12}" for cell in row))
    click.echo(
        "The clock runs while it is a visitor's turn and a counter is free; a long line shows in the longest wait."
    )


def _print_report(rehearsed: Rehearsed, speed: float) -> None:
    report = rehearsed.report
    if speed > 1:
        click.echo(f"Times are those of the rehearsal: one second stood for {speed:g}.")
    for name, value in (
        ("visitors", report.visitors),
        ("served", report.served),
        ("kept", report.kept),
        ("missed", report.missed),
        ("called in time", report.called_in_time),
        ("left", report.left),
        ("median wait", _time(report.wait_median)),
        ("longest wait", _time(report.wait_max)),
    ):
        click.echo(f"{name:<16}{value:>10}")


def _time(seconds: int | None) -> str:
    return "-" if seconds is None else f"{seconds // 60}:{seconds % 60:02d}"


def _say(line: str) -> None:
    click.echo(line, err=True)


COMMANDS = (simulate,)

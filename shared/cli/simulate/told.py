"""What the command tells: how it goes on stderr, the figures on stdout."""

from __future__ import annotations

import click

from shared.rehearsal import Comparison, Outcome, Rehearsed

COLUMNS = ("counters", "share kept", "missed", "median clock", "p90 clock", "longest wait", "left")
NAMES = 34
"""Letters for the longest name of a figure."""


def say(line: str) -> None:
    """How it goes."""
    click.echo(line, err=True)


def tell_comparison(compared: Comparison) -> None:
    """A row for each number of counters."""
    whose = "the office's own history" if compared.own_history else "the demonstration's mixture"
    click.echo(f"{compared.visitors} visitors on {compared.days} days; arrivals and service times from {whose}")
    for row in (COLUMNS, *map(_row, compared.outcomes)):
        click.echo("  ".join(f"{cell:>12}" for cell in row))
    click.echo(
        "The clock runs while it is a visitor's turn and a counter is free; a long line shows in the longest wait."
    )


def tell_report(rehearsed: Rehearsed, speed: float) -> None:
    """The figures of a rehearsal, each with its name, and what they count."""
    report = rehearsed.report
    if speed > 1:
        click.echo(f"Times are those of the rehearsal: one second stood for {speed:g}.")
    click.echo("Counted are visitors: who was sent on or came back counts once, by the worst of their waits.")
    for name, value in (
        ("visitors", report.visitors),
        ("served", report.served),
        ("kept", report.kept),
        ("missed", report.missed),
        ("called in time", report.called_in_time),
        ("left", report.left),
        ("taken out of the line at the end", rehearsed.taken_out),
        ("median wait", _time(report.wait_median)),
        ("longest wait", _time(report.wait_max)),
    ):
        click.echo(f"{name:<{NAMES}}{value:>10}")


def _row(outcome: Outcome) -> tuple[str, ...]:
    figures = outcome.figures
    share = "-" if figures["kept_share"] is None else f"{figures['kept_share']:.1%}"
    times = (figures["clock_median"], figures["clock_p90"], figures["wait_max"])
    return (str(outcome.counters), share, str(figures["missed"]), *map(_time, times), str(outcome.left))


def _time(seconds: int | None) -> str:
    return "-" if seconds is None else f"{seconds // 60}:{seconds % 60:02d}"

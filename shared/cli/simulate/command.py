"""The command: a rehearsal where --url names an office, a comparison where --compare names numbers of counters."""

from __future__ import annotations

import signal
import sys
from contextlib import nullcontext
from typing import Any

import click

from shared.cli.operate import operate
from shared.cli.options import BASICS, chosen_settings, settings_flags
from shared.cli.simulate.asked import chosen_office, played_counters, written_numbers
from shared.cli.simulate.told import say, tell_comparison, tell_report
from shared.rehearsal import Rehearsal, compare, given_tokens, lent_tokens, refuse_a_real_office, rehearse
from shared.settings import Settings

INTERRUPTED = 130
USUAL_VISITORS = 120


@click.command()
@click.option("--office", "code", required=True, help="code of the office")
@click.option("--url", help="the running office to rehearse at, such as http://localhost:8080")
@click.option("--compare", "counts", help="instead, without a server: numbers of counters to compare, such as 1,2,3")
@click.option(
    "--visitors",
    type=click.IntRange(1, 2000),
    help=f"visitors a day [default: {USUAL_VISITORS}, or as many as usually]",
)
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
    office = chosen_office(settings, code)
    if counts is not None:
        counters = written_numbers("--compare", counts)
        tell_comparison(compare(settings, office, counters, days=days, visitors=visitors, seed=seed, say=say))
    elif url is not None:
        counters, many = played_counters(office, played), visitors or USUAL_VISITORS
        day = Rehearsal(url=url, office=office, counters=counters, speed=speed, visitors=many, hours=hours, seed=seed)
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
        rehearsed = rehearse(day, keys, say)
    tell_report(rehearsed, day.speed)
    if not rehearsed.whole:
        sys.exit(INTERRUPTED)

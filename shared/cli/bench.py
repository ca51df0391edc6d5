"""`pst bench`: how fast this machine serves."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from shared.cli.options import chosen_settings, settings_flags


@click.command()
@click.option("--json", "as_json", is_flag=True, help="print JSON")
@click.option(
    "--seconds",
    type=click.FloatRange(1, 600),
    default=20.0,
    show_default=True,
    help="how long to press, in all rounds together; starting and stopping comes on top",
)
@settings_flags(["PST_DATA_DIR"])
def bench(as_json: bool, seconds: float, **flags: Any) -> None:
    """Measure this machine with a server of its own, in a temporary folder inside the data folder.

    Each figure stands beside what the same machine can do at all, measured in turn. Exit 0: all limits are kept;
    1: a limit was missed or an answer was wrong; 3: too many rounds were disturbed to say anything.
    """
    from shared.bench import Verdict, run_bench  # noqa: PLC0415 # the other commands do not need it

    report = run_bench(chosen_settings(flags).data_dir, seconds, lambda step: click.echo(step, err=True))
    if as_json:
        click.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
    else:
        for line in report.lines():
            click.echo(line)
    if report.verdict is Verdict.NOISY:
        click.echo(
            "pst: too noisy: the machine did other work in too many rounds; try again when it is quiet", err=True
        )
    elif report.verdict is Verdict.FAILED:
        click.echo("pst: a limit was missed or an answer was wrong; see above", err=True)
    sys.exit(report.verdict)


COMMANDS = (bench,)

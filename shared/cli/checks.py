"""Commands that look and report: offices, migrations, fsck, doctor, a test slip, a replayed day."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from shared.cli.options import BASICS, chosen_settings, settings_flags
from shared.database.fsck import UnreadableError, check
from shared.doctor import examine
from shared.domain.service_target.replay import replay as replay_days
from shared.evidence import UnreadablePackError, check_pack
from shared.lock import server_lock
from shared.offices import load_office, load_offices
from shared.printing import NotPrinted, Slip, print_slip, printer_at
from shared.printing.agent import is_by_agent
from shared.threads import PlainThreads


@click.group()
def office() -> None:
    """Office profiles."""


@office.command("list")
@settings_flags(BASICS)
def list_offices(**flags: Any) -> None:
    """A line for each office, its code first."""
    for code, profile in load_offices(chosen_settings(flags).offices_dir).items():
        click.echo(f"{code}\t{profile.name}\t{profile.zone_letters}")


@office.command("check")
@click.argument("file", type=click.Path(path_type=Path))
def check_office(file: Path) -> None:
    """Check a profile; every mistake is explained on stderr."""
    profile = load_office(file)
    click.echo(f"{profile.code}: {len(profile.services)} services, {len(profile.counters)} counters")


@click.command()
@settings_flags(BASICS)
def migrate(**flags: Any) -> None:
    """Bring the database up to this program's version; `pst run` does the same at start."""
    from shared.app import build_parts  # noqa: PLC0415 # the other commands of this file do not load the web

    settings = chosen_settings(flags)
    with server_lock(settings):
        build_parts(settings).database.close()
    click.echo("up to date")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="print JSON")
@click.option(
    "--evidence", type=click.Path(path_type=Path), help="check an evidence pack instead; needs no data folder"
)
@settings_flags(BASICS)
def fsck(as_json: bool, evidence: Path | None, **flags: Any) -> None:
    """Check every promise that the stored rows can show: exit 0 clean, 1 violations, 2 cannot read.

    With --evidence, check the files, the chain and the figures of a pack, and its ends against the database if one is
    there.
    """
    if evidence is not None:
        _check_evidence(evidence, chosen_settings(flags).database_url, as_json=as_json)
        return
    try:
        report = check(chosen_settings(flags).database_url)
    except UnreadableError as error:
        click.echo(f"pst: {error}", err=True)
        sys.exit(2)
    if as_json:
        click.echo(json.dumps(report.as_json(), ensure_ascii=False))
    else:
        for violation in report.violations:
            click.echo(f"{violation.invariant}\t{violation.office}\t{violation.what}")
        click.echo(f"{report.tickets} tickets, {report.rows} journal rows, {len(report.violations)} violations")
    sys.exit(1 if report.violations else 0)


def _check_evidence(file: Path, url: str, *, as_json: bool) -> None:
    try:
        report = check_pack(file, url)
    except UnreadablePackError as error:
        click.echo(f"pst: {error}", err=True)
        sys.exit(2)
    if as_json:
        click.echo(json.dumps(report.as_json(), ensure_ascii=False))
    else:
        for kind, what in report.sentences():
            click.echo(f"{kind}\t{report.office}\t{what}")
        for remark in report.remarks:
            click.echo(f"note\t{report.office}\t{remark}")
        period = f"{report.office}, {report.first} to {report.last}"
        click.echo(f"{period}: {report.rows} journal rows, {report.visits} visits, {report.found} violations")
    sys.exit(1 if report.found else 0)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="print JSON")
@settings_flags()
def doctor(as_json: bool, **flags: Any) -> None:
    """Look at this machine and installation; each finding says what to do. Exit 1 when something is wrong."""
    findings = examine(chosen_settings(flags))
    if as_json:
        click.echo(json.dumps([finding.as_json() for finding in findings], ensure_ascii=False))
    else:
        for finding in findings:
            mark = "ok  " if finding.well else "!!  "
            click.echo(f"{mark}{finding.name}: {finding.seen}" + ("" if finding.well else f" -> {finding.advice}"))
    sys.exit(0 if all(finding.well for finding in findings) else 1)


@click.command("print-test")
@click.option("--office", "code", default="kota-pekanbaru", show_default=True, help="whose name stands on the slip")
@settings_flags()
def print_test(code: str, **flags: Any) -> None:
    """Print a test slip on the printer of the settings, and say what the printer answered."""
    settings = chosen_settings(flags)
    if settings.printer_url is None:
        raise click.UsageError("no printer is set: give --printer-url or PST_PRINTER_URL")
    if is_by_agent(settings.printer_url):
        raise click.UsageError("the printer is at another PC: run `pst print-test` there, with its own --printer-url")
    profile = load_offices(settings.offices_dir)[code]
    slip = Slip(
        office_name=profile.name,
        office_place=profile.place,
        number="K-000",
        service="Tes pencetak",
        ahead=0,
        estimate=None,
        issued_at=datetime.now(profile.time_zone),
        zone_letters=profile.zone_letters,
        url="HTTP://PST.EXAMPLE/T/TES",
        wifi=profile.wifi,
        cost=profile.cost.id,
    )
    printer = printer_at(settings.printer_url, settings.data_dir / "slips" / code)
    outcome = PlainThreads(1).call(lambda: print_slip(printer, slip))
    click.echo(outcome.reason.value if isinstance(outcome, NotPrinted) else outcome.code)
    sys.exit(0 if outcome.code in ("printed", "sent") else 1)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--reading", default="default", show_default=True, help="another reading of the promise")
def replay(file: Path, reading: str) -> None:
    """Judge the day, or the list of days, in a JSON file, and print the verdicts."""
    click.echo(json.dumps(replay_days(json.loads(file.read_text()), reading), ensure_ascii=False))


COMMANDS = (office, migrate, fsck, doctor, print_test, replay)

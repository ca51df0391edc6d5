"""`pst backup` beside a running server, and `pst restore` instead of one."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from shared.backup import BackupError, Wish, make_backup, prepare_key, renew_code, tables_are_current
from shared.backup import restore as put_back
from shared.cli.operate import operate
from shared.cli.options import BASICS, chosen_settings, settings_flags
from shared.control import ask_server
from shared.database import StorageError
from shared.domain.refusal import Refusal
from shared.lock import AlreadyRunningError, server_lock
from shared.offices import ProfileError
from shared.settings import Settings

LONG_SECONDS = 2.0
"""Shorter work needs no word about how far it is."""
PAPER = (
    "Tulis kode pemulihan ini di kertas dan simpan di luar PC kantor; kode ini tidak akan ditampilkan lagi.",
    "Write this recovery code on paper and keep it outside the office's PC; it is never shown again.",
)


@click.command()
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="folder; default: backups in the data folder",
)
@click.option("--new-code", is_flag=True, help="the paper is lost: print another recovery code first")
@settings_flags(BASICS)
def backup(folder: Path | None, new_code: bool, **flags: Any) -> None:
    """Back up all offices, encrypted, and read the backup back; also beside a running server.

    The first backup prints the recovery code, which restores on any other machine. Older backups are thinned out: 24
    newest, 14 daily and 5 weekly ones stay, none older than 35 days. A running server makes one every night by itself.

    With --new-code another recovery code is printed. It opens older backups too, for as long as they are kept, by way
    of visitor-keys.age beside them; the lost code opens nothing that is made from then on.
    """
    settings = chosen_settings(flags)
    _see_that_there_is_one(settings)
    if new_code:
        _renew(settings)
    else:
        prepare_key(settings, _show_code)
    made = make_backup(settings, folder, _patiently())
    rows = {office: {"rows": head.seq} for office, head in made.heads.items()}
    _write_down(settings, "record_backup", rows, file=made.file.name)
    held = f"{_counted(made.offices, 'office')}, {_counted(made.rows, 'journal row')}"
    click.echo(f"{made.file}: {made.bytes} bytes in {made.seconds:.1f} s, {held}, read back and checked")
    if made.removed:
        click.echo(f"{_counted(made.removed, 'older backup')} removed")
    if made.faults:
        faults = _counted(made.faults, "fault")
        click.echo(f"pst: the database itself has {faults}, and so has its backup: run `pst fsck`", err=True)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--code", help="recovery code; not needed on the machine that made the backup")
@click.option("--replace", is_flag=True, help="replace a SQLite database that is not empty; it is kept beside")
@click.option("--without-keys", is_flag=True, help="without visitor-keys.age: its visitors are erased for good")
@settings_flags(BASICS)
def restore(file: Path, code: str | None, replace: bool, without_keys: bool, **flags: Any) -> None:
    """Put a backup in the place of the database, while no server runs.

    Keep visitor-keys.age of the same folder beside FILE. Whoever was erased since the backup stays erased.
    """
    settings = chosen_settings(flags)
    wish = Wish(file=file, code=code, replace=replace, without_keys=without_keys)
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    with server_lock(settings):
        _see_that_nobody_serves(settings)
        restored = put_back(settings, wish, click.echo)
    held = f"{_counted(restored.tickets, 'ticket')}, {_counted(restored.rows, 'journal row')}"
    erased = _counted(restored.erased, "visitor")
    lost = {office: {"lost": loss.rows if loss else 0} for office, loss in restored.offices.items()}
    facts = {"file": file.name, "made_at": restored.made_at.isoformat(), "erased": restored.erased}
    _write_down(settings, "record_restore", lost, **facts)
    click.echo(f"restored as of {restored.made_at:%Y-%m-%d %H:%M:%S} UTC: {held}; {erased} erased since stay erased")
    if restored.unsent:
        waited = f"{_counted(restored.unsent, 'message')} waited to be sent when the backup was made"
        click.echo(f"{waited}: the program sends none of them; officers see them in the inbox, to send or to tick off")
    if restored.kept is not None:
        click.echo(f"the database before it: {restored.kept}")
    if restored.faults:
        click.echo(f"pst: the backup has {_counted(restored.faults, 'fault')}: run `pst fsck`", err=True)


def _renew(settings: Settings) -> None:
    if not renew_code(settings, _show_code):
        away = "a folder of backups is not there, or cannot be written"
        click.echo(f"pst: {away}: its files open with the lost code alone until the next backup there", err=True)


def _write_down(settings: Settings, verb: str, offices: Mapping[str, Mapping[str, Any]], **facts: Any) -> None:
    """Let each office's journal keep it. A backup must work whatever the tables are like, so it migrates none."""
    try:
        if not tables_are_current(settings):
            click.echo("pst: the journal does not tell of it: its tables are of another version", err=True)
            return
        for office, own in offices.items():
            operate(settings, verb, office, **facts, **own)
    except (Refusal, ProfileError, StorageError, BackupError, OSError) as error:
        click.echo(f"pst: the journal does not tell of it: {type(error).__name__}", err=True)


def _see_that_there_is_one(settings: Settings) -> None:
    """No code is given out for a database that is not there."""
    file = settings.database_file
    if file is not None and not file.is_file():
        raise FileNotFoundError(f"there is no database at {file}")


def _show_code(code: str) -> None:
    for line in (*PAPER, "", f"    {code}", ""):
        click.echo(line)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _patiently() -> Callable[[str], None]:
    """Tell each step of long work, and nothing of short work."""
    started = time.monotonic()

    def say(step: str) -> None:
        if time.monotonic() - started > LONG_SECONDS:
            click.echo(f"{step} …", err=True)

    return say


def _see_that_nobody_serves(settings: Settings) -> None:
    """On PostgreSQL no lock tells of a server, so it is asked."""
    try:
        ask_server(settings, "is_anybody_there", "", {})
    except Refusal:
        raise AlreadyRunningError(f"PST sedang berjalan dengan folder data {settings.data_dir}") from None
    except (OSError, ValueError):
        return


COMMANDS = (backup, restore)

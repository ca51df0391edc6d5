"""`pst doctor`: looks at the machine and the installation, and says what to do."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from shared.backup import ADVICE, state_of
from shared.backup.freshness import keys_are_fresh
from shared.clock import Clock
from shared.database import Database, StorageError
from shared.database.fsck import UnreadableError, check
from shared.doctor_on_channels import looks_at_channels
from shared.offices import ProfileError, load_offices
from shared.printing import PrinterAddressError, printer_at, status
from shared.printing.agent import is_by_agent
from shared.settings import Settings

LEAST_FREE_BYTES = 200 * 1024 * 1024
SAFE_SQLITE = (3, 51, 3)
FEW_HOURS = 48


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what was seen, and what to do when it is not well."""

    name: str
    well: bool
    seen: str
    advice: str = ""

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return asdict(self)


def examine(settings: Settings) -> list[Finding]:
    """Everything that can be seen without a running server; changes nothing."""
    looks: tuple[Callable[[Settings], Iterator[Finding]], ...] = (
        _folder,
        _pages,
        _offices,
        _database,
        _clock,
        _printer,
        _backups,
        _channels,
    )
    return [finding for look in looks for finding in look(settings)]


def _folder(settings: Settings) -> Iterator[Finding]:
    folder = settings.data_dir
    there = folder.is_dir()
    yield Finding("data folder", there, str(folder), "start the program once with `pst run`")
    if not there:
        return
    free = shutil.disk_usage(folder).free
    yield Finding(
        "free space",
        free > LEAST_FREE_BYTES,
        f"{free // 1024**2} MB",
        "make room: numbers stop when the disk is full",
    )
    secret = folder / "secret.key"
    if secret.exists() and hasattr(secret, "owner"):
        private = secret.stat().st_mode & 0o077 == 0
        yield Finding("secret key", private, f"mode {secret.stat().st_mode & 0o777:o}", f"run: chmod 600 {secret}")


def _pages(_: Settings) -> Iterator[Finding]:
    stamp = Path(__file__).parent / "static" / "dist" / ".stamp"
    yield Finding(
        "pages",
        stamp.is_file(),
        "built" if stamp.is_file() else "not built",
        "install again: pip install -e .",
    )


def _offices(settings: Settings) -> Iterator[Finding]:
    try:
        offices = load_offices(settings.offices_dir)
    except ProfileError as error:
        yield Finding(
            "office profiles",
            False,
            str(error).splitlines()[0],
            "mend the file; `pst office check FILE` explains",
        )
        return
    yield Finding("office profiles", bool(offices), ", ".join(offices), "add a profile to PST_OFFICES_DIR")


def _database(settings: Settings) -> Iterator[Finding]:
    try:
        report = check(settings.database_url)
    except UnreadableError as error:
        yield Finding("database", False, str(error), "start the program once, or restore a backup")
        return
    broken = len(report.violations)
    yield Finding(
        "database",
        not broken,
        f"{report.tickets} tickets, {broken} violations",
        "run `pst fsck` and keep the file",
    )
    if settings.database_file is not None:
        fixed = sqlite3.sqlite_version_info >= SAFE_SQLITE
        how = sqlite3.sqlite_version + ("" if fixed else ", with a single checkpointing connection")
        yield Finding("SQLite", True, how)


def _clock(settings: Settings) -> Iterator[Finding]:
    try:
        ends = Database(settings.database_url, read_only=True).house(lambda house: house.last_moment())
    except StorageError:
        return
    now = Clock().wall_now()
    well = ends is None or now >= ends
    yield Finding("clock", well, now.isoformat(timespec="seconds"), "set date and time: the journal is already later")


def _printer(settings: Settings) -> Iterator[Finding]:
    if settings.printer_url is None:
        yield Finding("printer", True, "none set; numbers are photographed or noted")
        return
    if is_by_agent(settings.printer_url):
        yield Finding("printer", True, "at another PC, whose `pst print-agent` tells how it does")
        return
    try:
        condition = status(printer_at(settings.printer_url, settings.data_dir / "slips"))
    except PrinterAddressError as error:
        yield Finding("printer", False, str(error), "correct PST_PRINTER_URL")
        return
    seen = condition.reason.value if condition.reason else "ready" if condition.answers else "gives no answer"
    yield Finding("printer", condition.ready, seen, "look at paper, cover, cable and power")


def _backups(settings: Settings) -> Iterator[Finding]:
    file = settings.database_file
    if file is not None and not file.exists():
        return
    now, state = datetime.now(UTC), state_of(settings)
    age = "none yet" if state.good_at is None else f"{_age(now - state.good_at)}, {state.file}"
    if state.word is not None:
        yield Finding("backup", False, f"{age}; the latest attempt failed", ADVICE[state.word])
    else:
        once = "run `pst backup` now; `pst run` makes one every night by itself"
        yield Finding("backup", not state.too_old(now), age, once)
    if state.good_at is None:
        return
    yield Finding(
        "recovery code",
        state.has_code,
        "given out" if state.has_code else "none: no other machine opens the backups",
        "run `pst backup` once and write down the code that it prints",
    )
    fresh = keys_are_fresh(settings, now) and not state.keys_stale
    told = "as the database has them" if fresh else "not as the database has them"
    yield Finding("visitors' keys beside the backups", fresh, told, "plug the disk in and run `pst backup`")
    if settings.backup_copy_dir is not None:
        copied = "none yet" if state.copied_at is None else _age(now - state.copied_at)
        well = not state.copy_too_old(now) and state.copy_word is None
        advice = ADVICE.get(state.copy_word or "", "plug the stick in: the running server copies by itself")
        yield Finding("second backup", well, copied, advice)


def _channels(settings: Settings) -> Iterator[Finding]:
    for look in looks_at_channels(settings):
        yield Finding(look.name, look.well, look.seen, look.advice)


def _age(span: timedelta) -> str:
    hours = int(span.total_seconds() // 3600)
    return f"{hours} hours old" if hours < FEW_HOURS else f"{hours // 24} days old"

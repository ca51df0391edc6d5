"""One run of the bench: starts the processes, measures in rounds, and compares the answers with the rows."""

from __future__ import annotations

import os
import platform
import sqlite3
import tempfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing
from pathlib import Path

from shared.bench import houses, measures, promise
from shared.bench.disk import Disk
from shared.bench.load import Load, Told
from shared.bench.report import Report
from shared.bench.rounds import compare
from shared.database import Database
from shared.database.fsck import check

ROUNDS = 7
STARTS = 5
SEGMENTS = 3 * (2 * ROUNDS + 1)


def run_bench(data_dir: Path, seconds: float, tell: Callable[[str], None]) -> Report:
    """Measure in a folder of our own inside the data folder, on its disk. LoadError when a server misbehaves."""
    data_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=data_dir, ignore_cleanup_errors=True) as place:
        return _run(Path(place), seconds / SEGMENTS, tell)


def _run(place: Path, segment_seconds: float, tell: Callable[[str], None]) -> Report:
    with ExitStack() as stack:
        tell("first start")
        product = stack.enter_context(houses.product(place))
        bare = stack.enter_context(houses.bare(place))
        disk = stack.enter_context(closing(Disk(place)))
        token = houses.token_for(place)
        load = stack.enter_context(closing(Load(product, bare, token)))
        running = measures.RunningServer(load, disk, segment_seconds)
        load.warm_up()
        load.connect_boards()
        load.look_at_board()
        comparisons = [compare(running.calls(), ROUNDS, tell), compare(running.one_client(), ROUNDS, tell)]
        memory = houses.resident_mb(product.pid)
        load.disconnect_boards()
        comparisons.append(compare(running.many_clients(), ROUNDS, tell))
    comparisons.append(compare(measures.starts(place, token), STARTS, tell))
    comparisons.append(compare(promise.judged_day(), ROUNDS, tell))
    tell("five years")
    with promise.years_log(place / "years") as years_log:
        comparisons.append(compare(years_log, ROUNDS, tell))
    return Report(
        machine=_machine(),
        first_start_seconds=product.started_within,
        memory_after_calls_mb=memory,
        comparisons=comparisons,
        faults=_faults(place, load.told),
    )


def _machine() -> Mapping[str, str | int]:
    return {
        "system": platform.platform(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "processors": os.cpu_count() or 0,
    }


def _faults(place: Path, told: Told) -> Mapping[str, int]:
    """What must be nought, however fast it was: the answers compared with the rows."""
    url = houses.settings_of(place).database_url
    database = Database(url, read_only=True)
    try:
        kept = [t.label for t in database.reading(houses.OFFICE, lambda records: records.all_tickets())]
    finally:
        database.close()
    return {
        "numbers given twice": len(told.numbers) - len(set(told.numbers)),
        "numbers left out": max((int(label.partition("-")[2]) for label in kept), default=0) - len(set(kept)),
        "answered numbers lost": len(set(told.numbers) - set(kept)),
        "numbers refused": told.refused,
        "calls that a board did not show": told.undelivered,
        "violations found by fsck": len(check(url).violations),
    }

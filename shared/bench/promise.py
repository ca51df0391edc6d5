"""What the promise costs: judging a very full day, and reading the log of a year out of five."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from urllib.request import Request, urlopen

from shared.bench import houses
from shared.bench.rounds import Measure
from shared.bench.wire import LoadError
from shared.bench.years import YEAR, write_years
from shared.domain.service_target import CounterRoster, Promise, ServiceHours, Step, judge_day

MILLISECONDS = 1000.0
VISITORS, COUNTERS = 1000, 6
DAY = f"a day of {VISITORS} visitors and {COUNTERS} counters is judged"
LOG = "the log of a year out of five"
READS = 5
"""So many in a segment; their median counts."""


def judged_day() -> Measure:
    """A full day judged, beside reading the same moves from JSON."""
    opening = datetime(2026, 11, 19, 1, tzinfo=UTC)
    steps = list(_full_day(opening))
    written = json.dumps([[step.at.isoformat(), step.move, step.ticket, step.counter] for step in steps])
    counters = [CounterRoster(number, open_from=opening) for number in range(1, COUNTERS + 1)]
    hours = ServiceHours(opening)
    ends = opening + timedelta(hours=24)

    def judge() -> object:
        return judge_day(steps, Promise(), hours, counters, ends, day_over=True)

    def read() -> object:
        return [datetime.fromisoformat(at) for at, *_ in json.loads(written)]

    return Measure(
        DAY,
        lambda: {"read_p50_ms": _median(read)},
        lambda: {"p50_ms": _median(judge)},
        "read_p50_ms",
        {"p50_ms": ("p50_ms", "read_p50_ms")},
    )


@contextmanager
def years_log(folder: Path) -> Iterator[Measure]:
    """The page of a year asked of a server that holds five, beside reading the year's rows with sqlite3 alone."""
    until = datetime.now(UTC).date()
    folder.mkdir()
    write_years(folder, until)
    first = until - YEAR + timedelta(days=1)
    with houses.product(folder) as house:
        token = houses.token_for(folder, ["manager"])
        path = f"/{houses.OFFICE}/counter/wait-log?from={first}&to={until}"
        asked = Request(f"http://127.0.0.1:{house.port}{path}", headers=_page_for(token))

        def ask() -> None:
            with urlopen(asked, timeout=30) as answer:  # noqa: S310 # our own server
                if b"missed" not in answer.read():
                    raise LoadError("the log says nothing")

        yield Measure(
            LOG,
            lambda: {"rows_p50_ms": _median(lambda: _raw_rows(folder, first, until))},
            lambda: {"p50_ms": _median(ask)},
            "rows_p50_ms",
            {"p50_ms": ("p50_ms", "rows_p50_ms")},
        )


def _full_day(opening: datetime) -> Iterator[Step]:
    """Somebody comes every 30 seconds and is served for three minutes at the next counter that is free."""
    moves: list[tuple[int, int, str, int]] = []
    free_at = dict.fromkeys(range(1, COUNTERS + 1), 0)
    for visitor in range(1, VISITORS + 1):
        comes = visitor * 30
        counter = min(free_at, key=lambda number: free_at[number])
        called = max(comes, free_at[counter]) + 5
        free_at[counter] = called + 190
        moments = (("take", comes), ("call", called), ("start", called + 10), ("finish", called + 190))
        moves += [(at, visitor, move, counter) for move, at in moments]
    for at, visitor, move, counter in sorted(moves):
        yield Step(opening + timedelta(seconds=at), move, visitor, None if move == "take" else counter, service="K")


def _page_for(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}", "Accept": "text/html"}


def _raw_rows(folder: Path, first: date, until: date) -> list[object]:
    file = houses.settings_of(folder).database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(file)) as rows:
        wanted = "SELECT * FROM judged_visit WHERE office = ? AND day BETWEEN ? AND ?"
        return rows.execute(wanted, (houses.OFFICE, first.isoformat(), until.isoformat())).fetchall()


def _median(once: Callable[[], object]) -> float:
    return median(_timed(once) for _ in range(READS)) * MILLISECONDS


def _timed(once: Callable[[], object]) -> float:
    began = time.perf_counter()
    once()
    return time.perf_counter() - began

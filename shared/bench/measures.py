"""What is measured, and what it is compared with."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TypeVar

from shared.bench import houses
from shared.bench.disk import Disk
from shared.bench.load import BOARDS, CLIENTS, Load, greet_boards
from shared.bench.rounds import Figures, Measure, percentile
from shared.bench.wire import LoadError

T = TypeVar("T")
MOST_IN_A_SEGMENT = 30
"""So that the day stays one that an office could have: a few hundred visitors, not thousands."""
MILLISECONDS = 1000.0
CALLS = f"a call reaches {BOARDS} boards"
ONE_CLIENT = "one kiosk takes a number"
MANY_CLIENTS = f"{CLIENTS} kiosks take numbers"
STARTS = f"start, and {BOARDS} boards"


class RunningServer:
    """The three measures of a running server. A segment is one side of a round."""

    def __init__(self, load: Load, disk: Disk, segment_seconds: float) -> None:
        self._load, self._disk, self._segment = load, disk, segment_seconds
        self._emitted = 1_000_000  # above every journal number, so that no message is taken for another

    def calls(self) -> Measure:
        """Call to board, beside a raw Socket.IO emit of the same content to as many boards."""
        return Measure(
            CALLS,
            lambda: self._deliveries(self._emit),
            lambda: self._deliveries(self._load.call_once),
            "each_p50_ms",
            {name: (name, name) for name in ("each_p50_ms", "last_p50_ms", "last_worst_ms")},
        )

    def one_client(self) -> Measure:
        """A number for one kiosk, beside a POST that does nothing and a commit that says nothing."""
        return Measure(
            ONE_CLIENT,
            self._post_and_commit,
            self._takes,
            "post_and_commit_p50_ms",
            {"p50_ms": ("p50_ms", "post_and_commit_p50_ms")},
        )

    def many_clients(self) -> Measure:
        """Numbers a second for many kiosks, beside POSTs that do nothing and commits one after another."""
        return Measure(
            MANY_CLIENTS,
            lambda: {
                "posts_per_second": self._load.press_bare_together(self._segment / 2),
                "commits_per_second": 1 / median(self._disk.commits(self._segment / 2)),
            },
            lambda: {"numbers_per_second": self._load.take_together(self._segment)},
            "posts_per_second",
            {
                "of_posts": ("numbers_per_second", "posts_per_second"),
                "of_commits": ("numbers_per_second", "commits_per_second"),
            },
        )

    def _emit(self) -> list[float]:
        self._emitted += 1
        return self._load.emit_once(self._emitted)

    def _deliveries(self, once: Callable[[], list[float]]) -> Figures:
        took = [boards for boards in _again_and_again(once, self._segment) if boards]
        if not took:
            raise LoadError("no board showed anything")
        each, last = [one for boards in took for one in boards], [max(boards) for boards in took]
        return {
            "each_p50_ms": median(each) * MILLISECONDS,
            "each_p99_ms": percentile(each, 0.99) * MILLISECONDS,
            "last_p50_ms": median(last) * MILLISECONDS,
            "last_worst_ms": max(last) * MILLISECONDS,
        }

    def _takes(self) -> Figures:
        took = _again_and_again(self._load.take_one, self._segment)
        self._load.empty_the_line()
        return {"p50_ms": median(took) * MILLISECONDS, "p99_ms": percentile(took, 0.99) * MILLISECONDS}

    def _post_and_commit(self) -> Figures:
        posts = median(_again_and_again(self._load.press_bare, self._segment / 2)) * MILLISECONDS
        commits = median(self._disk.commits(self._segment / 2)) * MILLISECONDS
        return {"post_p50_ms": posts, "commit_p50_ms": commits, "post_and_commit_p50_ms": posts + commits}


def starts(data: Path, token: str) -> Measure:
    """From nothing to the first answer, and the memory with twenty boards, beside loading the same libraries."""

    def with_product() -> Figures:
        with houses.product(data) as product, greet_boards(product, token):
            return {"seconds": product.started_within, "memory_mb": houses.resident_mb(product.pid)}

    def libraries_alone() -> Figures:
        seconds, memory = houses.load_libraries()
        return {"seconds": seconds, "memory_mb": memory}

    pairs = {name: (name, name) for name in ("seconds", "memory_mb")}
    return Measure(STARTS, libraries_alone, with_product, "seconds", pairs)


def _again_and_again(once: Callable[[], T], seconds: float) -> list[T]:
    ends = time.perf_counter() + seconds
    took = [once()]
    while time.perf_counter() < ends and len(took) < MOST_IN_A_SEGMENT:
        took.append(once())
    return took

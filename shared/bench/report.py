"""What the bench found, as a table to read and as JSON to compare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import IntEnum
from typing import Any

from shared.bench.measures import CALLS, MANY_CLIENTS, ONE_CLIENT, STARTS
from shared.bench.promise import DAY, LOG
from shared.bench.rounds import Comparison, Spread

UNITS = {"ms": "ms", "second": "/s", "seconds": "s", "mb": "MB"}
# Measure and figure, and what it must stay below.
LIMITS = (
    (CALLS, "each_p50_ms", 25.0),
    (ONE_CLIENT, "p50_ms", 25.0),
    (STARTS, "seconds", 3.0),
    (DAY, "p50_ms", 100.0),
    (LOG, "p50_ms", 300.0),
)
MOST_MEMORY_MB = 150.0
WORDS = {
    "each_p50_ms": "each board, median",
    "each_p99_ms": "each board, p99",
    "last_p50_ms": "last board, median",
    "last_worst_ms": "last board, slowest call",
    "p50_ms": "median",
    "p99_ms": "p99",
    "post_p50_ms": "POST alone",
    "commit_p50_ms": "commit alone",
    "post_and_commit_p50_ms": "empty POST + durable commit",
    "numbers_per_second": "numbers",
    "posts_per_second": "empty POSTs",
    "commits_per_second": "durable commits",
    "of_posts": "numbers / empty POSTs",
    "of_commits": "numbers / durable commits",
    "seconds": "to the first answer",
    "memory_mb": "memory",
    "read_p50_ms": "reading",
    "rows_p50_ms": "rows alone",
}
BESIDE = {
    CALLS: "raw Socket.IO emit of the same content",
    ONE_CLIENT: "empty POST, then a durable commit",
    MANY_CLIENTS: "empty POSTs; durable commits one by one",
    STARTS: "loading the same libraries",
    DAY: "reading the same moves from JSON",
    LOG: "reading the year's rows with sqlite3",
}


class Verdict(IntEnum):
    """The exit code."""

    GOOD = 0
    FAILED = 1
    NOISY = 3


@dataclass(frozen=True, slots=True)
class Report:
    """Everything measured in one run."""

    machine: Mapping[str, str | int]
    first_start_seconds: float
    memory_after_calls_mb: float
    comparisons: Sequence[Comparison]
    faults: Mapping[str, int]

    @property
    def verdict(self) -> Verdict:
        """Wrong answers and missed limits fail; a limit is not judged on an unquiet machine."""
        if any(self.faults.values()):
            return Verdict.FAILED
        if any(comparison.noisy for comparison in self.comparisons):
            return Verdict.NOISY
        return Verdict.GOOD if all(kept for *_, kept in self.limits()) else Verdict.FAILED

    def limits(self) -> Iterator[tuple[str, float, float, bool]]:
        """What was promised: the words, the figure, the limit, whether it was kept."""
        by_name = {comparison.name: comparison for comparison in self.comparisons}
        for name, figure, limit in LIMITS:
            found = by_name[name].product[figure].median
            yield f"{name}, {WORDS[figure]}, {_unit(figure)}", found, limit, found < limit
        memory = max(self.memory_after_calls_mb, by_name[STARTS].product["memory_mb"].most)
        yield "memory with 20 boards, MB", memory, MOST_MEMORY_MB, memory < MOST_MEMORY_MB

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return {
            "machine": dict(self.machine),
            "verdict": self.verdict.name.lower(),
            "limits": [
                {"what": what, "found": found, "limit": limit, "kept": kept}
                for what, found, limit, kept in self.limits()
            ],
            "faults": dict(self.faults),
            "first_start_seconds": self.first_start_seconds,
            "memory_after_calls_mb": self.memory_after_calls_mb,
            "measures": [asdict(comparison) for comparison in self.comparisons],
        }

    def lines(self) -> Iterator[str]:
        """For people: the median of the rounds that count, and from – to."""
        yield ", ".join(f"{name} {value}" for name, value in self.machine.items())
        for comparison in self.comparisons:
            yield ""
            yield f"{comparison.name}  ({comparison.kept} rounds count, {comparison.dropped} dropped)"
            for figure, spread in comparison.product.items():
                yield _row("  here", figure, spread)
            for figure, spread in comparison.baseline.items():
                yield _row("  raw", figure, spread)
            for name, spread in comparison.ratios.items():
                yield f"  ratio {WORDS[name]:<28} {_three(spread):>34}"
            yield f"        (raw: {BESIDE[comparison.name]})"
        yield ""
        yield f"first start in an empty folder: {self.first_start_seconds:.2f} s"
        yield f"memory after the calls, with 20 boards: {self.memory_after_calls_mb:.0f} MB"
        yield ""
        for what, found, limit, kept in self.limits():
            yield f"{'kept  ' if kept else 'MISSED'} {what}: {found:.2f} (limit {limit:g})"
        for what, count in self.faults.items():
            yield f"{'ok    ' if not count else 'WRONG '} {what}: {count}"


def _row(side: str, figure: str, spread: Spread) -> str:
    return f"{side:<7} {WORDS[figure]:<28} {_three(spread):>34} {_unit(figure)}"


def _three(spread: Spread) -> str:
    return f"{_short(spread.median)}  ({_short(spread.least)} – {_short(spread.most)})"


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"  # noqa: PLR2004 # three figures are enough


def _unit(figure: str) -> str:
    return UNITS[figure.rpartition("_")[2]]

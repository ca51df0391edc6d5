"""The figures above the wait log, each with how many visits it counts and how many it leaves out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypedDict

from shared.domain.wait_figures.mark import Mark


class Summary(TypedDict):
    """Counts, the share kept, and seconds by nearest rank; None where there is nothing to count.

    Verdicts are counted over all visits. `excluded` visits are left out of the seconds, and `exclusions` says why.
    `timed` is how many visits the waits and clocks are taken from, `service_timed` likewise for the services.
    `expected` is how many were told an expected wait, and `expected_true` for how many it came true.
    """

    judged: int
    kept: int
    called_in_time: int
    missed: int
    not_judged: int
    excluded: int
    kept_share: float | None
    wait_median: int | None
    wait_p90: int | None
    wait_max: int | None
    clock_median: int | None
    clock_p90: int | None
    clock_max: int | None
    service_median: int | None
    service_p90: int | None
    service_max: int | None
    visits: int
    timed: int
    service_timed: int
    exclusions: dict[str, int]
    missed_for: dict[str, int]
    not_judged_for: dict[str, int]
    unexplained: int
    expected: int
    expected_true: int


def summary(marks: Iterable[Mark]) -> Summary:
    """The contract's summary and what stands beside it; clock seconds are those of visitors who were served."""
    marks = list(marks)
    verdicts = Counter(mark.verdict for mark in marks)
    judged = verdicts["kept"] + verdicts["missed"]
    counted = [mark for mark in marks if not mark.exclusion]
    timed = [mark for mark in marks if mark.timed]
    waits = sorted(mark.wait_seconds or 0 for mark in timed)
    clocks = sorted(mark.clock_seconds or 0 for mark in timed)
    services = sorted(mark.service_seconds for mark in counted if mark.service_seconds is not None)
    missed_for = Counter(mark.cause_of_breach for mark in marks if mark.verdict == "missed")
    return {
        "judged": judged,
        "kept": verdicts["kept"],
        "called_in_time": verdicts["called_in_time"],
        "missed": verdicts["missed"],
        "not_judged": verdicts["not_judged"],
        "excluded": len(marks) - len(counted),
        "kept_share": verdicts["kept"] / judged if judged else None,
        "wait_median": nearest_rank(waits, 50),
        "wait_p90": nearest_rank(waits, 90),
        "wait_max": nearest_rank(waits, 100),
        "clock_median": nearest_rank(clocks, 50),
        "clock_p90": nearest_rank(clocks, 90),
        "clock_max": nearest_rank(clocks, 100),
        "service_median": nearest_rank(services, 50),
        "service_p90": nearest_rank(services, 90),
        "service_max": nearest_rank(services, 100),
        "visits": len(marks),
        "timed": len(timed),
        "service_timed": len(services),
        "exclusions": dict(Counter(mark.exclusion for mark in marks if mark.exclusion)),
        "missed_for": dict(missed_for.most_common()),
        "not_judged_for": dict(Counter(m.cause or "" for m in marks if m.verdict == "not_judged").most_common()),
        "unexplained": missed_for["unexplained"],
        "expected": sum(mark.came_true is not None for mark in marks),
        "expected_true": sum(mark.came_true is True for mark in marks),
    }


def nearest_rank(ordered: Sequence[int], percent: int) -> int | None:
    """The smallest value that at least `percent` of the ordered values do not exceed; None for no values."""
    if not ordered:
        return None
    rank = -(-percent * len(ordered) // 100)
    return ordered[max(rank, 1) - 1]

"""The figures above the wait log, each over the visits that it names."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypedDict

from shared.domain.service_target.verdict import Visit


class Summary(TypedDict):
    """Counts, the share kept, and seconds by nearest rank; None where there is nothing to count.

    Verdicts are counted over all visits; `excluded` says how many of them are left out of the seconds.
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


def summary(visits: Iterable[Visit]) -> Summary:
    """The contract's summary; clock seconds are those of visitors who were served."""
    visits = list(visits)
    verdicts = Counter(visit.verdict for visit in visits)
    judged = verdicts["kept"] + verdicts["missed"]
    counted = [visit for visit in visits if not visit.excluded]
    served = [visit for visit in counted if visit.started_at is not None]
    waits = sorted(v.wait_seconds for v in served if v.wait_seconds is not None)
    clocks = sorted(v.clock_seconds for v in served if v.clock_seconds is not None)
    services = sorted(v.service_seconds for v in counted if v.service_seconds is not None)
    return {
        "judged": judged,
        "kept": verdicts["kept"],
        "called_in_time": verdicts["called_in_time"],
        "missed": verdicts["missed"],
        "not_judged": verdicts["not_judged"],
        "excluded": len(visits) - len(counted),
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
    }


def nearest_rank(ordered: Sequence[int], percent: int) -> int | None:
    """The smallest value that at least `percent` of the ordered values do not exceed; None for no values."""
    if not ordered:
        return None
    rank = -(-percent * len(ordered) // 100)
    return ordered[max(rank, 1) - 1]

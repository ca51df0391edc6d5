"""What a manager reads of the requests of a period: per channel, each in the unit that its promise has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from math import ceil

from shared.domain.opening_hours import OpeningHours
from shared.domain.request.clock import RequestClock
from shared.domain.request.events import Terms
from shared.domain.standard import Channel
from shared.domain.working_days import working_days_left

RUNS = frozenset({"running", "stands", "not_started"})
MIDDLE, MOST = 0.5, 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One request as it is counted."""

    channel: Channel
    terms: Terms
    clock: RequestClock


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFigures:
    """The requests of one channel. Days are working days after the day on which the promise began; the day itself is 0.

    `not_judged` counts by reason; `kept_share` is kept / judged, None where nothing was judged. Percentiles are by
    nearest rank, and stand for those whose counted end was reached.
    """

    channel: Channel
    at_once: bool
    received: int
    kept: int
    missed: int
    runs: int
    not_judged: Mapping[str, int]
    days_median: int | None
    days_p90: int | None
    days_max: int | None

    @property
    def judged(self) -> int:
        """How many have a verdict."""
        return self.kept + self.missed

    @property
    def kept_share(self) -> float | None:
        """Which part of them was served in time."""
        return self.kept / self.judged if self.judged else None


def working_days_taken(one: Judged, hours: OpeningHours, zone: tzinfo) -> int | None:
    """Working days from the start of the promise to its counted end; None where it has not ended or none was made."""
    clock = one.clock
    ended = clock.first_answer_at if one.terms.end == "first_answer" else clock.information_at
    if clock.verdict not in ("kept", "missed") or clock.started_at is None or ended is None:
        return None
    first, last = (moment.astimezone(zone).date() for moment in (clock.started_at, ended))
    return max(0, working_days_left(first, last, hours))


def figures_of(found: Iterable[Judged], hours: OpeningHours, zone: tzinfo) -> list[RequestFigures]:
    """One line for each channel on which somebody asked, the busiest first."""
    by_channel: dict[Channel, list[Judged]] = {}
    for one in found:
        by_channel.setdefault(one.channel, []).append(one)
    lines = [_line(channel, asked, hours, zone) for channel, asked in by_channel.items()]
    return sorted(lines, key=lambda line: (-line.received, line.channel))


def _line(channel: Channel, asked: list[Judged], hours: OpeningHours, zone: tzinfo) -> RequestFigures:
    verdicts = Counter(one.clock.verdict for one in asked)
    taken = sorted(days for one in asked if (days := working_days_taken(one, hours, zone)) is not None)
    return RequestFigures(
        channel=channel,
        at_once=asked[-1].terms.at_once,
        received=len(asked),
        kept=verdicts["kept"],
        missed=verdicts["missed"],
        runs=sum(verdicts[name] for name in ("running", "stands", "not_started")),
        not_judged=Counter(one.clock.reason or "" for one in asked if one.clock.verdict == "not_judged"),
        days_median=_rank(taken, MIDDLE),
        days_p90=_rank(taken, MOST),
        days_max=taken[-1] if taken else None,
    )


def _rank(ordered: list[int], share: float) -> int | None:
    return ordered[ceil(share * len(ordered)) - 1] if ordered else None

"""Ranges of past waits, and the one that fits a situation best."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import NamedTuple

from shared.domain.expected_wait.situation import Situation
from shared.domain.wait_figures import nearest_rank

ENOUGH = 20
"""Visits behind a range at least. Of fewer the tenth and the ninetieth percent would be one or two visits' luck."""
LOOKS_BACK = timedelta(days=180)
"""Half a year: enough visits for a small office, and not the office of two years ago."""
LOW, HIGH = 10, 90
"""The range holds the middle 80 percent of the past waits, by nearest rank."""
MINUTE = 60


class PastWait(NamedTuple):
    """How long a visitor waited for the start of the service, in seconds, and what they found when they came."""

    situation: Situation
    seconds: int


class WaitRange(NamedTuple):
    """From `low` to `high` waited most of the `visits` in this situation; seconds, in whole minutes."""

    situation: Situation
    visits: int
    low: int
    high: int


def rungs(situation: Situation) -> tuple[Situation, ...]:
    """The ladder: the situation itself, then with less of it, until enough visits are like it.

    The hour is left out first: it tells how busy a time is as a rule, and `staffed` and `in_front` tell how busy it
    is. Then the service instead, and last both. What is in front is never left out: without it nothing is known.
    """
    return (
        situation,
        situation._replace(hour=None),
        situation._replace(service=None),
        situation._replace(hour=None, service=None),
    )


def ranges(waits: Iterable[PastWait]) -> list[WaitRange]:
    """The range of every rung with enough visits. Nobody knows how long an office stays unstaffed: that has none."""
    met: defaultdict[Situation, list[int]] = defaultdict(list)
    for situation, seconds in waits:
        met[situation].append(seconds)
    alike: defaultdict[Situation, list[int]] = defaultdict(list)
    for situation, waited in met.items():
        for rung in rungs(situation) if situation.staffed else ():
            alike[rung] += waited
    return [_range(rung, sorted(seconds)) for rung, seconds in alike.items() if len(seconds) >= ENOUGH]


def expected(known: Mapping[Situation, WaitRange], situation: Situation) -> WaitRange | None:
    """The range to tell, or None for not enough data.

    Whoever stands further back is never told less: a range that is below that of somebody in front is lifted to it,
    as two places may have been read from different rungs.
    """
    own = _climb(known, situation)
    if own is None:
        return None
    places = (_climb(known, situation._replace(in_front=place)) for place in range(situation.in_front))
    nearer = [found for found in places if found is not None]
    return own._replace(
        low=max([own.low, *(found.low for found in nearer)]),
        high=max([own.high, *(found.high for found in nearer)]),
    )


def _climb(known: Mapping[Situation, WaitRange], situation: Situation) -> WaitRange | None:
    return next((known[rung] for rung in rungs(situation) if rung in known), None)


def _range(situation: Situation, seconds: list[int]) -> WaitRange:
    """Whole minutes, because people read them: the low end rounded down, the high end up; at least one minute wide."""
    low = (nearest_rank(seconds, LOW) or 0) // MINUTE
    high = -(-(nearest_rank(seconds, HIGH) or 0) // MINUTE)
    return WaitRange(situation, len(seconds), low * MINUTE, max(high, low + 1) * MINUTE)

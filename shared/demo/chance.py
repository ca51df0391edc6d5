"""Visitors as chance sends them: the mixture of a usual day, the same each time for the same date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from shared.demo.visitor import Visitor

MINUTES = {"K": 15, "P": 9, "J": 16, "R": 20, "D": 11, "G": 12}
"""How long a service usually takes, by its code; a visit takes from half to twice as long."""
OUT_OF_100 = {"K": 44, "P": 20, "J": 11, "R": 6, "D": 14, "G": 5}
BUSY_AT = ((0.18, 0.1), (0.68, 0.1))
"""When most visitors come, as parts of the opening time: middle and spread of the morning and of the afternoon."""
LAST_COMES_BEFORE_END = 0.04


def visitors_between(opens: datetime, closes: datetime, count: int, chance: Random) -> list[Visitor]:
    """So many visitors between two moments, in the order in which they come."""
    moments = sorted(_arrivals(opens, closes, count, chance))
    return [_visitor(moment, chance) for moment in moments]


def _arrivals(opens: datetime, closes: datetime, count: int, chance: Random) -> Iterator[datetime]:
    for _ in range(count):
        middle, spread = chance.choice(BUSY_AT)
        part = min(max(chance.gauss(middle, spread), 0.0), 1 - LAST_COMES_BEFORE_END)
        yield opens + timedelta(seconds=round((closes - opens).total_seconds() * part))


def _visitor(comes_at: datetime, chance: Random) -> Visitor:
    service = chance.choices(list(OUT_OF_100), list(OUT_OF_100.values()))[0]
    minutes = MINUTES[service] * chance.triangular(0.5, 2.0, 0.9)
    absent = chance.random() < 0.06  # noqa: PLR2004 # a share of visitors, as those below
    hesitant = not absent and chance.random() < 0.08  # noqa: PLR2004
    strays = hesitant and chance.random() < 0.4  # noqa: PLR2004
    goes_on = service == "K" and chance.random() < 0.12  # noqa: PLR2004
    fetches = not goes_on and service in ("J", "R") and chance.random() < 0.2  # noqa: PLR2004
    return Visitor(
        comes_at=comes_at,
        service=service,
        serving=timedelta(seconds=round(minutes * 60)),
        walk=timedelta(seconds=chance.randint(480, 600) if strays else chance.randint(20, 75)),
        priority=chance.random() < 0.09,  # noqa: PLR2004
        language="en" if chance.random() < 0.04 else "id",  # noqa: PLR2004
        follows_call=None if absent else 2 if hesitant else 1,
        returns_after=timedelta(minutes=chance.randint(6, 24)) if absent and chance.random() < 0.5 else None,  # noqa: PLR2004
        leaves_after=timedelta(minutes=chance.randint(12, 25)) if chance.random() < 0.05 else None,  # noqa: PLR2004
        fetches_for=timedelta(minutes=chance.randint(9, 25)) if fetches else None,
        goes_on_to=chance.choice("PJ") if goes_on else None,
        desk_busy_after=_pause(chance),
    )


def _pause(chance: Random) -> timedelta:
    """What lies between two visitors: mostly a breath, sometimes a telephone call that takes too long."""
    if chance.random() < 0.14:  # noqa: PLR2004
        return timedelta(seconds=chance.randint(500, 900))
    return timedelta(seconds=chance.randint(15, 110))

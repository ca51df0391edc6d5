"""Visitors as chance sends them: the mixture of a usual day, the same each time for the same date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random

from shared.demo.visitor import Visitor

MINUTES = {"K": 15, "P": 9, "J": 16, "R": 20, "D": 11, "G": 12}
"""How long a service usually takes, by its code; a visit takes from half to twice as long."""
OUT_OF_100 = {"K": 44, "P": 20, "J": 11, "R": 6, "D": 14, "G": 5}
MINUTES_ELSEWHERE, ELSEWHERE_OUT_OF_100 = 15, 15
"""For services that only another office has."""
GO_ON_TO = ("P", "J")
"""Where a consultation may lead: to the library, to the sale of microdata."""
BUSY_AT = ((0.18, 0.1), (0.68, 0.1))
"""When most visitors come, as parts of the opening time: middle and spread of the morning and of the afternoon."""
LAST_COMES_BEFORE_END = 0.04


def visitors_between(
    opens: datetime, closes: datetime, count: int, chance: Random, services: Sequence[str] = tuple(MINUTES)
) -> list[Visitor]:
    """So many visitors between two moments, for the services of an office, in the order in which they come."""
    moments = sorted(_arrivals(opens, closes, count, chance))
    return [_visitor(moment, chance, services) for moment in moments]


def breath(chance: Random) -> timedelta:
    """What lies between two visitors: mostly a breath, sometimes a telephone call that takes too long."""
    if chance.random() < 0.12:  # noqa: PLR2004 # a share of visitors, as those below
        return timedelta(seconds=chance.randint(500, 900))
    return timedelta(seconds=chance.randint(15, 110))


def _arrivals(opens: datetime, closes: datetime, count: int, chance: Random) -> Iterator[datetime]:
    for _ in range(count):
        middle, spread = chance.choice(BUSY_AT)
        part = min(max(chance.gauss(middle, spread), 0.0), 1 - LAST_COMES_BEFORE_END)
        yield opens + timedelta(seconds=round((closes - opens).total_seconds() * part))


def _visitor(comes_at: datetime, chance: Random, services: Sequence[str]) -> Visitor:
    service = chance.choices(services, [OUT_OF_100.get(code, ELSEWHERE_OUT_OF_100) for code in services])[0]
    minutes = MINUTES.get(service, MINUTES_ELSEWHERE) * chance.triangular(0.5, 2.0, 0.9)
    onward = [code for code in GO_ON_TO if code in services]
    absent = chance.random() < 0.06  # noqa: PLR2004 # a share of visitors, as those below
    hesitant = not absent and chance.random() < 0.08  # noqa: PLR2004
    strays = hesitant and chance.random() < 0.4  # noqa: PLR2004
    goes_on = service == "K" and bool(onward) and chance.random() < 0.12  # noqa: PLR2004
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
        goes_on_to=chance.choice(onward) if goes_on else None,
        desk_busy_after=breath(chance),
    )

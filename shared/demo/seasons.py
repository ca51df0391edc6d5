"""What a day in the office's years is like: busy months, a census, an officer alone, and now and then trouble."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

USUAL = {1: 15, 2: 18, 3: 21, 4: 18, 5: 17, 6: 17, 7: 18, 8: 18, 9: 21, 10: 22, 11: 20, 12: 14}
"""Visitors a day in each month: students write their theses in spring and autumn, December is quiet."""
ON_MONDAY, ON_FRIDAY = 1.15, 0.85
MONDAY, FRIDAY = 0, 4
CENSUSES = (
    (date(2022, 10, 15), date(2022, 11, 14)),
    (date(2023, 6, 1), date(2023, 7, 31)),
    (date(2026, 5, 1), date(2026, 7, 31)),
)
IN_A_CENSUS = 1.3
"""People who were asked at home come to ask back."""
SPREAD = 2.5
FEWEST, MOST = 8, 34
ALONE = 1 / 3
ALONE_AT_LUNCH = 0.7
LATE_START = 0.05
OUTAGE = 0.1
FORGOTTEN_FINISH = 0.05

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """How a day will go. The spans are times in which nobody is called although nobody announced it."""

    visitors: int
    alone: bool
    late_start: timedelta
    outage: Span | None
    lunch: Span | None
    forgets_finish: bool

    @property
    def silences(self) -> list[Span]:
        """The unannounced pauses."""
        return [span for span in (self.outage, self.lunch) if span is not None]


def prospect_of(opens: datetime, closes: datetime, chance: Random, *, has_break: bool) -> Prospect:
    """A day's prospect, the same each time for the same chance; where a break is published nobody lunches besides."""
    alone = chance.random() < ALONE
    lunches = alone and not has_break and chance.random() < ALONE_AT_LUNCH
    noon = opens.replace(hour=12, minute=chance.randint(0, 20))
    return Prospect(
        visitors=_visitors(opens.date(), chance),
        alone=alone,
        late_start=timedelta(minutes=chance.randint(9, 20)) if chance.random() < LATE_START else timedelta(),
        outage=_outage(opens, closes, chance) if chance.random() < OUTAGE else None,
        lunch=(noon, noon + timedelta(minutes=chance.randint(20, 35))) if lunches else None,
        forgets_finish=chance.random() < FORGOTTEN_FINISH,
    )


def _visitors(day: date, chance: Random) -> int:
    usual = USUAL[day.month] * {MONDAY: ON_MONDAY, FRIDAY: ON_FRIDAY}.get(day.weekday(), 1.0)
    if any(first <= day <= last for first, last in CENSUSES):
        usual *= IN_A_CENSUS
    return min(max(round(chance.gauss(usual, SPREAD)), FEWEST), MOST)


def _outage(opens: datetime, closes: datetime, chance: Random) -> Span:
    begins = opens + (closes - opens) * chance.uniform(0.1, 0.7)
    begins = begins.replace(second=0, microsecond=0)
    return begins, begins + timedelta(minutes=chance.randint(20, 50))

"""How far back the demonstration's history goes, and the working days in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter

from shared.domain.opening_hours import OpeningHours, ServiceDay

WRITTEN = re.compile(r"([1-9][0-9]{0,3})([dmy])")
LONGEST_YEARS = 6
"""So far back the holidays of the state are loaded (shared/offices)."""
MONTHS_OF = {"m": 1, "y": 12}
LAST_OF_EVERY_MONTH = 28


@dataclass(frozen=True, slots=True)
class History:
    """So many working days (d), months (m) or years (y) before today, as in `10d`, `6m`, `5y`."""

    count: int
    unit: str

    def working_days_before(self, today: date, hours: OpeningHours) -> dict[date, ServiceDay]:
        """The working days before `today` with their hours, oldest first. ValueError for more than six years."""
        begins = _months_before(today, self.count * MONTHS_OF.get(self.unit, 0))
        earliest = _months_before(today, LONGEST_YEARS * 12)
        distance = (today - (earliest if self.unit == "d" else begins)).days
        before = (today - timedelta(days=behind) for behind in range(1, distance + 1))
        working = [(day, on_day) for day in before if isinstance(on_day := hours.on(day), ServiceDay)]
        if begins < earliest or (self.unit == "d" and len(working) < self.count):
            raise ValueError(f"--history: holidays are known for {LONGEST_YEARS} years, so no history is longer")
        return dict(sorted(working[: self.count] if self.unit == "d" else working, key=itemgetter(0)))


TWO_WEEKS = History(10, "d")


def history_from(text: str) -> History:
    """The history that `10d`, `6m` or `5y` asks for. ValueError for anything else."""
    written = WRITTEN.fullmatch(text)
    if written is None:
        raise ValueError(f"--history: {text!r} is no span; write 10d for working days, 6m for months, 5y for years")
    return History(int(written[1]), written[2])


def _months_before(day: date, months: int) -> date:
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(years, month + 1, min(day.day, LAST_OF_EVERY_MONTH))

"""Which days a recapitulation is about: the running quarter unless others are asked for."""

from __future__ import annotations

from datetime import date, datetime

from counter.manager.period import Period, checked_span
from shared.domain.office import Office
from shared.domain.opening_hours import office_day

MONTHS = 3


class OfPeriod(Period):
    """Office days, both included."""

    def days(self, office: Office, now: datetime) -> tuple[date, date]:
        """The first and the last day, or `bad_dates`."""
        last = self.last or office_day(now, office.time_zone)
        quarter = last.replace(month=(last.month - 1) // MONTHS * MONTHS + 1, day=1)
        return checked_span(self.first or quarter, last)

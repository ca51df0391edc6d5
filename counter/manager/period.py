"""Which office days a report is about: asked for by two dates, the last quarter by default."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from shared.domain.office import Office
from shared.domain.opening_hours import office_day
from shared.domain.refusal import Refusal

USUAL_SPAN = timedelta(days=90)
LONGEST_SPAN = timedelta(days=366)


class Period(BaseModel):
    """Office days, both included."""

    model_config = ConfigDict(populate_by_name=True)
    first: Annotated[date | None, Field(alias="from")] = None
    last: Annotated[date | None, Field(alias="to")] = None

    def days(self, office: Office, now: datetime) -> tuple[date, date]:
        """The first and the last day, or `bad_dates` for a span that goes back or is longer than a year."""
        last = self.last or office_day(now, office.time_zone)
        return checked_span(self.first or last - USUAL_SPAN, last)


def checked_span(first: date, last: date) -> tuple[date, date]:
    """The two days, or `bad_dates`."""
    if not timedelta() <= last - first <= LONGEST_SPAN:
        raise Refusal("bad_dates")
    return first, last

"""Which days an evidence pack is about: the last whole month unless others are asked for."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Literal

from pydantic import model_validator

from counter.manager.period import Period, checked_span
from shared.domain.office import Office
from shared.domain.opening_hours import office_day
from shared.domain.refusal import Refusal

EARLIEST, LATEST = date(2000, 1, 1), date(2999, 12, 31)


class Asked(Period):
    """Office days, both included, and as what; `format` wins over what the client prefers."""

    format: Literal["json", "zip"] | None = None

    @model_validator(mode="before")
    @classmethod
    def _empty_is_absent(cls, asked: Any) -> Any:
        return {name: value for name, value in dict(asked).items() if value != ""}

    def days(self, office: Office, now: datetime) -> tuple[date, date]:
        """The first and the last day, or `bad_dates`; a period that has not begun holds no evidence."""
        today = office_day(now, office.time_zone)
        if not all(EARLIEST <= day <= LATEST for day in (self.first, self.last) if day):
            raise Refusal("bad_dates")
        month_ends = today.replace(day=1) - timedelta(days=1)
        first = self.first or (self.last or month_ends).replace(day=1)
        first, last = checked_span(first, self.last or (today if self.first else month_ends))
        if first > today:
            raise Refusal("bad_dates")
        return first, last

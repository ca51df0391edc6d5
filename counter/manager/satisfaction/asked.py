"""What somebody may ask of the satisfaction of visitors, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from counter.manager.period import Period, checked_span
from shared.database import OfficeRecords
from shared.domain.office import Office
from shared.domain.opening_hours import office_day
from shared.domain.recap.floor import whole_months
from shared.domain.refusal import Refusal
from shared.domain.satisfaction import quarter_of
from shared.front_desk.satisfaction import Report, satisfaction_report
from shared.vault import Vault

EARLIEST, LATEST = date(2000, 1, 1), date(2999, 12, 31)
"""The periods before a period are looked at too, and there is no year 0."""


class Asked(Period):
    """Which office days (both included; default the quarter of the year under way), of which service, and as what."""

    @model_validator(mode="before")
    @classmethod
    def _empty_is_absent(cls, asked: Any) -> Any:
        return {name: value for name, value in dict(asked).items() if value != ""}

    service: Annotated[str, Field(max_length=3)] | None = None
    format: Literal["json", "csv", "xlsx", "pdf", "poster"] | None = None

    def days(self, office: Office, now: datetime) -> tuple[date, date]:
        """The first and the last day. Refuses `bad_dates`, `unknown_service`, and `whole_months_needed`: of two periods
        that differ by a day, what the visitor of that day thought could be subtracted.
        """
        if not all(EARLIEST <= day <= LATEST for day in (self.first, self.last) if day):
            raise Refusal("bad_dates")
        today = office_day(now, office.time_zone)
        first, last = quarter_of(self.first or self.last or today)
        first, last = checked_span(self.first or first, self.last or last)
        if not whole_months(first, last, today):
            raise Refusal("whole_months_needed")
        if self.service:
            office.service(self.service)
        return first, last

    def written(self, first: date, last: date) -> dict[str, str]:
        """The question as the page's address carries it."""
        asked = {"from": first.isoformat(), "to": last.isoformat()}
        return {**asked, "service": self.service} if self.service else asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What page and files tell: of which office, days and service, and when it was looked up."""

    office: Office
    first: date
    last: date
    service: str | None
    made_at: datetime
    report: Report

    @property
    def under_way(self) -> bool:
        """Whether the period is not over, so that more answers may come."""
        return office_day(self.made_at, self.office.time_zone) <= self.last


def find(records: OfficeRecords, vault: Vault, office: Office, asked: Asked, now: datetime) -> Found:
    """Look it up."""
    first, last = asked.days(office, now)
    report = satisfaction_report(records, vault, first, last, asked.service)
    return Found(office=office, first=first, last=last, service=asked.service, made_at=now, report=report)

"""What somebody may ask the log for."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from counter.manager.period import checked_span
from shared.domain.office import Office
from shared.domain.opening_hours import office_day
from shared.domain.service_target import Exclusion, Verdict
from shared.domain.wait_figures import Choice, MoreOrder, Order

PAGE_LENGTH = 20
NUMBER = Field(ge=1, le=2**31 - 1)
NARROWS = (
    *("service", "counter", "officer", "verdict", "reason", "exclusion"),
    *("weekday", "hour", "minute", "first_leg", "timed"),
)


class Asked(BaseModel):
    """Which office days (both included; default today), which of their visits, in which order, and as what.

    `since` and `until` narrow only the list to some of those days. `page` (from 1) asks for one page of rows with the
    figures and charts above it; without it all rows come.
    """

    model_config = ConfigDict(populate_by_name=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_absent(cls, asked: Any) -> Any:
        """The contract writes the call with empty values."""
        return {name: value for name, value in dict(asked).items() if value != ""}

    first: Annotated[date | None, Field(alias="from")] = None
    last: Annotated[date | None, Field(alias="to")] = None
    service: Annotated[str, Field(max_length=3)] | None = None
    counter: Annotated[int, NUMBER] | None = None
    officer: Annotated[int, NUMBER] | None = None
    verdict: Verdict | None = None
    reason: Annotated[str, Field(max_length=32)] | None = None
    exclusion: Exclusion | None = None
    weekday: Annotated[int, Field(ge=0, le=6)] | None = None
    hour: Annotated[int, Field(ge=0, le=23)] | None = None
    minute: Annotated[int, Field(ge=0, le=60)] | None = None
    first_leg: bool | None = None
    timed: bool | None = None
    since: date | None = None
    until: date | None = None
    sort: Order | MoreOrder = "issued_at"
    down: bool = True
    page: Annotated[int, Field(ge=1, le=100_000)] | None = None
    format: Literal["json", "csv", "xlsx", "pdf"] | None = None

    def lists(self, day: date) -> bool:
        """Whether visits of this day are listed."""
        return (self.since or day) <= day <= (self.until or day)

    def written(self, choice: Choice) -> dict[str, Any]:
        """The question as the page's address carries it."""
        narrowed = {name: getattr(choice, name) for name in NARROWS if getattr(choice, name) is not None}
        days = {"from": choice.first, "to": choice.last, "since": self.since, "until": self.until}
        dated = {name: day.isoformat() for name, day in days.items() if day}
        return {**dated, **narrowed, "sort": self.sort, "down": self.down, "page": self.page or 1}


def choice_of(asked: Asked, office: Office, now: datetime) -> Choice:
    """The visits that are asked for. Refuses `bad_dates` and `unknown_service`."""
    last = asked.last or office_day(now, office.time_zone)
    first, last = checked_span(asked.first or last, last)
    if asked.service:
        office.service(asked.service)
    return Choice(first=first, last=last, **{name: getattr(asked, name) for name in NARROWS})

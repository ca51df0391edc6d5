"""Which visits somebody wants to see: those that the figures are about, and those of them that are listed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from shared.domain.wait_figures.mark import Mark
from shared.domain.wait_figures.minutes import minute_of

Order = Literal["issued_at", "number", "service", "counter", "officer", "clock_seconds", "wait_seconds"]
MoreOrder = Literal["service_seconds", "verdict", "reason"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Office days from `first` to `last`, both included; None chooses everything.

    Service, counter and officer narrow figures and list alike. The rest narrows only the list: a share kept among
    those who were missed would say nothing.
    """

    first: date
    last: date
    service: str | None = None
    counter: int | None = None
    officer: int | None = None
    verdict: str | None = None
    reason: str | None = None
    exclusion: str | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    first_leg: bool | None = None
    timed: bool | None = None

    def counts(self, mark: Mark) -> bool:
        """Whether the figures are about this visit."""
        return (
            self.service in (None, mark.service)
            and self.counter in (None, mark.counter)
            and self.officer in (None, mark.officer)
        )

    def lists(self, mark: Mark) -> bool:
        """Whether a visit that is counted is listed too."""
        return (
            self.verdict in (None, mark.verdict)
            and self.reason in (None, mark.cause_of_breach if mark.verdict == "missed" else mark.cause)
            and self.exclusion in (None, mark.exclusion)
            and self.weekday in (None, mark.day.weekday())
            and self.hour in (None, mark.hour)
            and (self.minute is None or (mark.timed and self.minute == minute_of(mark)))
            and self.first_leg in (None, mark.leg == 1)
            and self.timed in (None, mark.timed)
        )


def in_order(marks: Iterable[Mark], by: Order | MoreOrder = "issued_at", *, down: bool = False) -> list[Mark]:
    """The visits sorted by one of their columns; those without a value stand at the end, whichever way."""
    present: list[Mark] = []
    absent: list[Mark] = []
    for mark in sorted(marks, key=_registered, reverse=down):
        (absent if _value(mark, by) is None else present).append(mark)
    return sorted(present, key=lambda mark: _value(mark, by), reverse=down) + absent


def _registered(mark: Mark) -> tuple[datetime, int, int]:
    return (mark.issued_at, mark.ticket, mark.leg)


def _value(mark: Mark, by: str) -> Any:
    if by == "issued_at":
        return _registered(mark)
    return mark.cause if by == "reason" else getattr(mark, by)

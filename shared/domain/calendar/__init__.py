"""Changes to an office's calendar: what the library of holidays cannot know, entered by the head of the office.

A change never touches a day that has begun: whoever came was promised what held then (rule 8). Taking a change back
is a fact of its own, and ends it from the first day that has not begun.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal

from shared.domain.service_day import ServiceDay, written_week

Kind = Literal["holiday", "joint_leave", "struck", "closure", "season", "confirmed"]
"""A holiday or joint leave by decree, a date of the state's list that is none, a closure of the office, a season with
hours of its own (Ramadan), and a year whose list the head of the office confirmed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A change that somebody wants: its days (both count), its public name, the decree that says so."""

    kind: Kind
    first: date
    last: date
    name: str = ""
    decree: str = ""
    week: tuple[ServiceDay, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change as it was entered. `number` is its row in the journal; `ends` is the first day that it no longer holds
    for, because it was taken back.
    """

    number: int
    asked: Asked
    entered_at: datetime
    entered_by: int | None = None
    ends: date | None = None
    ended_at: datetime | None = None
    ended_by: int | None = None
    ended_in: int | None = None
    """The journal's row that took it back."""

    @property
    def kind(self) -> Kind:
        """What it changes."""
        return self.asked.kind

    @property
    def stands(self) -> bool:
        """Whether nobody took it back."""
        return self.ends is None

    def holds_on(self, day: date) -> bool:
        """Whether the calendar of a date follows it."""
        return self.asked.first <= day <= self.asked.last and (self.ends is None or day < self.ends)

    def as_known(self, moment: datetime) -> Change:
        """The change as it was at a moment: not taken back if that came later."""
        if self.ended_at is None or self.ended_at <= moment:
            return self
        return replace(self, ends=None, ended_at=None, ended_by=None, ended_in=None)


def newest(changes: Sequence[Change], day: date, *kinds: Kind) -> Change | None:
    """The change of one of these kinds that a date follows; the last one entered wins."""
    return next((one for one in reversed(changes) if one.kind in kinds and one.holds_on(day)), None)


def facts_of(asked: Asked) -> dict[str, Any]:
    """What the journal says of a change; the row of the calendar must say the same."""
    facts: dict[str, Any] = {"first": asked.first.isoformat(), "last": asked.last.isoformat()}
    if asked.decree:
        facts["decree"] = asked.decree
    if asked.week:
        facts["week"] = written_week(asked.week)
    return facts

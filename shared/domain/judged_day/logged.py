"""A judged visit as the log keeps it: with its number, its officer, and what people said about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from shared.domain.expected_wait import Situation, situations
from shared.domain.journal import JournalRow, label_of, standing
from shared.domain.judged_day.terms import Terms
from shared.domain.opening_hours import DAY_ENDS_AT
from shared.domain.service_target import Visit
from shared.domain.wait_figures import Mark

Place = tuple[int, int]
"""A ticket and its leg."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedVisit:
    """One leg of one ticket. `hour` is the office hour in which it was registered.

    `officer` started it, or called it where nobody did. `explained` is the reason that an officer gave for a breach.
    `told` is the expected wait in seconds, from and to, as it stood when the number was issued; `situation`
    is what the visitor found then. Later legs have neither.
    """

    day: date
    hour: int
    number: str
    officer: int | None
    explained: str | None
    situation: Situation | None
    told: tuple[int, int] | None
    visit: Visit

    @property
    def cause(self) -> str | None:
        """Why it went as it did, as every row and figure says it: what people said, or else what the judge saw."""
        return self.mark.cause

    @property
    def mark(self) -> Mark:
        """The visit as the figures count it."""
        visit = self.visit
        return Mark(
            day=self.day,
            ticket=int(visit.ticket),
            leg=visit.leg,
            number=self.number,
            issued_at=visit.issued_at,
            hour=self.hour,
            service=visit.service,
            counter=visit.counter,
            officer=self.officer,
            verdict=visit.verdict,
            reason=visit.reason,
            explained=self.explained,
            exclusion=visit.exclusion,
            started=visit.started_at is not None,
            clock_seconds=visit.clock_seconds,
            wait_seconds=visit.wait_seconds,
            service_seconds=visit.service_seconds,
            told_from=self.told[0] if self.told else None,
            told_to=self.told[1] if self.told else None,
        )


def logged(rows: Sequence[JournalRow], visits: Sequence[Visit], terms: Terms) -> list[LoggedVisit]:
    """The visits with what else the day's rows tell of them."""
    taken = {row.ticket: row for row in rows if row.move == "take"}
    officers, reasons = _officers(standing(rows)), _reasons(rows)
    zone = terms.hours.opening.tzinfo
    found = situations(rows, terms.counters, zone)
    ends = day_ends(rows, terms) if rows else None
    return [
        LoggedVisit(
            day=taken[int(visit.ticket)].day,
            hour=visit.issued_at.astimezone(zone).hour,
            number=label_of(taken[int(visit.ticket)]),
            officer=officers.get((int(visit.ticket), visit.leg)),
            explained=reasons.get((int(visit.ticket), visit.leg)),
            situation=found[int(visit.ticket)] if visit.leg == 1 else None,
            told=_told(taken[int(visit.ticket)]) if visit.leg == 1 else None,
            visit=visit if ends is None or visit.issued_at < ends else _beyond_the_day(visit),
        )
        for visit in visits
    ]


def day_ends(rows: Sequence[JournalRow], terms: Terms) -> datetime:
    """When the office day of these rows ends, whether or not somebody closed it then."""
    return datetime.combine(rows[0].day + timedelta(days=1), DAY_ENDS_AT, terms.hours.opening.tzinfo)


def _beyond_the_day(visit: Visit) -> Visit:
    """Whoever came after the day's end is timed by another day's hours: those times say nothing."""
    return replace(visit, exclusion=visit.exclusion or "implausible")


def _told(take: JournalRow) -> tuple[int, int] | None:
    told = take.facts.get("told")
    return (told[0], told[1]) if told else None


def _officers(rows: Sequence[JournalRow]) -> dict[Place, int]:
    """Who started each leg; where nobody did, who called it first."""
    found: dict[Place, int] = {}
    for row in rows:
        if row.ticket is None or row.leg is None or row.actor is None:
            continue
        place = (row.ticket, row.leg)
        if row.move == "start" or (row.move == "call" and place not in found):
            found[place] = row.actor
    return found


def _reasons(rows: Sequence[JournalRow]) -> dict[Place, str]:
    """The last word counts."""
    given = (row for row in rows if row.move == "breach_reason")
    return {(row.ticket, row.leg): row.reason for row in given if row.ticket and row.leg and row.reason}

"""What a recapitulation counts, asked of the rows at once: a year is tens of thousands of visits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from shared.database import tables
from shared.database.records.base import Records


@dataclass(frozen=True, slots=True)
class Visits:
    """So many numbers of one day, service and state."""

    day: date
    service: str
    state: str
    count: int


@dataclass(frozen=True, slots=True)
class CodedNeed:
    """The codes and years of one need, without its words."""

    entry: int
    position: int
    visitor: str | None
    answers: dict[str, Any]


class RecapRecords(Records):
    """Counts of a period."""

    def visits_between(self, first: date, last: date) -> list[Visits]:
        """The numbers that were taken on the days within two dates."""
        ticket = tables.ticket
        kinds = (ticket.c.day, ticket.c.service, ticket.c.state)
        within = (self._here(ticket), ticket.c.day.between(first, last))
        rows = select(*kinds, func.count()).where(*within).group_by(*kinds).order_by(*kinds)
        return [Visits(*row) for row in self._connection.execute(rows)]

    def services_between(self, first: date, last: date) -> dict[int, tuple[str, str]]:
        """The service that each visit came for and the one that it ended with, by ticket."""
        ticket = tables.ticket
        within = (self._here(ticket), ticket.c.day.between(first, last))
        rows = select(ticket.c.id, ticket.c.series, ticket.c.service).where(*within)
        return {row.id: (row.series, row.service) for row in self._connection.execute(rows)}

    def coded_needs(self, first: date, last: date) -> list[CodedNeed]:
        """The needs of the days within two dates, by visit and position."""
        need, entry = tables.need, tables.entry
        both = need.join(entry, (need.c.office == entry.c.office) & (need.c.entry == entry.c.id))
        within = (self._here(need), entry.c.day.between(first, last))
        columns = (need.c.entry, need.c.position, need.c.visitor, need.c.answers)
        rows = select(*columns).select_from(both).where(*within).order_by(need.c.entry, need.c.position)
        return [CodedNeed(*row) for row in self._connection.execute(rows)]

    def restricted_visitors(self) -> set[str]:
        """Those who asked that their data be kept and not used (UU 27/2022 Pasal 41)."""
        visitor = tables.visitor
        asked = (self._here(visitor), visitor.c.restricted_at.is_not(None))
        return set(self._connection.execute(select(visitor.c.id).where(*asked)).scalars())

    def erased_visitors(self) -> set[str]:
        """Those whose key is destroyed."""
        visitor = tables.visitor
        erased = (self._here(visitor), visitor.c.erased_at.is_not(None))
        return set(self._connection.execute(select(visitor.c.id).where(*erased)).scalars())

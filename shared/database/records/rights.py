"""What visitors may ask of their data: requests with their deadline, who looked, and the erasing itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Table, delete, func, insert, or_, select, update

from shared.database import tables
from shared.database.records.institutions import InstitutionRecords


@dataclass(frozen=True, slots=True, kw_only=True)
class RightRequest:
    """One request: to be done until `due_at` (3 x 24 hours, UU 27/2022 Pasal 30, 32, 40 and 41)."""

    id: int
    visitor: str
    kind: str
    asked_at: datetime
    due_at: datetime
    done_at: datetime | None
    done_by: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalRead:
    """Somebody looked at a visitor's personal data."""

    at: datetime
    actor: int | None
    what: str
    reason: str


_REQUEST = [tables.right_request.c[name] for name in RightRequest.__slots__]
_READ = [tables.personal_read.c[name] for name in PersonalRead.__slots__]


class RightsRecords(InstitutionRecords):
    """The rights of those whose data stand here."""

    def add_right_request(self, visitor: str, kind: str, asked_at: datetime, due_at: datetime) -> int:
        """A new request; returns its number."""
        columns = {"visitor": visitor, "kind": kind, "asked_at": asked_at, "due_at": due_at}
        added = insert(tables.right_request).values(office=self.office, **columns)
        return int(self._connection.execute(added.returning(tables.right_request.c.id)).scalar_one())

    def right_requests(self, visitor: str | None = None) -> list[RightRequest]:
        """The requests of one visitor, or those of everybody that are not done, the most urgent first."""
        table = tables.right_request
        which = table.c.done_at.is_(None) if visitor is None else table.c.visitor == visitor
        rows = select(*_REQUEST).where(self._here(table), which).order_by(table.c.due_at, table.c.id)
        return [RightRequest(**row._mapping) for row in self._connection.execute(rows)]

    def tickets_of_visitor(self, visitor: str) -> list[int]:
        """The tickets of the visits of one visitor, oldest first; also those that a complaint was linked to."""
        found: set[int] = set()
        for table in (tables.entry, tables.complaint):
            mine = (self._here(table), table.c.visitor == visitor, table.c.ticket.is_not(None))
            found.update(self._connection.execute(select(table.c.ticket).where(*mine)).scalars())
        return sorted(found)

    def finish_requests(self, visitor: str, kind: str | None, at: datetime, by: int | None) -> None:
        """Every open request of this kind is done; None: of every kind, because nothing is left to ask about."""
        table = tables.right_request
        of_kind = table.c.kind.is_not(None) if kind is None else table.c.kind == kind
        mine = (self._here(table), table.c.visitor == visitor, of_kind, table.c.done_at.is_(None))
        self._connection.execute(update(table).where(*mine).values(done_at=at, done_by=by))

    def log_read(self, actor: int | None, what: str, visitor: str, reason: str, at: datetime) -> None:
        """Who looked at which visitor's personal data, and why (UU 27/2022 Pasal 31)."""
        read = {"actor": actor, "what": what, "visitor": visitor, "reason": reason, "at": at}
        self._connection.execute(insert(tables.personal_read).values(office=self.office, **read))

    def log_reads(self, actor: int | None, what: str, visitors: Sequence[str], reason: str, at: datetime) -> None:
        """The same for many visitors at once."""
        read = {"office": self.office, "actor": actor, "what": what, "reason": reason, "at": at}
        if visitors:
            self._connection.execute(insert(tables.personal_read), [{**read, "visitor": one} for one in visitors])

    def reads_of(self, visitor: str) -> list[PersonalRead]:
        """Who looked at this visitor's data, oldest first."""
        table = tables.personal_read
        rows = select(*_READ).where(self._here(table), table.c.visitor == visitor).order_by(table.c.id)
        return [PersonalRead(**row._mapping) for row in self._connection.execute(rows)]

    def erase_visitor(self, visitor: str, at: datetime) -> None:
        """Destroy the key, every seal, and the words that staff wrote about the visits; codes stay for statistics."""
        key, person = tables.visitor_key, tables.visitor
        self._connection.execute(delete(key).where(self._here(key), key.c.visitor == visitor))
        gone = {"sealed": None, "phone_mark": None, "email_mark": None, "erased_at": at}
        here = (self._here(person), person.c.id == visitor)
        self._connection.execute(update(person).where(*here).values(**gone))
        for table in (tables.entry, tables.need, tables.complaint):
            self._connection.execute(
                update(table).where(self._here(table), table.c.visitor == visitor).values(sealed=None)
            )
        step, mine = tables.complaint_step, tables.complaint
        complaints = select(mine.c.id).where(self._here(mine), mine.c.visitor == visitor)
        steps = (self._here(step), step.c.complaint.in_(complaints))
        self._connection.execute(update(step).where(*steps).values(sealed=None))
        asked = tables.request
        requests = select(asked.c.id).where(self._here(asked), asked.c.visitor == visitor)
        for table in (tables.message, tables.attachment):
            theirs = (self._here(table), table.c.request.in_(requests))
            self._connection.execute(update(table).where(*theirs).values(dict.fromkeys(_seals(table))))
        self._forget_lone_institutions(visitor)
        self._erase_notes(visitor)

    def seals_without_a_key(self) -> list[str]:
        """Tables in which a seal outlived its key; for the checker."""
        key, found = tables.visitor_key, []
        kept = select(key.c.visitor).where(self._here(key))
        for table in (tables.entry, tables.need, tables.complaint):
            lost = (self._here(table), table.c.sealed.is_not(None), table.c.visitor.not_in(kept))
            if self._connection.execute(select(table.c.office).where(*lost).limit(1)).first():
                found.append(table.name)
        asked = tables.request
        keyless = select(asked.c.id).where(self._here(asked), asked.c.visitor.not_in(kept))
        for table in (tables.message, tables.attachment):
            outlived = or_(*(seal.is_not(None) for seal in _seals(table)))
            left = (self._here(table), outlived, table.c.request.in_(keyless))
            if self._connection.execute(select(table.c.office).where(*left).limit(1)).first():
                found.append(table.name)
        return found

    def visitors_last_seen_before(self, day: date) -> dict[str, date]:
        """Visitors who are not erased and whose last entry is older than this day, with that entry's day."""
        entry, person = tables.entry, tables.visitor
        last = func.max(entry.c.day).label("seen")
        both = entry.join(person, (entry.c.office == person.c.office) & (entry.c.visitor == person.c.id))
        mine = (self._here(entry), person.c.erased_at.is_(None))
        rows = (
            select(entry.c.visitor, last)
            .select_from(both)
            .where(*mine)
            .group_by(entry.c.visitor)
            .having(func.max(entry.c.day) < day)
        )
        return {row.visitor: row.seen for row in self._connection.execute(rows)}

    def _erase_notes(self, visitor: str) -> None:
        entry, row, note = tables.entry, tables.journal, tables.note
        of_visitor = (self._here(entry), entry.c.visitor == visitor)
        visits = select(entry.c.ticket).where(*of_visitor)
        rows = select(row.c.seq).where(self._here(row), row.c.ticket.in_(visits))
        self._connection.execute(update(note).where(self._here(note), note.c.seq.in_(rows)).values(text=None))


def _seals(table: Table) -> list[Column[Any]]:
    return [table.c[name] for name in ("named", "sealed") if name in table.c]

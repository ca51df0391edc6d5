"""Visitors who came again: found by the marks of phone and e-mail, and made one once they have said so."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, func, select, update

from shared.database import tables
from shared.database.records.base import Records
from shared.database.records.visitors import StoredEntry

_VISITOR, _ENTRY = tables.visitor, tables.entry
_COLUMNS = [_ENTRY.c[name] for name in StoredEntry.__slots__]


class ReturningRecords(Records):
    """One person over several visits."""

    def marks_of(self, visitor: str) -> tuple[str | None, str | None]:
        """The marks of a visitor's phone and e-mail."""
        row = self._connection.execute(
            select(_VISITOR.c.phone_mark, _VISITOR.c.email_mark).where(self._here(_VISITOR), _VISITOR.c.id == visitor)
        ).one()
        return row.phone_mark, row.email_mark

    def entries_of_visitor(self, visitor: str) -> list[StoredEntry]:
        """What one visitor wrote, visit by visit, oldest first."""
        mine = select(*_COLUMNS).where(self._here(_ENTRY), _ENTRY.c.visitor == visitor)
        rows = self._connection.execute(mine.order_by(_ENTRY.c.day, _ENTRY.c.id))
        return [StoredEntry(**row._mapping) for row in rows]

    def sealed_needs_of(self, visitor: str) -> list[tuple[tuple[int, ...], bytes]]:
        """The words that staff wrote about a visitor's needs: where they stand, and their seal."""
        need = tables.need
        place = [column for column in need.primary_key.columns if column is not need.c.office]
        mine = (self._here(need), need.c.visitor == visitor, need.c.sealed.is_not(None))
        rows = self._connection.execute(select(*place, need.c.sealed).where(*mine))
        return [(tuple(row[:-1]), row.sealed) for row in rows]

    def seal_need(self, place: tuple[int, ...], sealed: bytes) -> None:
        """The same words under another key."""
        need = tables.need
        columns = [column for column in need.primary_key.columns if column is not need.c.office]
        here = [column == value for column, value in zip(columns, place, strict=True)]
        self._connection.execute(update(need).where(self._here(need), *here).values(sealed=sealed))

    def join_visitors(self, visitor: str, into: str, at: datetime) -> None:
        """Everything of one visitor belongs to another from now on, and the first one's key is destroyed.

        Whatever was sealed under that key has been sealed anew before. The first one stays as a visitor who was erased:
        so the copies of the keys hear of it, and no older backup can be read with a key that was forgotten.
        """
        for name in ("entry", "need", "consent", "right_request", "personal_read"):
            table = tables.metadata.tables[name]
            mine = (self._here(table), table.c.visitor == visitor)
            self._connection.execute(update(table).where(*mine).values(visitor=into))
        key = tables.visitor_key
        self._connection.execute(delete(key).where(self._here(key), key.c.visitor == visitor))
        gone = {"sealed": None, "phone_mark": None, "email_mark": None, "erased_at": at}
        here = (self._here(_VISITOR), _VISITOR.c.id == visitor)
        self._connection.execute(update(_VISITOR).where(*here).values(**gone))

    def visits_by_visitor(self) -> dict[str, list[int | None]]:
        """The tickets of everybody with more than one visit; for the checker."""
        several = (
            select(_ENTRY.c.visitor)
            .where(self._here(_ENTRY), _ENTRY.c.visitor.is_not(None))
            .group_by(_ENTRY.c.visitor)
            .having(func.count() > 1)
        )
        rows = self._connection.execute(
            select(_ENTRY.c.visitor, _ENTRY.c.ticket).where(self._here(_ENTRY), _ENTRY.c.visitor.in_(several))
        )
        visits: dict[str, list[int | None]] = {}
        for row in rows:
            visits.setdefault(row.visitor, []).append(row.ticket)
        return visits

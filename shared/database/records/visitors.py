"""Visitors, their keys, what they wrote and agreed to. Sealed columns go in and come out as bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, insert, or_, select, update

from shared.database import tables
from shared.database.records.base import Records, has_number
from shared.domain.guest_book import FormName


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredVisitor:
    """A visitor as the rows know them; `wrapped` is None once the key is gone."""

    id: str
    sealed: bytes | None
    wrapped: bytes | None
    restricted_at: datetime | None
    erased_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEntry:
    """An entry of the guest book as the rows know it.

    `service` is that of a visit without a ticket; `met_at` is when its guest was met, None while nobody has.
    """

    id: int
    ticket: int | None
    service: str | None
    visitor: str | None
    day: date
    form: FormName
    channel: str
    language: str
    written_at: datetime
    answers: dict[str, Any]
    age_band: int | None
    institution: int | None
    sealed: bytes | None
    met_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What a visitor agreed to or took back, by the text that they read (UU 27/2022 Pasal 22 and 24)."""

    purpose: str
    given: bool
    version: int
    text_hash: str
    at: datetime
    channel: str
    language: str


_VISITOR, _KEY, _ENTRY, _CONSENT = tables.visitor, tables.visitor_key, tables.entry, tables.consent
_ENTRY_COLUMNS = [_ENTRY.c[name] for name in StoredEntry.__slots__]
_CONSENT_COLUMNS = [_CONSENT.c[name] for name in Consent.__slots__]


class VisitorRecords(Records):
    """Who came, as far as they said so."""

    def add_visitor(self, visitor: str, wrapped: bytes, at: datetime) -> None:
        """A new visitor and the wrapped key that seals what they say."""
        self._connection.execute(insert(_VISITOR).values(office=self.office, id=visitor, made_at=at))
        self._connection.execute(insert(_KEY).values(office=self.office, visitor=visitor, wrapped=wrapped))

    def visitor(self, visitor: str) -> StoredVisitor | None:
        """A visitor by id."""
        here = (self._here(_VISITOR), _VISITOR.c.id == visitor)
        found = list(self._visitors(*here))
        return found[0] if found else None

    def all_visitors(self) -> list[StoredVisitor]:
        """Everybody who ever said something; for the checker."""
        return self._visitors(self._here(_VISITOR))

    def visitors_marked(self, phone: str | None, email: str | None) -> list[StoredVisitor]:
        """Visitors who gave this phone or this address, newest first."""
        marks: list[ColumnElement[bool]] = []
        if phone is not None:
            marks.append(_VISITOR.c.phone_mark == phone)
        if email is not None:
            marks.append(_VISITOR.c.email_mark == email)
        return self._visitors(self._here(_VISITOR), or_(*marks)) if marks else []

    def change_visitor(self, visitor: str, **columns: Any) -> None:
        """Store what is known now: seal, marks, restriction."""
        here = (self._here(_VISITOR), _VISITOR.c.id == visitor)
        self._connection.execute(update(_VISITOR).where(*here).values(**columns))

    def keep_entry(self, entry: int | None, **columns: Any) -> int:
        """A new entry, or what is known of one now. Returns its number."""
        if entry is None:
            added = insert(_ENTRY).values(office=self.office, **columns).returning(_ENTRY.c.id)
            return int(self._connection.execute(added).scalar_one())
        here = (self._here(_ENTRY), _ENTRY.c.id == entry)
        self._connection.execute(update(_ENTRY).where(*here).values(**columns))
        return entry

    def entry_of_ticket(self, ticket: int) -> StoredEntry | None:
        """What the visitor with this ticket wrote."""
        return self._entry(has_number(_ENTRY.c.ticket, ticket))

    def entry(self, number: int) -> StoredEntry | None:
        """An entry by its number."""
        return self._entry(has_number(_ENTRY.c.id, number))

    def entries_without_ticket(self, day: date) -> list[StoredEntry]:
        """The day's visits that have no place in the line, oldest first."""
        mine = (self._here(_ENTRY), _ENTRY.c.day == day, _ENTRY.c.ticket.is_(None))
        rows = self._connection.execute(select(*_ENTRY_COLUMNS).where(*mine).order_by(_ENTRY.c.id))
        return [StoredEntry(**row._mapping) for row in rows]

    def drop_entry(self, entry: int) -> None:
        """An entry that came to nothing; its needs go with it, and no key leads to whoever gets its number next."""
        need, repeat = tables.need, tables.repeat
        self._connection.execute(delete(repeat).where(self._here(repeat), repeat.c.entry == entry))
        self._connection.execute(delete(need).where(self._here(need), need.c.entry == entry))
        self._connection.execute(delete(_ENTRY).where(self._here(_ENTRY), _ENTRY.c.id == entry))

    def entries_of_days(self, first: date, last: date) -> list[StoredEntry]:
        """The entries of the days within two dates, oldest first."""
        within = select(*_ENTRY_COLUMNS).where(self._here(_ENTRY), _ENTRY.c.day.between(first, last))
        return [StoredEntry(**row._mapping) for row in self._connection.execute(within.order_by(_ENTRY.c.id))]

    def add_consent(self, visitor: str, consent: Consent) -> None:
        """Write down what was agreed to or taken back; nothing said before is changed."""
        columns = {name: getattr(consent, name) for name in Consent.__slots__}
        self._connection.execute(insert(_CONSENT).values(office=self.office, visitor=visitor, **columns))

    def survey_panel(self) -> set[str]:
        """Everybody who agreed to be asked for the survey and did not take it back."""
        mine = (self._here(_CONSENT), _CONSENT.c.purpose == "survey")
        said = select(_CONSENT.c.visitor, _CONSENT.c.given).where(*mine).order_by(_CONSENT.c.id)
        stands = {row.visitor: row.given for row in self._connection.execute(said)}
        return {visitor for visitor, given in stands.items() if given}

    def consents_of(self, visitor: str) -> list[Consent]:
        """Everything that this visitor agreed to or took back, oldest first."""
        said = select(*_CONSENT_COLUMNS).where(self._here(_CONSENT), _CONSENT.c.visitor == visitor)
        return [Consent(**row._mapping) for row in self._connection.execute(said.order_by(_CONSENT.c.id))]

    def _entry(self, *where: ColumnElement[bool]) -> StoredEntry | None:
        row = self._connection.execute(select(*_ENTRY_COLUMNS).where(self._here(_ENTRY), *where)).first()
        return StoredEntry(**row._mapping) if row else None

    def _visitors(self, *where: ColumnElement[bool]) -> list[StoredVisitor]:
        known = [_VISITOR.c[name] for name in StoredVisitor.__slots__ if name != "wrapped"]
        of_key = (_KEY.c.office == _VISITOR.c.office) & (_KEY.c.visitor == _VISITOR.c.id)
        rows = select(*known, _KEY.c.wrapped).select_from(_VISITOR.outerjoin(_KEY, of_key)).where(*where)
        newest_first = rows.order_by(_VISITOR.c.made_at.desc(), _VISITOR.c.id)
        return [StoredVisitor(**row._mapping) for row in self._connection.execute(newest_first)]

"""What a snapshot must not say by itself of visitors: their keys, and what they wished or lost since it was made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, insert, inspect, select, update

from shared.database import OfficeRecords, tables
from shared.database.records.visitors import Consent

Whose = tuple[str, str]
"""Office and visitor."""
ErasedNote = tuple[str, int, str]
"""Office, journal row, and the row's link in the chain: in another past the same number is another row."""


@dataclass(frozen=True, slots=True)
class VisitorKey:
    """What makes a visitor readable and found again: the wrapped key and the marks of phone and address."""

    wrapped: bytes
    phone_mark: str | None
    email_mark: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """A visitor as a database knows them; without a key they were erased."""

    key: VisitorKey | None
    erased_at: datetime | None
    restricted_at: datetime | None = None
    withdrawn: tuple[Consent, ...] = ()
    """Consents that were taken back, as they were written down; of each purpose the last word."""


@dataclass(frozen=True, slots=True)
class LastKnown:
    """What a database, or the keyring, knew last: every visitor, and the remarks whose words are erased."""

    visitors: Mapping[Whose, Known] = field(default_factory=dict)
    notes: frozenset[ErasedNote] = frozenset()


def last_known(connection: Connection) -> LastKnown:
    """What this database knows now."""
    if not inspect(connection).has_table("visitor_key"):
        return LastKnown()
    return LastKnown(_visitors(connection), _erased_notes(connection))


def give_back(connection: Connection, last: LastKnown, now: datetime) -> int:
    """Give visitors their keys and what they wished since; whoever has no key is erased for good, and so are remarks
    whose words were. Returns how many visitors were erased by this.
    """
    count = 0
    for whose, known in _visitors(connection).items():
        office, visitor = whose
        if known.erased_at is not None:
            continue
        latest = last.visitors.get(whose, Known(None, None))
        if latest.key is None:
            OfficeRecords(connection, office).erase_visitor(visitor, latest.erased_at or now)
            count += 1
            continue
        wrapped = latest.key.wrapped
        connection.execute(insert(tables.visitor_key).values(office=office, visitor=visitor, wrapped=wrapped))
        marks = {"phone_mark": latest.key.phone_mark, "email_mark": latest.key.email_mark}
        OfficeRecords(connection, office).change_visitor(visitor, **marks)
        _wish_again(OfficeRecords(connection, office), visitor, known, latest)
    _erase_notes(connection, last.notes)
    return count


def _wish_again(records: OfficeRecords, visitor: str, known: Known, latest: Known) -> None:
    """What was restricted or withdrawn after the snapshot is so again; nothing is ever allowed by this."""
    if known.restricted_at is None and latest.restricted_at is not None:
        records.change_visitor(visitor, restricted_at=latest.restricted_at)
    said = {consent.purpose: consent for consent in records.consents_of(visitor)}
    for taken_back in latest.withdrawn:
        before = said.get(taken_back.purpose)
        if before is None or (before.given and before.at <= taken_back.at):
            records.add_consent(visitor, taken_back)


def _visitors(connection: Connection) -> dict[Whose, Known]:
    visitor, key = tables.visitor.c, tables.visitor_key.c
    both = tables.visitor.outerjoin(tables.visitor_key, (key.office == visitor.office) & (key.visitor == visitor.id))
    columns = (
        visitor.office,
        visitor.id,
        visitor.erased_at,
        visitor.restricted_at,
        visitor.phone_mark,
        visitor.email_mark,
        key.wrapped,
    )
    withdrawn = _withdrawn(connection)
    return {
        (row.office, row.id): Known(
            None if row.wrapped is None else VisitorKey(row.wrapped, row.phone_mark, row.email_mark),
            row.erased_at,
            row.restricted_at,
            withdrawn.get((row.office, row.id), ()),
        )
        for row in connection.execute(select(*columns).select_from(both))
    }


def _withdrawn(connection: Connection) -> dict[Whose, tuple[Consent, ...]]:
    """Of each visitor the consents whose last word is no."""
    table = tables.consent
    taken_back = select(table.c.office, table.c.visitor).where(table.c.given.is_(False)).distinct().subquery()
    mine = (table.c.office == taken_back.c.office) & (table.c.visitor == taken_back.c.visitor)
    columns = [table.c[name] for name in Consent.__slots__]
    rows = select(table.c.office, table.c.visitor, *columns).join(taken_back, mine).order_by(table.c.id)
    said: dict[Whose, dict[str, Consent]] = {}
    for row in connection.execute(rows):
        consent = Consent(**{name: getattr(row, name) for name in Consent.__slots__})
        said.setdefault((row.office, row.visitor), {})[row.purpose] = consent
    return {
        whose: tuple(consent for consent in last.values() if not consent.given)
        for whose, last in said.items()
        if not all(consent.given for consent in last.values())
    }


def _erased_notes(connection: Connection) -> frozenset[ErasedNote]:
    note, row = tables.note, tables.journal
    both = note.join(row, (row.c.office == note.c.office) & (row.c.seq == note.c.seq))
    erased = select(note.c.office, note.c.seq, row.c.hash).select_from(both).where(note.c.text.is_(None))
    return frozenset((found.office, found.seq, found.hash) for found in connection.execute(erased))


def _erase_notes(connection: Connection, notes: frozenset[ErasedNote]) -> None:
    note, row = tables.note.c, tables.journal.c
    for office, seq, link in sorted(notes):
        same = select(row.seq).where(row.office == office, row.seq == seq, row.hash == link)
        here = (note.office == office, note.seq == seq, note.seq.in_(same))
        connection.execute(update(tables.note).where(*here).values(text=None))

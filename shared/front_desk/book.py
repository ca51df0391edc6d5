"""The guest book of one office within a transaction: here, and only here, seals are made and opened."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from shared.database import OfficeRecords
from shared.database.records.visitors import StoredEntry, StoredVisitor
from shared.domain.guest_book import Entry
from shared.domain.guest_book.needs import Need
from shared.domain.guest_book.spelling import spelling
from shared.vault import Unreadable, Vault, new_visitor

OF_THE_PERSON = ("name", "phone", "email", "birth_year")
"""What belongs to whoever came; the other words belong to this visit."""
PERSON, VISIT, NEED, INSTITUTION = "person", "visit", "need", "institution"


class Book:
    """Reads and writes entries; whoever asks has been let in already."""

    def __init__(self, records: OfficeRecords, vault: Vault) -> None:
        self._records = records
        self._vault = vault

    def answers(self, entry: StoredEntry | None) -> dict[str, Any]:
        """Everything that was answered; after an erasure only what names nobody."""
        if entry is None:
            return {}
        visitor = self._records.visitor(entry.visitor) if entry.visitor else None
        if visitor is None:
            return dict(entry.answers)
        person = self._opened(visitor, PERSON, visitor.sealed)
        return {**entry.answers, **person, **self._opened(visitor, VISIT, entry.sealed)}

    def new_visitor(self, now: datetime) -> StoredVisitor:
        """A visitor of whom nothing is known yet, with a key of their own."""
        visitor = new_visitor()
        wrapped = self._vault.new_key(self._records.office, visitor)
        self._records.add_visitor(visitor, wrapped, now)
        return StoredVisitor(id=visitor, sealed=None, wrapped=wrapped, restricted_at=None, erased_at=None)

    def answered(self, entry: StoredEntry | None) -> dict[str, Any]:
        """The same for a count: a seal that no longer opens costs its words, and never a place in line."""
        try:
            return self.answers(entry)
        except Unreadable:
            return dict(entry.answers) if entry else {}

    def needs(self, entry: StoredEntry | None) -> list[dict[str, Any]]:
        """The needs of a visit with their words; after an erasure the codes alone."""
        if entry is None:
            return []
        return [
            {"position": need.position, "leg": need.leg, **need.answers, **self._words_of(need.visitor, need.sealed)}
            for need in self._records.needs_of_entry(entry.id)
        ]

    def keep_need(
        self, written: Need, visitor: StoredVisitor | None, entry: int, position: int, **columns: Any
    ) -> None:
        """Store one need: codes open, words sealed."""
        sealed = self._sealed(visitor, NEED, written.sealed) if visitor else None
        owner = visitor.id if visitor else None
        self._records.keep_need(entry, position, answers=written.open, sealed=sealed, visitor=owner, **columns)

    def _words_of(self, visitor: str | None, sealed: bytes | None) -> dict[str, Any]:
        known = self._records.visitor(visitor) if visitor else None
        return self._opened(known, NEED, sealed) if known else {}

    def keep(
        self,
        written: Entry,
        visitor: StoredVisitor | None,
        entry: int | None,
        now: datetime,
        today: date,
        **columns: Any,
    ) -> int:
        """Store an entry, new or again: codes open, words sealed. `today` is the office's. Returns its number."""
        words = written.sealed
        person = {name: words.pop(name) for name in OF_THE_PERSON if name in words}
        if visitor is not None:
            self.keep_person(visitor, person)
            columns |= {"visitor": visitor.id, "sealed": self._sealed(visitor, VISIT, words)}
        return self._records.keep_entry(
            entry,
            answers=written.open,
            age_band=written.band(today),
            institution=self._institution(words.get("institution")),
            written_at=now,
            **columns,
        )

    def keep_person(self, visitor: StoredVisitor, person: Mapping[str, Any]) -> None:
        """What belongs to the visitor; contacts are found again by mark, and read with the key."""
        marks = {f"{kind}_mark": self._mark(kind, person.get(kind)) for kind in ("phone", "email")}
        self._records.change_visitor(visitor.id, sealed=self._sealed(visitor, PERSON, person), **marks)

    def person(self, visitor: StoredVisitor) -> dict[str, Any]:
        """What belongs to a visitor and to none of their visits: name, contact and year of birth."""
        return self._opened(visitor, PERSON, visitor.sealed)

    def hand_over(self, visitor: StoredVisitor, into: StoredVisitor, now: datetime) -> None:
        """Every word of one visitor's visits belongs to another from now on, sealed under that one's key."""
        for entry in self._records.entries_of_visitor(visitor.id):
            words = self._opened(visitor, VISIT, entry.sealed)
            self._records.keep_entry(entry.id, sealed=self._sealed(into, VISIT, words))
        for place, sealed in self._records.sealed_needs_of(visitor.id):
            words = self._opened(visitor, NEED, sealed)
            self._records.seal_need(place, self._sealed(into, NEED, words) or sealed)
        self._records.join_visitors(visitor.id, into.id, now)

    def _institution(self, name: object) -> int | None:
        """The institution of this name, however it was spelt."""
        mark = self._mark(INSTITUTION, spelling(name)) if isinstance(name, str) else None
        if mark is None:
            return None
        return self._records.institution_marked(
            mark, self._vault.seal_name(self._records.office, INSTITUTION, str(name))
        )

    def _mark(self, kind: str, text: object) -> str | None:
        return self._vault.mark(self._records.office, kind, text) if isinstance(text, str) else None

    def _sealed(self, visitor: StoredVisitor, what: str, said: Mapping[str, Any]) -> bytes | None:
        if not said or visitor.wrapped is None:
            return None
        return self._vault.seal(visitor.wrapped, self._records.office, visitor.id, what, said)

    def _opened(self, visitor: StoredVisitor, what: str, sealed: bytes | None) -> dict[str, Any]:
        if sealed is None or visitor.wrapped is None:
            return {}
        return self._vault.open(visitor.wrapped, self._records.office, visitor.id, what, sealed)

"""The guest book: written once, in as many steps as the visitor likes, by kiosk, phone or officer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from shared.database.records.visitors import Consent, StoredEntry, StoredVisitor
from shared.domain.guest_book import entry_of
from shared.domain.guest_book.consent import in_force
from shared.domain.refusal import Refusal
from shared.front_desk.book import Book
from shared.front_desk.desk import Desk, Work, verb

Channel = Literal["kiosk", "phone", "tablet", "officer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One step of the entry: answers by item, consents by purpose. An empty answer takes an earlier one back."""

    answers: Mapping[str, object]
    consents: Mapping[str, bool] = field(default_factory=dict)
    channel: Channel = "kiosk"
    language: str = "id"


class GuestBook(Desk):
    """Verbs of the guest book. The queue never waits for any of them."""

    @verb()
    def write_guest_book(self, work: Work, ticket_id: int, said: Said) -> int:
        """Add one step to the entry of a visit, and return the entry's number. Saying the same again changes nothing.

        Refuses what `entry_of` refuses, `unknown_purpose`, `day_over` once the visit's day is closed, and `erased`.
        """
        ticket = work.records.ticket(ticket_id)
        if ticket.day != work.today():
            raise Refusal("day_over", number=ticket.label)
        book = Book(work.records, self.parts.vault)
        before = work.records.entry_of_ticket(ticket.id)
        known = entry_of(book.answers(before), ticket.day)
        written = entry_of({**known.answers, **said.answers}, ticket.day)
        changes_mind = self._changes_mind(work, before, said)
        if before is not None and written == known and not changes_mind:
            return before.id
        visitor = self._visitor(work, book, before, needed=bool(written.sealed or changes_mind))
        first = {} if before else {"ticket": ticket.id, "day": ticket.day, "form": "skd", "language": said.language}
        number = book.keep(written, visitor, before.id if before else None, work.now, channel=said.channel, **first)
        if visitor is not None:
            for consent in changes_mind:
                work.records.add_consent(visitor.id, consent)
        facts = {"items": sorted(set(said.answers)), "channel": said.channel}
        work.note("guest_book", ticket=ticket.id, leg=ticket.leg, actor=work.actor, facts=facts)
        return number

    def _visitor(self, work: Work, book: Book, before: StoredEntry | None, *, needed: bool) -> StoredVisitor | None:
        known = work.records.visitor(before.visitor) if before and before.visitor else None
        if known is not None and known.erased_at is not None:
            raise Refusal("erased")
        return book.new_visitor(work.now) if known is None and needed else known

    def _changes_mind(self, work: Work, before: StoredEntry | None, said: Said) -> list[Consent]:
        """Each consent that was not given, or is taken back, with the words that were read."""
        stands = work.records.consents_of(before.visitor) if before and before.visitor else []
        given = {consent.purpose: consent.given for consent in stands}
        return [
            Consent(
                purpose=purpose,
                given=agreed,
                version=(text := in_force(purpose, work.today())).version,
                text_hash=text.hash_in(said.language),
                at=work.now,
                channel=said.channel,
                language=said.language,
            )
            for purpose, agreed in said.consents.items()
            if given.get(purpose, False) != agreed
        ]

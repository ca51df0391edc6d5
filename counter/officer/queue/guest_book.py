"""How much the visitor at a counter has written: counts and names of items, never an answer that names anybody."""

from __future__ import annotations

from typing import Any

from counter.officer.queue.scene import Scene
from shared.domain.ticket import Ticket
from shared.front_desk.book import Book
from shared.vault import Vault


def guest_book(scene: Scene, ticket: Ticket, vault: Vault) -> dict[str, Any] | None:
    """What the entry of a visit lacks. The journal knows whether there is one, so that most visits ask no row."""
    if not any(row.move == "guest_book" and row.ticket == ticket.id for row in scene.rows):
        return None
    entry = scene.records.entry_of_ticket(ticket.id)
    if entry is None:
        return None
    answers = Book(scene.records, vault).answered(entry)
    return {
        "answered": len(answers),
        "missing": scene.office.guest_book.missing(entry.form, set(answers)),
        "group": answers.get("group"),
    }

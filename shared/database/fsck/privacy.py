"""What is kept of visitors: nothing readable without its key, nothing left of whoever was erased."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from shared.database.records import OfficeRecords
from shared.domain.journal import JournalRow
from shared.domain.personal import looks_personal


def personal_faults(journal: Sequence[JournalRow]) -> Iterator[str]:
    """Rows of the journal that hold what only a visitor's own rows may hold (I-28)."""
    for row in journal:
        if looks_personal(json.dumps([row.reason, dict(row.facts)])):
            yield f"journal row {row.seq} holds what looks like somebody's contact or identity number"


def erased_faults(records: OfficeRecords) -> Iterator[str]:
    """Visitors of whom more is left than may be, and seals that no key opens (I-29)."""
    for visitor in records.all_visitors():
        if visitor.erased_at is not None and (visitor.wrapped is not None or visitor.sealed is not None):
            yield f"visitor {visitor.id} was erased, but a key or a seal is left"
        if visitor.erased_at is None and visitor.wrapped is None:
            yield f"visitor {visitor.id} has no key, but nobody erased them"
    for table in records.seals_without_a_key():
        yield f"{table} holds a seal that no key opens"


def joined_faults(records: OfficeRecords, journal: Sequence[JournalRow]) -> Iterator[str]:
    """Visits of one visitor that nobody ever said to be one person's (I-29): each joining stands in the journal."""
    joined: Counter[int | None] = Counter()
    for row in journal:
        if row.move == "returning":
            joined[row.ticket] += row.facts.get("joined", 0)
    for visitor, tickets in records.visits_by_visitor().items():
        if sum(joined[ticket] for ticket in tickets) < len(tickets) - 1:
            yield f"visitor {visitor} has {len(tickets)} visits that the journal never joined"

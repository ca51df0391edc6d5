"""The free text that stands apart from the journal, where it can be erased."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from shared.database import tables
from shared.database.records.base import Records


def notes_of(records: Records, seqs: Iterable[int]) -> dict[int, str]:
    """What was written about these rows of the journal; an erased text is missing."""
    note = tables.note
    here = (records._here(note), note.c.seq.in_(list(seqs)), note.c.text.is_not(None))
    rows = records._connection.execute(select(note.c.seq, note.c.text).where(*here))
    return {row.seq: row.text for row in rows}

"""What stands in an office's calendar must be what its journal tells: nobody moves a due date unseen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from shared.database.records import OfficeRecords
from shared.database.records.calendar import TAKEN_BACK, StoredChange, asked_of
from shared.domain.calendar import facts_of
from shared.domain.journal import JournalRow


def calendar_faults(records: OfficeRecords, journal: Sequence[JournalRow]) -> Iterator[str]:
    """Changes that the journal tells otherwise or not at all, and what is told of and not there (I-04)."""
    told = {row.seq: (row.reason, dict(row.facts)) for row in journal if row.move == "calendar"}
    rows = {row.seq: row for row in records.calendar_rows()}
    for seq, row in rows.items():
        if seq not in told:
            yield f"change {seq} of the calendar stands in no row of the journal"
        elif told[seq] != _as_told(row):
            yield f"change {seq} of the calendar is kept otherwise than its journal says"
        if row.takes_back is not None and rows[row.takes_back].kind == TAKEN_BACK:
            yield f"change {seq} of the calendar takes back what was no change"
    for seq in sorted(told.keys() - rows.keys()):
        yield f"journal row {seq} changes the calendar, but the change is not there"


def _as_told(row: StoredChange) -> tuple[str, dict[str, Any]]:
    if row.kind == TAKEN_BACK:
        return "take_back", {"change": row.takes_back, "from": row.first_day.isoformat()}
    return row.kind, facts_of(asked_of(row))

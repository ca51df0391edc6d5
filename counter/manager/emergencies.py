"""Documented emergencies as managers read them: from when until when, why, by whom, and in which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from shared.database import OfficeRecords
from shared.domain.journal import JournalRow
from shared.domain.office import Office
from shared.front_desk.remark_words import remarks_on
from shared.vault import Vault
from shared.web import at_office


def emergency_json(row: JournalRow, office: Office, names: Mapping[int, str]) -> dict[str, Any]:
    """One emergency without its comment: free text goes to no screen that is pushed (rule 4)."""
    by = None if row.actor is None else {"id": row.actor, "name": names.get(row.actor, "")}
    return {**row.facts, "day": row.day.isoformat(), "reason": row.reason, "by": by, "at": at_office(row.at, office)}


def told_emergencies(
    records: OfficeRecords, vault: Vault, office: Office, rows: Iterable[JournalRow]
) -> list[dict[str, Any]]:
    """The emergencies among these rows with what was written about them, oldest first."""
    declared = [row for row in rows if row.move == "emergency"]
    names, notes = records.names(), remarks_on(records, vault, (row.seq for row in declared))
    return [{**emergency_json(row, office, names), "text": notes.get(row.seq)} for row in declared]

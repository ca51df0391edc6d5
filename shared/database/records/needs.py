"""What data visitors needed, as the officers wrote it down: one row each, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, insert, select

from shared.database import tables
from shared.database.records.base import Records, has_number


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredNeed:
    """One need of data as the rows know it."""

    position: int
    leg: int
    visitor: str | None
    written_at: datetime
    officer: int | None
    answers: dict[str, Any]
    sealed: bytes | None


_NEED = tables.need
_COLUMNS = [_NEED.c[name] for name in StoredNeed.__slots__]


class NeedRecords(Records):
    """Needs belong to an entry of the guest book, whether its visit had a number or not."""

    def keep_need(self, entry: int, position: int, **columns: Any) -> None:
        """Write one need of data, instead of what stood at this position."""
        self.drop_need(entry, position)
        place = {"office": self.office, "entry": entry, "position": position}
        self._connection.execute(insert(_NEED).values(**place, **columns))

    def drop_need(self, entry: int, position: int) -> None:
        """Take a need back."""
        here = (self._here(_NEED), _NEED.c.entry == entry, has_number(_NEED.c.position, position))
        self._connection.execute(delete(_NEED).where(*here))

    def needs_of_entry(self, entry: int) -> list[StoredNeed]:
        """What the visitor of this entry needed, in the officer's order."""
        rows = select(*_COLUMNS).where(self._here(_NEED), has_number(_NEED.c.entry, entry))
        return [StoredNeed(**row._mapping) for row in self._connection.execute(rows.order_by(_NEED.c.position))]

    def needs_between(self, first: date, last: date) -> list[dict[str, Any]]:
        """The codes of the needs of the days within two dates."""
        entry = tables.entry
        both = _NEED.join(entry, (_NEED.c.office == entry.c.office) & (_NEED.c.entry == entry.c.id))
        within = (self._here(_NEED), entry.c.day.between(first, last))
        return list(self._connection.execute(select(_NEED.c.answers).select_from(both).where(*within)).scalars())

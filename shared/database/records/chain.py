"""The journal as a chain: rows with their links, for whoever hands evidence out and whoever checks it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy import func, select

from shared.database import tables
from shared.database.records.base import Records
from shared.domain.journal import FIRST_HASH, JournalRow

AT_A_TIME = 2000
_ROW = [column for column in tables.journal.c if column.name != "office"]


class ChainRecords(Records):
    """Read in order and in parts: the rows of a year of a large office are not held at once."""

    def span_of_days(self, first: date, last: date) -> tuple[int, int] | None:
        """The first and the last row about the days within two dates; None where nothing was written about them.

        What is said of a day later (a reason, a correction, an answer to its complaint) is a row about that day too;
        and so is whatever became of a request that was received then.
        """
        row, days = tables.journal, tables.journal.c.day.between(first, last)
        ends = select(func.min(row.c.seq), func.max(row.c.seq)).where(self._here(row))
        begins, last_of_days = self._connection.execute(ends.where(days)).one()
        if begins is None:
            return None
        received = select(row.c.request).where(self._here(row), days, row.c.move == "receive")
        _, last_of_requests = self._connection.execute(ends.where(row.c.request.in_(received))).one()
        return int(begins), max(int(last_of_days), int(last_of_requests or 0))

    def links(self, first: int, last: int) -> Iterator[tuple[JournalRow, str]]:
        """Every row from `first` to `last` with its link, whichever day it is about."""
        row = tables.journal
        for start in range(first, last + 1, AT_A_TIME):
            within = (self._here(row), row.c.seq.between(start, min(start + AT_A_TIME - 1, last)))
            for found in self._connection.execute(select(*_ROW).where(*within).order_by(row.c.seq)):
                columns = dict(found._mapping)
                link = columns.pop("hash")
                yield JournalRow(**columns), link

    def hash_of(self, seq: int) -> str | None:
        """The link of a row; before the first row that of the beginning, None where there is no such row."""
        if seq == 0:
            return FIRST_HASH
        row = tables.journal
        return self._connection.execute(select(row.c.hash).where(self._here(row), row.c.seq == seq)).scalar()

    def board_answers(self, first: int, last: int) -> Iterator[tuple[int, datetime | None, datetime | None]]:
        """What boards answered about the calls from row `first` to row `last`: shown when, sounded when."""
        heard = tables.heard
        within = (self._here(heard), heard.c.seq.between(first, last))
        rows = select(heard.c.seq, heard.c.shown_at, heard.c.sounded_at).where(*within).order_by(heard.c.seq)
        return ((seq, shown, sounded) for seq, shown, sounded in self._connection.execute(rows))

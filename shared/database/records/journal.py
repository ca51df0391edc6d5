"""The journal, what the boards answered about its calls, and the keys that make a verb safe to repeat."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from shared.database import tables
from shared.database.records.base import LARGEST_NUMBER, Records, has_number
from shared.domain.journal import FIRST_HASH, JournalRow, digest

_ROW = [column for column in tables.journal.c if column.name not in ("office", "hash")]


@dataclass(frozen=True, slots=True)
class Head:
    """The newest row of the journal: its number, its time and its link in the chain."""

    seq: int
    at: datetime | None
    hash: str


@dataclass(frozen=True, slots=True)
class Heard:
    """When boards answered that a call was shown, and that it sounded."""

    shown_at: datetime | None
    sounded_at: datetime | None


@dataclass(frozen=True, slots=True)
class Repeat:
    """A verb that was already done for this key: the keyed hash of what was asked, and its ticket or entry."""

    fingerprint: str
    ticket: int | None
    entry: int | None


class JournalRecords(Records):
    """Append-only; a correction is a new row."""

    def hold_office(self) -> Head:
        """Take the office's turn: on PostgreSQL the other processes wait here until this transaction ends."""
        mine = select(tables.journal_head.c.seq, tables.journal_head.c.at, tables.journal_head.c.hash).where(
            self._here(tables.journal_head)
        )
        row = self._connection.execute(mine.with_for_update()).first()
        if row is None:
            kind = postgresql_insert if self._connection.dialect.name == "postgresql" else sqlite_insert
            start = {"office": self.office, "seq": 0, "hash": FIRST_HASH}
            self._connection.execute(kind(tables.journal_head).values(start).on_conflict_do_nothing())
            row = self._connection.execute(mine.with_for_update()).one()
        return Head(*row)

    def seq(self) -> int:
        """The number of the newest row; 0 before the first."""
        newest = select(tables.journal_head.c.seq).where(self._here(tables.journal_head))
        return self._connection.execute(newest).scalar_one_or_none() or 0

    def append(self, head: Head, row: JournalRow) -> Head:
        """Write the next row and move the head."""
        link = digest(head.hash, self.office, row)
        columns = {name: getattr(row, name) for name in JournalRow.__slots__}
        # As parameters, not as `values`: half of a verb's time went into putting its statements together.
        self._connection.execute(insert(tables.journal), {**columns, "office": self.office, "hash": link})
        moved = update(tables.journal_head).where(self._here(tables.journal_head))
        self._connection.execute(moved, {"seq": row.seq, "at": row.at, "hash": link})
        return Head(row.seq, row.at, link)

    def head(self) -> Head:
        """The newest row, looked at without taking the office's turn."""
        columns = (tables.journal_head.c.seq, tables.journal_head.c.at, tables.journal_head.c.hash)
        row = self._connection.execute(select(*columns).where(self._here(tables.journal_head))).first()
        return Head(*row) if row else Head(0, None, FIRST_HASH)

    def all_rows(self) -> list[JournalRow]:
        """The whole journal, oldest first; for the checker."""
        return self._rows()

    def rows_of_ticket(self, ticket: int) -> list[JournalRow]:
        """Everything that happened to a ticket, oldest first."""
        return self._rows(tables.journal.c.ticket == ticket)

    def rows_of_days(self, first: date, last: date) -> list[JournalRow]:
        """Everything that happened on the office days from `first` to `last`, oldest first."""
        return self._rows(tables.journal.c.day.between(first, last))

    def calls_of(self, day: date) -> list[JournalRow]:
        """The calls and recalls of a day, oldest first, and what took calls back among them."""
        moves = tables.journal.c.move.in_(("call", "recall", "put_back", "undo"))
        return self._rows(tables.journal.c.day == day, moves)

    def last_row_at(self, counter: int) -> JournalRow | None:
        """The newest thing that happened at a counter; remarks about its visitors are none."""
        row = tables.journal.c
        no_remark = row.to_state.is_not(None) | row.ticket.is_(None)
        here = (self._here(tables.journal), row.counter == counter, no_remark)
        newest = select(func.max(row.seq)).where(*here)
        found = self._rows(tables.journal.c.seq == newest.scalar_subquery())
        return found[0] if found else None

    def write_note(self, seq: int, text: str) -> None:
        """Keep free text apart from the journal, so that it can be erased without touching the chain."""
        self._connection.execute(insert(tables.note).values(office=self.office, seq=seq, text=text))

    def notes(self, seqs: Iterable[int]) -> dict[int, str]:
        """What was written about these rows; an erased text is missing."""
        note = tables.note
        here = (self._here(note), note.c.seq.in_(list(seqs)), note.c.text.is_not(None))
        return {row.seq: row.text for row in self._connection.execute(select(note.c.seq, note.c.text).where(*here))}

    def emergencies(self, first: date, last: date) -> list[JournalRow]:
        """What was documented on the days within two dates, oldest first."""
        return self._rows(tables.journal.c.day.between(first, last), tables.journal.c.move == "emergency")

    def mark_heard(self, seq: int, column: str, now: datetime) -> None:
        """Remember the first board that answered `shown_at` or `sounded_at` for a call."""
        kind = postgresql_insert if self._connection.dialect.name == "postgresql" else sqlite_insert
        first = func.coalesce(tables.heard.c[column], now)
        answer = kind(tables.heard).values({"office": self.office, "seq": seq, column: now})
        self._connection.execute(answer.on_conflict_do_update(index_elements=["office", "seq"], set_={column: first}))

    def heard(self, seqs: Iterable[int]) -> dict[int, Heard]:
        """What boards answered about these calls."""
        answers = select(tables.heard.c.seq, tables.heard.c.shown_at, tables.heard.c.sounded_at)
        calls = [seq for seq in seqs if abs(seq) <= LARGEST_NUMBER]
        rows = self._connection.execute(answers.where(self._here(tables.heard), tables.heard.c.seq.in_(calls)))
        return {seq: Heard(shown, sounded) for seq, shown, sounded in rows}

    def sounded(self, day: date) -> set[int]:
        """The calls of a day that a board confirmed to have sounded."""
        heard, row = tables.heard, tables.journal
        both = heard.join(row, (heard.c.office == row.c.office) & (heard.c.seq == row.c.seq))
        where = (self._here(heard), row.c.day == day, heard.c.sounded_at.is_not(None))
        return set(self._connection.execute(select(heard.c.seq).select_from(both).where(*where)).scalars())

    def call_numbered(self, seq: int) -> JournalRow | None:
        """The call or recall of this row, which a board may answer; None where the row is none."""
        calls = tables.journal.c.move.in_(("call", "recall"))
        found = self._rows(has_number(tables.journal.c.seq, seq), calls)
        return found[0] if found else None

    def drop_notes_before(self, day: date) -> None:
        """Free text about visits is kept for a year; the rows that it explained stay, with their codes."""
        row, note = tables.journal, tables.note
        old = select(row.c.seq).where(self._here(row), row.c.day < day)
        kept = (self._here(note), note.c.text.is_not(None), note.c.seq.in_(old))
        self._connection.execute(update(note).where(*kept).values(text=None))

    def repeat(self, caller: str, route: str, key: str) -> Repeat | None:
        """What was done before for this key."""
        where = (tables.repeat.c.caller == caller, tables.repeat.c.route == route, tables.repeat.c.key == key)
        row = self._connection.execute(
            select(tables.repeat.c.fingerprint, tables.repeat.c.ticket, tables.repeat.c.entry).where(
                self._here(tables.repeat), *where
            )
        ).first()
        return Repeat(*row) if row else None

    def remember(
        self,
        caller: str,
        route: str,
        key: str,
        fingerprint: str,
        ticket: int | None,
        now: datetime,
        *,
        entry: int | None = None,
    ) -> None:
        """Remember that this key was served, in the transaction that served it."""
        row = {
            "caller": caller,
            "route": route,
            "key": key,
            "fingerprint": fingerprint,
            "ticket": ticket,
            "entry": entry,
            "at": now,
        }
        self._connection.execute(insert(tables.repeat).values(**row, office=self.office))

    def forget_repeats(self, *, before: datetime) -> None:
        """Keys are kept for the whole service day; nobody retries later than that."""
        self._connection.execute(delete(tables.repeat).where(self._here(tables.repeat), tables.repeat.c.at < before))

    def _rows(self, *where: Any) -> list[JournalRow]:
        rows = select(*_ROW).where(self._here(tables.journal), *where).order_by(tables.journal.c.seq)
        return [_journal_row(row) for row in self._connection.execute(rows)]


def _journal_row(row: Row[Any]) -> JournalRow:
    return JournalRow(**row._mapping)

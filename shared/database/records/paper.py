"""The printer's outbox: a row for each slip, written with the ticket; number first, paper later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, insert, select, update

from shared.database import tables
from shared.database.records.base import Records, has_number


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRow:
    """A slip that was, or is to be, printed."""

    id: int
    ticket: int
    url: str
    """What the addresses of tickets begin with on the host that was asked; the link itself is never stored."""
    copy: bool
    state: str
    attempts: int
    reason: str | None
    paper_low: bool
    created_at: datetime
    changed_at: datetime


_JOB = [tables.print_job.c[name] for name in PrintRow.__slots__]


class PaperRecords(Records):
    """What the printing worker needs."""

    def add_print_job(self, ticket: int, url: str, now: datetime, *, copy: bool = False) -> None:
        """Ask for a slip."""
        row = {
            "office": self.office,
            "ticket": ticket,
            "url": url,
            "copy": copy,
            "state": "waiting",
            "attempts": 0,
        }
        self._connection.execute(
            insert(tables.print_job).values(**row, paper_low=False, created_at=now, changed_at=now)
        )

    def next_print_job(self) -> PrintRow | None:
        """The slip that has waited longest."""
        rows = select(*_JOB).where(self._here(tables.print_job), tables.print_job.c.state == "waiting")
        row = self._connection.execute(rows.order_by(tables.print_job.c.id).limit(1)).first()
        return PrintRow(**row._mapping) if row else None

    def last_print_job(self) -> PrintRow | None:
        """The slip whose paper was tried last, which tells how the printer does."""
        rows = select(*_JOB).where(self._here(tables.print_job), tables.print_job.c.attempts > 0)
        row = self._connection.execute(rows.order_by(tables.print_job.c.changed_at.desc()).limit(1)).first()
        return PrintRow(**row._mapping) if row else None

    def print_jobs_waiting(self) -> int:
        """How many slips have no paper yet."""
        waiting = tables.print_job.c.state.in_(("waiting", "printing"))
        return int(
            self._connection.execute(select(func.count()).where(self._here(tables.print_job), waiting)).scalar_one()
        )

    def has_slip(self, ticket: int) -> bool:
        """Whether a slip was asked for before, so that another one is a copy."""
        this = (self._here(tables.print_job), tables.print_job.c.ticket == ticket)
        return self._connection.execute(select(tables.print_job.c.id).where(*this).limit(1)).first() is not None

    def change_print_job(self, job: int, now: datetime, **values: Any) -> None:
        """Record how a slip fared."""
        changed = update(tables.print_job).where(*self._this(job))
        self._connection.execute(changed.values(**values, changed_at=now))

    def has_print_job(self, job: int) -> bool:
        """Whether this slip was ever asked for."""
        return self._connection.execute(select(tables.print_job.c.id).where(*self._this(job))).first() is not None

    def claim_print_job(self, job: int, now: datetime) -> bool:
        """Begin an attempt, unless the slip is no longer waiting."""
        attempts = tables.print_job.c.attempts + 1
        begun = update(tables.print_job).where(*self._this(job), tables.print_job.c.state == "waiting")
        return self._connection.execute(begun.values(state="printing", attempts=attempts, changed_at=now)).rowcount == 1

    def has_interrupted(self, *, before: datetime) -> bool:
        """Whether a slip has been under way since before a moment."""
        return (
            self._connection.execute(select(tables.print_job.c.id).where(*self._interrupted(before))).first()
            is not None
        )

    def give_up_interrupted(self, now: datetime, *, before: datetime) -> None:
        """Slips under way since before a moment: nobody knows, so they are not printed again blindly."""
        given_up = update(tables.print_job).where(*self._interrupted(before))
        self._connection.execute(given_up.values(state="unsure", reason="interrupted", changed_at=now))

    def _this(self, job: int) -> tuple[ColumnElement[bool], ...]:
        return (self._here(tables.print_job), has_number(tables.print_job.c.id, job))

    def _interrupted(self, before: datetime) -> tuple[ColumnElement[bool], ...]:
        job = tables.print_job.c
        return (self._here(tables.print_job), job.state == "printing", job.changed_at < before)

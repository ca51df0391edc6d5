"""The judge of service_target, asked about the rows of one day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from shared.domain.journal import JournalRow, standing
from shared.domain.judged_day.logged import LoggedVisit, day_ends, logged
from shared.domain.judged_day.terms import Terms, closing_row
from shared.domain.service_target import READINGS, DaySoFar, Step, watch_day

REMARKS = frozenset({"breach_reason", "comment", "remind", "still_serving", "emergency"})
SILENT = (
    frozenset({"open_day", "close_day", "take_over", "need", "guest_met", "right", "forget", "complaint", "merge"})
    | REMARKS
)
"""Rows that change nothing for the promise."""


def day_until(rows: Sequence[JournalRow], sounded: Collection[int], terms: Terms, now: datetime) -> DaySoFar:
    """The day as it stands at `now`, or at its own end once it is closed; `sounded` are the calls that were heard.

    A machine that booted into the past still sees everything that its journal tells of today.
    """
    closed = closing_row(rows)
    until = _end_of_work(rows, closed, terms) if closed else max([now, *(row.at for row in rows[-1:])])
    return watch_day(
        [_step(row, sounded, until if closed else row.at) for row in standing(rows) if row.move not in SILENT],
        terms.promise,
        terms.hours,
        terms.counters,
        until,
        day_over=closed is not None,
    )


def visits_until(
    rows: Sequence[JournalRow], sounded: Collection[int], terms: Terms, now: datetime
) -> list[LoggedVisit]:
    """The day's visits as the log keeps them."""
    return logged(rows, day_until(rows, sounded, terms, now).visits, terms)


def other_readings(
    rows: Sequence[JournalRow], sounded: Collection[int], terms: Terms, now: datetime
) -> Mapping[str, DaySoFar]:
    """The same day under every reading of the promise's words, by the reading's name (domain.md 4.3)."""
    promises = {name: replace(terms.promise, how=how) for name, how in READINGS.items()}
    return {name: day_until(rows, sounded, replace(terms, promise=p), now) for name, p in promises.items()}


def count_readings(
    rows: Sequence[JournalRow], sounded: Collection[int], terms: Terms, now: datetime
) -> Mapping[str, Mapping[str, int]]:
    """How many visits of the day have which verdict, under every reading."""
    under = other_readings(rows, sounded, terms, now)
    return {name: Counter(visit.verdict for visit in so_far.visits) for name, so_far in under.items()}


def _end_of_work(rows: Sequence[JournalRow], closed: JournalRow, terms: Terms) -> datetime:
    """A day that nobody closed over a weekend is still judged as at its own end, unless people went on working: a
    machine that did not know the date may have kept it open into the next morning.
    """
    worked = [row.at for row in rows if row.moves_ticket and row.reason != "day_end" and row.seq < closed.seq]
    return max([min(closed.at, day_ends(rows, terms)), *worked[-1:]])


def _step(row: JournalRow, sounded: Collection[int], latest: datetime) -> Step:
    """A correction may be written long after the day was closed; it belongs to the day all the same."""
    by_visitor = row.move == "cancel" and row.reason == "visitor"
    return Step(
        at=min(row.at, latest),
        move="leave" if by_visitor else row.move,
        ticket=row.ticket,
        counter=row.counter,
        service=row.facts.get("service"),
        priority=bool(row.facts.get("priority", False)),
        sounded=row.seq in sounded,
        to_counter=row.facts.get("to_counter"),
        leg=row.leg,
    )

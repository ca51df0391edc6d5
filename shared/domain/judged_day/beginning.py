"""Why a clock started: the three events from the last of which the limit is counted (domain.md 4.3)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from shared.domain.journal import JournalRow, label_of, standing
from shared.domain.judged_day.judging import day_until
from shared.domain.judged_day.logged import LoggedVisit
from shared.domain.judged_day.terms import Terms
from shared.domain.service_target import CounterNow

What = Literal["registered", "opened", "resumed", "turn", "deemed", "started", "out_of_hours", "reading"]
Freed = Literal["finished", "held", "transferred", "opened"]
ONE_SECOND = timedelta(seconds=1)
FREED_BY: dict[str, Freed] = {"hold": "held", "transfer": "transferred"}
FREES = {"finish", *FREED_BY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """One of the events; `decides` marks the last of them, at which the clock started.

    A `turn` names the counter that stood free, since when, and how it came free: by the visitor `number`, or because
    it was opened. `deemed`: no counter had been opened, so one counts as free. `started`: the visitor was served
    before their turn, `out_of_hours` in a break or after closing, when no clock starts by itself. `reading`: another
    reading of the promise is in force, and it starts the clock.
    """

    what: What
    at: datetime
    decides: bool = False
    counter: int | None = None
    free_since: datetime | None = None
    freed: Freed | None = None
    number: str | None = None


def beginnings(
    rows: Sequence[JournalRow], sounded: Collection[int], terms: Terms, logged: LoggedVisit
) -> tuple[Beginning, ...]:
    """The events of a visit whose clock started; none for another."""
    began = logged.visit.clock_started_at
    if began is None:
        return ()
    found = [Beginning(what="registered", at=logged.visit.issued_at), _service_open(terms, began)]
    last = max(event.at for event in found)
    if terms.promise.how.clock_from == "previous_visitor_finished":
        found.append(_turn(standing(rows), sounded, terms, logged, began))
    elif began > last:
        found.append(Beginning(what="reading", at=began))
    decisive = found[-1] if began > last else max(found[:2], key=lambda event: event.at)
    return tuple(replace(event, decides=event is decisive) for event in found)


def _service_open(terms: Terms, began: datetime) -> Beginning:
    """Service opened, or went on after the last break before the clock started."""
    resumed = max((end for _, end in terms.hours.breaks if end <= began), default=None)
    if resumed is None:
        return Beginning(what="opened", at=terms.hours.opening)
    return Beginning(what="resumed", at=resumed)


def _turn(
    rows: Sequence[JournalRow], sounded: Collection[int], terms: Terms, logged: LoggedVisit, began: datetime
) -> Beginning:
    """The turn came at `began`; the counter is the one that had just come free, or else the visitor's own."""
    visit = logged.visit
    if _out_of_hours(terms, began):
        return Beginning(what="out_of_hours", at=began, counter=visit.counter)
    before = [row for row in rows if row.at < began + ONE_SECOND]
    counters = day_until(before, sounded, terms, began).counters
    free = [c for c in counters if c.free_since is not None and _may_serve(c, rows, terms, logged)]
    if free:
        chosen = max(free, key=lambda c: (c.free_since == began, c.number == visit.counter, c.free_since))
        since = chosen.free_since or began
        freed, number = _freed(before, chosen.number, since)
        return Beginning(what="turn", at=began, counter=chosen.number, free_since=since, freed=freed, number=number)
    if visit.started_at == began:
        return _started_at_once(before, logged, began)
    return Beginning(what="deemed", at=began)


def _started_at_once(rows: Sequence[JournalRow], logged: LoggedVisit, began: datetime) -> Beginning:
    """Started in the very second in which the clock began: at a counter that had just come free, or before the turn."""
    visit = logged.visit
    others = [row for row in rows if row.ticket != visit.ticket and row.counter == visit.counter]
    came_free = visit.counter is not None and any(row.at >= began and row.move in FREES for row in others)
    if not came_free or visit.counter is None:
        return Beginning(what="started", at=began, counter=visit.counter)
    freed, number = _freed([*others, *(row for row in rows if row.move == "take")], visit.counter, began)
    return Beginning(what="turn", at=began, counter=visit.counter, free_since=began, freed=freed, number=number)


def _out_of_hours(terms: Terms, moment: datetime) -> bool:
    closed = terms.hours.closing is not None and moment >= terms.hours.closing
    return closed or any(start <= moment < end for start, end in terms.hours.breaks)


def _may_serve(counter: CounterNow, rows: Iterable[JournalRow], terms: Terms, logged: LoggedVisit) -> bool:
    sent = [r for r in rows if r.move == "transfer" and r.ticket == logged.visit.ticket and r.leg == logged.visit.leg]
    only_at = sent[-1].facts.get("to_counter") if sent else None
    roster = next((r for r in terms.counters if r.number == counter.number), None)
    return only_at in (None, counter.number) and (roster is None or roster.may_serve(logged.visit.service))


def _freed(rows: Iterable[JournalRow], counter: int, since: datetime) -> tuple[Freed, str | None]:
    """How the counter came free at `since`, and whom it had served until then."""
    taken = {row.ticket: row for row in rows if row.move == "take"}
    here = [row for row in rows if row.counter == counter and row.at < since + ONE_SECOND]
    served = next((row for row in reversed(here) if row.move == "start"), None)
    if served is None or served.ticket not in taken:
        return "opened", None
    how = next((row.move for row in reversed(here) if row.ticket == served.ticket), "finish")
    return FREED_BY.get(how, "finished"), label_of(taken[served.ticket])

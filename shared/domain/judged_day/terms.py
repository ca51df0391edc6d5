"""By what a day is judged: its hours, its promise, its counters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from shared.domain.journal import JournalRow
from shared.domain.office import Office
from shared.domain.opening_hours import ClosedDay
from shared.domain.service_target import CounterRoster, Promise, Reading, ServiceHours, joined

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one day. The row that opens the day keeps them, so that a later profile changes no verdict."""

    hours: ServiceHours
    promise: Promise
    counters: tuple[CounterRoster, ...]

    def written(self) -> dict[str, Any]:
        """The terms as the journal writes them; moments carry the office's offset."""
        promise, how = self.promise, self.promise.how
        return {
            "opening": self.hours.opening.isoformat(),
            "closing": self.hours.closing.isoformat() if self.hours.closing else None,
            "breaks": [[start.isoformat(), end.isoformat()] for start, end in self.hours.breaks],
            "limit_seconds": promise.limit,
            "services": None if promise.services is None else sorted(promise.services),
            "start": how.clock_from,
            "end": how.clock_until,
            "counters": {str(c.number): sorted(c.services or ()) for c in self.counters},
        }


def terms_of(office: Office, day: date, rows: Sequence[JournalRow]) -> Terms:
    """The terms that the day was closed with; while it is open, those it was opened with (rule 8) and what was
    declared today. A day that an early version opened is judged by the profile.
    """
    if terms := terms_told(rows):
        return terms
    terms = opening_terms(office, day, rehearsal=is_rehearsed(rows))
    return _suspended(terms, rows)


def terms_told(rows: Sequence[JournalRow]) -> Terms | None:
    """The terms of a day as its own rows tell them; None for a day that an early version opened and did not close."""
    if terms := terms_of_closing(rows):
        return terms
    opened = next((row for row in reversed(rows) if row.move == "open_day" and "terms" in row.facts), None)
    return _suspended(_read(opened.facts["terms"]), rows) if opened else None


def _suspended(terms: Terms, rows: Iterable[JournalRow]) -> Terms:
    """The terms with what was declared today."""
    breaks = tuple(joined([*terms.hours.breaks, *emergencies(rows)]))
    return replace(terms, hours=replace(terms.hours, breaks=breaks))


def opening_terms(office: Office, day: date, *, rehearsal: bool) -> Terms:
    """What the profile says of a day before anything happened on it."""
    rosters = tuple(CounterRoster(counter.number, frozenset(counter.services)) for counter in office.counters)
    return Terms(_hours(office, day, rehearsal=rehearsal), _promise(office, day), rosters)


def is_rehearsed(rows: Iterable[JournalRow]) -> bool:
    """Whether the day of these rows was a rehearsal, whose visitors nobody promised anything."""
    return any(row.move == "open_day" and bool(row.facts.get("rehearsal")) for row in rows)


def terms_of_closing(rows: Sequence[JournalRow]) -> Terms | None:
    """The terms that the closing row of these rows keeps; None while the day is open, or closed by an early version."""
    closing = closing_row(rows)
    return _read(closing.facts["terms"]) if closing and "terms" in closing.facts else None


def _read(written: Mapping[str, Any]) -> Terms:
    """The terms as the journal keeps them."""
    closing, services = written["closing"], written["services"]
    hours = ServiceHours(
        datetime.fromisoformat(written["opening"]),
        datetime.fromisoformat(closing) if closing else None,
        tuple((datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end in written["breaks"]),
    )
    how = Reading("in_force", written["start"], written["end"])
    promise = Promise(written["limit_seconds"], None if services is None else frozenset(services), how)
    rosters = (CounterRoster(int(number), frozenset(served)) for number, served in written["counters"].items())
    return Terms(hours, promise, tuple(rosters))


def closing_row(rows: Sequence[JournalRow]) -> JournalRow | None:
    """The row that closed the day; None while it is open, also when it was opened again."""
    last = next((row for row in reversed(rows) if row.move in ("open_day", "close_day")), None)
    return last if last and last.move == "close_day" else None


def emergencies(rows: Iterable[JournalRow]) -> list[Span]:
    """The documented emergencies of the day, from and to; they suspend every clock (domain.md 4.3)."""
    declared = (row.facts for row in rows if row.move == "emergency")
    return [(datetime.fromisoformat(facts["from"]), datetime.fromisoformat(facts["until"])) for facts in declared]


def _hours(office: Office, day: date, *, rehearsal: bool) -> ServiceHours:
    """The published hours; a rehearsal and a closed day have none but midnight."""
    hours, zone = office.hours.on(day), office.time_zone
    if isinstance(hours, ClosedDay) or rehearsal:
        return ServiceHours(datetime.combine(day, time(), zone))
    pauses = [(datetime.combine(day, p.start, zone), datetime.combine(day, p.end, zone)) for p in hours.breaks]
    opening, closing = datetime.combine(day, hours.opens, zone), datetime.combine(day, hours.closes, zone)
    return ServiceHours(opening, closing, tuple(pauses))


def _promise(office: Office, day: date) -> Promise:
    walk_in = office.standard.walk_in_on(day)
    if walk_in is None:
        return Promise(services=frozenset())
    how = Reading("in_force", walk_in.start, walk_in.end)
    return Promise(walk_in.limit_seconds, frozenset(walk_in.services) or None, how)

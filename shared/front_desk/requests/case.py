"""A request with its events, its promise and its clock, read from the rows of one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.database import OfficeRecords
from shared.database.records.requests import StoredRequest
from shared.domain.journal import JournalRow
from shared.domain.office import Office
from shared.domain.refusal import Refusal
from shared.domain.request import Event, Request, RequestClock, Terms, clock_of, number_of, retold
from shared.domain.request.silence import SilenceClock, silence_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One request as the desk knows it; never what was said in it."""

    stored: StoredRequest
    events: Sequence[Event]
    terms: Terms
    told: Request
    clock: RequestClock
    silence: SilenceClock | None

    @property
    def label(self) -> str:
        """The number as people read it."""
        return number_of(self.stored.channel, self.stored.year, self.stored.number)


def case_of(records: OfficeRecords, office: Office, request: int, now: datetime) -> Case:
    """The request with this id, or `unknown_request`."""
    stored = records.request(request)
    if stored is None:
        raise Refusal("unknown_request")
    return cases(records, office, [stored], now)[0]


def cases(records: OfficeRecords, office: Office, found: Iterable[StoredRequest], now: datetime) -> list[Case]:
    """Several of them, in the order given."""
    requests = list(found)
    rows = records.rows_of_requests(stored.id for stored in requests)
    return [_case(stored, rows[stored.id], office, now) for stored in requests]


def event_of(row: JournalRow) -> Event:
    """What a row of the journal tells of a request."""
    return Event(at=row.at, move=row.move, by=row.actor, reason=row.reason, facts=row.facts)


def _case(stored: StoredRequest, rows: Sequence[JournalRow], office: Office, now: datetime) -> Case:
    events = [event_of(row) for row in rows]
    terms = Terms.read(events[0].facts["terms"])
    told = retold(events, stored.channel)
    hours = office.hours.as_known(events[0].at)  # a day closed later moves no promise that was given before (rule 8)
    return Case(
        stored=stored,
        events=events,
        terms=terms,
        told=told,
        clock=clock_of(events, terms, hours, office.time_zone, now),
        silence=silence_of(told, terms, office.hours, office.time_zone),
    )

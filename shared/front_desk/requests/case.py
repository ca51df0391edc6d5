"""A request with its events, its promise and its clock, read from the rows of one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from shared.database import OfficeRecords
from shared.database.records.requests import StoredRequest
from shared.domain.journal import JournalRow
from shared.domain.office import Office
from shared.domain.refusal import Refusal
from shared.domain.request import (
    Event,
    Request,
    RequestClock,
    Terms,
    Urgency,
    clock_of,
    is_owed,
    number_of,
    retold,
    urgency_of,
)
from shared.domain.request.events import event_of
from shared.domain.request.silence import SilenceClock, silence_of
from shared.domain.request.states import AWAITING
from shared.domain.working_days import LeftOut, days_left_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One request as the desk knows it; never what was said in it."""

    stored: StoredRequest
    events: Sequence[Event]
    terms: Terms
    told: Request
    clock: RequestClock
    silence: SilenceClock | None
    urgency: Urgency

    @property
    def turn(self) -> Literal["office", "user", "nobody"]:
        """Who is expected to write next."""
        if self.told.ended:
            return "nobody"
        return "user" if self.told.state in AWAITING else "office"

    @property
    def label(self) -> str:
        """The number as people read it."""
        return number_of(self.stored.channel, self.stored.year, self.stored.number)


def inbox_of(records: OfficeRecords, office: Office, now: datetime) -> list[Case]:
    """Every request that is not closed: what is owed by its due moment, then what the office may do without one, then
    what waits for the user.
    """
    return sorted(cases(records, office, records.open_requests(), now), key=_by_due)


def _by_due(case: Case) -> tuple[bool, bool, datetime]:
    due_at = case.clock.due_at if is_owed(case.clock, case.terms) else None
    return case.turn == "user", due_at is None, due_at or case.stored.received_at


def left_out_of(case: Case, office: Office) -> tuple[LeftOut, ...]:
    """The days that did not count between the start of a request's clock and the day on which it is due."""
    clock, zone = case.clock, office.time_zone
    if clock.started_at is None or clock.due_at is None:
        return ()
    first, last = (moment.astimezone(zone).date() for moment in (clock.started_at, clock.due_at))
    return days_left_out(first, last, office.hours.as_known(case.events[0].at))


def case_of(records: OfficeRecords, office: Office, request: int, now: datetime) -> Case:
    """The request with this id, or `unknown_request`."""
    stored = records.request(request)
    if stored is None:
        raise Refusal("unknown_request")
    return cases(records, office, [stored], now)[0]


def cases(records: OfficeRecords, office: Office, found: Iterable[StoredRequest], now: datetime) -> list[Case]:
    """Several of them, in the order given."""
    requests = list(found)
    if not requests:
        return []  # every console asks with every change
    rows = records.rows_of_requests(stored.id for stored in requests)
    return [_case(stored, rows[stored.id], office, now) for stored in requests]


def _case(stored: StoredRequest, rows: Sequence[JournalRow], office: Office, now: datetime) -> Case:
    events = [event_of(row) for row in rows]
    terms = Terms.read(events[0].facts["terms"])
    told = retold(events, stored.channel)
    hours = office.hours.as_known(events[0].at)  # a day closed later moves no promise that was given before (rule 8)
    clock = clock_of(events, terms, hours, office.time_zone, now)
    return Case(
        stored=stored,
        events=events,
        terms=terms,
        told=told,
        clock=clock,
        silence=silence_of(told, terms, office.hours, office.time_zone),
        urgency=urgency_of(clock, terms, hours, office.time_zone, now),
    )

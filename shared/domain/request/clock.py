"""The clock of a request, computed from its events and never stored (domain.md 4.4, 4.5).

Due is the end of service on working day N after the start. A written question stops the clock, once: the service time
that was left when it was asked is left when the user replies, and the day in which it then runs out is whole. In the
citizen's favour a second question stops nothing (domain.md 4.2, ambiguity 16).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from typing import Literal

from shared.domain.opening_hours import OpeningHours
from shared.domain.request.events import Event, Terms
from shared.domain.service_time import after_service_time, end_of_service, service_time
from shared.domain.working_days import due

Verdict = Literal["running", "stands", "not_started", "kept", "missed", "not_judged"]
FIRST_ANSWERS = ("answer", "answer_part")
REPLIES = ("hear", "keep_meeting", "complete", "answer_part")
"""What ends the standing of a question. A request found complete lacks nothing, however the office heard of it; and an
office that promises the rest of its answer waits for nobody but itself.
"""
LETS_ASK = 1
"""What is missing is asked for within so many working days of receipt, once, in writing; later is too late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestClock:
    """How a request stands against its promise. Moments are aware.

    `verdict` is `stands` while the question waits for the user, `not_started` until the request is clear and complete
    or its form is filled in, and `not_judged` for a reason: `no_promise`, `withdrawn`, `silence`, `outside_hours`.
    """

    verdict: Verdict
    reason: str | None = None
    started_at: datetime | None = None
    due_at: datetime | None = None
    left: timedelta | None = None
    """Service time until due, or that will be left when the user replies; below nothing it is how long it is over."""
    first_answer_at: datetime | None = None
    information_at: datetime | None = None
    unsure_years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Question:
    """The written question that stops the clock, from asking to the user's reply (None: still open)."""

    asked_at: datetime
    reply_at: datetime | None


def leg_clock(events: Sequence[Event], terms: Terms, hours: OpeningHours, zone: tzinfo, now: datetime) -> RequestClock:
    """The clock at `now` (aware) of the events from a receipt on, or from the moment of being taken up again, by when
    the user could know of them.
    """
    blank = RequestClock(
        verdict="not_judged",
        first_answer_at=_first(events, *FIRST_ANSWERS),
        information_at=_first(events, "answer"),
    )
    if not terms.promised:
        return replace(blank, reason="no_promise")
    reading = _Reading(events, terms, hours, zone)
    if terms.at_once:
        return reading.at_once(blank, now)
    ended = blank.first_answer_at if terms.end == "first_answer" else blank.information_at
    clock = reading.running(blank, ended or now)
    if ended is not None:
        in_time = clock.due_at is None or ended <= clock.due_at
        return replace(clock, verdict="kept" if in_time else "missed")
    return _unless_over(events, clock, now)


@dataclass(frozen=True, slots=True)
class _Reading:
    """The events of one request, read by its terms and the calendar of its office."""

    events: Sequence[Event]
    terms: Terms
    hours: OpeningHours
    zone: tzinfo

    def running(self, blank: RequestClock, until: datetime) -> RequestClock:
        """The clock up to `until`, whoever ended it then."""
        question = _question(self.events)
        started = self._start(question)
        if started is None or started > until:
            return replace(blank, verdict="not_started")
        promised = due(self._date(started), self.terms.working_days or 1, self.hours)
        due_at = end_of_service(promised.day, self.hours, self.zone)
        clock = replace(blank, verdict="running", started_at=started, unsure_years=promised.unsure_years)
        if question is not None and started <= question.asked_at <= until and question.asked_at < due_at:
            left = service_time(question.asked_at, due_at, self.hours, self.zone)
            if question.reply_at is None or question.reply_at > until:
                return replace(clock, verdict="stands", left=left)
            runs_out = after_service_time(question.reply_at, left, self.hours, self.zone)
            due_at = end_of_service(
                self._date(runs_out), self.hours, self.zone
            )  # the day in which it runs out is whole
        return replace(clock, due_at=due_at, left=self._left(until, due_at))

    def at_once(self, blank: RequestClock, now: datetime) -> RequestClock:
        """A telephone call is served as it comes; one missed within service hours is called back the same day."""
        called = next((event.facts["called_at"] for event in self.events if event.move == "miss_call"), None)
        if called is None:
            return replace(blank, verdict="kept", started_at=self.events[0].at)
        missed = datetime.fromisoformat(called)
        clock = replace(blank, started_at=missed)
        if not service_time(missed, missed + timedelta(seconds=1), self.hours, self.zone):
            return replace(clock, reason="outside_hours")
        ends = end_of_service(self._date(missed), self.hours, self.zone)
        back = _first(self.events, "call_back")
        in_time = back is not None and self._date(back) == self._date(missed)
        too_late = back is not None or self._date(now) > self._date(missed)
        verdict: Verdict = "kept" if in_time else "missed" if too_late else "running"
        return replace(clock, verdict=verdict, due_at=ends, left=self._left(back or now, ends))

    def _start(self, question: _Question | None) -> datetime | None:
        """When the promise begins to run; None until it does (domain.md 4.4)."""
        received = self.events[0].at
        if self.terms.start == "form_filled":
            sent = any(event.move == "send_form" and event.facts.get("by_itself") for event in self.events)
            return _first(self.events, "fill_form") if sent else received
        if self.terms.start == "clear_and_complete" and question is not None:
            asks_until = end_of_service(due(self._date(received), LETS_ASK, self.hours).day, self.hours, self.zone)
            if question.asked_at <= asks_until:
                return question.reply_at
        return received

    def _left(self, at: datetime, due_at: datetime) -> timedelta:
        if at <= due_at:
            return service_time(at, due_at, self.hours, self.zone)
        return -service_time(due_at, at, self.hours, self.zone)

    def _date(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()


def _unless_over(events: Sequence[Event], clock: RequestClock, now: datetime) -> RequestClock:
    """What the clock says of a request that nobody answered: late stays late; withdrawn or silent is not judged."""
    doors = [event for event in events if event.move in ("close", "fall_silent", "reopen")]
    end = doors[-1] if doors and doors[-1].move != "reopen" else None
    until = now if end is None or end.reason == "answered" else end.at
    if clock.due_at is not None and until > clock.due_at:
        return replace(clock, verdict="missed")
    if end is None or end.reason == "answered":  # an answer that has not gone out yet is still owed
        return clock
    return replace(clock, verdict="not_judged", reason="silence" if end.move == "fall_silent" else end.reason)


def _question(events: Sequence[Event]) -> _Question | None:
    asked = _first(events, "ask")
    if asked is None:
        return None
    replies = (event.at for event in events if event.move in REPLIES and event.at >= asked)
    return _Question(asked, next(replies, None))


def _first(events: Sequence[Event], *moves: str) -> datetime | None:
    return next((event.at for event in events if event.move in moves), None)

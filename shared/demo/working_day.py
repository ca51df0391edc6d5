"""A day at the counters: visitors come as planned, and the officers call whoever the desk says is next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial

from shared.demo.stage import Stage
from shared.demo.visitor import Visitor
from shared.domain.ticket import State, Ticket

NOTICES_AFTER = timedelta(seconds=25)
"""How long an officer without work needs to see that somebody came."""
CALLS_AGAIN_AFTER = timedelta(seconds=80)
CALLS_BEFORE_MISS = 3
MISSED_AFTER = timedelta(seconds=40)
"""From the last call to the moment the officer gives up; with the calls before, more than three minutes."""


class WorkingDay:
    """Plans the day on a stage. `pauses` are the published breaks, in which nobody is called."""

    def __init__(self, stage: Stage, pauses: Sequence[tuple[datetime, datetime]] = ()) -> None:
        self._stage = stage
        self._pauses = pauses
        self._visitors: dict[int, Visitor] = {}
        self._idle: set[int] = set()
        self._returned: list[Ticket] = []

    def expect(self, visitors: Iterable[Visitor]) -> None:
        """Let these visitors come."""
        for visitor in visitors:
            self._stage.plan(visitor.comes_at, partial(self._comes, visitor))

    def open_counter(self, counter: int, seated_at: datetime, calls_from: datetime) -> None:
        """The officer sits down, and a little later begins to call."""
        desk = self._stage.counters[counter]
        self._stage.plan(seated_at, partial(desk.take_counter, counter))
        self._stage.plan(calls_from, partial(self._looks_for_next, counter))

    def close_counters(self, at: datetime) -> None:
        """After the last visitor the officers stand up, at `at` or later, and the day is closed in the night."""
        at = max(at, self._stage.now + timedelta(minutes=2))
        for counter, desk in self._stage.counters.items():
            self._stage.plan(at, partial(desk.leave_counter, counter))

    def _later(self, after: timedelta, deed: Callable[..., object], *arguments: object) -> None:
        self._stage.plan(self._stage.now + after, partial(deed, *arguments))

    def _comes(self, visitor: Visitor) -> None:
        ticket = self._stage.take(visitor.service, visitor.language, priority=visitor.priority)
        self._visitors[ticket.id] = visitor
        if visitor.leaves_after is not None:
            self._later(visitor.leaves_after, self._leaves, ticket)
        self._wake()

    def _wake(self) -> None:
        if self._idle:
            counter = min(self._idle)
            self._idle.remove(counter)
            self._later(NOTICES_AFTER, self._looks_for_next, counter)

    def _leaves(self, ticket: Ticket) -> None:
        now_is = self._stage.house.reading(lambda records: records.ticket(ticket.id))
        if now_is.state is State.WAITING:
            self._stage.house.leave(ticket.id)

    def _looks_for_next(self, counter: int) -> None:
        pause = next((end for start, end in self._pauses if start <= self._stage.now < end), None)
        if pause is not None:
            self._stage.plan(pause, partial(self._looks_for_next, counter))
            return
        if self._returned:
            ticket: Ticket | None = self._stage.counters[counter].call(counter, self._returned.pop(0).label)
            self._stage.sounds()
        else:
            ticket = self._stage.call_next(counter)
        if ticket is None:
            self._idle.add(counter)
        else:
            self._is_called(counter, ticket, 1)

    def _is_called(self, counter: int, ticket: Ticket, nth: int) -> None:
        visitor = self._visitors[ticket.id]
        known = ticket.leg > 1 or ticket.started_at is not None  # whoever was here before is at hand
        if known or visitor.follows_call == nth:
            self._later(visitor.walk, self._sits_down, counter, ticket)
        elif nth < CALLS_BEFORE_MISS:
            self._later(CALLS_AGAIN_AFTER, self._is_called_again, counter, ticket, nth + 1)
        else:
            self._later(MISSED_AFTER, self._is_missed, counter, ticket)

    def _is_called_again(self, counter: int, ticket: Ticket, nth: int) -> None:
        self._stage.recall(counter)
        self._is_called(counter, ticket, nth)

    def _is_missed(self, counter: int, ticket: Ticket) -> None:
        self._stage.counters[counter].miss(counter)
        visitor = self._visitors[ticket.id]
        if visitor.returns_after is not None:
            self._later(visitor.returns_after, self._stands_here_again, counter, ticket)
        self._later(NOTICES_AFTER, self._looks_for_next, counter)

    def _stands_here_again(self, counter: int, ticket: Ticket) -> None:
        self._stage.counters[counter].reinstate(ticket.id)
        self._wake()

    def _sits_down(self, counter: int, ticket: Ticket) -> None:
        visitor = self._visitors[ticket.id]
        self._stage.counters[counter].start(counter)
        first_time = ticket.leg == 1 and ticket.started_at is None
        if first_time and visitor.fetches_for is not None:
            self._later(visitor.serving / 2, self._is_set_aside, counter, ticket)
        elif first_time and visitor.goes_on_to is not None:
            self._later(visitor.serving, self._is_sent_on, counter, visitor)
        else:
            self._later(visitor.serving if first_time else visitor.serving / 2, self._is_done, counter, visitor)

    def _is_set_aside(self, counter: int, ticket: Ticket) -> None:
        visitor = self._visitors[ticket.id]
        held = self._stage.counters[counter].hold(counter)
        self._later(visitor.fetches_for or timedelta(), self._is_back, held)
        self._later(visitor.desk_busy_after, self._looks_for_next, counter)

    def _is_back(self, ticket: Ticket) -> None:
        self._returned.append(ticket)
        self._wake()

    def _is_sent_on(self, counter: int, visitor: Visitor) -> None:
        self._stage.counters[counter].transfer(counter, service=visitor.goes_on_to)
        self._wake()
        self._later(visitor.desk_busy_after, self._looks_for_next, counter)

    def _is_done(self, counter: int, visitor: Visitor) -> None:
        self._stage.counters[counter].finish(counter)
        self._later(visitor.desk_busy_after, self._looks_for_next, counter)

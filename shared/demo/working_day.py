"""A day at the counters: visitors come as planned, and the officers call whoever the desk says is next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial

from shared.demo.floor import Floor, Holder
from shared.demo.visitor import STRANGER, Visitor

NOTICES_AFTER = timedelta(seconds=25)
"""How long an officer without work needs to see that somebody came."""
CALLS_AGAIN_AFTER = timedelta(seconds=80)
CALLS_BEFORE_MISS = 3
MISSED_AFTER = timedelta(seconds=40)
"""From the last call to the moment the officer gives up; with the calls before, more than three minutes."""

Span = tuple[datetime, datetime]


class WorkingDay:
    """Plans the day on a floor. In the `pauses`, published or not, nobody is called."""

    def __init__(self, floor: Floor, pauses: Sequence[Span] = ()) -> None:
        self._floor = floor
        self._pauses = pauses
        self._visitors: dict[int, Visitor] = {}
        self._breaks: dict[int, Sequence[Span]] = {}
        self._idle: set[int] = set()
        self._at_hand: set[int] = set()
        """Who sat at a counter or came back to it: they hear their next call."""
        self._served_before: set[int] = set()
        self._returned: list[Holder] = []

    def expect(self, visitors: Iterable[Visitor]) -> None:
        """Let these visitors come."""
        for visitor in visitors:
            self._floor.plan(visitor.comes_at, partial(self._comes, visitor))

    def open_counter(
        self, counter: int, seated_at: datetime, calls_from: datetime, breaks: Sequence[Span] = ()
    ) -> None:
        """The officer sits down, and a little later begins to call; in their own `breaks` they do not."""
        self._breaks[counter] = breaks
        self._floor.plan(seated_at, partial(self._floor.sit_down, counter))
        self._floor.plan(calls_from, partial(self._looks_for_next, counter))

    def officers_go_home(self, at: datetime) -> None:
        """After the last visitor the officers stand up, at `at` or later. The day stays open: the night closes it."""
        at = max(at, self._floor.now + timedelta(minutes=2))
        for counter in self._breaks:
            self._floor.plan(at, partial(self._floor.stand_up, counter))

    def visitor_of(self, ticket: int) -> Visitor:
        """Who holds a ticket; somebody who was not expected comes at once and needs what is usual."""
        return self._visitors.get(ticket, STRANGER)

    def wake(self) -> None:
        """Somebody waits: an officer without work notices it."""
        if self._idle:
            counter = min(self._idle)
            self._idle.remove(counter)
            self._later(NOTICES_AFTER, self._looks_for_next, counter)

    def _later(self, after: timedelta, deed: Callable[..., object], *arguments: object) -> None:
        self._floor.plan(self._floor.now + after, partial(deed, *arguments))

    def _comes(self, visitor: Visitor) -> None:
        ticket = self._floor.take(visitor.service, visitor.language, priority=visitor.priority)
        self._visitors[ticket.id] = visitor
        if visitor.leaves_after is not None:
            self._later(visitor.leaves_after, self._floor.leave, ticket.id)
        self.wake()

    def _looks_for_next(self, counter: int) -> None:
        silent = (*self._pauses, *self._breaks[counter])
        pause = next((end for start, end in silent if start <= self._floor.now < end), None)
        if pause is not None:
            self._floor.plan(pause, partial(self._looks_for_next, counter))
            return
        ticket = self._calls(counter)
        if ticket is None:
            self._idle.add(counter)
        else:
            self._is_called(counter, ticket, 1)

    def _calls(self, counter: int) -> Holder | None:
        if not self._returned:
            return self._floor.call_next(counter)
        ticket = self._returned.pop(0)
        self._floor.call(counter, ticket.label)
        return ticket

    def _is_called(self, counter: int, ticket: Holder, nth: int) -> None:
        visitor = self.visitor_of(ticket.id)
        if ticket.id in self._at_hand or visitor.follows_call == nth:
            self._later(visitor.walk, self._sits_down, counter, ticket)
        elif nth < CALLS_BEFORE_MISS:
            self._later(CALLS_AGAIN_AFTER, self._is_called_again, counter, ticket, nth + 1)
        else:
            self._later(MISSED_AFTER, self._is_missed, counter, ticket)

    def _is_called_again(self, counter: int, ticket: Holder, nth: int) -> None:
        self._floor.recall(counter)
        self._is_called(counter, ticket, nth)

    def _is_missed(self, counter: int, ticket: Holder) -> None:
        self._floor.miss(counter)
        visitor = self.visitor_of(ticket.id)
        if visitor.returns_after is not None:
            self._later(visitor.returns_after, self._stands_here_again, counter, ticket)
        self._later(NOTICES_AFTER, self._looks_for_next, counter)

    def _stands_here_again(self, counter: int, ticket: Holder) -> None:
        self._at_hand.add(ticket.id)
        self._floor.reinstate(counter, ticket.id)
        self.wake()

    def _sits_down(self, counter: int, ticket: Holder) -> None:
        visitor = self.visitor_of(ticket.id)
        self._floor.start(counter)
        first_time = ticket.id not in self._served_before
        self._served_before.add(ticket.id)
        self._at_hand.add(ticket.id)
        if first_time and visitor.fetches_for is not None:
            self._later(visitor.serving / 2, self._is_set_aside, counter, ticket)
        elif first_time and visitor.goes_on_to is not None:
            self._later(visitor.serving, self._is_sent_on, counter, visitor, visitor.goes_on_to)
        elif not visitor.finish_is_forgotten:
            self._later(visitor.serving if first_time else visitor.serving / 2, self._is_done, counter, visitor)

    def _is_set_aside(self, counter: int, ticket: Holder) -> None:
        visitor = self.visitor_of(ticket.id)
        self._floor.hold(counter)
        self._later(visitor.fetches_for or timedelta(), self._is_back, ticket)
        self._later(visitor.desk_busy_after, self._looks_for_next, counter)

    def _is_back(self, ticket: Holder) -> None:
        self._returned.append(ticket)
        self.wake()

    def _is_sent_on(self, counter: int, visitor: Visitor, service: str) -> None:
        self._floor.transfer(counter, service)
        self.wake()
        self._later(visitor.desk_busy_after, self._looks_for_next, counter)

    def _is_done(self, counter: int, visitor: Visitor) -> None:
        self._floor.finish(counter)
        self._later(visitor.desk_busy_after, self._looks_for_next, counter)

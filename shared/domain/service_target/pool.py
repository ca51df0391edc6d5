"""The counters of the day: which are in the pool, which are free, and whom they attend to (rules 3 to 5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from shared.domain.service_target.day import CounterRoster, TicketId
from shared.domain.service_target.leg import Leg
from shared.domain.service_target.line import DEEMED
from shared.domain.service_target.timetable import moment_of, second_of


@dataclass(frozen=True, slots=True)
class CounterNow:
    """A counter as it stands at this moment; `free_since` only while it is in the pool and free."""

    number: int
    in_pool: bool
    serving: TicketId | None
    free_since: datetime | None


class CounterPool:
    """The counters that the office holds ready; nothing but the published schedule takes one out."""

    def __init__(self, counters: Iterable[CounterRoster]) -> None:
        self.free: dict[int, int] = {DEEMED: 0}
        self.changed = True
        self._inside: set[int] = set()
        self._serving: dict[int, Leg] = {}
        self._attended: dict[int, Leg] = {}
        self._opens: dict[int, list[int]] = {}
        self._closes: dict[int, int | None] = {}
        for counter in counters:
            self._closes[counter.number] = None if counter.open_to is None else second_of(counter.open_to)
            if counter.open_from is not None:
                self._opens.setdefault(second_of(counter.open_from), []).append(counter.number)

    def turning_points(self) -> list[int]:
        """The seconds at which the roster brings a counter in or takes one out."""
        return [*self._opens, *(at for at in self._closes.values() if at is not None)]

    def follow_roster(self, at: int) -> None:
        """Bring in and take out the counters whose rostered hours begin or end at this second."""
        for counter, closes in self._closes.items():
            if closes == at:
                self._inside.discard(counter)
                self.changed |= self.free.pop(counter, None) is not None
        for counter in self._opens.get(at, ()):
            self.enter(counter, at)

    def enter(self, counter: int, at: int) -> None:
        """Bring a counter in, unless its rostered hours are over; no counter is deemed any more."""
        closes = self._closes[counter]
        if counter in self._inside or (closes is not None and at >= closes):
            return
        self._inside.add(counter)
        self.free.pop(DEEMED, None)
        if counter not in self._serving:
            self.free[counter] = at
        self.changed = True

    def call(self, counter: int, leg: Leg, at: int) -> None:
        """A call or recall at this counter: whoever was served here has been served until now."""
        self.enter(counter, at)
        self._turn_to(counter, leg)
        if served := self._serving.get(counter):
            served.finish(at)
            self.release(served, at)

    def occupy(self, counter: int, leg: Leg, at: int) -> None:
        """This counter starts to serve; it is not free until that visitor has been served."""
        self.call(counter, leg, at)
        self.release(leg, at)
        leg.desk = counter
        self._serving[counter] = leg
        self.changed |= self.free.pop(counter, None) is not None

    def release(self, leg: Leg, at: int) -> None:
        """The counter that serves this visitor, if any still does, is free."""
        counter, leg.desk = leg.desk, None
        if counter is None:
            return
        del self._serving[counter]
        if counter in self._inside:
            self.free[counter] = at
            self.changed = True

    def now(self) -> list[CounterNow]:
        """Every counter as it stands after the moves so far."""
        return [self._now(counter) for counter in self._closes]

    def _now(self, counter: int) -> CounterNow:
        served, since = self._serving.get(counter), self.free.get(counter)
        return CounterNow(
            counter,
            counter in self._inside,
            served.ticket if served else None,
            None if since is None else moment_of(since),
        )

    def _turn_to(self, counter: int, leg: Leg) -> None:
        """Whoever this counter called first, and has not started, no longer has its undivided attention."""
        before = self._attended.get(counter)
        if before is not None and before is not leg and before.first_caller == counter and before.waits:
            before.undivided = False
        self._attended[counter] = leg

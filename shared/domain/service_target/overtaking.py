"""Who was passed by a priority visitor while their clock ran (domain.md 4.3, overtaking)."""

from bisect import bisect_left
from collections.abc import Iterable

from shared.domain.service_target.clock import Clock
from shared.domain.service_target.day import CounterRoster, TicketId
from shared.domain.service_target.leg import Leg


class Overtakings:
    """The starts of priority visitors, looked up by the stretch in which somebody's clock ran."""

    def __init__(self, legs: Iterable[Leg], counters: Iterable[CounterRoster]) -> None:
        self._counters = {counter.number: counter for counter in counters}
        passing = [(leg.started, leg) for leg in legs if leg.priority and leg.started is not None]
        passing.sort(key=lambda entry: (entry[0], entry[1].place))
        self._starts = [start for start, _ in passing]
        self._legs = [leg for _, leg in passing]

    def of(self, leg: Leg, clock: Clock) -> tuple[TicketId, ...]:
        """The priority tickets that registered no earlier yet were started first, at a counter for both."""
        if leg.priority or clock.started is None or not self._legs:
            return ()
        first, last = bisect_left(self._starts, clock.started), bisect_left(self._starts, clock.until)
        return tuple(
            other.ticket
            for other in self._legs[first:last]
            if other.issued >= leg.issued and self._could_serve(other.counter, leg)
        )

    def _could_serve(self, counter: int | None, leg: Leg) -> bool:
        if counter is None or counter not in self._counters:
            return True
        if leg.only_at is not None:
            return counter == leg.only_at
        return self._counters[counter].may_serve(leg.service)

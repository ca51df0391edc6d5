"""The waiting line, and whose turn it is: the k-rule by augmenting paths (rules 4, 6 and 7)."""

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable
from heapq import heapify, heappop, heappush

from shared.domain.service_target.day import CounterRoster
from shared.domain.service_target.leg import Leg, Place

DEEMED = -1
"""The counter that is deemed to stand free while the office has opened none; it serves everybody."""

Servers = frozenset[int]
"""The counters that may serve a visitor; visitors with the same servers differ only by their place."""


class WaitingLine:
    """Everybody who waits, in order, kept apart by who may serve them.

    Visitors with the same servers are alike for the matching: once one of them finds no counter, nobody
    behind with the same servers can. So a look costs no more than there are free counters and services.
    """

    def __init__(self, counters: Iterable[CounterRoster]) -> None:
        self._counters = list(counters)
        self._servers: dict[tuple[str | None, int | None], Servers] = {}
        self._queues: dict[Servers, list[tuple[Place, Leg]]] = {}
        self.changed = True

    def join(self, leg: Leg) -> None:
        """Stand in line."""
        insort(self._queue(leg), (leg.place, leg), key=lambda entry: entry[0])
        self.changed = True

    def leave(self, leg: Leg) -> None:
        """Leave the line; somebody who does not stand in it changes nothing."""
        queue = self._queue(leg)
        here = bisect_left(queue, leg.place, key=lambda entry: entry[0])
        if here < len(queue) and queue[here][1] is leg:
            del queue[here]
            self.changed = True

    def give_turns(self, free: Collection[int], now: int) -> None:
        """Start the clock of everybody who, in order, finds a free counter that may serve them."""
        seated: dict[int, Servers] = {}
        queues = [(servers, queue) for servers, queue in self._queues.items() if queue]
        heads = [(queue[0][0], 0, number) for number, (_, queue) in enumerate(queues)]
        heapify(heads)
        seen: list[Leg] = []
        while heads and len(seated) < len(free):
            _, here, number = heappop(heads)
            servers, queue = queues[number]
            leg = queue[here][1]
            if not _seat(servers, free, seated.copy() if leg.ghost else seated, set()):
                continue
            if leg.clock_started is None:
                leg.clock_started = now
            if leg.ghost:
                seen.append(leg)
            if here + 1 < len(queue):
                heappush(heads, (queue[here + 1][0], here + 1, number))
        for ghost in seen:  # it has seen what it came for, and nobody behind it ever saw it
            self.leave(ghost)
        self.changed = False

    def _queue(self, leg: Leg) -> list[tuple[Place, Leg]]:
        wish = (leg.service, leg.only_at)
        servers = self._servers.get(wish)
        if servers is None:
            servers = self._servers[wish] = self._who_may_serve(*wish)
        return self._queues.setdefault(servers, [])

    def _who_may_serve(self, service: str | None, only_at: int | None) -> Servers:
        if only_at is not None:
            return frozenset({DEEMED, only_at})
        return frozenset({DEEMED, *(c.number for c in self._counters if c.may_serve(service))})


def _seat(servers: Servers, free: Collection[int], seated: dict[int, Servers], tried: set[int]) -> bool:
    """Give one more visitor a counter, moving those already given one where that makes room."""
    for counter in free:
        if counter not in servers or counter in tried:
            continue
        tried.add(counter)
        holder = seated.get(counter)
        if holder is None or _seat(holder, free, seated, tried):
            seated[counter] = servers
            return True
    return False

"""What a waiting visitor finds: how many are served before them, and at how many counters."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from shared.domain import calling_order
from shared.domain.office import Counter
from shared.domain.ticket import Ticket


class Situation(NamedTuple):
    """What a wait depends on; `service` or `hour` is None where all of them are taken together.

    `hour` is an office hour. `staffed` is at how many of the counters that may serve the visitor somebody sits, and
    `in_front` how many are served before them: those ahead in line and those who are at these counters already.
    Without the latter a free counter would look like a busy one.
    """

    service: str | None
    hour: int | None
    staffed: int
    in_front: int


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment of an office: its line, where officers sit, and which counters have a visitor."""

    counters: Sequence[Counter]
    waiting: Collection[Ticket]
    seated: Collection[int]
    busy: Collection[int]
    hour: int

    def situations(self) -> dict[int, Situation]:
        """The situation of everybody in line, by ticket."""
        return self._of(self.waiting)

    def of_newcomer(self, ticket: Ticket) -> Situation:
        """The situation of somebody who joins the line now; of equals in time, whoever has no number yet is last."""
        last = 1 + max((other.id for other in self.waiting), default=0)
        return self._of([*self.waiting, replace(ticket, id=last)])[last]

    def _of(self, waiting: Iterable[Ticket]) -> dict[int, Situation]:
        line = calling_order.in_order(waiting)
        ahead = calling_order.ahead_of_each(line, self.counters)
        return {ticket.id: self._situation(ticket, ahead[ticket.id]) for ticket in line}

    def _situation(self, ticket: Ticket, ahead: int) -> Situation:
        mine = {counter.number for counter in self.counters if calling_order.may_serve(counter, ticket)}
        staffed, busy = len(mine.intersection(self.seated)), len(mine.intersection(self.busy))
        return Situation(ticket.service, self.hour, staffed, ahead + busy)

"""The stage: deeds in the order of their moments, each a verb of the front desk by whoever does it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from heapq import heappop, heappush

from shared.demo.story_clock import StoryClock
from shared.domain.refusal import Refusal
from shared.domain.staff import Person
from shared.domain.ticket import Ticket
from shared.front_desk import FrontDesk, Parts, operator
from shared.web.views import Link

Deed = Callable[[], object]


class Stage:
    """An office, its officers by counter, and the deeds that are planned."""

    def __init__(self, parts: Parts, code: str, officers: Mapping[int, Person], clock: StoryClock) -> None:
        self.parts = parts
        self.office = parts.offices[code]
        self.clock = clock
        # Kiosk and board of the story are nobody's device: the program itself presses and listens.
        self.house = FrontDesk(parts, self.office, operator(code))
        self.counters = {number: FrontDesk(parts, self.office, person) for number, person in officers.items()}
        self.now = clock.now()
        self._agenda: list[tuple[datetime, int, Deed]] = []
        self._order = itertools.count()
        self._begins = self._really_begins = self.now
        self._pace = 1.0

    def squeeze(self, begins: datetime, really_begins: datetime, pace: float) -> None:
        """Tell what happens from `begins` on as if it had begun at `really_begins` and gone 1/`pace` times as fast."""
        self._begins, self._really_begins, self._pace = begins, really_begins, pace

    def plan(self, moment: datetime, deed: Deed) -> None:
        """Have something done at a moment; deeds of one moment are done as they were planned."""
        heappush(self._agenda, (moment, next(self._order), deed))

    def play(self) -> None:
        """Do what is planned, and what that leads to."""
        while self._agenda:
            self.now, _, deed = heappop(self._agenda)
            self.clock.forward_to(self._really_begins + (self.now - self._begins) * self._pace)
            deed()

    def take(self, service: str, language: str = "id", *, priority: bool = False, slip: bool = False) -> Ticket:
        """A visitor takes a number; only a `slip` that somebody will look at is printed."""
        settings = self.parts.settings if slip else replace(self.parts.settings, printer_url=None)
        desk = FrontDesk(replace(self.parts, settings=settings), self.office, operator(self.office.code))
        host = settings.public_url or f"http://localhost:{settings.port}"
        return desk.take(service, language, priority, Link(self.parts.keys, host).address)

    def call_next(self, counter: int) -> Ticket | None:
        """The officer calls whoever is next, and the board is heard; None when nobody waits."""
        try:
            ticket = self.counters[counter].call_next(counter)
        except Refusal as refusal:
            if refusal.key != "nobody_waiting":
                raise
            return None
        self.sounds()
        return ticket

    def recall(self, counter: int) -> None:
        """The officer calls again, and the board is heard."""
        self.counters[counter].recall(counter)
        self.sounds()

    def sounds(self) -> None:
        """The board has shown and spoken the call just made."""
        call = self.house.reading(lambda records: records.seq())
        self.house.call_was("shown", call)
        self.house.call_was("sounded", call)

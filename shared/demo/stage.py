"""The stage: what visitors and officers of a story do, each a verb of the front desk by whoever does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from shared.demo.agenda import Agenda
from shared.demo.guest_book import needs_of, said_by
from shared.demo.story_clock import StoryClock
from shared.domain import calling_order
from shared.domain.staff import Person
from shared.domain.ticket import State, Ticket
from shared.front_desk import FrontDesk, Parts, operator
from shared.web.views import Link


class Stage(Agenda):
    """An office, its officers by counter, and the deeds that are planned."""

    def __init__(self, parts: Parts, code: str, officers: Mapping[int, Person], clock: StoryClock) -> None:
        super().__init__(clock.now())
        self.parts = parts
        self.office = parts.offices[code]
        self.clock = clock
        # Kiosk and board of the story are nobody's device: the program itself presses and listens.
        self.house = FrontDesk(parts, self.office, operator(code))
        self.counters = {number: FrontDesk(parts, self.office, person) for number, person in officers.items()}
        self.keeps_book = True
        """Whether visitors write into the guest book, and officers what they needed."""
        self.knows_institutions = True
        """Whether visitors name their institution."""
        self.hears_from_afar = True
        """Whether requests come that nobody comes for."""
        self._begins = self._really_begins = self.now
        self._pace = 1.0

    def squeeze(self, begins: datetime, really_begins: datetime, pace: float) -> None:
        """Tell what happens from `begins` on as if it had begun at `really_begins` and gone 1/`pace` times as fast."""
        self._begins, self._really_begins, self._pace = begins, really_begins, pace

    def wait_until(self, moment: datetime) -> None:
        """Turn the story's clock."""
        self.now = moment
        self.clock.forward_to(self._really_begins + (moment - self._begins) * self._pace)

    def take(self, service: str, language: str = "id", *, priority: bool = False, slip: bool = False) -> Ticket:
        """A visitor takes a number; only a `slip` that somebody will look at is printed."""
        settings = self.parts.settings if slip else replace(self.parts.settings, printer_url=None)
        desk = FrontDesk(replace(self.parts, settings=settings), self.office, operator(self.office.code))
        host = settings.public_url or f"http://localhost:{settings.port}"
        ticket = desk.take(service, language, priority, Link(self.parts.keys, host).tickets)
        said = said_by(ticket, self.office.service(service).form, with_institution=self.knows_institutions)
        if said is not None and self.keeps_book:
            desk.write_guest_book(ticket.id, said)
        return ticket

    def leave(self, ticket: int) -> None:
        """A visitor who still waits has waited long enough."""
        if self.house.reading(lambda records: records.ticket(ticket)).state is State.WAITING:
            self.house.leave(ticket)

    def sit_down(self, counter: int) -> None:
        """The officer takes the counter."""
        self.counters[counter].take_counter(counter)

    def stand_up(self, counter: int) -> None:
        """The officer goes home; from a visitor whose Finish was forgotten too, which the night will notice."""
        if self.house.reading(lambda records: records.open_at(counter)) is None:
            self.counters[counter].leave_counter(counter)

    def call_next(self, counter: int) -> Ticket | None:
        """The officer calls whoever is next, and the board is heard; None when nobody waits."""
        waiting = self.house.reading(lambda records: records.waiting())
        if not calling_order.eligible(waiting, self.office.counter(counter)):
            return None
        ticket = self.counters[counter].call_next(counter)
        self._sounds()
        return ticket

    def call(self, counter: int, number: str) -> None:
        """The officer calls a visitor who was set aside, and the board is heard."""
        self.counters[counter].call(counter, number)
        self._sounds()

    def recall(self, counter: int) -> None:
        """The officer calls again, and the board is heard."""
        self.counters[counter].recall(counter)
        self._sounds()

    def miss(self, counter: int) -> None:
        """Nobody came."""
        self.counters[counter].miss(counter)

    def reinstate(self, counter: int, ticket: int) -> None:
        """The officer brings back a visitor who missed their call."""
        self.counters[counter].reinstate(ticket)

    def start(self, counter: int) -> None:
        """The visitor sits down."""
        self.counters[counter].start(counter)

    def hold(self, counter: int) -> None:
        """The visitor fetches something."""
        self.counters[counter].hold(counter)

    def transfer(self, counter: int, service: str) -> None:
        """The visitor is sent on."""
        self.counters[counter].transfer(counter, service=service)

    def finish(self, counter: int) -> None:
        """The visitor has what they came for, and the officer writes down what it was."""
        ticket = self.counters[counter].finish(counter)
        needs = needs_of(ticket) if self.keeps_book and self.office.service(ticket.service).records_needs else []
        for position, need in enumerate(needs, 1):
            self.counters[counter].record_need(ticket.id, position, need)

    def _sounds(self) -> None:
        """The board has shown and spoken the call just made."""
        call = self.house.reading(lambda records: records.seq())
        self.house.call_was("shown", call)
        self.house.call_was("sounded", call)

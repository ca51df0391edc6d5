"""Who sits at which counter. Taking and leaving a counter are journal rows: the promise's clock reads them."""

from __future__ import annotations

from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.front_desk.desk import Desk, Work, verb


class Seats(Desk):
    """Verbs of the chair."""

    @verb(Role.OFFICER)
    def take_counter(self, work: Work, counter: int, take_over: bool = False) -> None:
        """Sit down at a counter. `take_over` replaces an officer who is gone, with the visitor at the counter."""
        self.sit_at(work, counter, take_over=take_over)

    @verb(Role.OFFICER)
    def leave_counter(self, work: Work, counter: int) -> None:
        """Stand up; refused while a visitor is called to, or served at, the counter."""
        for seat in work.records.seats():
            if seat.counter == counter and seat.officer == work.officer:
                self._stand_up(work, counter, work.officer)

    @verb(Role.OFFICER)
    def leave_free_counters(self, work: Work) -> None:
        """Stand up wherever no visitor is: an officer who signs out holds no counter that others could use."""
        for seat in work.records.seats():
            if seat.officer == work.officer and work.records.open_at(seat.counter) is None:
                self._stand_up(work, seat.counter, work.officer)

    def sit_at(self, work: Work, counter: int, *, take_over: bool = False) -> None:
        """Make sure that the officer sits at this counter, or refuse with `counter_taken`."""
        self.office.counter(counter)
        work.today()
        seats = work.records.seats()
        holder = next((seat.officer for seat in seats if seat.counter == counter), None)
        if holder == work.officer:
            return
        if holder is not None and not take_over:
            name = work.records.names().get(holder, "")
            raise Refusal("counter_taken", counter=counter, officer=name)
        for seat in seats:
            if seat.officer == work.officer:
                self._stand_up(work, seat.counter, work.officer)
        if holder is not None:
            work.records.stand_up(counter)
            work.note("leave_counter", counter=counter, actor=holder, reason="taken_over")
        work.records.sit(counter, work.officer, work.now)
        work.note("take_counter", counter=counter, actor=work.officer)
        if ticket := work.records.open_at(counter):
            work.journal(ticket.move("take_over", work.now, by=work.officer, at=counter))

    def _stand_up(self, work: Work, counter: int, officer: int) -> None:
        if ticket := work.records.open_at(counter):
            raise Refusal("counter_busy", number=ticket.label, counter=counter)
        work.records.stand_up(counter)
        work.note("leave_counter", counter=counter, actor=officer)

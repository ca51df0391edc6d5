"""Calling and serving: what an officer does at a counter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from shared.domain import calling_order
from shared.domain.journal import rebuild
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.domain.ticket import BACK_TO_THE_HEAD, UNDOABLE, State, Ticket, undo
from shared.front_desk.desk import Work, ticket_verb
from shared.front_desk.promise import day_so_far
from shared.front_desk.seats import Seats
from shared.front_desk.turns import running_clocks, whose_turn

UNDO_WITHIN = timedelta(seconds=20)
CALL_REASONS = frozenset({"visitor_asked", "officer_skill", "urgent"})
REASON_LENGTH = 200


class Calling(Seats):
    """Verbs of the counter. The first verb at a free counter takes it."""

    @ticket_verb(Role.OFFICER)
    def call_next(self, work: Work, counter: int) -> Ticket:
        """Call the visitor who should be next at this counter; a second press calls nobody new."""
        self.sit_at(work, counter)
        if ticket := work.records.open_at(counter):
            return _still_called(ticket)
        ticket, facts = self._whose_turn(work, counter)
        return work.journal(ticket.move("call", work.now, by=work.officer, at=counter, **facts))

    @ticket_verb(Role.OFFICER)
    def call(self, work: Work, counter: int, number: str, reason: str | None = None) -> Ticket:
        """Call a certain visitor. Out of order it needs a reason (`reason_needed`), which the journal keeps."""
        self.sit_at(work, counter)
        ticket = work.records.numbered(work.today(), number)
        if at_counter := work.records.open_at(counter):
            if at_counter.id == ticket.id:
                return _still_called(at_counter)
            raise Refusal("counter_busy", number=at_counter.label)
        code, facts = self._out_of_order(work, counter, ticket, reason)
        called = work.journal(ticket.move("call", work.now, by=work.officer, at=counter, reason=code, **facts))
        if code == "other" and reason:
            work.explain(reason[:REASON_LENGTH])
        return called

    @ticket_verb(Role.OFFICER)
    def recall(self, work: Work, counter: int, ticket: int | None = None) -> Ticket:
        """Call again; the time of the first call stays."""
        return self._move(work, "recall", counter, ticket)

    @ticket_verb(Role.OFFICER)
    def start(self, work: Work, counter: int, ticket: int | None = None) -> Ticket:
        """The visitor sits at the counter: the waiting is over."""
        return self._move(work, "start", counter, ticket)

    @ticket_verb(Role.OFFICER)
    def hold(self, work: Work, counter: int, ticket: int | None = None) -> Ticket:
        """Set the visitor aside, for instance while they fetch a paper."""
        return self._move(work, "hold", counter, ticket)

    @ticket_verb(Role.OFFICER)
    def put_back(self, work: Work, counter: int, ticket: int | None = None) -> Ticket:
        """Take the call back: the visitor stands where they stood."""
        return self._move(work, "put_back", counter, ticket)

    @ticket_verb(Role.OFFICER)
    def miss(self, work: Work, counter: int, ticket: int | None = None) -> Ticket:
        """The visitor did not come."""
        return self._move(work, "miss", counter, ticket)

    @ticket_verb(Role.OFFICER)
    def finish(self, work: Work, counter: int, ticket: int | None = None) -> Ticket:
        """The service is over. Rating is not part of it (domain.md 4.3)."""
        return self._move(work, "finish", counter, ticket)

    @ticket_verb(Role.OFFICER)
    def transfer(
        self,
        work: Work,
        counter: int,
        service: str | None = None,
        to_counter: int | None = None,
        ticket: int | None = None,
    ) -> Ticket:
        """Send the visitor on to another service or counter, with the same number: a new leg."""
        if (service is None) == (to_counter is None):
            raise Refusal("transfer_where")
        if to_counter is not None:
            self.office.counter(to_counter)
        here = self._here(work, counter, ticket)
        wanted = self.office.service(service).code if service else here.service
        if not any(c.serves(wanted) for c in self.office.counters if to_counter in (None, c.number)):
            raise Refusal("nobody_serves", service=wanted)
        return work.journal(
            here.move("transfer", work.now, by=work.actor, at=counter, service=wanted, to_counter=to_counter)
        )

    @ticket_verb(Role.OFFICER)
    def undo(self, work: Work, counter: int, ticket: int | None = None) -> Ticket:
        """Take back one's own last call, finish, miss or transfer at this counter, once, within 20 seconds."""
        self.sit_at(work, counter)
        last = work.records.last_row_at(counter)
        if last is None or last.ticket is None or last.move not in UNDOABLE:
            raise Refusal("nothing_to_undo")
        if last.actor != work.actor or work.now - last.at > UNDO_WITHIN:
            raise Refusal("nothing_to_undo")
        rows = [row for row in work.records.rows_of_ticket(last.ticket) if row.moves_ticket]
        now_is = work.records.ticket(last.ticket)
        if rows[-1].seq != last.seq or (ticket is not None and ticket != now_is.id):
            raise Refusal("ticket_changed", number=now_is.label)
        was = rebuild(rows[:-1])
        return work.journal(undo(now_is, was, work.now, by=work.actor, counter=counter, undoes=last.seq))

    @ticket_verb(Role.OFFICER)
    def reinstate(self, work: Work, ticket_id: int) -> Ticket:
        """Bring back a visitor who missed their call, or who left by themselves at most 30 minutes ago."""
        ticket = work.records.ticket(ticket_id)
        if ticket.day != work.today():
            raise Refusal("illegal_move", number=ticket.label, state=ticket.state.value, move="reinstate")
        if ticket.state is State.CANCELLED:
            last = [row for row in work.records.rows_of_ticket(ticket.id) if row.moves_ticket][-1]
            if last.reason != "visitor" or work.now - last.at > BACK_TO_THE_HEAD:
                raise Refusal("illegal_move", number=ticket.label, state=ticket.state.value, move="reinstate")
        return work.journal(ticket.move("reinstate", work.now, by=work.actor))

    def _out_of_order(
        self, work: Work, counter: int, ticket: Ticket, reason: str | None
    ) -> tuple[str | None, Mapping[str, Any]]:
        """The code of the reason, and who should have been called; no code for a call in order."""
        if ticket.state is not State.WAITING:
            return None, {}
        desk = self.office.counter(counter)
        somebody_waits = calling_order.eligible(work.records.waiting(), desk)
        expected, facts = self._whose_turn(work, counter) if somebody_waits else (None, {})
        if expected == ticket:
            return None, facts
        if not reason:
            raise Refusal("reason_needed", number=ticket.label)
        code = reason if reason in CALL_REASONS else "other"
        passed = calling_order.passed_by(ticket, calling_order.eligible(work.records.waiting(), desk))
        overtaking = calling_order.overtaking(passed, self._running(work) if passed else ())
        return code, {"expected": expected.label if expected else None, **overtaking}

    def _whose_turn(self, work: Work, counter: int) -> tuple[Ticket, Mapping[str, Any]]:
        desk = self.office.counter(counter)
        return whose_turn(work.records, self.office, desk, work.today(), lambda: self._running(work))

    def _running(self, work: Work) -> set[int]:
        return running_clocks(day_so_far(work.records, self.office, work.today(), work.now).visits)

    def _move(self, work: Work, name: str, counter: int, ticket: int | None) -> Ticket:
        return work.journal(self._here(work, counter, ticket).move(name, work.now, by=work.actor, at=counter))

    def _here(self, work: Work, counter: int, ticket: int | None) -> Ticket:
        self.sit_at(work, counter)
        here = work.records.open_at(counter)
        if ticket is not None and (here is None or here.id != ticket):
            raise Refusal("ticket_changed")
        if here is None:
            raise Refusal("nobody_called", counter=counter)
        return here


def _still_called(ticket: Ticket) -> Ticket:
    if ticket.state is State.SERVING:
        raise Refusal("counter_busy", number=ticket.label)
    return ticket

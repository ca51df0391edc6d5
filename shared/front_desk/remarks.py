"""What people say about visits and days: reasons, corrections, reminders. Each is a row; none moves a ticket."""

from __future__ import annotations

from datetime import datetime, timedelta

from shared.domain.judged_day import LoggedVisit
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.domain.ticket import State, Ticket
from shared.front_desk.days import Days
from shared.front_desk.desk import Work, ticket_verb, verb
from shared.front_desk.promise import visits_of_day

BREACH_REASONS = (
    "long_consultation",
    "system_down",
    "visitor_late",
    "single_officer",
    "unscheduled_pause",
    "other",
)
"""In the order of the console's keys 1 to 6; `overtaken_by_priority` is filled in by the judge."""
CORRECTION_REASONS = ("forgot_start", "forgot_finish", "wrong_number", "trial", "other")
EMERGENCY_REASONS = ("power_cut", "network_down", "evacuation", "other")
TEXT_LENGTH = 500
REMIND_AGAIN_AFTER = timedelta(seconds=60)


class Remarks(Days):
    """Verbs that say something. Free text stands apart from the journal, where it can be erased (rule 4)."""

    @ticket_verb(Role.OFFICER, Role.MANAGER)
    def explain_breach(self, work: Work, ticket_id: int, leg: int, reason: str) -> Ticket:
        """Say why a visitor was not served in time; the last word counts. `not_a_breach` for any other visit."""
        if reason not in BREACH_REASONS:
            raise Refusal("unknown_reason", reason=reason)
        found = self._visit(work, ticket_id, leg)
        if found.visit.verdict != "missed":
            raise Refusal("not_a_breach", number=found.number)
        return self._remark(work, found, "breach_reason", reason)

    @ticket_verb(Role.MANAGER)
    def comment(self, work: Work, ticket_id: int, leg: int, text: str) -> Ticket:
        """Write down what a code cannot say."""
        return self._remark(work, self._visit(work, ticket_id, leg), "comment", None, text)

    @ticket_verb(Role.MANAGER)
    def correct(self, work: Work, ticket_id: int, leg: int, reason: str, text: str | None = None) -> Ticket:
        """Mark a visit's times as not to be trusted. Its verdict stays: no act of the office alone may improve it."""
        if reason not in CORRECTION_REASONS:
            raise Refusal("unknown_reason", reason=reason)
        return self._remark(work, self._visit(work, ticket_id, leg), "correct", reason, text)

    @ticket_verb(Role.OFFICER, Role.MANAGER)
    def remind(self, work: Work, counter: int, ticket_id: int) -> Ticket:
        """Remind the officer of a counter that somebody waits whose clock runs; once a minute is enough.

        Refuses `nobody_sits` where no officer would read it, and `ticket_changed` for whoever no longer waits.
        """
        self.office.counter(counter)
        if not any(seat.counter == counter for seat in work.records.seats()):
            raise Refusal("nobody_sits", counter=counter)
        ticket = work.records.ticket(ticket_id)
        if ticket.state not in (State.WAITING, State.CALLED):
            raise Refusal("ticket_changed", number=ticket.label)
        rows = work.records.rows_of_ticket(ticket.id)
        last = next((row for row in reversed(rows) if row.move == "remind" and row.counter == counter), None)
        if last is None or work.now - last.at >= REMIND_AGAIN_AFTER:
            work.note("remind", ticket=ticket.id, leg=ticket.leg, counter=counter, actor=work.actor)
        return ticket

    @ticket_verb(Role.OFFICER)
    def still_serving(self, work: Work, counter: int) -> Ticket:
        """Answer "Lupa menekan Selesai?": no, the visitor is still here. Only the counter's own officer knows."""
        if not any((seat.counter, seat.officer) == (counter, work.actor) for seat in work.records.seats()):
            raise Refusal("nobody_called", counter=counter)
        ticket = work.records.open_at(counter)
        if ticket is None or ticket.state is not State.SERVING:
            raise Refusal("nobody_called", counter=counter)
        work.note("still_serving", ticket=ticket.id, leg=ticket.leg, counter=counter, actor=work.actor)
        return ticket

    @verb(Role.MANAGER)
    def declare_emergency(
        self, work: Work, start: datetime, until: datetime, reason: str, text: str | None = None
    ) -> None:
        """Document an emergency of today, such as a power cut: it suspends every clock (domain.md 4.3).

        Refuses `bad_times` unless it lies on the open office day, ends after it starts and is over: a clock stands
        still for what has happened, not for what somebody expects.
        """
        if reason not in EMERGENCY_REASONS:
            raise Refusal("unknown_reason", reason=reason)
        zone = self.office.time_zone
        start, until = start.astimezone(zone), until.astimezone(zone)
        if not start < until <= work.now or {start.date(), until.date()} != {work.today()}:
            raise Refusal("bad_times")
        facts = {"from": start.isoformat(), "until": until.isoformat()}
        today = work.records.rows_of_days(work.today(), work.today())
        if any(row.move == "emergency" and row.facts == facts for row in today):
            return  # said before
        work.note("emergency", actor=work.actor, reason=reason, facts=facts)
        if text:
            work.explain(text[:TEXT_LENGTH])

    def _visit(self, work: Work, ticket_id: int, leg: int) -> LoggedVisit:
        ticket = work.records.ticket(ticket_id)
        visits = visits_of_day(work.records, self.office, ticket.day, work.now)
        found = next((v for v in visits if (v.visit.ticket, v.visit.leg) == (ticket.id, leg)), None)
        if found is None:
            raise Refusal("unknown_ticket")
        return found

    def _remark(self, work: Work, on: LoggedVisit, move: str, reason: str | None, text: str | None = None) -> Ticket:
        work.note(
            move,
            day=on.day,
            ticket=int(on.visit.ticket),
            leg=on.visit.leg,
            counter=on.visit.counter,
            actor=work.actor,
            reason=reason,
        )
        if text:
            work.explain(text[:TEXT_LENGTH])
        if on.day in work.records.closed_days(on.day, on.day):
            self._judge_again(work, on.day)
        return work.records.ticket(int(on.visit.ticket))

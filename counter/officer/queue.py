"""What the console shows: the counters, the line in calling order with its reasons and clocks, and what needs care."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from shared.database import OfficeRecords
from shared.database.records.line import Seat
from shared.domain import calling_order
from shared.domain.journal import JournalRow
from shared.domain.office import Office
from shared.domain.service_target import DaySoFar, Verdict, Visit
from shared.domain.ticket import AT_A_COUNTER, BACK_TO_THE_HEAD, UNDOABLE, State, Ticket
from shared.events import Snapshot
from shared.front_desk import Parts
from shared.front_desk.calling import UNDO_WITHIN
from shared.front_desk.promise import day_so_far, service_hours
from shared.web import at_office, ticket_json
from shared.web.printer_state import printer_state

LAST_FINISHED = 6
MISS_AFTER = timedelta(minutes=3)
VERDICTS: tuple[Verdict, ...] = ("kept", "called_in_time", "missed", "not_judged")


def snapshot_for(parts: Parts) -> Snapshot:
    """The console's screen as a function of the rows."""

    def queue(records: OfficeRecords, office: Office, now: datetime, _: str) -> dict[str, Any]:
        day = records.open_day()
        tickets = records.tickets_of(day.day) if day else []
        rows = records.rows_of_days(day.day, day.day) if day else []
        judged = day_so_far(records, office, day.day, now) if day else DaySoFar([], [])
        scene = _Scene(records, office, tickets, rows, judged)
        breaks = service_hours(office, day.day, rows).breaks if day else ()
        return {
            "seq": records.seq(),
            "counters": [scene.counter(counter.number) for counter in office.counters],
            "waiting": [scene.waiting(ticket) for ticket in scene.line],
            "on_hold": [scene.held(ticket) for ticket in tickets if ticket.state is State.ON_HOLD],
            "missed": [scene.gone(ticket) for ticket in tickets if ticket.state is State.NO_SHOW],
            "left": [scene.gone(ticket) for ticket in tickets if scene.left_by_themselves(ticket, now)],
            "finished": scene.finished(),
            "breaks": [{"from": at_office(start, office), "until": at_office(end, office)} for start, end in breaks],
            "calls": scene.calls(),
            "boards": parts.boards(office.code),
            "printer": printer_state(records, parts),
            "limit_seconds": office.standard.walk_in.limit_seconds if office.standard.walk_in else None,
        }

    return queue


class _Scene:
    """One moment of an office, looked at from several sides."""

    def __init__(
        self,
        records: OfficeRecords,
        office: Office,
        tickets: Sequence[Ticket],
        rows: Sequence[JournalRow],
        judged: DaySoFar,
    ) -> None:
        self._records = records
        self._office = office
        self._tickets = tickets
        self._rows = rows
        self._judged = judged
        self._names = records.names()
        self._seats: Mapping[int, Seat] = {seat.counter: seat for seat in records.seats()}
        self.line = calling_order.in_order(ticket for ticket in tickets if ticket.state is State.WAITING)
        self._ahead = calling_order.ahead_of_each(self.line, office.counters)
        self._visits = {(visit.ticket, visit.leg): visit for visit in judged.visits}

    def counter(self, number: int) -> dict[str, Any]:
        """A counter: who sits there, whom they serve, how their day went."""
        seat = self._seats.get(number)
        ticket = next(
            (t for t in self._tickets if t.counter == number and t.state in AT_A_COUNTER),
            None,
        )
        served = [v for v in self._judged.visits if v.counter == number and v.started_at and v.finished_at]
        verdicts = Counter(visit.verdict for visit in served)
        pool = next((c for c in self._judged.counters if c.number == number), None)
        finished = [row for row in self._rows if row.counter == number and row.move == "finish"]
        return {
            "counter": number,
            "officer": seat and {"id": seat.officer, "name": self._names.get(seat.officer, "")},
            "since": at_office(seat.since, self._office) if seat else None,
            "ticket": ticket and self._json(ticket),
            "clock_started_at": ticket and self._clock_of(ticket),
            "clock": ticket and self._verdict_of(ticket),
            "priority": bool(ticket and ticket.priority),
            "language": ticket and ticket.language,
            "called": ticket.calls if ticket else 0,
            "may_miss_at": ticket and self._may_miss_at(ticket),
            "served_today": len(served),
            "verdicts": {verdict: verdicts[verdict] for verdict in VERDICTS},
            "free_since": at_office(pool.free_since, self._office) if pool else None,
            "last_finished": self._last_finished(finished),
            "undo": self._undo(number),
        }

    def waiting(self, ticket: Ticket) -> dict[str, Any]:
        """A place in the line, and why it is there."""
        why = calling_order.reason(ticket, self.line)
        serving = [c.number for c in self._office.counters if calling_order.may_serve(c, ticket)]
        return {
            "ticket": self._json(ticket),
            "counters": serving,
            "reason": {
                "key": why.key,
                "since": at_office(why.since, self._office),
                "passed": list(why.passed),
            },
            "clock_started_at": self._clock_of(ticket),
            "priority": ticket.priority,
            "language": ticket.language,
        }

    def held(self, ticket: Ticket) -> dict[str, Any]:
        """A visitor set aside."""
        rows = [row for row in self._rows if row.ticket == ticket.id and row.move == "hold"]
        held_at = at_office(rows[-1].at, self._office) if rows else None
        return {
            "ticket": self._json(ticket),
            "held_at": held_at,
            "held_by_counter": ticket.held_by,
            # A visitor held before being served still waits, and so does their clock (domain.md 4.3a rule 8).
            "clock_started_at": None if ticket.started_at else self._clock_of(ticket),
        }

    def gone(self, ticket: Ticket) -> dict[str, Any]:
        """A visitor who missed their call or left; until when they return to the head of the line."""
        until = ticket.ended_at + BACK_TO_THE_HEAD if ticket.ended_at else None
        return {
            "ticket": self._json(ticket),
            "at": at_office(ticket.ended_at, self._office),
            "until": at_office(until, self._office),
        }

    def left_by_themselves(self, ticket: Ticket, now: datetime) -> bool:
        """Whether the visitor left by phone, so recently that they may be brought back."""
        if ticket.state is not State.CANCELLED or ticket.ended_at is None or now - ticket.ended_at > BACK_TO_THE_HEAD:
            return False
        return any(row.ticket == ticket.id and row.reason == "visitor" for row in self._rows)

    def finished(self) -> list[dict[str, Any]]:
        """The visits that ended last, newest first."""
        labels = {ticket.id: ticket.label for ticket in self._tickets}
        ended = [visit for visit in self._judged.visits if visit.started_at and visit.finished_at]
        ended.sort(key=lambda visit: visit.finished_at or visit.issued_at, reverse=True)
        return [
            {
                "number": labels[int(visit.ticket)],
                "finished_at": at_office(visit.finished_at, self._office),
                "clock_seconds": visit.clock_seconds,
                "verdict": visit.verdict,
            }
            for visit in ended[:LAST_FINISHED]
        ]

    def calls(self) -> dict[str, dict[str, Any]]:
        """For everyone who is called now: whether a board showed and spoke their newest call."""
        called = {ticket.id for ticket in self._tickets if ticket.state is State.CALLED}
        newest = {row.ticket: row for row in self._rows if row.ticket in called and row.move in ("call", "recall")}
        heard = self._records.heard(row.seq for row in newest.values())
        return {
            str(ticket): {
                "seq": row.seq,
                "at": at_office(row.at, self._office),
                "shown_at": at_office(heard[row.seq].shown_at, self._office) if row.seq in heard else None,
                "sounded_at": at_office(heard[row.seq].sounded_at, self._office) if row.seq in heard else None,
            }
            for ticket, row in newest.items()
        }

    def _json(self, ticket: Ticket) -> dict[str, Any]:
        ahead = 0 if ticket.state in AT_A_COUNTER else self._ahead.get(ticket.id)
        return ticket_json(ticket, self._office, ahead)

    def _visit(self, ticket: Ticket) -> Visit | None:
        return self._visits.get((ticket.id, ticket.leg))

    def _clock_of(self, ticket: Ticket) -> str | None:
        visit = self._visit(ticket)
        return at_office(visit.clock_started_at, self._office) if visit else None

    def _verdict_of(self, ticket: Ticket) -> dict[str, Any] | None:
        visit = self._visit(ticket)
        if visit is None or visit.started_at is None:
            return None
        return {"seconds": visit.clock_seconds, "verdict": visit.verdict}

    def _may_miss_at(self, ticket: Ticket) -> str | None:
        if ticket.state is not State.CALLED or ticket.first_called_at is None:
            return None
        return at_office(ticket.first_called_at + MISS_AFTER, self._office)

    def _last_finished(self, finished: Sequence[JournalRow]) -> str | None:
        if not finished:
            return None
        return next((ticket.label for ticket in self._tickets if ticket.id == finished[-1].ticket), None)

    def _undo(self, number: int) -> dict[str, Any] | None:
        rows = [row for row in self._rows if row.counter == number]
        if not rows or rows[-1].move not in UNDOABLE:
            return None
        last = rows[-1]
        label = next((ticket.label for ticket in self._tickets if ticket.id == last.ticket), "")
        until = at_office(last.at + UNDO_WITHIN, self._office)
        return {
            "move": last.move,
            "number": label,
            "ticket": last.ticket,
            "counter": number,
            "by": last.actor,
            "until": until,
        }

"""Whose turn it is at a counter: the order of the line, and the cap on how often priority may pass a running clock."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import Any

from shared.database import OfficeRecords
from shared.domain import calling_order
from shared.domain.journal import JournalRow, standing
from shared.domain.office import Counter, Office
from shared.domain.service_target import Visit
from shared.domain.ticket import Ticket

Running = Callable[[], Collection[int]]
"""Finds the tickets whose clock runs; asked only when somebody would be passed."""


def whose_turn(
    records: OfficeRecords, office: Office, counter: Counter, day: date, running: Running
) -> tuple[Ticket, Mapping[str, Any]]:
    """The visitor whom this counter should call, and what the journal keeps of why; or `nobody_waiting`."""
    waiting = records.waiting()
    first = calling_order.first(waiting, counter)
    passed = calling_order.passed_by(first, calling_order.eligible(waiting, counter))
    if not passed:  # the usual day: nobody is passed, and nothing needs to be judged
        return first, {}
    turn = calling_order.turn(passed, running(), _calls_to(records, counter, day), office.priority_in_a_row)
    return turn.instead or first, turn.facts


def running_clocks(visits: Iterable[Visit]) -> set[int]:
    """The tickets of visitors who wait while the clock of their present leg runs."""
    present = {int(visit.ticket): visit for visit in sorted(visits, key=lambda visit: visit.leg)}
    return {ticket for ticket, visit in present.items() if visit.clock_started_at and visit.reason == "still_waiting"}


def _calls_to(records: OfficeRecords, counter: Counter, day: date) -> list[JournalRow]:
    """The day's calls of visitors whom this counter may serve, oldest first; a call that was put back is none."""
    mine = {ticket.id for ticket in records.tickets_of(day) if counter.serves(ticket.service)}
    calls: dict[int, JournalRow] = {}
    for row in standing(records.calls_of(day)):
        if row.move == "call" and row.ticket in mine:
            calls[row.seq] = row
        elif row.move == "put_back":
            calls.pop(next((seq for seq, call in reversed(calls.items()) if call.ticket == row.ticket), 0), None)
    return list(calls.values())

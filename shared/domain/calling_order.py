"""Who is called next at a counter, and why, in words that a screen can say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from typing import Any

from shared.domain.journal import JournalRow
from shared.domain.office import Counter
from shared.domain.refusal import Refusal
from shared.domain.ticket import AT_A_COUNTER, Ticket


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a visitor stands where they stand: `key` is returned, priority, transferred or first."""

    key: str
    since: datetime
    passed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """Who is called instead of the first in line (None: nobody), and what the journal keeps of the decision."""

    instead: Ticket | None
    facts: Mapping[str, Any]


def in_order(waiting: Iterable[Ticket]) -> list[Ticket]:
    """The line: those who returned in time, then priority, then registration (domain.md 4.3a rule 1)."""
    return sorted(waiting, key=_place)


def eligible(waiting: Iterable[Ticket], counter: Counter) -> list[Ticket]:
    """The part of the line that this counter may serve, in order."""
    return [ticket for ticket in in_order(waiting) if may_serve(counter, ticket)]


def may_serve(counter: Counter, ticket: Ticket) -> bool:
    """Whether the counter offers the service, and the ticket was not sent to another counter."""
    return counter.serves(ticket.service) and ticket.wanted_counter in (None, counter.number)


def first(waiting: Iterable[Ticket], counter: Counter) -> Ticket:
    """The visitor who stands first for this counter, or `nobody_waiting`."""
    line = eligible(waiting, counter)
    if not line:
        raise Refusal("nobody_waiting", counter=counter.number)
    return line[0]


def passed_by(ticket: Ticket, line: Sequence[Ticket]) -> list[Ticket]:
    """The ordinary visitors of a line whom a priority visitor goes before although they registered earlier."""
    if not ticket.priority or ticket.at_head:
        return []
    return [other for other in line if not other.priority and _came(other) < _came(ticket)]


def in_a_row(calls: Sequence[JournalRow]) -> int:
    """How many of the last calls, one after the other, let priority pass somebody whose clock ran.

    A visitor who was set aside and one who was called for a reason of their own stand in no row and end none.
    """
    in_line = [c for c in calls if c.facts.get("running") or (c.from_state == "waiting" and not c.reason)]
    return sum(1 for _ in takewhile(lambda call: bool(call.facts.get("running")), reversed(in_line)))


def turn(passed: Sequence[Ticket], running: Collection[int], calls: Sequence[JournalRow], cap: int) -> Turn:
    """Whether priority goes first again, or the ordinary visitor whose clock runs has waited for enough of them.

    `passed` are those who would be passed, `running` the tickets whose clock runs, `calls` the day's calls to this
    line so far, and `cap` how many in a row may be passed over them. The clocks know nothing of the cap (4.3a rule 6).
    """
    late = [ticket for ticket in passed if ticket.id in running]
    if late and in_a_row(calls) >= cap:
        return Turn(late[0], {"turn": "ordinary"})
    return Turn(None, overtaking(passed, running))


def overtaking(passed: Sequence[Ticket], running: Collection[int]) -> dict[str, Any]:
    """What the journal keeps of a call that goes before others: who was passed, and whose clock ran."""
    late = [ticket.label for ticket in passed if ticket.id in running]
    return {"passed": [ticket.label for ticket in passed], "running": late} if passed else {}


def ahead(ticket: Ticket, waiting: Iterable[Ticket], counters: Sequence[Counter]) -> int | None:
    """How many will be called before this visitor, by the counters that may serve them; None outside the line."""
    if ticket.state in AT_A_COUNTER:
        return 0
    return ahead_of_each(in_order(waiting), counters).get(ticket.id)


def ahead_of_each(line: Sequence[Ticket], counters: Sequence[Counter]) -> dict[int, int]:
    """For every ticket of a line in calling order: how many are called before it by counters that may serve it."""
    before: dict[frozenset[int], int] = {}
    ahead_of: dict[int, int] = {}
    for ticket in line:
        mine = frozenset(counter.number for counter in counters if may_serve(counter, ticket))
        ahead_of[ticket.id] = sum(many for theirs, many in before.items() if theirs & mine)
        before[mine] = before.get(mine, 0) + 1
    return ahead_of


def reason(ticket: Ticket, line: Sequence[Ticket]) -> Reason:
    """Why the ticket stands at its place in `line`; `passed` are earlier numbers that it overtakes."""
    if not (ticket.at_head or ticket.priority):  # among the others earlier registration stands first
        return Reason(_key(ticket), ticket.registered_at, ())
    here = line.index(ticket)
    passed = tuple(other.label for other in line[here + 1 :] if _came(other) < _came(ticket))
    return Reason(_key(ticket), ticket.registered_at, passed)


def _key(ticket: Ticket) -> str:
    if ticket.at_head:
        return "returned"
    if ticket.priority:
        return "priority"
    return "transferred" if ticket.leg > 1 else "first"


def _came(ticket: Ticket) -> tuple[datetime, int]:
    return (ticket.registered_at, ticket.id)


def _place(ticket: Ticket) -> tuple[bool, bool, datetime, int]:
    return (not ticket.at_head, not ticket.priority, ticket.registered_at, ticket.id)

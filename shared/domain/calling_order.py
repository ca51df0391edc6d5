"""Who is called next at a counter, and why, in words that a screen can say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.domain.office import Counter
from shared.domain.refusal import Refusal
from shared.domain.ticket import AT_A_COUNTER, Ticket


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a visitor stands where they stand: `key` is returned, priority, transferred or first."""

    key: str
    since: datetime
    passed: tuple[str, ...]


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
    """The visitor whom this counter should call, or `nobody_waiting`."""
    line = eligible(waiting, counter)
    if not line:
        raise Refusal("nobody_waiting", counter=counter.number)
    return line[0]


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
    passed = tuple(
        other.label for other in line[here + 1 :] if (other.registered_at, other.id) < (ticket.registered_at, ticket.id)
    )
    return Reason(_key(ticket), ticket.registered_at, passed)


def _key(ticket: Ticket) -> str:
    if ticket.at_head:
        return "returned"
    if ticket.priority:
        return "priority"
    return "transferred" if ticket.leg > 1 else "first"


def _place(ticket: Ticket) -> tuple[bool, bool, datetime, int]:
    return (not ticket.at_head, not ticket.priority, ticket.registered_at, ticket.id)

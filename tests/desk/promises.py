"""What must hold after every verb, whatever happened before."""

from __future__ import annotations

from collections import Counter, defaultdict

from shared.domain.journal import JournalRow, rebuild
from shared.domain.ticket import AT_A_COUNTER, State, Ticket
from tests.desk.plain_model import Visitor


def seen(t: Ticket) -> tuple[object, ...]:
    return (t.id, t.label, t.day, t.service, t.state.value, t.counter, t.officer, t.leg, t.calls, t.at_head, t.version)


def modelled(v: Visitor) -> tuple[object, ...]:
    return (v.id, v.label, v.day, v.service, v.state, v.counter, v.officer, v.leg, v.calls, v.at_head, v.moves)


def check_numbers(tickets: list[Ticket]) -> None:
    series: dict[object, list[int]] = defaultdict(list)
    for ticket in tickets:
        series[(ticket.day, ticket.series)].append(ticket.number)
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in series.values())


def check_counters(tickets: list[Ticket]) -> None:
    here = [ticket for ticket in tickets if ticket.state in AT_A_COUNTER]
    assert len(here) == len({ticket.counter for ticket in here}) == len({ticket.officer for ticket in here})
    assert all(t.counter is None and t.officer is None for t in tickets if t.state is State.WAITING)
    assert sum(Counter(ticket.state for ticket in tickets).values()) == len(tickets)


def check_rebuilt(tickets: list[Ticket], rows: list[JournalRow]) -> None:
    told: dict[int, list[JournalRow]] = defaultdict(list)
    for row in rows:
        if row.ticket is not None:
            told[row.ticket].append(row)
    assert [rebuild(told[ticket.id]) for ticket in tickets] == tickets
    assert sum(row.move == "take" for row in rows) == len(tickets)

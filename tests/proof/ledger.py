"""What the rows say afterwards, judged without the program's own rules: numbers, order, calls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from shared.database import Database
from shared.domain.journal import JournalRow
from shared.domain.ticket import Ticket

BOARD_PAGE = 50


def journal_of(url: str, office: str) -> list[JournalRow]:
    """The whole journal of an office, read beside whatever runs."""
    database = Database(url, read_only=True)
    try:
        return database.reading(office, lambda records: records.all_rows())
    finally:
        database.close()


def tickets_of(url: str, office: str) -> list[Ticket]:
    """Every ticket of an office."""
    database = Database(url, read_only=True)
    try:
        return database.reading(office, lambda records: records.all_tickets())
    finally:
        database.close()


def holes_and_doubles(labels: Iterable[str]) -> list[str]:
    """What is wrong with a set of numbers that should be 1..N in each series; empty when nothing is."""
    series: dict[str, list[int]] = defaultdict(list)
    for label in labels:
        name, _, number = label.partition("-")
        series[name].append(int(number))
    return [
        f"{name}: {sorted(numbers)}"
        for name, numbers in series.items()
        if sorted(numbers) != list(range(1, len(numbers) + 1))
    ]


def out_of_order(journal: Sequence[JournalRow]) -> list[str]:
    """Calls that passed somebody by: a plain replay for counters that all serve everybody.

    The line: priority first, then who came first. A call with a reason is not judged.
    """
    place: dict[int, tuple[bool, int]] = {}
    waiting: set[int] = set()
    wrong = []
    for row in journal:
        if row.ticket is None:
            continue
        if row.move == "take":
            place[row.ticket] = (not row.facts["priority"], row.seq)
        if row.move == "call" and row.reason is None:
            first = min(waiting, key=place.__getitem__)
            if first != row.ticket:
                wrong.append(f"row {row.seq} calls ticket {row.ticket} before ticket {first}")
        (waiting.add if row.to_state == "waiting" else waiting.discard)(row.ticket)
    return wrong


def calls_in(journal: Iterable[JournalRow]) -> list[tuple[int, int]]:
    """Every call as (journal number, ticket), oldest first."""
    return [(row.seq, row.ticket) for row in journal if row.move == "call" and row.ticket is not None]

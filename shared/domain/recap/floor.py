"""The floor of five: a cell with fewer than five persons is not told apart (faults.md 4.1: aggregates of n >= 5).

A cell below the floor goes into one line with others, and that line says only their sum. Whoever holds the whole table
knows its total and every cell that is told, so a sum alone could be taken apart again. Therefore:

- Empty cells go into the line too: if only cells that hold somebody went there, a sum as large as their number would
  say that each holds one.
- The line holds at least two cells with somebody in them, and at least five persons. Where the cells below the floor
  do not bring that, the smallest cell above it goes in with them (complementary suppression), so that neither the
  total minus what is told nor the line itself is one small cell.
- Persons are counted, not visits: somebody who comes six times is one.

Two recapitulations of which one lies within the other differ by the visits of the days between them, and a small office
has one or two a day. Tables of people are therefore told of whole months alone (`whole_months`). What remains: whoever
keeps the recapitulation of every month can subtract them from the year's, and whoever looks at a running month twice
sees who came meanwhile. Only managers are told either, and they may open names, with a trace.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
FLOOR = 5
"""Persons. With fewer, a cell of a small office is somebody whom colleagues recognise."""
FEWEST_TOGETHER = 2


@dataclass(frozen=True, slots=True)
class Cell(Generic[K]):
    """One answer of a table: how many visits gave it, and who they were."""

    key: K
    visits: int
    persons: frozenset[str]


def not_told_apart(cells: Sequence[Cell[K]]) -> frozenset[K]:
    """The answers that are told only by their sum; none where every cell is empty or large enough."""
    if not any(0 < len(cell.persons) < FLOOR for cell in cells):
        return frozenset()
    together = [cell for cell in cells if len(cell.persons) < FLOOR]
    others = sorted((cell for cell in cells if len(cell.persons) >= FLOOR), key=lambda cell: cell.visits)
    while others and not _hides(together):
        together.append(others.pop(0))
    return frozenset(cell.key for cell in together)


def whole_months(first: date, last: date, today: date) -> bool:
    """Whether the days within two dates are whole months; the running one is whole up to today."""
    return first.day == 1 and ((last + timedelta(days=1)).day == 1 or last >= today)


def _hides(together: Sequence[Cell[K]]) -> bool:
    persons = frozenset[str]().union(*(cell.persons for cell in together))
    return len(persons) >= FLOOR and sum(1 for cell in together if cell.persons) >= FEWEST_TOGETHER

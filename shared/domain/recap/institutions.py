"""Which institutions a recapitulation names: those that at least five persons came from, each below its category.

What is left of a category besides the names is told as well, so it has the floor too: a remainder of one to four
persons takes the smallest named institution in. Below a category that is itself not told apart nobody is named,
because its own count would follow from the names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

from shared.domain.recap.floor import FLOOR, Cell


class Named(NamedTuple):
    """A visit: the category of the institution and the institution, as far as they were said, and who came."""

    category: int | None
    institution: int | None
    person: str


class Line(NamedTuple):
    """So many visits from an institution of a category; institution None: from the others of that category."""

    category: int | None
    institution: int | None
    visits: int


def lines(visits: Iterable[Named], hidden: Collection[int]) -> list[Line]:
    """The lines, category by category, the largest institution first; without the `hidden` categories.

    Visits without a category are told only where their institution is named.
    """
    categories: dict[int | None, list[Named]] = defaultdict(list)
    for visit in visits:
        categories[visit.category].append(visit)
    told = []
    for category in sorted(categories, key=lambda code: (code is None, code)):
        if category not in hidden:
            told += _of_category(category, categories[category])
    return told


def _of_category(category: int | None, visits: list[Named]) -> list[Line]:
    found: dict[int, list[str]] = defaultdict(list)
    rest = [visit.person for visit in visits if visit.institution is None]
    for visit in visits:
        if visit.institution is not None:
            found[visit.institution].append(visit.person)
    cells = sorted((Cell(key, len(by), frozenset(by)) for key, by in found.items()), key=lambda c: (-c.visits, c.key))
    named = [cell for cell in cells if len(cell.persons) >= FLOOR]
    rest += [person for cell in cells if cell not in named for person in found[cell.key]]
    while category is not None and named and 0 < len(set(rest)) < FLOOR:
        rest += found[named.pop().key]
    others = [Line(category, None, len(rest))] if rest and category is not None else []
    return [Line(category, cell.key, cell.visits) for cell in named] + others

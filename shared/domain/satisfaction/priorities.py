"""Importance-performance analysis of the SKD: where a service should begin, where importance was asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from shared.domain.satisfaction.skd import Skd, StatementFigure


class Quadrant(StrEnum):
    """Martilla and James (1977): a statement's place by both means."""

    IMPROVE = "improve"
    """Matters more than others and satisfies less: begin here."""
    KEEP = "keep"
    """Matters more and satisfies more."""
    LATER = "later"
    """Matters less and satisfies less."""
    ENOUGH = "enough"
    """Matters less and satisfies more."""


@dataclass(frozen=True, slots=True)
class Priorities:
    """The two lines that part the quadrants, means of 1 to 10, and the quadrant of each statement by its code."""

    satisfaction: Fraction
    importance: Fraction
    of: dict[str, Quadrant]


def priorities(figures: Skd) -> Priorities | None:
    """The quadrants; None where importance was not asked. The lines are the means over the statements that have both.

    A statement that lies just on a line counts as above it.
    """
    both = [
        (one, one.satisfaction, one.importance)
        for one in figures.statements
        if one.satisfaction is not None and one.importance is not None
    ]
    if not both:
        return None
    satisfaction = sum((mean for _, mean, _ in both), Fraction()) / len(both)
    importance = sum((mean for _, _, mean in both), Fraction()) / len(both)
    return Priorities(
        satisfaction,
        importance,
        {one.code: _quadrant(one, satisfaction, importance) for one, _, _ in both},
    )


def _quadrant(one: StatementFigure, satisfaction: Fraction, importance: Fraction) -> Quadrant:
    matters = one.importance is not None and one.importance >= importance
    satisfies = one.satisfaction is not None and one.satisfaction >= satisfaction
    if matters:
        return Quadrant.KEEP if satisfies else Quadrant.IMPROVE
    return Quadrant.ENOUGH if satisfies else Quadrant.LATER

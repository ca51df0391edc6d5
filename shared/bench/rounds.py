"""Comparing in rounds: baseline, product, baseline, product … A round on an unquiet machine is dropped."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

UNQUIET = 1.5
"""A round counts only if the baselines before and after it differ by less than this factor."""
Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of some rounds, and their ends."""

    median: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Measure:
    """Two ways to do comparable work. `steady` is the baseline's figure that tells whether the machine was quiet;
    `ratios` names pairs of (product figure, baseline figure).
    """

    name: str
    baseline: Callable[[], Figures]
    product: Callable[[], Figures]
    steady: str
    ratios: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the rounds that count say."""

    name: str
    baseline: Mapping[str, Spread]
    product: Mapping[str, Spread]
    ratios: Mapping[str, Spread]
    kept: int
    dropped: int

    @property
    def noisy(self) -> bool:
        """Whether half of the rounds or more had to be dropped: then nothing can be said."""
        return self.kept <= self.dropped


def compare(measure: Measure, rounds: int, tell: Callable[[str], None] = lambda _: None) -> Comparison:
    """Measure in so many rounds, each between two baselines, and compare each with the mean of its two."""
    baselines, products = [measure.baseline()], []
    for number in range(1, rounds + 1):
        tell(f"{measure.name}: {number}/{rounds}")
        products.append(measure.product())
        baselines.append(measure.baseline())
    quiet = [n for n in range(rounds) if _quiet(baselines[n][measure.steady], baselines[n + 1][measure.steady])]
    counted = quiet or list(range(rounds))
    between = [_mean(baselines[n], baselines[n + 1]) for n in range(rounds)]
    return Comparison(
        name=measure.name,
        baseline=_spreads([between[n] for n in counted]),
        product=_spreads([products[n] for n in counted]),
        ratios={
            name: _spread([products[n][mine] / between[n][theirs] for n in counted])
            for name, (mine, theirs) in measure.ratios.items()
        },
        kept=len(quiet),
        dropped=rounds - len(quiet),
    )


def percentile(values: Sequence[float], share: float) -> float:
    """By nearest rank."""
    return sorted(values)[max(1, math.ceil(share * len(values))) - 1]


def _quiet(before: float, after: float) -> bool:
    return max(before, after) <= UNQUIET * min(before, after)


def _mean(before: Figures, after: Figures) -> Figures:
    return {name: (before[name] + after[name]) / 2 for name in before}


def _spreads(rounds: Sequence[Figures]) -> dict[str, Spread]:
    return {name: _spread([one[name] for one in rounds]) for name in rounds[0]}


def _spread(values: Sequence[float]) -> Spread:
    return Spread(median(values), min(values), max(values))

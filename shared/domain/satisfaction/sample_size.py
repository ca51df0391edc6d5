"""How many answers make a survey: the formula of Krejcie and Morgan (1970), which Permenpan RB 14/2017 points to."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from shared.domain.satisfaction.rounding import half_up

CHI_SQUARE = Fraction("3.841")
"""Of one degree of freedom at 95 percent."""
SHARE = Fraction("0.5")
"""The share in the population that needs the largest sample."""
MARGIN = Fraction("0.05")


def sample_size(visitors: int) -> int:
    """The answers needed of so many visitors in a period, rounded to nearest; 0 of none, 1 of one.

    The printed table rounds its last rows up: of 100,000 it says 384, while the formula gives 382.6, so 383.
    ValueError for a negative number.
    """
    if visitors < 0:
        raise ValueError(f"a period cannot have {visitors} visitors")
    spread = CHI_SQUARE * SHARE * (1 - SHARE)
    return int(half_up(spread * visitors / (MARGIN**2 * (visitors - 1) + spread), 0))


@dataclass(frozen=True, slots=True)
class Sample:
    """How far a survey has come: the visitors of the period who could be asked, and those who answered."""

    visitors: int
    answers: int

    @property
    def needed(self) -> int:
        """The sample size of Krejcie and Morgan."""
        return sample_size(self.visitors)

    @property
    def still_needed(self) -> int:
        """How many answers are missing; 0 once there are enough."""
        return max(0, self.needed - self.answers)

    @property
    def provisional(self) -> bool:
        """Whether figures are to be marked "sementara": too few answered, or nobody did."""
        return self.still_needed > 0 or self.answers == 0

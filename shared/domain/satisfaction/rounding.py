"""Rounding as survey reports do it: half away from zero, decided on the exact fraction and only once."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

HALF = Fraction(1, 2)


def half_up(exact: Fraction, places: int) -> Decimal:
    """The fraction with exactly so many decimals; a half goes away from zero, so 0.125 is 0.13 and -0.125 is -0.13."""
    steps = int(abs(exact) * 10**places + HALF)
    return Decimal(steps if exact >= 0 else -steps).scaleb(-places)

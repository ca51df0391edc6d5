"""Which groups of respondents may be told apart: nobody is to be recognised in a table of a small office."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

FEWEST = 5
"""A group of fewer people is not told apart: in a small office it would be one person."""

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Groups(Generic[K]):
    """Respondents by one characteristic: the groups that are told apart, and how many are not.

    `together` holds the groups that are too small and whoever did not say.
    """

    apart: dict[K, int]
    together: int


def told_apart(counts: Mapping[K, int], respondents: int) -> Groups[K]:
    """Tell the groups of at least five apart.

    Where the small ones together are still fewer than five, the smallest of the others joins them, because what is
    missing from the total would tell just what was to be hidden.
    """
    apart = {code: count for code, count in counts.items() if count >= FEWEST}
    together = respondents - sum(apart.values())
    hidden = any(0 < count < FEWEST for count in counts.values())
    if hidden and together < FEWEST and apart:
        together += apart.pop(min(apart, key=lambda code: apart[code]))
    return Groups(apart, together)

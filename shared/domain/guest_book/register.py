"""Which spellings are one institution. Merging makes a tree; taking a branch off again undoes exactly that merge."""

from __future__ import annotations

from collections.abc import Collection, Mapping


def belonging(merged_into: Mapping[int, int | None], named: Collection[int]) -> dict[int, int]:
    """For every spelling the one by which its institution is called.

    That is the spelling that all others were merged into; where its name was forgotten, the oldest one that has a name.
    """
    tops = {number: top_of(merged_into, number) for number in merged_into}
    called: dict[int, int] = {}
    for number in sorted(tops, reverse=True):
        if number in named:
            called[tops[number]] = number
    called |= {top: top for top in tops.values() if top in named or top not in called}
    return {number: called[top] for number, top in tops.items()}


def top_of(merged_into: Mapping[int, int | None], number: int) -> int:
    """The spelling that this one was merged into in the end."""
    while (next_up := merged_into[number]) is not None:
        number = next_up
    return number

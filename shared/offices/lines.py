"""Where in a profile's file something stands, so that a mistake is told with its line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

Place = tuple[str | int, ...]
"""Keys and places in lists, as `("services", 2, "code")`."""

_TABLE = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"\s*([\w-]+|\"[^\"]+\")\s*=")


def line_of(text: str, place: Sequence[str | int]) -> int:
    """The line (from 1) of whatever stands at `place`; of the nearest thing around it where that is missing."""
    known = dict(_places(text))
    for length in range(len(place), 0, -1):
        if line := known.get(tuple(place[:length])):
            return line
    return 1


def _places(text: str) -> Iterator[tuple[Place, int]]:
    table: Place = ()
    counted: Counter[Place] = Counter()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _TABLE.match(line):
            table = _opened(header[2], counted, is_list=header[1] == "[[")
            yield table, number
        elif key := _KEY.match(line):
            yield (*table, key[1].strip('"')), number


def _opened(header: str, counted: Counter[Place], *, is_list: bool) -> Place:
    """The place that a table's header opens; a list's table is numbered, and stands in the newest around it."""
    *around, last = (name.strip().strip('"') for name in header.split("."))
    place: Place = ()
    for name in around:
        place = (*place, name)
        if counted[place]:
            place = (*place, counted[place] - 1)
    place = (*place, last)
    if is_list:
        counted[place] += 1
        return (*place, counted[place] - 1)
    return place

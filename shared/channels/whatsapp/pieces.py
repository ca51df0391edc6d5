"""A long text as several messages, in order and without losing a word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_SEAMS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"(?<=[.!?;:])\s+"), re.compile(r"\s+"))
"""Where a text may be parted, the best place first: paragraphs, lines, sentences, words."""


def in_pieces(text: str, fits: Callable[[str], bool]) -> Iterator[str]:
    """The text in as few pieces as `fits` allows; `fits` grows stricter with length. A blank text has no piece."""
    rest = text.strip()
    while rest:
        end, onward = (len(rest), len(rest)) if fits(rest) else _seam(rest, fits)
        yield rest[:end]
        rest = rest[onward:].lstrip()


def utf16_length(text: str) -> int:
    """How long WhatsApp and browsers find a text: an emoji counts as two."""
    return len(text.encode("utf-16-le", "replace")) // 2


def _seam(text: str, fits: Callable[[str], bool]) -> tuple[int, int]:
    """Where the longest piece that fits ends, and where the next begins."""
    longest = _longest(text, fits)
    for seam in _SEAMS:
        # Not in its first half: a short first paragraph before a long one would make many small messages.
        places = [found.span() for found in seam.finditer(text, longest // 2, longest + 1)]
        if places and places[-1][0] <= longest:
            return places[-1]
    return longest, longest


def _longest(text: str, fits: Callable[[str], bool]) -> int:
    """How many characters fit, at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(text[:middle]) else (low, middle - 1)
    return low

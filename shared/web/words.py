"""What people write, before anything else looks at it: only characters that screens, paper and databases can hold."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import AfterValidator

UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Control characters, writing directions, halves of characters, and what no alphabet has."""
MOST_MARKS = 2
"""How many accents a letter may carry; more is a joke that covers the lines above."""


def written(text: str) -> str:
    """The text in its composed form (NFC), without what nobody can see, its spaces single."""
    kept: list[str] = []
    marks = 0
    for character in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(character)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if character.isspace():
            kept.append(" ")
        elif kind not in UNSEEN and marks <= MOST_MARKS:
            kept.append(character)
    return " ".join("".join(kept).split())


MOST_LINES = 200


def lines_written(text: str) -> str:
    """Like `written`, line by line: a letter keeps its lines, and at most one empty line between them."""
    kept: list[str] = []
    for line in map(written, text.splitlines()):
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept[:MOST_LINES]).strip()


Letter = Annotated[str, AfterValidator(lines_written)]
"""Several lines of text from a person."""
Words = Annotated[str, AfterValidator(written)]
"""A line of text from a person; limits that stand beside it count what is left."""

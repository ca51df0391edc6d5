"""What a profile quotes must stand in the published text, in its words and its order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.domain.standard import Channel, Requirement


class QuoteError(ValueError):
    """The profile and its published text disagree. `place` is where in the profile of the standard."""

    def __init__(self, words: str, *place: str | int) -> None:
        super().__init__(words)
        self.place = place


def check_requirements(requirements: Sequence[Requirement], lines: Sequence[str], promised: Sequence[Channel]) -> None:
    """Refuses (`QuoteError`) requirements by way of service that are not the published list in its order, no line left
    out, or that name a channel on which nothing is promised. None at all is a list that is asked of everybody.
    """
    line, after, reached = 0, 0, set()
    for at, asked in enumerate(requirements):
        while line < len(lines) and (found := lines[line].find(asked.text, after)) < 0:
            line, after = line + 1, 0
        if line == len(lines):
            raise QuoteError(_why_not(asked.text, lines), "requirements", at, "text")
        after = found + len(asked.text)
        reached.add(line)
        if strange := sorted(set(asked.channels) - set(promised)):
            words = f"the standard promises nothing on {', '.join(strange)}, so it asks nothing there"
            raise QuoteError(words, "requirements", at, "channels")
    if requirements and (left_out := [one for place, one in enumerate(lines) if place not in reached]):
        raise QuoteError(f"nothing says of whom the line {left_out[0]!r} is asked", "requirements", 0)


def _why_not(text: str, lines: Sequence[str]) -> str:
    if any(text in line for line in lines):
        return f"the published requirements do not say {text!r} in this place: keep their order"
    return f"the published requirements nowhere say {text!r}"

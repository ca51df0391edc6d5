"""What goes out with a message and comes back with what became of it: where it stands, and nothing about anybody.

It comes back even when the answer to our sending was lost, so that such a message is not sent twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WRITTEN = re.compile(r"(\d{1,9})\.(\d{1,9})\.(\d{1,4})\.(\d{1,4})")


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a message of a request's thread; both count from 1."""

    request: int
    position: int
    part: int
    of: int

    def written(self) -> str:
        """The place as it travels."""
        return f"{self.request}.{self.position}.{self.part}.{self.of}"

    @staticmethod
    def read(text: object) -> Place | None:
        """The place that travelled; None for whatever is none of ours."""
        found = _WRITTEN.fullmatch(text) if isinstance(text, str) else None
        return Place(*map(int, found.groups())) if found else None

"""Where the numbers behind a chart stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Block:
    """Where a chart's numbers stand: the heading's row, its columns, and the last row."""

    sheet: str
    top: int
    last: int

    def column(self, column: int) -> list[Any]:
        """The numbers of a column, as a chart names them."""
        return [self.sheet, self.top + 1, column, self.last, column]

    def heading(self, column: int) -> list[Any]:
        """The heading of a column."""
        return [self.sheet, self.top, column]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self.last == self.top

"""One sheet of the workbook, with the few things that may be written on it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from counter.manager.files.workbook.styles import Styles

SECONDS_PER_DAY = 24 * 3600
"""A spreadsheet counts time in days."""
LONGEST_TEXT = 32_767
"""Letters in one cell; a workbook with more is called damaged."""


class Sheet:
    """A sheet that takes texts, numbers, days, moments and spans, and nothing that could be run."""

    def __init__(self, paper: Any, styles: Styles) -> None:
        self.paper = paper
        self._styles = styles
        paper.hide_gridlines(2)

    @property
    def name(self) -> str:
        """What stands on its tab."""
        return str(self.paper.get_name())

    def text(self, row: int, column: int, text: str, style: str = "text") -> None:
        """A text, whatever it begins with."""
        self.paper.write_string(row, column, text[:LONGEST_TEXT], self._styles[style])

    def wide(self, row: int, first: int, last: int, text: str, style: str = "text") -> None:
        """A text over several columns."""
        self.paper.merge_range(row, first, row, last, "", self._styles[style])
        self.text(row, first, text, style)

    def number(self, row: int, column: int, number: float | None, style: str = "count") -> None:
        """A number; None leaves the cell empty, so that charts show a gap."""
        if number is None:
            self.paper.write_blank(row, column, None, self._styles[style])
        else:
            self.paper.write_number(row, column, number, self._styles[style])

    def span(self, row: int, column: int, seconds: float | None, style: str = "span") -> None:
        """A duration that can be added up."""
        self.number(row, column, None if seconds is None else seconds / SECONDS_PER_DAY, style)

    def moment(self, row: int, column: int, moment: date | datetime | None, style: str = "moment") -> None:
        """A day, or a moment of the office's own time: spreadsheets know no zones."""
        if moment is not None:
            naive = moment.replace(tzinfo=None) if isinstance(moment, datetime) else moment
            self.paper.write_datetime(row, column, naive, self._styles[style])

    def headings(self, row: int, titles: Sequence[str], numbers: Collection[int] = ()) -> None:
        """A row of headings; those above `numbers` are set to the right like them."""
        for column, title in enumerate(titles):
            self.text(row, column, title, "right_heading" if column in numbers else "heading")

    def colour_scale(self, first: tuple[int, int], last: tuple[int, int], low: str, high: str) -> None:
        """Colour a block of numbers from `low` to `high`."""
        scale = {"type": "2_color_scale", "min_color": low, "max_color": high}
        self.paper.conditional_format(*first, *last, scale)

    def widths(self, *widths: float) -> None:
        """How wide the columns are, in letters."""
        for column, width in enumerate(widths):
            self.paper.set_column(column, column, width)

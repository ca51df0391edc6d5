"""When visitors come: each weekday and office hour, the number in each field and its shade behind it."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import Color, linearlyInterpolatedColor

from counter.manager.files.paper import strokes
from counter.manager.files.paper.pages import BLUE_TINT, INK
from counter.manager.files.words import NONE
from counter.manager.wait_log.exports.week import Week
from counter.manager.wait_log.exports.words import Words

ROW, HEAD, NAMES = 15.0, 12.0, 50.0
DARKEST = Color(0.44, 0.65, 0.86)
"""Light enough for dark figures to be read on it."""


def draw(week: Week, named: Words, width: float) -> Any:
    """The table; a dash where no number was issued."""
    height = HEAD + ROW * len(week.weekdays)
    drawing, step = strokes.canvas(width, height), (width - NAMES) / len(week.hours)
    for across, hour in enumerate(week.hours):
        strokes.text(drawing, NAMES + (across + 0.5) * step, height - 8, f"{hour:02d}", to="middle")
    for down, weekday in enumerate(week.weekdays, 1):
        y = height - HEAD - down * ROW
        strokes.text(drawing, 0, y + 5, strokes.shortened(named.weekdays[weekday], NAMES), colour=INK)
        for across, hour in enumerate(week.hours):
            count = week.arrivals.get((weekday, hour))
            _field(drawing, NAMES + across * step, y, step, count, (count or 0) / week.most)
    return drawing


def _field(drawing: Any, x: float, y: float, step: float, count: int | None, shade: float) -> None:
    if count is not None:
        colour = linearlyInterpolatedColor(BLUE_TINT, DARKEST, 0, 1, shade)
        strokes.block(drawing, x + 0.8, y + 0.8, step - 1.6, ROW - 1.6, colour)
    said = NONE if count is None else str(count)
    strokes.text(drawing, x + step / 2, y + 5, said, to="middle", colour=INK, bold=count is not None)

"""How long the clock ran for each service: median, nine of ten, longest, against the limit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext

from counter.manager.files.paper import strokes
from counter.manager.files.paper.pages import BLUE_LINE, INK, LINE, SOFT
from counter.manager.wait_log.exports.words import Words, duration
from shared.domain.wait_figures.charts import ServiceOfChart

ROW, HEAD, AXIS, NAMES, RIGHT = 20.0, 12.0, 14.0, 150.0, 10.0
COUNTS = 40
"""Room between a name and its axis for how many clocks were counted."""
SECONDS_PER_MINUTE = 60
EVERY = 5 * SECONDS_PER_MINUTE
"""A figure on the axis for so many seconds; twice or more as many where the axis is long."""
MOST_FIGURES = 6


def draw(services: Sequence[ServiceOfChart], named: Words, limit: int | None, width: float) -> Any:
    """A row for each service."""
    height = HEAD + ROW * len(services) + AXIS
    drawing = strokes.canvas(width, height)
    longest = max([limit or 0, EVERY, *(service["longest"] or 0 for service in services)])
    scale = (width - NAMES - RIGHT) / longest
    _axis(drawing, longest, scale, height)
    if limit is not None:
        x = NAMES + limit * scale
        strokes.line(drawing, x, AXIS, x, height - HEAD + 2, INK, 1.4)
        strokes.text(drawing, x, height - 8, gettext("batas"), to="middle", colour=INK, bold=True)
    for down, service in enumerate(services, 1):
        _service(drawing, service, named, height - HEAD - down * ROW, scale, limit)
    return drawing


def _axis(drawing: Any, longest: int, scale: float, height: float) -> None:
    every = EVERY * -(-longest // (EVERY * MOST_FIGURES))
    for seconds in range(0, longest + 1, every):
        x = NAMES + seconds * scale
        strokes.line(drawing, x, AXIS, x, height - HEAD, LINE, 0.5)
        strokes.text(drawing, x, 3, str(seconds // SECONDS_PER_MINUTE), to="middle")


def _service(drawing: Any, service: ServiceOfChart, named: Words, y: float, scale: float, limit: int | None) -> None:
    middle = y + ROW / 2 - 3
    name = strokes.shortened(named.service(service["service"]), NAMES - COUNTS)
    strokes.text(drawing, 0, middle - 2, name, colour=INK)
    strokes.text(drawing, NAMES - 12, middle - 2, f"n = {service['count']}", to="end", colour=SOFT)
    if service["median"] is None or service["p90"] is None or service["longest"] is None:
        return
    median, p90, longest = service["median"], service["p90"], service["longest"]
    strokes.line(drawing, NAMES + median * scale, middle, NAMES + longest * scale, middle, SOFT, 1)
    strokes.block(drawing, NAMES + median * scale, middle - 3, max(p90 - median, 0) * scale, 6, BLUE_LINE)
    strokes.dot(drawing, NAMES + median * scale, middle)
    strokes.text(drawing, NAMES + median * scale, middle + 6, duration(median), to="middle", colour=INK, bold=True)
    if limit is not None and longest > limit:
        strokes.cross(drawing, NAMES + longest * scale, middle)

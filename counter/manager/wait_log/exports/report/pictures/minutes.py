"""The distribution of clocks, with the limit as a line between the classes before and after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext

from counter.manager.files.paper import strokes
from counter.manager.files.paper.pages import INK, WIDTH
from counter.manager.wait_log.exports.words import duration
from shared.domain.wait_figures import Summary
from shared.domain.wait_figures.charts import MinuteOfChart
from shared.domain.wait_figures.minutes import LAST_CLASS

HEIGHT, LOW, HIGH = 142.0, 34.0, 106.0
LEFT = 6.0
LEAST_CLASSES = 15
SECONDS_PER_CLASS = 60
EVERY = 5
"""So many minutes lie between two figures on the axis."""
LEGEND_AT = HEIGHT - 8


def draw(minutes: Sequence[MinuteOfChart], summary: Summary, limit: int | None, width: float) -> Any:
    """A stacked bar for each minute, how many stand in it, the limit, the median and nine of ten."""
    drawing = strokes.canvas(width, HEIGHT)
    step = (width - 2 * LEFT) / max(len(minutes), LEAST_CLASSES)
    most = max((_all(minute) for minute in minutes), default=0) or 1
    strokes.line(drawing, LEFT, LOW, width - LEFT, LOW, INK)
    for minute in minutes:
        _bar(drawing, minute, LEFT + minute["minute"] * step, step, (HIGH - LOW) / most)
    for edge in range(0, max(len(minutes), LEAST_CLASSES) + 1, EVERY):
        said = f"{edge} +" if edge == LAST_CLASS else str(edge)
        strokes.text(drawing, LEFT + edge * step, LOW - 9, said, to="middle")
    if limit is not None:
        _limit(drawing, LEFT + limit / SECONDS_PER_CLASS * step, limit)
    for name, seconds in (
        (gettext("median"), summary["clock_median"]),
        (gettext("sembilan dari sepuluh"), summary["clock_p90"]),
    ):
        if seconds is not None:
            _pointer(
                drawing, min(LEFT + seconds / SECONDS_PER_CLASS * step, width - LEFT), f"{name} {duration(seconds)}"
            )
    _legend(drawing)
    return drawing


def _all(minute: MinuteOfChart) -> int:
    return minute["kept"] + minute["called_in_time"] + minute["missed"]


def _bar(drawing: Any, minute: MinuteOfChart, x: float, step: float, scale: float) -> None:
    inner, y = step * 0.84, LOW
    pieces = (
        (strokes.block, minute["kept"]),
        (strokes.dotted, minute["called_in_time"]),
        (strokes.hatched, minute["missed"]),
    )
    for stroke, count in pieces:
        if count:
            stroke(drawing, x + step * 0.08, y, inner, count * scale)
            y += count * scale
    if y > LOW:
        strokes.text(drawing, x + step / 2, y + 3, str(_all(minute)), to="middle", colour=INK, bold=True)


def _limit(drawing: Any, x: float, limit: int) -> None:
    strokes.line(drawing, x, LOW - 2, x, HIGH + 10, INK, 1.6)
    said = gettext("batas %(minutes)s menit", minutes=limit // SECONDS_PER_CLASS)
    strokes.text(drawing, x + 4, HIGH + 6, said, colour=INK, bold=True)


def _pointer(drawing: Any, x: float, said: str) -> None:
    strokes.pointer(drawing, x, LOW - 11)
    strokes.text(drawing, min(max(x, 45), WIDTH - 60), LOW - 25, said, to="middle", colour=INK, bold=True)


def _legend(drawing: Any) -> None:
    x = LEFT
    for stroke, said in (
        (strokes.block, gettext("Tepat")),
        (strokes.dotted, gettext("Tepat panggil")),
        (strokes.hatched, gettext("Lewat")),
    ):
        stroke(drawing, x, LEGEND_AT - 1, 14, 7)
        strokes.text(drawing, x + 18, LEGEND_AT, said, colour=INK)
        x += 88

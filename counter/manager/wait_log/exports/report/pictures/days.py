"""The share kept over time, by day, or by week where the days would be too many to tell apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from flask_babel import format_date, gettext

from counter.manager.files.paper import strokes
from counter.manager.files.paper.pages import BLUE, BLUE_LINE, INK, LINE, RED, SOFT
from counter.manager.files.words import percent
from shared.domain.wait_figures.charts import DayOfChart

MOST_DAYS = 66
"""A quarter of working days; a longer period is drawn by week."""
MOST_LABELS = 10
HEIGHT, PLOT_TOP, PLOT_LOW, BARS_LOW, BARS_HIGH = 150.0, 136.0, 66.0, 16.0, 44.0
LEFT, RIGHT = 30.0, 8.0
LABELLED = 6
"""So many of the lowest shares are written out."""
LABEL_WIDTH = 34
HALF = 0.5


class Point(NamedTuple):
    """A day or a week of the chart."""

    first: date
    judged: int
    missed: int

    @property
    def share(self) -> float | None:
        """The share kept."""
        return (self.judged - self.missed) / self.judged if self.judged else None


def title(days: Sequence[DayOfChart]) -> str:
    """What is drawn."""
    return str(gettext("Bagian tepat per hari") if len(days) <= MOST_DAYS else gettext("Bagian tepat per minggu"))


def caption(days: Sequence[DayOfChart]) -> str:
    """How to read it."""
    signs = gettext("Lingkaran: semua tepat. Silang: ada yang lewat. Batang: kunjungan yang dihitung, berarsir: lewat.")
    cut = gettext("Sumbu mulai dari 50 persen.")
    return f"{signs} {cut}" if _floor(_points(days)) else str(signs)


def draw(days: Sequence[DayOfChart], width: float) -> Any:
    """The line of shares with the counted visits as bars below."""
    points = _points(days)
    drawing = strokes.canvas(width, HEIGHT)
    step = (width - LEFT - RIGHT) / max(len(points), 1)
    middles = [LEFT + (index + HALF) * step for index in range(len(points))]
    floor = _floor(points)
    _grid(drawing, width, floor)
    _bars(drawing, points, middles, min(step * 0.6, 16), width)
    _dates(drawing, points, middles)
    shown = [(x, _height(p.share, floor), p) for x, p in zip(middles, points, strict=True) if p.share is not None]
    for (x1, y1, _), (x2, y2, _) in pairwise(shown):
        strokes.line(drawing, x1, y1, x2, y2, BLUE, 1.2)
    for x, y, point in shown:
        (strokes.cross if point.missed else strokes.ring)(drawing, x, y)
    _write_lowest(drawing, shown)
    return drawing


def _write_lowest(drawing: Any, shown: Sequence[tuple[float, float, Point]]) -> None:
    """The lowest shares as numbers, as far as they do not cover each other."""
    written: list[float] = []
    for x, y, point in sorted(shown, key=lambda mark: mark[1]):
        if point.missed and len(written) < LABELLED and all(abs(x - other) > LABEL_WIDTH for other in written):
            strokes.text(drawing, x, y - 10, percent(point.share), to="middle", colour=RED, bold=True)
            written.append(x)


def _points(days: Sequence[DayOfChart]) -> list[Point]:
    if len(days) <= MOST_DAYS:
        return [Point(day["day"], day["kept"] + day["missed"], day["missed"]) for day in days]
    weeks = groupby(days, key=lambda day: day["day"] - timedelta(days=day["day"].weekday()))
    return [_week(monday, list(within)) for monday, within in weeks]


def _week(monday: date, days: list[DayOfChart]) -> Point:
    missed = sum(day["missed"] for day in days)
    return Point(monday, missed + sum(day["kept"] for day in days), missed)


def _floor(points: Sequence[Point]) -> float:
    """Where the axis begins: at half, unless a share lies below it."""
    return HALF if min((p.share for p in points if p.share is not None), default=1.0) >= HALF else 0.0


def _height(share: float | None, floor: float) -> float:
    return PLOT_LOW + ((share or 0.0) - floor) / (1 - floor) * (PLOT_TOP - PLOT_LOW)


def _grid(drawing: Any, width: float, floor: float) -> None:
    for share in (floor, (1 + floor) / 2, 1.0):
        y = _height(share, floor)
        strokes.line(drawing, LEFT, y, width - RIGHT, y, INK if share == 1 else LINE)
        strokes.text(drawing, LEFT - 5, y - 2.5, f"{share:.0%}", to="end")


def _bars(drawing: Any, points: Sequence[Point], middles: Sequence[float], thick: float, width: float) -> None:
    most = max((p.judged for p in points), default=0) or 1
    scale = (BARS_HIGH - BARS_LOW) / most
    strokes.line(drawing, LEFT, BARS_LOW, width - RIGHT, BARS_LOW, LINE)
    strokes.text(drawing, LEFT - 5, BARS_HIGH - 5, str(most), to="end")
    for x, point in zip(middles, points, strict=True):
        late = point.missed * scale
        if point.missed:
            strokes.hatched(drawing, x - thick / 2, BARS_LOW, thick, late)
        strokes.block(drawing, x - thick / 2, BARS_LOW + late, thick, point.judged * scale - late, BLUE_LINE)


def _dates(drawing: Any, points: Sequence[Point], middles: Sequence[float]) -> None:
    every = -(-len(points) // MOST_LABELS) or 1
    for x, point in list(zip(middles, points, strict=True))[::every]:
        strokes.text(drawing, x, 5, format_date(point.first, "d MMM"), to="middle", colour=SOFT)

"""The charts of the report, readable without colours."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from flask_babel import format_date, gettext

from counter.manager.files.paper import strokes
from counter.manager.files.paper.pages import BLUE, INK, LINE
from counter.manager.satisfaction.asked import Found
from counter.manager.satisfaction.exports.words import decimals, periods, said
from shared.domain.satisfaction import Skm
from shared.domain.satisfaction.skm import GRADES, SCALE

ROW, NAMES, RIGHT, AXIS = 17.0, 190.0, 40.0, 14.0
HEIGHT, LOW, HIGH, SIDE = 128.0, 34.0, 100.0, 34.0
ROOM = 3.0
"""Points of the index above and below."""
LIMIT_B = float(GRADES[1].least)


def nrr(skm: Skm, width: float) -> Any:
    """A bar for each unsur, from 1 to 4."""
    height = ROW * len(skm.unsur) + AXIS
    drawing, scale = strokes.canvas(width, height), (width - NAMES - RIGHT) / (SCALE[-1] - SCALE[0])
    for value in SCALE:
        x = NAMES + (value - SCALE[0]) * scale
        strokes.line(drawing, x, AXIS - 2, x, height, LINE)
        strokes.text(drawing, x, 3, str(value), to="middle")
    lowest, highest = {unsur.code for unsur in skm.lowest}, {unsur.code for unsur in skm.highest}
    for down, one in enumerate(skm.unsur, 1):
        y = height - down * ROW + 4
        name = strokes.shortened(f"{one.unsur.code} {said(one.unsur.name)}", NAMES - 8)
        strokes.text(drawing, 0, y + 2, name, colour=INK)
        if one.nrr is None:
            continue
        long = float(one.nrr - SCALE[0]) * scale
        code = one.unsur.code
        stroke = strokes.hatched if code in lowest else strokes.dotted if code in highest else strokes.block
        stroke(drawing, NAMES, y, max(long, 3.0), 10)
        strokes.text(drawing, NAMES + long + 5, y + 2, decimals(one.nrr), colour=INK, bold=True)
    return drawing


def trend(found: Found, width: float) -> Any:
    """The index of each period; a ring is provisional, the long line is the limit of grade B."""
    shown = [one for one in periods(found) if one.skm.respondents]
    drawing, step = strokes.canvas(width, HEIGHT), (width - 2 * SIDE) / max(1, len(shown) - 1)
    known = [float(skm.index.value) for skm in (one.skm for one in shown) if skm.index]
    least, most = min([LIMIT_B, *known]) - ROOM, max([LIMIT_B, *known]) + ROOM
    limit = LOW + (LIMIT_B - least) / (most - least) * (HIGH - LOW)
    strokes.line(drawing, 0, limit, width, limit, INK, 0.5)
    strokes.text(drawing, 0, limit + 3, gettext("batas mutu B %(index)s", index=decimals(GRADES[1].least)))
    marks = []
    for place, one in enumerate(shown):
        x, skm = SIDE + place * step, one.skm
        strokes.text(drawing, x, 16, format_date(one.first, "MMM yyyy"), to="middle", colour=INK)
        strokes.text(drawing, x, 6, f"n = {skm.respondents}", to="middle")
        if skm.index:
            y = LOW + (float(skm.index.value) - least) / (most - least) * (HIGH - LOW)
            marks.append((x, y, one.sample.provisional))
            strokes.text(drawing, x, y + 7, decimals(skm.index.value), to="middle", colour=INK, bold=True)
    for (x1, y1, _), (x2, y2, _) in pairwise(marks):
        strokes.line(drawing, x1, y1, x2, y2, BLUE, 1.2)
    for x, y, provisional in marks:
        (strokes.ring if provisional else strokes.dot)(drawing, x, y)
    return drawing

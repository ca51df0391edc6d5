"""A QR code as strokes, sharp at any size."""

from __future__ import annotations

from typing import Any

import qrcode
from reportlab.graphics.shapes import Drawing, Rect

from shared.printing.paper.colours import INK

QUIET_ZONE = 4  # modules of white around it, as ISO/IEC 18004 asks


def code(address: str, side: float) -> Any:
    """The address as a square, `side` points wide with its quiet zone."""
    made = qrcode.QRCode(border=QUIET_ZONE)
    made.add_data(address)
    rows = made.get_matrix()
    module = side / len(rows)
    drawing = Drawing(side, side)
    for down, row in enumerate(rows, 1):
        for across, dark in enumerate(row):
            if dark:
                box = Rect(across * module, side - down * module, module, module)
                box.fillColor, box.strokeColor = INK, None
                drawing.add(box)
    return drawing

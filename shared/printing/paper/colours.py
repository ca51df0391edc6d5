"""The colours of the screens (shared/frontend/tokens.css), for paper."""

from __future__ import annotations

from reportlab.lib.colors import HexColor

INK, SOFT, LINE, WHITE = HexColor("#0c1c33"), HexColor("#46546b"), HexColor("#d8dfe9"), HexColor("#ffffff")
BLUE, BLUE_DEEP, BLUE_TINT, BLUE_LINE = (
    HexColor("#0b5cad"),
    HexColor("#06264d"),
    HexColor("#e7f0fa"),
    HexColor("#b5cfeb"),
)
GREEN, ORANGE, RED = HexColor("#2b7a31"), HexColor("#b4540a"), HexColor("#b3261e")
ON_DEEP_SOFT, ORANGE_TINT = HexColor("#c3d6ec"), HexColor("#fdf0e1")

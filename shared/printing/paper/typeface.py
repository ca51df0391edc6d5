"""The typeface of the report: that of the screens, as the two plain files that a PDF can hold."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

import shared
from shared.printing.typeface import TypefaceMissingError

FONTS = Path(shared.__file__).parent / "static/dist/fonts"
REGULAR, BOLD = "plus-jakarta-sans-regular", "plus-jakarta-sans-bold"


@cache
def load() -> None:
    """Make the typeface known. Raises TypefaceMissingError when the pages were not built."""
    for name in (REGULAR, BOLD):
        file = FONTS / f"{name}.ttf"
        if not file.is_file():
            raise TypefaceMissingError(
                f"{file} is missing: install the package (shared/frontend/hatch_build.py) first."
            )
        registerFont(TTFont(name, file))


def width(text: str, font: str, size: float) -> float:
    """How many points wide a text is."""
    return float(stringWidth(text, font, size))

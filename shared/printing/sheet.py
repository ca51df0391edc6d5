"""A sheet of thermal paper, filled from top to bottom: words, rules, the tumpal row, a QR code."""

import re

import qrcode
from PIL import Image, ImageChops, ImageDraw

from shared.printing import typeface

TALLEST = 2400  # 300 mm at 8 dots a millimetre: no slip may empty the roll
BLACK, WHITE = 0, 255
TUMPAL = (  # the row of triangles of Indonesian cloth, on a field of 48 by 40
    (((0, 40), (24, 2), (48, 40)), BLACK),
    (((10.5, 36.5), (24, 15), (37.5, 36.5)), WHITE),
    (((17, 33.5), (24, 22), (31, 33.5)), BLACK),
)
SMOOTH = 4  # letters and slanted edges are drawn so many times larger and then made small
QUIET_ZONE = 4  # modules of white around a QR code, as ISO/IEC 18004 asks
SMALLEST_MODULE = 4  # half a millimetre: under it phones give up
REALTIME = re.compile(rb"\x10(?=[\x04\x05\x14])")


class Sheet:
    """Paper of a width in dots; `y` is how far down it is filled."""

    def __init__(self, dots: int, margin: int) -> None:
        self.dots = dots
        self.margin = margin
        self.room = dots - 2 * margin
        self.y = 0
        self._paper = Image.new("L", (dots, TALLEST), WHITE)
        self._pen = ImageDraw.Draw(self._paper)

    def skip(self, dots: int) -> None:
        """Leave white."""
        self.y += dots

    def words(self, text: str, size: int, weight: int, *, most: int = 1, leading: float = 1.3) -> None:
        """Set a text in the middle, on at most so many lines; a long one a little smaller."""
        size = typeface.fitting(text, size, weight, self.room, most)
        for line in typeface.lines(text, size, weight, self.room, most):
            self.line(line, size, weight, self.dots / 2, leading=leading)
            self.skip(round(size * leading))

    def line(
        self,
        text: str,
        size: int,
        weight: int,
        middle: float,
        *,
        below: int = 0,
        leading: float = 1.3,
        ink: int = BLACK,
    ) -> None:
        """Set one line around a middle, so many dots further down; the sheet is not moved on."""
        ascent, descent = (length / SMOOTH for length in typeface.font(size * SMOOTH, weight).getmetrics())
        baseline = self.y + below + (size * leading - ascent - descent) / 2 + ascent
        self._set(text, size, weight, middle - typeface.width(text, size, weight) / 2, baseline, ink)

    def number(self, text: str, tallest: int) -> None:
        """Set a ticket number as large as the paper is wide; a narrow hyphen leaves room for digits."""
        pieces = re.findall(r"-|[^-]+", text)
        size = tallest
        while size > SMOOTH and sum(_piece_width(piece, size) for piece in pieces) > self.room:
            size -= 1
        left = (self.dots - sum(_piece_width(piece, size) for piece in pieces)) / 2
        tall = typeface.capitals(size, 800)
        for piece in pieces:
            wide = _piece_width(piece, size)
            if piece == "-":
                top = self.y + tall * 0.55
                box = (left + 0.02 * wide, top, left + 0.86 * wide, top + 0.12 * tall)
                self._pen.rectangle([round(edge) for edge in box], fill=BLACK)
            else:
                self._set(piece, size, 800, left, self.y + tall, BLACK)
            left += wide
        self.skip(tall)

    def _set(self, text: str, size: int, weight: int, left: float, baseline: float, ink: int) -> None:
        """Draw letters much larger and make them small: hinted to whole dots they would stand unevenly."""
        face = typeface.font(size * SMOOTH, weight)
        x, y = int(left), int(baseline) - size * 2
        wide = int(typeface.width(text, size, weight)) + size
        big = Image.new("L", (wide * SMOOTH, size * 3 * SMOOTH), 0)
        pen = ImageDraw.Draw(big)
        for word in text.split(" "):
            place = ((left - x) * SMOOTH, (baseline - y) * SMOOTH)
            pen.text(place, word, WHITE, face, "ls", features=typeface.TABULAR)
            left += typeface.width(word + " ", size, weight)
        self._paper.paste(ink, (x, y), big.resize((wide, size * 3), Image.Resampling.BOX))

    def mark(self, text: str, size: int) -> None:
        """Set a word white in a black field."""
        wide = typeface.width(text, size, 800) + 2 * size
        left, right = (self.dots - wide) / 2, (self.dots + wide) / 2
        box = [round(left), self.y, round(right), self.y + round(size * 1.5)]
        self._pen.rounded_rectangle(box, radius=size // 3, fill=BLACK)
        self.line(text, size, 800, self.dots / 2, leading=1.5, ink=WHITE)
        self.skip(round(size * 1.5))

    def rule(self, thick: int) -> None:
        """Draw a line from margin to margin."""
        self._pen.rectangle((self.margin, self.y, self.dots - self.margin - 1, self.y + thick - 1), BLACK)
        self.skip(thick)

    def dashes(self, thick: int) -> None:
        """Draw a dashed line from margin to margin."""
        count = self.room // (4 * thick)
        step = (self.room - 2.5 * thick) / (count - 1)
        for place in range(count):
            left = round(self.margin + place * step)
            self._pen.rectangle((left, self.y, left + 5 * thick // 2 - 1, self.y + thick - 1), BLACK)
        self.skip(thick)

    def upright(self, top: int, bottom: int, thick: int) -> None:
        """Draw a line down the middle."""
        left = (self.dots - thick) // 2
        self._pen.rectangle((left, top, left + thick - 1, bottom), BLACK)

    def tumpal(self, pitch: int) -> None:
        """Draw the row of triangles from margin to margin, whole ones only, each about so many dots wide."""
        count, tall = round(self.room / pitch), pitch * 5 // 6
        big = Image.new("L", (self.room * SMOOTH, tall * SMOOTH), WHITE)
        pen = ImageDraw.Draw(big)
        for place in range(count):
            for corners, ink in TUMPAL:
                spots = [((place + x / 48) / count * big.width, y / 40 * big.height) for x, y in corners]
                pen.polygon(spots, fill=ink)
        self._paper.paste(big.resize((self.room, tall), Image.Resampling.BOX), (self.margin, self.y))
        self.skip(tall)

    def qr(self, text: str, wish: int) -> bool:
        """Draw a QR code, with its quiet zone about `wish` dots wide; False when it would be too fine."""
        modules = _modules(text)
        module = max(SMALLEST_MODULE, wish // max(len(modules), 1))
        if not modules or module * len(modules) > self.dots:
            return False
        left = (self.dots - module * len(modules)) // 2
        for row, cells in enumerate(modules):
            for column, dark in enumerate(cells):
                if dark:
                    x, y = left + column * module, self.y + row * module
                    self._pen.rectangle((x, y, x + module - 1, y + module - 1), BLACK)
        self.skip(module * len(modules))
        return True

    def picture(self) -> Image.Image:
        """Return what was drawn, black or white (mode "1"), with no printer command hidden in its dots."""
        drawn = self._paper.crop((0, 0, self.dots, min(self.y, TALLEST)))
        return defused(drawn.point(lambda dot: BLACK if dot < WHITE // 2 else WHITE, mode="1"))


def _piece_width(piece: str, size: int) -> float:
    wide = typeface.width(piece, size, 800)
    return 0.56 * wide if piece == "-" else wide


def _modules(text: str) -> list[list[bool]]:
    """Return the cells of a QR code with its quiet zone; none for a text that is not plain or too long."""
    if not text or not text.isascii() or not text.isprintable():
        return []
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(text)
    try:
        return [[bool(cell) for cell in row] for row in code.get_matrix()]
    except ValueError:  # longer than the largest QR code
        return []


def defused(picture: Image.Image) -> Image.Image:
    """Blacken one dot wherever eight dots in a row, sent as bytes, would be a real-time command.

    Printers obey DLE EOT, DLE ENQ and DLE DC4 even in the middle of a picture's data.
    """
    ink = ImageChops.invert(picture).tobytes()
    return ImageChops.invert(Image.frombytes("1", picture.size, REALTIME.sub(b"\x18", ink)))

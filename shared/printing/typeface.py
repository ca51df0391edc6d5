"""The typeface of the slip: the same file that the screens use, measured and broken into lines in dots."""

from functools import lru_cache
from pathlib import Path

from PIL import ImageFont, features

FILE = Path(__file__).parents[1] / "static/dist/fonts/plus-jakarta-sans-latin-wght-normal.woff2"
TABULAR = ["tnum"] if features.check("raqm") else None  # Windows often lacks FriBiDi, and with it figures alike
ELLIPSIS = "…"
SPACE = 0.25  # of the size: the typeface's own space is too narrow for small letters on thermal paper
MEASURED = 512  # widths are taken from letters of this size, because small ones are rounded to whole dots


class TypefaceMissingError(FileNotFoundError):
    """The built assets lack the typeface, so that no slip can be set."""


@lru_cache(maxsize=128)
def font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """Return the typeface at a size in dots and a weight from 200 to 800."""
    if not FILE.is_file():
        raise TypefaceMissingError(f"{FILE} is missing: build the pages (shared/frontend/build.mjs) first.")
    face = ImageFont.truetype(str(FILE), size)
    face.set_variation_by_axes([weight])
    return face


def width(text: str, size: int, weight: int) -> float:
    """Return how many dots wide a text is."""
    words = text.split(" ")
    letters = sum(font(MEASURED, weight).getlength(word, features=TABULAR) for word in words)
    return letters * size / MEASURED + (len(words) - 1) * size * SPACE


def capitals(size: int, weight: int) -> int:
    """Return how many dots tall a capital letter is."""
    return -round(font(MEASURED, weight).getbbox("H", anchor="ls")[1] * size / MEASURED)


def fitting(text: str, size: int, weight: int, room: int, most: int = 1, least: float = 0.8) -> int:
    """Return the size, or a smaller one down to `least` of it, at which a text fits on so many lines."""
    smallest = round(size * least)
    while size > smallest and len(_filled(text, size, weight, room)) > most:
        size -= 1
    return size


def lines(text: str, size: int, weight: int, room: int, most: int) -> list[str]:
    """Break a text into at most so many lines of about the same length; the rest becomes an ellipsis."""
    broken = _filled(text, size, weight, room)
    if len(broken) > most:
        return [*broken[: most - 1], _shortened(" ".join(broken[most - 1 :]), size, weight, room)]
    while len(broken) > 1 and len(narrower := _filled(text, size, weight, room - 4)) == len(broken):
        if any(width(line, size, weight) > room - 4 for line in narrower):
            break
        broken, room = narrower, room - 4
    return broken


def _filled(text: str, size: int, weight: int, room: int) -> list[str]:
    """Fill each line as far as it goes; a word that is longer than a line is cut."""
    filled: list[str] = []
    line = ""
    for word in text.split():
        rest = word
        if line and width(f"{line} {rest}", size, weight) <= room:
            line = f"{line} {rest}"
            continue
        if line:
            filled.append(line)
        while len(rest) > 1 and width(rest, size, weight) > room:
            cut = _most_letters(rest, size, weight, room)
            filled.append(rest[:cut])
            rest = rest[cut:]
        line = rest
    return [*filled, line] if line else filled


def _most_letters(word: str, size: int, weight: int, room: int) -> int:
    count = 1
    while count < len(word) - 1 and width(word[: count + 1], size, weight) <= room:
        count += 1
    return count


def _shortened(text: str, size: int, weight: int, room: int) -> str:
    while text and width(text + ELLIPSIS, size, weight) > room:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS

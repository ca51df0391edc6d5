"""The tables of a recapitulation: each says how many it counts and how many it leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from shared.domain.guest_book.options import Options
from shared.domain.recap.floor import Cell, not_told_apart
from shared.domain.text import Text

POOLED = Text("Lainnya (kurang dari lima)", "Others (fewer than five)")
Unit = Literal["visits", "needs", "persons"]
Counts = Mapping[str, int]
K = TypeVar("K", int, str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """So many of one kind. `below` is the category that an institution belongs to; `pooled` are the answers that are
    told only by this sum.
    """

    label: Text
    count: int
    below: Text | None = None
    pooled: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Counts of one question. Where a visit may count in several lines, `counted` is less than their sum."""

    name: str
    unit: Unit
    lines: tuple[Line, ...]
    counted: int
    left_out: int = 0


def plain(name: str, unit: Unit, lines: Iterable[Line], left_out: int = 0) -> Table:
    """A table in which each visit counts once."""
    told = tuple(lines)
    return Table(name=name, unit=unit, lines=told, counted=sum(line.count for line in told), left_out=left_out)


def named(name: str, unit: Unit, counts: Counter[str], text: Callable[[str], Text], left_out: int = 0) -> Table:
    """Counts by code, the largest first."""
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return plain(name, unit, (Line(label=text(code), count=count) for code, count in ordered if count), left_out)


def listed(name: str, unit: Unit, options: Options, codes: Sequence[int | None]) -> Table:
    """Every answer of the list, also those that nobody gave: a recapitulation has no holes."""
    counts = Counter(code for code in codes if code is not None)
    lines = (Line(label=option.text, count=counts[option.code]) for option in options.of)
    return plain(name, unit, lines, codes.count(None))


def several(name: str, unit: Unit, options: Options, given: Sequence[Sequence[int]]) -> Table:
    """Answers of which several may be given; one that is no longer offered is listed where somebody gave it."""
    counts = Counter(code for codes in given for code in codes)
    offered = (option for option in options.of if option.until is None or counts[option.code])
    lines = tuple(Line(label=option.text, count=counts[option.code]) for option in offered)
    answered = sum(1 for codes in given if codes)
    return Table(name=name, unit=unit, lines=lines, counted=answered, left_out=len(given) - answered)


def floored(
    name: str, unit: Unit, cells: Sequence[Cell[K]], text: Callable[[K], Text], left_out: int = 0
) -> tuple[Table, frozenset[K]]:
    """A table of people's traits under the floor of five, and the answers that it does not tell apart."""
    hidden = not_told_apart(cells)
    lines = [Line(label=text(cell.key), count=cell.visits) for cell in cells if cell.key not in hidden]
    if hidden:
        together = [cell for cell in cells if cell.key in hidden]
        pooled = tuple(text(cell.key) for cell in together)
        lines.append(Line(label=POOLED, count=sum(cell.visits for cell in together), pooled=pooled))
    return plain(name, unit, lines, left_out), hidden

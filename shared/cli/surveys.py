"""`pst skm`: the index of a satisfaction survey from a file of answers. It opens no data folder."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import click

from shared.domain.satisfaction import UNSUR, Index, Skm, SkmAnswers, half_up
from shared.domain.satisfaction import skm as count

CODES = tuple(unsur.code for unsur in UNSUR)
ANSWERS = {"1": 1, "2": 2, "3": 3, "4": 4}
SEPARATORS = (";", "\t", ",")
NRR_PLACES = 4
LEGIBLE = 40
"""Letters of a wrong cell that are shown, so that a message stays one line."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
def skm(file: Path) -> None:
    """Print the SKM of a CSV file as JSON: NRR of each unsur, index, grade (Permenpan RB 14/2017).

    The header is U1,…,U9 in any order; each row is one respondent; an empty cell was not answered. Commas,
    semicolons and tabs are understood, as Excel writes them. The index is taken with the weight of exactly 1/9, and
    beside it with the printed 0.11; both are null while an unsur has no answer at all.
    """
    rows = _read(file)
    result = count(rows)
    if not result.respondents:
        raise ValueError(f"{file}: nobody answered anything")
    if left_out := len(rows) - result.respondents:
        click.echo(f"pst: rows without any answer, not counted: {left_out}", err=True)
    click.echo(json.dumps(_shown(result), ensure_ascii=False))


def _shown(result: Skm) -> dict[str, object]:
    """What the contract prints."""
    return {
        "respondents": result.respondents,
        "nrr": {code: None if nrr is None else _decimals(nrr) for code, nrr in result.nrr.items()},
        "index": _value(result.index),
        "grade": result.index and result.index.grade.letter,
        "index_rounded_weight": _value(result.index_rounded_weight),
    }


def _value(index: Index | None) -> str | None:
    return None if index is None else str(index.value)


def _decimals(nrr: Fraction) -> str:
    """As many decimals as it has, four at most: 3, 3.1, 3.3333."""
    return f"{half_up(nrr, NRR_PLACES):f}".rstrip("0").rstrip(".")


def _read(file: Path) -> list[SkmAnswers]:
    """The answers of each row; ValueError, with the row as Excel numbers it, for what cannot be counted."""
    try:
        rows = list(_rows(_text(file)))
        header = _header(rows[0])
        return [_answers(header, cells, row) for row, cells in enumerate(rows[1:], start=2) if cells]
    except (OSError, ValueError, csv.Error) as error:
        said = error.strerror if isinstance(error, OSError) else error
        raise ValueError(f"{file}: {said}") from error


def _text(file: Path) -> str:
    """The file as text. What matters in it is ASCII, so no byte of another encoding can change an answer."""
    written = file.read_bytes()
    if written.startswith((b"\xff\xfe", b"\xfe\xff")):
        return written.decode("utf-16", errors="replace")
    if b"\0" in written:
        raise ValueError("this is no CSV file; in Excel choose Save As, CSV")
    return written.decode("utf-8-sig", errors="replace")


def _rows(text: str) -> Iterator[list[str]]:
    """The cells of each row, with the separator that the first line uses, or names as Excel does (`sep=;`)."""
    if not text.strip():
        raise ValueError("the file is empty; it should begin with U1,U2,…,U9")
    first, _, rest = text.partition("\n")
    said, _, named = first.rstrip("\r").lower().partition("sep=")
    if not said and named in SEPARATORS:
        text, separator = rest, named
    else:
        separator = next((mark for mark in SEPARATORS if mark in first), ",")
    for cells in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
        yield [cell.strip() for cell in cells]


def _header(cells: list[str]) -> list[str]:
    """The codes of the columns; a column without a name is kept as such."""
    header = [cell.upper() for cell in cells]
    for position, (code, written) in enumerate(zip(header, cells, strict=True)):
        if code and code not in CODES:
            raise ValueError(f"unknown column {written[:LEGIBLE]!r}; the columns are U1 to U9")
        if code and code in header[:position]:
            raise ValueError(f"column {code} stands there twice")
    if missing := [code for code in CODES if code not in header]:
        raise ValueError(f"column {', '.join(missing)} is missing; the first row should be U1,U2,…,U9")
    return header


def _answers(header: list[str], cells: list[str], row: int) -> SkmAnswers:
    """One respondent. Excel leaves out separators at the end of a row, so a short row has empty cells there."""
    answers: dict[str, int] = {}
    for position, cell in enumerate(cells):
        if not cell:
            continue
        code = header[position] if position < len(header) else ""
        if not code:
            raise ValueError(f"row {row}: {cell[:LEGIBLE]!r} stands in a column without a name")
        if cell not in ANSWERS:
            raise ValueError(f"row {row}, {code}: {cell[:LEGIBLE]!r} is no answer; answers are 1, 2, 3, 4 or empty")
        answers[code] = ANSWERS[cell]
    return answers


COMMANDS = (skm,)

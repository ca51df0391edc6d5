"""The CSV files of a pack, written line by line: a year of a large office is never held at once."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from counter.manager.files.comma_separated import BYTE_ORDER_MARK
from counter.manager.files.harmless import harmless

Write = Callable[[Sequence[str]], None]


@contextmanager
def comma_separated(file: Path, columns: Sequence[str]) -> Iterator[Write]:
    """A CSV that is being written; no cell of it is a formula (faults.md R1)."""
    with file.open("w", encoding="utf-8", newline="") as out:
        out.write(BYTE_ORDER_MARK)
        paper = csv.writer(out, lineterminator="\r\n")
        paper.writerow(columns)

        def write(line: Sequence[str]) -> None:
            paper.writerow([harmless(cell) for cell in line])

        yield write

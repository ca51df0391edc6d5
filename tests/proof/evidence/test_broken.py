"""Files that are missing, of another version or made up are told of, and do not break the checker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from shared.evidence.journal_cells import COLUMNS
from shared.evidence.layout import CONTENTS, JOURNAL
from tests.proof.evidence.inspector import found, fsck, kinds
from tests.proof.resigned import Contents, packed


@pytest.mark.parametrize("name", sorted(CONTENTS))
def test_a_file_that_is_missing_is_named(taken: Contents, tmp_path: Path, name: str) -> None:
    del taken.files[name]
    told = fsck(packed(taken, tmp_path / "missing.zip"))
    assert (told.exit_code, f"{name} is missing" in told.stdout) == (1, True), told.output


WRONG: dict[str, Callable[[list[list[str]]], list[list[str]]]] = {
    "nothing at all": lambda _: [],
    "a column of another version": lambda lines: [[*lines[0], "later"], *([*line, "1"] for line in lines[1:])],
    "a column that is gone": lambda lines: [line[1:] for line in lines],
    "too few cells": lambda lines: [lines[0], *(line[:3] for line in lines[1:])],
    "no numbers": lambda lines: [lines[0], *(["x", *line[1:]] for line in lines[1:])],
    "deep facts": lambda lines: [lines[0], *([*line[:13], "[" * 30_000, *line[14:]] for line in lines[1:3])],
    "facts that are none": lambda lines: [lines[0], *([*line[:13], "[]", *line[14:]] for line in lines[1:])],
    "endless lines": lambda lines: [lines[0], ["1"] * 40_000],
}


@pytest.mark.parametrize("how", WRONG)
def test_a_journal_that_is_none_is_said_and_does_not_break_the_checker(
    taken: Contents, tmp_path: Path, how: str
) -> None:
    taken.write(JOURNAL, WRONG[how](taken.lines(JOURNAL)))
    taken.sign()
    told = fsck(packed(taken, tmp_path / "wrong.zip"))
    assert told.exit_code == 1, told.output
    assert told.exception is None or isinstance(told.exception, SystemExit)
    assert "I-1" in told.stdout or "pack" in told.stdout


def test_a_pack_from_before_a_column_was_there_is_still_read(taken: Contents, tmp_path: Path) -> None:
    heading, *lines = taken.lines(JOURNAL)
    place = COLUMNS.index("request")
    old = [line for line in lines if not line[place]]
    asked = next(number for number, line in enumerate(lines) if line[place])
    taken.write(JOURNAL, [[*line[:place], *line[place + 1 :]] for line in (heading, *lines[:asked])])
    taken.sign(rows=asked, last_seq=asked, last_hash=old[asked - 1][COLUMNS.index("hash")])
    assert not {"I-17", "I-18"} & kinds(found(taken, tmp_path))


def test_rows_that_were_made_up_whole_do_not_break_the_checker(taken: Contents, tmp_path: Path) -> None:
    """Chained anew and signed anew, but no office writes such terms."""
    heading, *lines = taken.lines(JOURNAL)
    facts = COLUMNS.index("facts")
    for line in lines:
        if line[COLUMNS.index("move")] in ("open_day", "take"):
            line[facts] = '{"terms":{"opening":5}}'
    taken.write(JOURNAL, [heading, *lines])
    taken.chain_anew()
    told = fsck(packed(taken, tmp_path / "made.zip"))
    assert (told.exit_code, "none that an office writes" in told.stdout) == (1, True), told.output

"""A row of the journal that is changed, removed or moved in a pack is found, however well the pack is signed again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.evidence import UnreadablePackError, check_pack
from shared.evidence.journal_cells import COLUMNS
from shared.evidence.layout import JOURNAL
from tests.proof.evidence.inspector import found, kinds
from tests.proof.resigned import Contents


def test_packing_and_signing_again_what_was_not_changed_is_clean(taken: Contents, tmp_path: Path) -> None:
    """Or nothing that follows would show anything."""
    taken.write(JOURNAL, taken.lines(JOURNAL))
    taken.sign()
    assert found(taken, tmp_path).violations == []


@settings(max_examples=150)
@given(place=st.floats(0, 1, exclude_max=True), turned=st.integers(1, 255))
def test_a_changed_byte_anywhere_is_found(pack: Path, place: float, turned: int) -> None:
    content = bytearray(pack.read_bytes())
    content[int(place * len(content))] ^= turned
    changed = pack.with_name("turned.zip")
    changed.write_bytes(content)
    try:
        assert check_pack(changed).violations
    except UnreadablePackError as error:
        assert "\n" not in str(error)  # noqa: PT017 # not every byte makes a pack unreadable


def test_a_row_that_is_removed_from_the_middle_is_found_however_well_it_is_signed(
    taken: Contents, tmp_path: Path
) -> None:
    heading, *lines = taken.lines(JOURNAL)
    for removed in range(len(lines)):
        taken.write(JOURNAL, [heading, *lines[:removed], *lines[removed + 1 :]])
        taken.sign(rows=len(lines) - 1)
        assert "I-17" in kinds(found(taken, tmp_path)), f"row {removed + 1}"


def test_rows_that_changed_places_are_found(taken: Contents, tmp_path: Path) -> None:
    heading, *lines = taken.lines(JOURNAL)
    for place in range(0, len(lines) - 1, 5):
        swapped = [*lines[:place], lines[place + 1], lines[place], *lines[place + 2 :]]
        taken.write(JOURNAL, [heading, *swapped])
        taken.sign()
        assert {"I-17", "I-18"} <= kinds(found(taken, tmp_path)), f"row {place + 1}"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", "2026-11-19T01:00:00+00:00"),
        ("day", "2026-11-18"),
        ("move", "recall"),
        ("ticket", "1"),
        ("counter", "2"),
        ("actor", "77"),
        ("reason", "visitor"),
        ("undoes", "3"),
        ("request", "5"),
        ("facts", '{"made":"up"}'),
        ("suspect", "True"),
        ("hash", "f" * 64),
    ],
)
def test_a_changed_cell_of_any_row_is_found_and_the_row_is_named(
    taken: Contents, tmp_path: Path, column: str, value: str
) -> None:
    place = COLUMNS.index(column)
    heading, *lines = taken.lines(JOURNAL)
    changed = 0
    for number, line in enumerate(lines, 1):
        if line[place] == value or number % 4:
            continue
        forged = [*line[:place], value, *line[place + 1 :]]
        taken.write(JOURNAL, [heading, *lines[: number - 1], forged, *lines[number:]])
        taken.sign()
        report = found(taken, tmp_path)
        said = [what for kind, what in report.violations if kind == "I-18"]
        assert any(f"row {number} was changed" in what or f"line {number + 1} of" in what for what in said), said
        changed += 1
    assert changed > 5


def test_a_row_cannot_hide_behind_something_withheld(taken: Contents, tmp_path: Path) -> None:
    """Only what an early version wrote of a complaint is withheld; a no-show is not."""
    heading, *lines = taken.lines(JOURNAL)
    move, withheld = COLUMNS.index("move"), COLUMNS.index("withheld")
    miss = next(number for number, line in enumerate(lines) if line[move] == "miss")
    lines[miss][withheld] = "code"
    taken.write(JOURNAL, [heading, *lines])
    taken.sign()
    assert any("nothing of such a row may be" in what for _, what in found(taken, tmp_path).violations)

"""A figure of a pack that does not follow from its rows is found and named."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.evidence.layout import VISITS
from tests.proof.evidence.inspector import found
from tests.proof.resigned import Contents


@pytest.mark.parametrize(
    ("name", "column", "value", "said"),
    [
        (VISITS, "putusan", "kept", "but the journal tells"),
        (VISITS, "detik_jam", "1", "but the journal tells"),
        ("jam-kunjungan.csv", "bagian_tepat", "1.0000", "but the journal tells '0."),
        ("daftar-jaga.csv", "petugas", "99", "petugas is '99'"),
        ("prioritas.csv", "nomor_prioritas", "0", "nomor_prioritas is '0'"),
        ("ketentuan-hari.csv", "batas_detik", "900", "but the journal tells '600'"),
        ("pengaduan.csv", "keadaan", "withdrawn", "keadaan is 'withdrawn'"),
        ("permintaan.csv", "jawaban_pertama", "2026-11-19T10:00:00+07:00", "but the journal tells '2026-11-20"),
        ("jam-permintaan.csv", "tepat", "7", "tepat is '7'"),
    ],
)
def test_a_figure_that_does_not_follow_from_the_rows_is_found_and_named(  # a row of the table
    taken: Contents, tmp_path: Path, name: str, column: str, value: str, said: str
) -> None:
    heading, *lines = taken.lines(name)
    place = heading.index(column)
    changed = next(line for line in lines if line[place] not in (value, ""))
    changed[place] = value
    taken.write(name, [heading, *lines])
    taken.sign()
    report = found(taken, tmp_path)
    assert any(kind == "I-19" and name in what and said in what for kind, what in report.violations), report.violations


@pytest.mark.parametrize(
    "name", [VISITS, "daftar-jaga.csv", "pengaduan.csv", "permintaan.csv", "ketentuan-hari.csv", "prioritas.csv"]
)
def test_a_line_that_is_left_out_or_made_up_is_found(taken: Contents, tmp_path: Path, name: str) -> None:
    lines = taken.lines(name)
    taken.write(name, lines[:-1])
    taken.sign()
    assert any("does not tell of" in what for _, what in found(taken, tmp_path).violations)
    taken.write(name, [*lines, ["2030-01-01", "9", "9", *lines[-1][3:]]])
    taken.sign()
    assert any("the journal does not" in what for _, what in found(taken, tmp_path).violations)


def test_a_board_that_never_answered_makes_another_verdict(taken: Contents, tmp_path: Path) -> None:
    taken.write("panggilan-terdengar.csv", taken.lines("panggilan-terdengar.csv")[:1])
    taken.sign()
    assert any(
        "'called_in_time', but the journal tells 'missed'" in what for _, what in found(taken, tmp_path).violations
    )

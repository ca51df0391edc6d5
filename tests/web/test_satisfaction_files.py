"""The report, the poster, the workbook and the answers: they agree with exact fractions and hold nobody's name."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from shared.cli.surveys import skm as pst_skm
from shared.domain.satisfaction import UNSUR, half_up
from tests.domain.satisfaction.surveys import REPORTED_NRR, TEN_RESPONDENTS, a_hundred_with, written
from tests.web.front import Front
from tests.web.survey import QUARTER, answer, file, paper, told, workbook

NINE = {f"U{number}": 3 for number in range(1, 10)}
CODES = [unsur.code for unsur in UNSUR]
HOSTILE = '=HYPERLINK("http://evil","x")'
LINE = {"unsur": "U2", "programme": "Alur satu halaman", "due": "2026-11-30", "in_charge": "Andri Saputra"}
CHAPTERS = (
    "Lembar pengesahan",
    "Kata pengantar",
    "Bab I. Pendahuluan",
    "Dasar hukum",
    "Maksud dan tujuan",
    "Sasaran",
    "Manfaat dan ruang lingkup",
    "Bab II. Metodologi",
    "Pelaksana",
    "Cara pengumpulan data",
    "Populasi dan jumlah responden",
    "Pengolahan data",
    "Bab III. Hasil survei",
    "Karakteristik responden",
    "Nilai rata-rata per unsur",
    "Indeks, mutu, dan kinerja",
    "Unsur terendah dan tertinggi",
    "Saran dan masukan",
    "Bab IV. Analisis dan tindak lanjut",
    "Analisis masalah",
    "Rencana tindak lanjut",
    "Tren antarperiode",
    "Tindak lanjut periode lalu",
    "Bab V. Kesimpulan",
    "Kuesioner SKM",
    "Tabel olah data",
    "Dokumentasi dan bukti publikasi",
)


def random_survey(seed: int) -> list[dict[str, int]]:
    """Respondents who each leave some questions out; each question is answered by somebody."""
    chance = Random(seed)  # noqa: S311 # a survey, not a secret
    some = [
        {code: chance.randint(1, 4) for code in CODES if chance.random() < 0.8} for _ in range(chance.randint(5, 24))
    ]
    return [*some, {code: chance.randint(1, 4) for code in CODES}]


def exact(survey: Sequence[Mapping[str, int]], weight: Fraction) -> str:
    """The index by the regulation's own formula."""
    given = {code: [answers[code] for answers in survey if code in answers] for code in CODES}
    return str(half_up(sum(Fraction(sum(values), len(values)) for values in given.values()) * weight * 25, 2))


def comma(figure: str) -> str:
    return figure.replace(".", ",")


def counted_by_pst_skm(answers: bytes, folder: Path) -> dict[str, object]:
    saved = folder / "answers.csv"
    saved.write_bytes(answers)
    result = CliRunner().invoke(pst_skm, [str(saved)])
    assert result.exit_code == 0, result.output
    counted: dict[str, object] = json.loads(result.stdout)
    return counted


@pytest.mark.parametrize("seed", range(3))
def test_page_report_poster_workbook_and_pst_skm_agree_with_exact_fractions(
    front: Front, tmp_path: Path, seed: int
) -> None:
    survey = random_survey(seed)
    answer(front, survey)
    index, rounded = exact(survey, Fraction(1, 9)), exact(survey, Fraction(11, 100))
    page = told(front)["skm"]
    assert (page["index"], page["index_rounded_weight"]) == (index, rounded)
    counted = counted_by_pst_skm(file(front, "csv"), tmp_path)
    assert (counted["index"], counted["index_rounded_weight"], counted["grade"]) == (index, rounded, page["grade"])
    assert counted["respondents"] == page["respondents"] == sum(bool(answers) for answers in survey)
    said = paper(front)
    assert f"IKM periode ini {comma(index)} ({page['grade']}" in said
    assert f"dengan pembobot dibulatkan 0,11 {comma(rounded)} (" in said
    for code, one in page["unsur"].items():
        values = [answers[code] for answers in survey if code in answers]
        assert one["nrr"] == str(half_up(Fraction(sum(values), len(values)), 2))
        assert comma(str(half_up(Fraction(sum(values), len(values)), 4))) in said
    assert comma(index) in paper(front, "poster")
    sheet = workbook(front)["Ringkasan"]
    row = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "Semua layanan")
    assert (f"{row[5]:.2f}", row[6], f"{row[7]:.2f}") == (index, page["grade"], rounded)


@pytest.mark.parametrize(
    ("survey", "index", "rounded"),
    [
        (written(TEN_RESPONDENTS), "82,50 (B, Baik)", "81,68 (B, Baik)"),
        (a_hundred_with(REPORTED_NRR), "88,69 (A, Sangat baik)", "87,81 (B, Baik)"),
    ],
    ids=["ten respondents", "a grade that depends on the weight"],
)
def test_the_two_vectors_stand_in_the_report(
    front: Front, survey: list[Mapping[str, int]], index: str, rounded: str
) -> None:
    answer(front, survey)
    said = paper(front)
    assert f"IKM periode ini {index}" in said
    assert f"dengan pembobot dibulatkan 0,11 {rounded}." in said


def test_the_report_has_every_part_in_its_order(front: Front) -> None:
    answer(front, written(TEN_RESPONDENTS), comment="Ruang tunggu panas")
    answer(front, [{f"S{number}": 8 for number in range(1, 17)}] * 5, instrument="skd")
    front.post("/counter/follow-ups", {**LINE, "period_ends": "2026-12-31"}, "manager")
    said = paper(front)
    places = [said.find(part) for part in CHAPTERS]
    assert -1 not in places, [part for part, place in zip(CHAPTERS, places, strict=True) if place < 0]
    assert places == sorted(places)
    for part in (
        "Mengetahui,",
        "Kepala kantor",
        "NIP:",
        "Peraturan Menteri PANRB Nomor 14 Tahun 2017",
        "Ruang tunggu panas",
        "Alur satu halaman",
    ):
        assert part in said
    assert "15 14 10 5" in said, "of fifteen visits fourteen must answer; ten did, five kept silent"
    assert "Bagaimana pendapat Saudara tentang kewajaran biaya/tarif" in said
    assert "Tidak ada pungutan liar" in said
    assert "Terendah: U1 Persyaratan (3,10); U2 Sistem, Mekanisme, dan Prosedur (3,10)." in said


def test_chapters_are_bookmarks(front: Front) -> None:
    answer(front, written(TEN_RESPONDENTS))
    outline = [
        str(entry["/Title"]) for entry in PdfReader(io.BytesIO(file(front, "pdf"))).outline if isinstance(entry, dict)
    ]
    assert [title for title in outline if title.startswith("Bab")] == [c for c in CHAPTERS if c.startswith("Bab")]


def test_the_poster_is_one_page_with_index_grade_and_people(front: Front) -> None:
    answer(front, written(TEN_RESPONDENTS), who={"sex": 2, "schooling": 6, "birth_year": 2000})
    reader = PdfReader(io.BytesIO(file(front, "poster")))
    assert len(reader.pages) == 1
    said = paper(front, "poster")
    for part in ("82,50", "Baik", "10 responden dari 10 kunjungan", "Perempuan", "D4/S1", "1 Oktober 2026 sampai"):
        assert part in said


def test_of_fewer_than_five_the_files_hold_no_figure(front: Front) -> None:
    answer(front, [dict.fromkeys(NINE, 2)] * 4, comment="Sepi")
    assert file(front, "csv").decode("utf-8-sig") == ",".join(CODES) + "\r\n"
    for kind in ("pdf", "poster"):
        said = paper(front, kind)
        assert "mulai lima jawaban" in said
        assert "50,00" not in said
        assert "Sepi" not in said
    rows = list(workbook(front)["Jawaban"].iter_rows(values_only=True))
    assert len(rows) == 1


def test_the_workbook_has_native_charts_real_dates_and_no_formula(front: Front) -> None:
    answer(front, written(TEN_RESPONDENTS), comment=HOSTILE)
    front.post("/counter/follow-ups", {**LINE, "programme": HOSTILE, "period_ends": "2026-12-31"}, "manager")
    book = workbook(front)
    assert book.sheetnames == ["Ringkasan", "Unsur", "Responden", "SKD", "Tren", "Saran", "Tindak lanjut", "Jawaban"]
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert [cell.value for cell in cells if "HYPERLINK" in str(cell.value)] == [f"'{HOSTILE}"] * 11
    with ZipFile(io.BytesIO(file(front, "xlsx"))) as parts:
        assert sum(name.startswith("xl/charts/chart") for name in parts.namelist()) == 2
    assert book["Tren"].cell(9, 1).value == datetime(2026, 10, 1)  # noqa: DTZ001 # a spreadsheet knows no zones
    assert book["Unsur"].freeze_panes == "A2"
    assert book["Tindak lanjut"].cell(2, 4).value == datetime(2026, 11, 30)  # noqa: DTZ001 # likewise


def test_the_answers_hold_neither_service_nor_day_nor_trait(front: Front) -> None:
    answer(front, [NINE] * 5, who={"name": "ZZKANARI", "sex": 2, "birth_year": 2003})
    rows = list(csv.reader(io.StringIO(file(front, "csv").decode("utf-8-sig"))))
    assert rows == [CODES, *[["3"] * 9] * 5]
    book = workbook(front)
    everything = " ".join(str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    for trace in ("KANARI", "K-001", "2003"):
        assert trace not in everything + paper(front)


def test_files_are_named_after_office_service_and_days(front: Front) -> None:
    names = {
        "pdf": "kepuasan-kota-pekanbaru-2026-10-01-2026-12-31.pdf",
        "poster": "poster-kepuasan-kota-pekanbaru-2026-10-01-2026-12-31.pdf",
        "xlsx": "kepuasan-kota-pekanbaru-2026-10-01-2026-12-31.xlsx",
        "csv": "kepuasan-kota-pekanbaru-2026-10-01-2026-12-31.csv",
    }
    for kind, name in names.items():
        reply = front.get(f"/counter/satisfaction?{QUARTER}&format={kind}", "manager")
        assert reply.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    only = front.get(f"/counter/satisfaction?{QUARTER}&format=csv&service=K", "manager")
    assert "kepuasan-kota-pekanbaru-K-2026" in only.headers["Content-Disposition"]


def test_the_report_and_the_poster_speak_english(front: Front) -> None:
    answer(front, written(TEN_RESPONDENTS))
    said = paper(front, Accept_Language="en")
    for part in ("Chapter I. Introduction", "Follow-up plan", "82.50 (B, Good)", "Requirements", "Undang-Undang"):
        assert part in said
    assert "Kesimpulan" not in said
    assert "Thank you" in paper(front, "poster", Accept_Language="en")

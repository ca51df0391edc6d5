"""The wait log as XLSX and as PDF: what the head of an office keeps, signs and sends on."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import datetime, timedelta
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from counter.manager.wait_log.asked import Asked, choice_of
from counter.manager.wait_log.exports.report import report
from counter.manager.wait_log.exports.spreadsheet import spreadsheet
from counter.manager.wait_log.found import Found, find
from shared.domain.text import Text
from tests.cast import THURSDAY, HandClock
from tests.web.front import OFFICE, Front, is_problem
from tests.web.log_files import beside, book_of, cells, fetched, paper_of, played, printed, read, visit

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ANYTHING = st.text(max_size=60)
HOSTILE = ('=HYPERLINK("http://evil","x")', "+1", "-1+2", "@SUM(A1)", " =1+1", "＝1+1", "{=1+1}", "http://evil.example")


@pytest.fixture
def morning(front: Front, clock: HandClock) -> Front:
    """The morning that most promises here are about."""
    return played(front, clock)


@pytest.mark.parametrize(("kind", "mimetype"), [("xlsx", XLSX), ("pdf", "application/pdf")])
def test_a_file_is_named_after_office_and_days_and_is_saved(morning: Front, kind: str, mimetype: str) -> None:
    answer = morning.get(f"/counter/wait-log?format={kind}", "manager", Accept="text/html")
    assert (answer.status_code, answer.mimetype) == (200, mimetype)
    name = f"waktu-tunggu-kota-pekanbaru-2026-11-19-2026-11-19.{kind}"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'


@pytest.mark.parametrize("kind", ["xlsx", "pdf"])
def test_only_a_manager_gets_a_file(morning: Front, kind: str) -> None:
    assert is_problem(morning.get(f"/counter/wait-log?format={kind}", "officer"), 403, "forbidden")
    assert is_problem(morning.get(f"/counter/wait-log?format={kind}"), 401, "unauthenticated")


def test_times_are_real_times_of_the_office_and_spans_are_real_spans(morning: Front) -> None:
    sheet = book_of(morning)["Kunjungan"]
    headings = [cell.value for cell in sheet[1]]
    row = dict(zip(headings, sheet[2], strict=True))
    assert row["Tanggal"].value == datetime(2026, 11, 19)  # noqa: DTZ001 # a spreadsheet knows no zones
    assert row["Mulai layani (WIB)"].value == datetime(2026, 11, 19, 8, 5)  # noqa: DTZ001 # likewise
    assert (row["Jam (menit:detik)"].value, row["Jam (menit:detik)"].number_format) == (timedelta(minutes=5), "[mm]:ss")
    assert row["Lama layanan"].value == timedelta(minutes=5)
    assert (row["Nomor"].value, row["Petugas"].value, row["Hasil"].value) == ("K-001", "Rina", "Tepat")


def test_the_rows_of_the_sheet_are_the_rows_of_the_log(morning: Front) -> None:
    rows = morning.get("/counter/wait-log?format=json", "manager").json["rows"]
    sheet = book_of(morning)["Kunjungan"]
    numbers = [row[1].value for row in sheet.iter_rows(min_row=2)]
    assert numbers == [row["number"] for row in rows] == ["K-001", "P-001"]


def test_headings_stay_in_sight_and_every_column_can_be_filtered(morning: Front) -> None:
    sheet = book_of(morning)["Kunjungan"]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, sheet.max_column).coordinate[:-1]}3"


def test_the_figures_of_the_sheet_are_the_figures_of_the_summary(morning: Front) -> None:
    summary = morning.get("/counter/wait-log?format=json", "manager").json["summary"]
    sheet = book_of(morning)["Ringkasan"]
    verdicts = ("Tepat", "Tepat panggil", "Lewat", "Tidak dinilai", "Jumlah")
    codes = ("kept", "called_in_time", "missed", "not_judged", "visits")
    assert [beside(sheet, name) for name in verdicts] == [summary[code] for code in codes]
    assert beside(sheet, "Bagian tepat") == summary["kept_share"]
    assert beside(sheet, "Tunggu total, median") == timedelta(seconds=summary["wait_median"])
    assert beside(sheet, "Belum dijelaskan") == summary["unexplained"] == 1


def test_the_summary_says_whose_and_which_days_they_are_and_what_the_clock_measures(morning: Front) -> None:
    told = "\n".join(str(cell.value) for row in book_of(morning)["Ringkasan"].iter_rows() for cell in row if cell.value)
    for words in ("PST BPS Kota Pekanbaru", "0102067/1471 TAHUN 2023", "Kamis, 19 November 2026", "600 detik", "WIB"):
        assert words in told
    assert "maksimal 10 (sepuluh) menit sejak pengguna layanan pada antrian sebelumnya selesai." in told


def test_a_narrowed_file_says_to_what_it_was_narrowed(morning: Front) -> None:
    sheet = book_of(morning, "&service=P&verdict=missed")["Ringkasan"]
    assert (beside(sheet, "Angka dihitung dari"), beside(sheet, "Daftar memuat")) == ("Perpustakaan", "Lewat")
    assert "Perpustakaan" in read(paper_of(morning, "&service=P"))


def test_the_charts_are_drawn_by_the_spreadsheet_itself(morning: Front) -> None:
    with ZipFile(io.BytesIO(fetched(morning, "xlsx"))) as package:
        charts = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/charts/chart")]
        coloured = [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    drawn = " ".join(charts)
    assert len(charts) == 4
    for title in ("Bagian tepat dan kunjungan per hari", "Lama jam sampai mulai dilayani", "Lama jam per layanan"):
        assert title in drawn
    assert "pattFill" in drawn
    assert any(b"colorScale" in sheet for sheet in coloured)


def test_the_limit_stands_between_the_minutes_before_and_after_it(morning: Front) -> None:
    names = [row[0].value for row in book_of(morning)["Data grafik"].iter_rows()]
    at = names.index("batas")
    assert names[at - 1 : at + 2] == ["9–10", "batas", "10–11"]


def test_the_limit_is_there_when_nobody_came_near_it(front: Front, clock: HandClock) -> None:
    front.take("K")
    visit(front, clock, "08:04", "08:05", "08:10", "officer:Rina")
    assert "batas" in [row[0].value for row in book_of(front)["Data grafik"].iter_rows()]


@pytest.mark.parametrize("name", HOSTILE)
def test_nobodys_name_is_a_formula_or_a_link(front: Front, clock: HandClock, name: str) -> None:
    book = book_of(played(front, clock, f"officer:{name}"))
    every = cells(book)
    assert name in [cell.value for cell in every]
    assert not [cell for cell in every if cell.data_type == "f" or cell.hyperlink]


@pytest.fixture
def found(morning: Front) -> Found:
    """What the log finds of the morning."""
    parts, now, asked = morning.house.parts, morning.clock.now(), Asked()
    office, vault = parts.offices[OFFICE], parts.vault
    choice = choice_of(asked, office, now)
    reading = parts.database.reading
    return reading(OFFICE, lambda records: find(records, vault, office, choice, now, asked, whole=True))


@given(officer=ANYTHING, service=ANYTHING)
@example(officer="=1+1", service='=HYPERLINK("http://evil","x")')
@example(officer="<b>&amp;", service="Żółć ā Иван 😀")
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_officers_and_services_are_called_both_files_are_written_and_nothing_can_run(
    morning: Front, found: Found, officer: str, service: str
) -> None:
    services = tuple(replace(one, name=Text(service, service)) for one in found.office.services)
    named = replace(found, office=replace(found.office, services=services), names=dict.fromkeys(found.names, officer))
    with morning.house.app.test_request_context():
        book, paper = load_workbook(io.BytesIO(spreadsheet(named))), PdfReader(io.BytesIO(report(named)))
    assert not [cell for cell in cells(book) if cell.data_type == "f" or cell.hyperlink]
    assert "19/11/2026 P-001" in read(paper)


def test_the_report_names_the_office_the_promise_the_definition_and_the_figures(morning: Front) -> None:
    told = read(paper_of(morning))
    for words in (
        "Pelayanan Statistik Terpadu BPS Kota Pekanbaru",
        "Jl. Rawa Indah, Pekanbaru 28125 · Telepon (0761) 7874567 · pekanbarukota.bps.go.id",
        "0102067/1471 TAHUN 2023",
        "Laporan waktu tunggu Kamis, 19 November 2026",
        "Pengguna layanan akan dilayani maksimal 10 (sepuluh) menit sejak pengguna layanan pada antrian sebelumnya",
        "Maksimal 10 menit berarti paling lama 600 detik.",
        "50,0% 1 dari 2 dihitung",
        "Sejak nomor terbit, sampai mulai dilayani",
        "Mengetahui,",
        "08.40 WIB",
    ):
        assert words in told


def test_the_report_lists_every_missed_visit_with_its_reason(morning: Front) -> None:
    told = read(paper_of(morning))
    assert "19/11/2026 P-001 Perpustakaan Meja 1 15:00 25:00 Belum dijelaskan" in told
    assert "K-001" not in told


def test_the_report_knows_its_title_its_language_its_parts_and_its_pages(morning: Front) -> None:
    paper = paper_of(morning)
    assert paper.metadata is not None
    assert paper.metadata.title == "Laporan waktu tunggu, PST BPS Kota Pekanbaru, Kamis, 19 November 2026"
    assert paper.metadata.author == "PST BPS Kota Pekanbaru"
    assert str(paper.root_object["/Lang"]) == "id"
    parts = [part.title for part in paper.outline if not isinstance(part, list)]
    assert parts[:3] == ["Yang diukur", "Angka", "Grafik"]
    last = len(paper.pages)
    assert f"Halaman {last} dari {last}" in re.sub(r"\s+", " ", paper.pages[-1].extract_text())


def test_so_many_days_that_nobody_could_tell_them_apart_are_drawn_by_week(morning: Front, found: Found) -> None:
    [today] = found.charts["days"]
    days = [today | {"day": THURSDAY - timedelta(days=ago)} for ago in range(100, -1, -1)]
    assert "Bagian tepat per hari" in printed(morning, found)
    assert "Bagian tepat per minggu" in printed(morning, replace(found, charts=found.charts | {"days": days}))


def test_a_report_prints_no_more_than_300_missed_visits_and_says_so(morning: Front, found: Found) -> None:
    told = printed(morning, replace(found, visits=list(found.visits) * 301))
    assert told.count("P-001") == 300
    assert "300 dari 301 kunjungan, yang tertua dahulu; semuanya ada dalam berkas XLSX." in told


def test_an_office_that_promised_nothing_gets_a_report_without_a_limit(morning: Front, found: Found) -> None:
    office = replace(found.office, standard=replace(found.office.standard, walk_in=None))
    told = printed(morning, replace(found, office=office))
    assert "Standar pelayanan tidak menjanjikan batas waktu bagi kunjungan langsung." in told
    assert "batas 10 menit" in printed(morning, found)
    assert "batas 10 menit" not in told


def test_both_files_speak_english_when_asked_but_the_promise_stays_as_published(morning: Front) -> None:
    told = read(paper_of(morning, "&lang=en"))
    for words in ("Wait-time report", "Kept", "600 seconds", "50.0%", "08:40 WIB"):
        assert words in told
    assert "akan dilayani maksimal 10 (sepuluh) menit" in told
    assert str(paper_of(morning, "&lang=en").root_object["/Lang"]) == "en"
    assert book_of(morning, "&lang=en").sheetnames == ["Summary", "Charts", "Visits", "Chart data"]


def test_an_empty_period_gives_files_that_say_so(front: Front) -> None:
    nobody = "Tidak ada kunjungan dalam periode ini."
    book = book_of(front)
    assert nobody in [cell.value for cell in book["Kunjungan"][2]]
    assert beside(book["Ringkasan"], "Bagian tepat") is None
    assert nobody in read(paper_of(front))


def test_a_visitor_who_still_waits_is_in_both_files(front: Front, clock: HandClock) -> None:
    clock.at("08:00")
    front.take("K")
    clock.at("08:30")
    row = dict(zip(*([cell.value for cell in row] for row in book_of(front)["Kunjungan"].iter_rows()), strict=True))
    assert (row["Hasil"], row["Alasan"], row["Mulai layani (WIB)"]) == ("Tidak dinilai", "Masih menunggu", None)
    assert "Masih menunggu" in read(paper_of(front))


def test_a_service_from_which_everybody_left_late_is_in_both_files_without_a_clock(
    front: Front, clock: HandClock
) -> None:
    ticket = front.take("K")
    clock.at("08:30")
    front.post(f"/kiosk/tickets/{ticket['token']}/leave")
    assert "n = 0" in read(paper_of(front))
    assert "Konsultasi Statistik" in [cell.value for cell in cells(book_of(front))]


def test_a_longer_period_is_written_whole(morning: Front, clock: HandClock) -> None:
    clock.at("08:00", THURSDAY + timedelta(days=1))
    played(morning, clock)
    query = "&from=2026-11-01&to=2026-11-20"
    assert book_of(morning, query)["Kunjungan"].max_row == 5
    assert "1 November 2026 sampai 20 November 2026" in read(paper_of(morning, query))

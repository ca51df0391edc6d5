"""The respondent file of the SKD: in its order and codes, without names by default, with names only with a trace."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.web.front import OFFICE, Front, is_problem
from tests.web.test_guest_book import RAHMI, write

PERIOD = "from=2026-11-01&to=2026-11-30"
AGREES = {"survey": True}
NEED = {
    "detail": "Garis kemiskinan ZZKANARI",
    "region": "Pekanbaru",
    "year_from": 2015,
    "year_to": 2025,
    "level": 3,
    "period": 4,
    "obtained": 1,
    "sources": [1, 5],
    "publication": "Pekanbaru Dalam Angka",
}
OPEN = {"from": "2026-11-01", "to": "2026-11-30", "reason": "survey_contact"}
CANARY = ("KANARI", "kanari@", "0899", "62899", "Universitas Riau", "Garis kemiskinan", "Dalam Angka")


def visit(front: Front, service: str = "K", consents: dict[str, bool] | None = None, **answers: Any) -> dict[str, Any]:
    ticket = front.take(service)
    written = write(front, ticket=ticket["token"], answers=answers, consents=consents or {})
    assert written.status_code == 201, written.json
    return ticket


@pytest.fixture
def rahmi(front: Front) -> dict[str, Any]:
    """Rahmi agreed to be asked; the officer wrote down what she needed."""
    said: dict[str, Any] = {**RAHMI, "schooling": 4, "institution_kind": 6}
    ticket = visit(front, consents=AGREES, **said)
    answer = front.post(f"/counter/tickets/{ticket['id']}/needs", {"position": 1, "answers": NEED}, "officer:Rina")
    assert answer.status_code == 201, answer.json
    return ticket


def without_names(front: Front, kind: str = "csv", part: str = "respondents", query: str = PERIOD) -> Any:
    return front.get(f"/counter/recap/respondents?{query}&format={kind}&part={part}", "manager")


def with_names(front: Front, who: str = "manager:Sari", **more: Any) -> Any:
    return front.post("/counter/recap/respondents", {**OPEN, "format": "csv", **more}, who)


def rows(answer: Any) -> list[dict[str, str]]:
    assert answer.status_code == 200, answer.get_data(as_text=True)[:300]
    return list(csv.DictReader(io.StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"))))


def left_out(front: Front) -> dict[str, int]:
    told: dict[str, int] = front.get(f"/counter/recap?{PERIOD}", "manager").json["respondents"]["left_out"]
    return told


def test_one_row_for_each_respondent_and_one_for_each_need_in_the_codes_of_the_skd(
    front: Front, rahmi: dict[str, Any]
) -> None:
    assert rows(without_names(front)) == [
        {
            "Responden": "1",
            "Bulan kunjungan": "2026-11-01",
            "4. Jenis kelamin": "2",
            "5. Pendidikan tertinggi": "1",
            "6. Umur": "2",
            "8. Pekerjaan utama": "1",
            "9. Kategori instansi": "6",
            "9. Nama instansi": "",
            "10. Pemanfaatan utama": "1",
            "11. Jenis layanan": "Konsultasi Statistik",
            "12. Sarana": "1, 4",
            "13. Ada pengaduan": "",
        }
    ]
    assert rows(without_names(front, part="needs")) == [
        {
            "Responden": "1",
            "Kebutuhan ke-": "1",
            "Tahun awal": "2015",
            "Tahun akhir": "2025",
            "Level data": "3",
            "Periode data": "4",
            "Data diperoleh": "1",
            "Jenis sumber data": "1, 5",
            "Tahun publikasi": "",
            "Untuk perencanaan pembangunan": "",
        }
    ]


def test_the_default_file_holds_nothing_that_the_visitor_wrote_in_words(front: Front, rahmi: dict[str, Any]) -> None:
    for kind in ("csv", "xlsx"):
        answer = without_names(front, kind)
        assert "tanpa-identitas" in answer.headers["Content-Disposition"]
        text = answer.get_data(as_text=True) if kind == "csv" else cells_of(answer.data)
        assert not any(canary in text for canary in CANARY)


def cells_of(data: bytes) -> str:
    book = load_workbook(io.BytesIO(data))
    return " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)


def test_codes_are_numbers_days_are_days_and_no_cell_is_a_formula(front: Front) -> None:
    strange: dict[str, Any] = {**RAHMI, "name": "=1+1", "institution": "@SUM(A1)", "schooling": 7}
    visit(front, consents=AGREES, **strange)
    book = load_workbook(io.BytesIO(with_names(front, format="xlsx").data))
    one = book["Blok I"]
    found = {heading.value: cell for heading, cell in zip(one[1], one[2], strict=True)}
    assert found["5. Pendidikan tertinggi"].value == 4
    assert found["Tanggal kunjungan"].value == datetime(2026, 11, 19)  # noqa: DTZ001 # spreadsheets know no zones
    assert (found["1. Nama lengkap"].value, found["1. Nama lengkap"].data_type) == ("=1+1", "s")
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    plain = rows(with_names(front))[0]
    assert (plain["1. Nama lengkap"], plain["9. Nama instansi"]) == ("'=1+1", "'@SUM(A1)")
    month = load_workbook(io.BytesIO(without_names(front, "xlsx").data))["Blok I"]["B2"]
    assert month.value == datetime(2026, 11, 1)  # noqa: DTZ001 # as above


def test_names_are_read_only_of_those_whose_consent_stands_and_each_is_logged(
    front: Front, rahmi: dict[str, Any]
) -> None:
    visit(front, name="ZZKANARI tak setuju", sex=1)
    took_back = visit(front, consents=AGREES, name="ZZKANARI menarik", sex=1)
    withdrawn = front.post(f"/kiosk/tickets/{took_back['token']}/consents/survey/withdraw")
    assert withdrawn.status_code == 200, withdrawn.json
    restricted = visit(front, consents=AGREES, name="ZZKANARI dibatasi", sex=1)
    front.post(f"/counter/tickets/{restricted['id']}/rights/restrict", {"restricted": True}, "manager:Sari")
    erased = visit(front, consents=AGREES, name="ZZKANARI dihapus", sex=1)
    front.post(f"/counter/tickets/{erased['id']}/rights/erase", {}, "manager:Sari")
    answer = with_names(front)
    assert "DATA-PRIBADI" in answer.headers["Content-Disposition"]
    assert [row["1. Nama lengkap"] for row in rows(answer)] == ["ZZKANARI Rahmi"]
    assert [row["Data yang dibutuhkan"] for row in rows(with_names(front, part="needs"))] == [NEED["detail"]]
    reads = front.post(f"/counter/tickets/{rahmi['id']}/rights/export", {}, "manager:Sari").json["reads"]
    assert [(r["actor"], r["what"], r["reason"]) for r in reads][:2] == [("Sari", "skd_file", "survey_contact")] * 2
    assert len(rows(without_names(front))) == 4, "the restricted one is in neither file, the erased one's codes stay"
    assert left_out(front) == {"restricted": 1}


def test_the_journal_says_how_many_were_opened_and_why_and_no_name(front: Front, rahmi: dict[str, Any]) -> None:
    with_names(front, reason="other", text="Pemeriksaan BPS RI")
    row = front.house.parts.database.reading(OFFICE, lambda records: records.all_rows())[-1]
    assert (row.move, row.reason) == ("open_skd", "other")
    assert row.facts == {"from": "2026-11-01", "to": "2026-11-30", "visits": 1, "visitors": 1}


def test_names_need_a_manager_and_a_reason(front: Front, rahmi: dict[str, Any]) -> None:
    seq = front.seq()
    assert is_problem(front.post("/counter/recap/respondents", OPEN), 401, "unauthenticated")
    assert is_problem(with_names(front, "officer:Rina"), 403, "forbidden")
    assert is_problem(with_names(front, reason="curious"), 422, "unknown_reason")
    assert is_problem(with_names(front, reason="other", text=" "), 422, "why_needed")
    assert is_problem(with_names(front, **{"from": "2024-01-01"}), 422, "bad_dates")
    assert is_problem(without_names(front, query="from=2026-11-02&to=2026-11-19"), 422, "whole_months_needed")
    assert is_problem(front.get(f"/counter/recap/respondents?{PERIOD}", "officer"), 403, "forbidden")
    assert front.seq() == seq


def test_whom_the_skd_does_not_ask_is_left_out_and_counted(front: Front, rahmi: dict[str, Any]) -> None:
    visit(front, "P", group=32, group_men=14, group_women=18)
    visit(front, "D", dtsen_kind=4)
    visit(front, "G", purpose="Petugas kurang ramah")
    visit(front, "K", purpose="hanya kata-kata")
    front.take("K")
    assert left_out(front) == {"group": 1, "dtsen": 1, "other_service": 1, "nothing_written": 2}
    assert len(rows(without_names(front))) == 1


def test_an_institution_of_five_is_named_and_rows_tell_nothing_of_their_order(front: Front) -> None:
    for sex in (2, 1, 2, 1, 1):
        visit(front, institution="PDAM", institution_kind=7, sex=sex)
    visit(front, institution="Budi ZZKANARI", sex=1)
    found = rows(without_names(front))
    assert [row["9. Nama instansi"] for row in found].count("PDAM") == 5
    sexes = [row["4. Jenis kelamin"] for row in found if row["9. Nama instansi"]]
    assert sexes == sorted(sexes)
    assert not any("KANARI" in str(row) for row in found)

"""The recapitulation: counts of a period, no row of anybody's, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from tests.web.front import Front, is_problem
from tests.web.test_guest_book import RAHMI, write

PERIOD = "from=2026-11-01&to=2026-11-30"
STRANGE = "=cmd|' /C calc'!A0"


def three_visits(front: Front) -> None:
    """Rahmi for the consultation, somebody from =cmd| for the library, and one who wrote nothing."""
    rahmi, strange, _ = front.take("K"), front.take("P"), front.take("P")
    write(front, ticket=rahmi["token"], answers=RAHMI)
    write(front, ticket=strange["token"], answers={"institution": STRANGE, "sex": 1}, channel="phone")
    for verb in ("call-next", "start"):
        front.verb(verb, who="officer:Rina")
    need = {"position": 1, "answers": {"detail": "Garis kemiskinan", "obtained": 3}}
    front.post(f"/counter/tickets/{rahmi['id']}/needs", need, "officer:Rina")


def five_from(front: Front, institution: str) -> None:
    for _ in range(5):
        answers = {"institution": institution, "institution_kind": 8, "sex": 1}
        write(front, ticket=front.take("K")["token"], answers=answers)


def counted(front: Front, query: str = PERIOD) -> dict[str, Any]:
    told: dict[str, Any] = front.get(f"/counter/recap?{query}", "manager").json
    return told


def lines(told: dict[str, Any], name: str) -> dict[str, int]:
    table = next(table for table in told["tables"] if table["name"] == name)
    return {line["label"]["id"]: line["count"] for line in table["lines"]}


def sheets(front: Front, path: str) -> Workbook:
    answer = front.get(path, "manager")
    assert answer.status_code == 200, answer.get_data(as_text=True)[:300]
    return load_workbook(io.BytesIO(answer.data))


def test_visits_are_counted_by_service_channel_and_what_was_found_and_people_only_from_five_on(front: Front) -> None:
    three_visits(front)
    told = counted(front)
    assert (told["from"], told["to"], told["visits"], told["entries"]) == ("2026-11-01", "2026-11-30", 3, 2)
    assert lines(told, "service") == {"Konsultasi Statistik": 1, "Perpustakaan": 2}
    assert lines(told, "channel") == {"Kios": 1, "Ponsel pengguna": 1}
    assert lines(told, "obtained")["Tidak diperoleh"] == 1
    assert lines(told, "sex") == {"Lainnya (kurang dari lima)": 2}
    assert lines(told, "institution") == {}


def test_no_file_holds_a_name_or_a_formula_and_counts_are_numbers_and_months_days(front: Front) -> None:
    three_visits(front)
    five_from(front, STRANGE)
    text = front.get(f"/counter/recap?{PERIOD}&format=csv", "manager").get_data(as_text=True)
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert ["Instansi", "Swasta", f"'{STRANGE}", "5"] in rows
    assert ["Layanan", "", "Dihitung", "8"] in rows
    book = sheets(front, f"/counter/recap?{PERIOD}&format=xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    found = {(row[0].value, row[2].value): row[3].value for row in book["Tabel"].iter_rows(min_row=2)}
    assert found["Instansi", STRANGE] == 5
    assert found["Bulan", datetime(2026, 11, 1)] == 8  # noqa: DTZ001 # spreadsheets know no zones
    for name in ("KANARI", "kanari", "0899", "Garis kemiskinan"):
        assert name not in text
        assert not any(name in str(cell.value) for cell in cells)


@pytest.mark.parametrize(("language", "name", "heading"), [("id", "rekapitulasi", "Tabel"), ("en", "recap", "Table")])
def test_a_file_is_named_after_office_and_days_in_the_readers_language(
    front: Front, language: str, name: str, heading: str
) -> None:
    answer = front.get(f"/counter/recap?{PERIOD}&format=csv", "manager", Accept_Language=language)
    assert f'filename="{name}-kota-pekanbaru-2026-11-01-2026-11-30.csv"' in answer.headers["Content-Disposition"]
    assert answer.get_data(as_text=True).removeprefix("\ufeff").startswith(heading)


def test_without_days_it_is_the_running_quarter_up_to_today(front: Front) -> None:
    told = counted(front, "")
    assert (told["from"], told["to"], told["tells_people"]) == ("2026-10-01", "2026-11-19", True)
    assert not counted(front, "from=2026-11-02&to=2026-11-19")["tells_people"]


def test_only_a_manager_asks_and_for_a_year_at_most(front: Front) -> None:
    assert is_problem(front.get("/counter/recap"), 401, "unauthenticated")
    assert is_problem(front.get("/counter/recap", "officer"), 403, "forbidden")
    other_office = front.ask("GET", "//ternate/counter/recap", None, "manager")
    assert is_problem(other_office, 404, "unknown_office")
    assert is_problem(front.get("/counter/recap?from=2024-01-01&to=2026-11-19", "manager"), 422, "bad_dates")
    assert is_problem(front.get("/counter/recap?from=2026-11-19&to=2026-11-01", "manager"), 422, "bad_dates")
    assert front.get("/counter/recap?from=kemarin", "manager").status_code == 422


def test_two_spellings_are_merged_and_parted_again(front: Front) -> None:
    for name in ("UNRI", "Universitas Riau", "UNRI"):
        write(front, ticket=front.take("K")["token"], answers={"institution": name})
    opened = front.post("/counter/institutions/open", {}, "manager").json
    known = {one["name"]: one for one in opened["institutions"]}
    assert {name: one["visits"] for name, one in known.items()} == {"UNRI": 2, "Universitas Riau": 1}
    unri, riau = known["UNRI"]["id"], known["Universitas Riau"]["id"]
    into = {"into": riau}
    assert front.post(f"/counter/institutions/{unri}/merge", into, "manager").status_code == 200
    again = front.post(f"/counter/institutions/{unri}/merge", into, "manager")
    assert is_problem(again, 404, "unknown_institution")
    merged = front.post("/counter/institutions/open", {}, "manager").json["institutions"]
    assert {one["id"]: one["merged_into"] for one in merged} == {unri: riau, riau: None}
    assert front.post(f"/counter/institutions/{unri}/part", {}, "manager").json == {"id": unri, "merged_into": None}
    assert is_problem(front.post(f"/counter/institutions/{unri}/part", {}, "manager"), 404, "unknown_institution")


def test_likely_the_same_are_suggested_the_rarer_into_the_more_frequent(front: Front) -> None:
    for name in ("Bappeda Pekanbaru", "Bappeda Kota Pekanbaru", "Bappeda Kota Pekanbaru", "PDAM"):
        write(front, ticket=front.take("K")["token"], answers={"institution": name})
    opened = front.post("/counter/institutions/open", {}, "manager").json
    known = {one["name"]: one["id"] for one in opened["institutions"]}
    assert opened["alike"] == [{"id": known["Bappeda Pekanbaru"], "into": known["Bappeda Kota Pekanbaru"]}]


def test_the_page_of_institutions_itself_holds_no_name(front: Front) -> None:
    write(front, ticket=front.take("K")["token"], answers={"institution": "Budi ZZKANARI"})
    page = front.get("/counter/institutions", "manager", Accept="text/html")
    assert page.status_code == 200
    assert "KANARI" not in page.text

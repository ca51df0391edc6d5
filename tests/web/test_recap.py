"""The recapitulation: counts of a period, no row of anybody's, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from typing import Any

from openpyxl import load_workbook

from tests.web.front import Front, is_problem
from tests.web.test_guest_book import RAHMI, write

PERIOD = "from=2026-11-01&to=2026-11-30"


def three_visits(front: Front) -> None:
    """Rahmi for the consultation, somebody from =cmd| for the library, and one who wrote nothing."""
    rahmi, strange, _ = front.take("K"), front.take("P"), front.take("P")
    write(front, ticket=rahmi["token"], answers=RAHMI)
    write(front, ticket=strange["token"], answers={"institution": "=cmd|' /C calc'!A0", "sex": 1}, channel="phone")
    for verb in ("call-next", "start"):
        front.verb(verb, who="officer:Rina")
    need = {"position": 1, "answers": {"detail": "Garis kemiskinan", "obtained": 3}}
    front.post(f"/counter/tickets/{rahmi['id']}/needs", need, "officer:Rina")


def counted(front: Front) -> dict[str, dict[str, int]]:
    rows: list[dict[str, Any]] = front.get(f"/counter/recap?{PERIOD}", "manager").json["rows"]
    tables: dict[str, dict[str, int]] = {}
    for row in rows:
        tables.setdefault(row["table"], {})[row["label"]["id"]] = row["count"]
    return tables


def test_visits_are_counted_by_service_channel_institution_and_what_was_found(front: Front) -> None:
    three_visits(front)
    tables = counted(front)
    assert tables["service"] == {"Konsultasi Statistik": 1, "Perpustakaan": 2}
    assert tables["channel"] == {"Kios": 1, "Ponsel pengguna": 1}
    assert tables["sex"] == {"Laki-laki": 1, "Perempuan": 1}
    assert tables["obtained"]["Tidak diperoleh"] == 1
    assert tables["occupation"]["Pelajar/Mahasiswa"] == 1
    assert tables["institution"]["Universitas Riau (contoh)"] == 1


def test_no_file_holds_a_name_or_a_formula(front: Front) -> None:
    three_visits(front)
    text = front.get(f"/counter/recap?{PERIOD}&format=csv", "manager").get_data(as_text=True)
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert ["Instansi", "'=cmd|' /C calc'!A0", "1"] in rows
    book = load_workbook(io.BytesIO(front.get(f"/counter/recap?{PERIOD}&format=xlsx", "manager").data))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    for name in ("KANARI", "kanari", "0899", "Garis kemiskinan"):
        assert name not in text
        assert not any(name in str(cell.value) for cell in cells)


def test_only_a_manager_asks_and_for_a_year_at_most(front: Front) -> None:
    assert is_problem(front.get("/counter/recap", "officer"), 403, "forbidden")
    assert is_problem(front.get("/counter/recap?from=2024-01-01&to=2026-11-19", "manager"), 422, "bad_dates")


def test_two_spellings_are_merged_from_now_on_and_before(front: Front) -> None:
    for name in ("UNRI", "Universitas Riau", "UNRI"):
        write(front, ticket=front.take("K")["token"], answers={"institution": name})
    assert counted(front)["institution"] == {"UNRI": 2, "Universitas Riau": 1}
    known = {one["name"]: one["id"] for one in front.get("/counter/institutions", "manager").json["institutions"]}
    into = {"into": known["Universitas Riau"]}
    assert front.post(f"/counter/institutions/{known['UNRI']}/merge", into, "manager").status_code == 200
    write(front, ticket=front.take("K")["token"], answers={"institution": "unri"})
    assert counted(front)["institution"] == {"Universitas Riau": 4}
    again = front.post(f"/counter/institutions/{known['UNRI']}/merge", into, "manager")
    assert is_problem(again, 404, "unknown_institution")

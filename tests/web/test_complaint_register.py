"""The register of complaints: its clocks, its filters, its files; and who may write, follow and end a complaint."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest

from tests.cast import THURSDAY, HandClock
from tests.web.front import OFFICE, Front, is_problem
from tests.web.test_complaints import complain

FRIDAY_AFTER_NEXT = THURSDAY.replace(day=27)
UNREADABLE = ("%00", "%1F", "PGD-%0022222", "%F0%9F%98%80", "PGD-" + "2" * 5000, "%C2%A0", "..", "٢٢٢٢٢٢٢٢")


def rows(front: Front, asked: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = front.get(f"/counter/complaints{asked}", "manager").json["complaints"]
    return found


def test_a_wrong_token_is_no_stranger(front: Front) -> None:
    body = {"text": "Meja kosong."}
    for authorization in ("Bearer wrong", "Bearer ", "bearer \x80"):
        answer = front.post("/kiosk/complaints", body, Authorization=authorization)
        assert is_problem(answer, 401, "unauthenticated"), authorization
    assert is_problem(front.post("/kiosk/complaints", body, "display"), 403, "forbidden")
    assert is_problem(front.ask("POST", "/kiosk/complaints", body, "kiosk", office="ternate"), 404, "unknown_office")
    code = complain(front).json["code"]
    erased = front.post(f"/kiosk/complaints/{code}/erase", {}, Authorization="Bearer wrong")
    assert is_problem(erased, 401, "unauthenticated")
    assert [row["erased"] for row in rows(front)] == [False]


def test_the_channel_follows_from_who_writes(front: Front) -> None:
    ticket = front.take("K")["token"]
    for who, said in (
        ("kiosk", {"channel": "officer"}),
        ("kiosk", {"channel": "letter", "ticket": ticket}),
        (None, {"channel": "email"}),
        (None, {"ticket": ticket}),
        ("officer", {}),
        ("officer", {"channel": "telephone"}),
        ("manager", {"channel": "letter", "ticket": ticket}),
    ):
        assert complain(front, who, **said).status_code == 201
    assert [row["channel"] for row in rows(front)] == [
        "kiosk",
        "kiosk",
        "phone",
        "phone",
        "officer",
        "telephone",
        "letter",
    ]


def test_a_paired_kiosk_is_a_kiosk(front: Front) -> None:
    csrf = front.paired("kiosk")
    said = {"text": "Antre lama.", "channel": "officer"}
    front.browser.post(f"/{OFFICE}/kiosk/complaints", json=said, headers={"X-CSRF-Token": csrf})
    assert [row["channel"] for row in rows(front)] == ["kiosk"]


@pytest.mark.parametrize("typed", UNREADABLE)
def test_what_can_be_no_code_is_an_unknown_one_on_every_database(either_front: Front, typed: str) -> None:
    code = complain(either_front).json["code"]
    for method, path, who in (
        ("GET", f"/kiosk/complaints/{typed}", None),
        ("POST", f"/kiosk/complaints/{typed}/erase", None),
        ("POST", f"/counter/complaints/{typed}/open", "manager"),
        ("POST", f"/counter/complaints/{typed}/erase", "manager"),
    ):
        answer = either_front.ask(method, path, None, who)
        assert answer.json["code"] in ("unknown_complaint", "not_found"), path
        assert is_problem(answer, 404, answer.json["code"]), path
    said = {"state": "answered"}
    assert either_front.post(f"/counter/complaints/{typed}/answer", said, "manager").status_code == 404
    assert either_front.get(f"/kiosk/complaints/{code}").json["erased"] is False


def test_a_code_is_found_however_it_was_typed(front: Front) -> None:
    code = complain(front).json["code"]
    plain = code.removeprefix("PGD-")
    for typed in (code.lower(), plain, f" {plain[:4]} {plain[4:]} ", f"pgd {plain}", f"PGD{plain}"):
        assert front.get(f"/kiosk/complaints/{typed}").json["code"] == code, typed


def test_a_repeated_request_makes_no_second_complaint(front: Front) -> None:
    first = front.post("/kiosk/complaints", {"text": "Antre lama."}, "kiosk", Idempotency_Key="satu")
    again = front.post("/kiosk/complaints", {"text": "Antre lama."}, "kiosk", Idempotency_Key="satu")
    other = front.post("/kiosk/complaints", {"text": "Meja kosong."}, "kiosk", Idempotency_Key="satu")
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json == first.json
    assert is_problem(other, 422, "idempotency_key_reused")
    assert len(rows(front)) == 1


def test_whoever_holds_the_code_has_the_words_destroyed_and_the_row_stays(front: Front, clock: HandClock) -> None:
    code = complain(front, name="ZZKANARI", contact="0899").json["code"]
    front.post(f"/counter/complaints/{code}/answer", {"state": "answered", "text": "Maaf, ZZKANARI."}, "manager")
    before = rows(front)
    clock.passes(minutes=5)
    erased = front.post(f"/kiosk/complaints/{code}/erase").json
    assert (erased["erased"], erased["state"]) == (True, "answered")
    assert front.post(f"/counter/complaints/{code}/open", {}, "manager").json == {"answers": []}
    assert [{**row, "erased": False} for row in rows(front)] == before
    seq = front.seq()
    assert front.post(f"/kiosk/complaints/{code}/erase").json == erased
    assert front.seq() == seq, "a second time nothing happens"
    said = {"state": "answered", "text": "Sekali lagi"}
    assert is_problem(front.post(f"/counter/complaints/{code}/answer", said, "manager"), 409, "erased")
    assert front.post(f"/counter/complaints/{code}/answer", {"state": "settled"}, "manager").status_code == 200


def test_a_manager_erases_for_whoever_shows_the_code(front: Front) -> None:
    code = complain(front).json["code"]
    assert front.post(f"/counter/complaints/{code.lower()}/erase", {}, "manager").json["erased"] is True


def test_guessing_codes_comes_to_an_end(front: Front) -> None:
    answers = [front.get(f"/kiosk/complaints/PGD-2222222{sign}").status_code for sign in "23456789" * 8]
    assert answers[0] == 404
    assert answers[-1] == 429
    assert is_problem(front.post("/kiosk/complaints/PGD-22222222/erase"), 429, "too_many")


def test_the_register_counts_the_working_days_that_are_left(front: Front, clock: HandClock) -> None:
    complain(front)
    left = []
    for day in (19, 20, 22, 24, 25, 26, 27):
        clock.at("10:00", THURSDAY.replace(day=day))
        [row] = rows(front)
        left.append((row["first_answer_left"], row["settled_left"], row["late"]))
    assert left == [
        (3, 5, []),
        (2, 4, []),
        (2, 4, []),
        (0, 2, []),
        (-1, 1, ["first_answer"]),
        (-2, 0, ["first_answer"]),
        (-3, -1, ["first_answer", "settled"]),
    ]


def test_a_clock_that_stopped_has_nothing_left(front: Front, clock: HandClock) -> None:
    code = complain(front).json["code"]
    clock.passes(hours=1)
    answered = front.post(f"/counter/complaints/{code}/answer", {"state": "answered"}, "manager:Sari").json
    assert (answered["first_answer_left"], answered["settled_left"]) == (None, 5)
    assert answered["answered_at"] == "2026-11-19T09:00:00.000+07:00"
    assert answered["steps"][1] == {
        "state": "answered",
        "at": "2026-11-19T09:00:00.000+07:00",
        "position": 2,
        "by": "Sari",
    }
    assert answered["next"] == ["answered", "forwarded", "settled", "withdrawn"]


def of_every_kind(front: Front, clock: HandClock) -> None:
    complain(front, kind="inspection")
    ticket = front.take("K")
    clock.at("10:00", THURSDAY.replace(day=24))
    complain(front, "kiosk", kind="suggestion", ticket=ticket["token"])
    code = complain(front, "officer", channel="letter").json["code"]
    clock.at("10:00", FRIDAY_AFTER_NEXT)
    front.post(f"/counter/complaints/{code}/answer", {"state": "settled"}, "manager")


def test_the_register_is_narrowed_and_counts_the_whole_period(front: Front, clock: HandClock) -> None:
    of_every_kind(front, clock)
    told = front.get("/counter/complaints", "manager").json
    assert (told["total"], told["late"], told["counts"]) == (3, 1, {"received": 2, "settled": 1})
    assert [row["number"] for row in told["complaints"]] == [None, "K-001", None]
    for asked, kinds in (
        ("kind=suggestion", ["suggestion"]),
        ("state=settled", ["complaint"]),
        ("channel=kiosk", ["suggestion"]),
        ("late=true", ["inspection"]),
        ("from=2026-11-20", ["suggestion", "complaint"]),
        ("from=2026-11-19&to=2026-11-19", ["inspection"]),
    ):
        assert [row["kind"] for row in rows(front, f"?{asked}")] == kinds, asked
    assert front.get("/counter/complaints?state=settled", "manager").json["counts"] == told["counts"]
    assert is_problem(front.get("/counter/complaints?from=2026-11-20&to=2026-11-01", "manager"), 422, "bad_dates")
    assert is_problem(front.get("/counter/complaints?kind=gossip", "manager"), 422, "invalid_body")


def test_the_files_have_rows_and_times_and_neither_words_nor_codes(front: Front, clock: HandClock) -> None:
    code = complain(front, name="ZZKANARI").json["code"]
    of_every_kind(front, clock)
    written = front.get("/counter/complaints?format=csv", "manager")
    assert written.headers["Content-Disposition"].endswith(
        'filename="register-pengaduan-kota-pekanbaru-2025-11-26-2026-11-27.csv"'
    )
    lines = list(csv.reader(StringIO(written.text.removeprefix("\ufeff"))))
    assert [line[:4] for line in lines[1:]] == [
        ["1", "Pengaduan", "Ponsel pengguna", "tidak"],
        ["2", "Keberatan dengan pemeriksaan lapangan", "Ponsel pengguna", "ya"],
        ["3", "Saran", "Kios", "ya"],
        ["4", "Pengaduan", "Surat", "ya"],
    ]
    assert lines[4][4:] == [
        "2026-11-24 10:00:00",
        "2026-11-27",
        "2026-11-27 10:00:00",
        "2026-12-01",
        "2026-11-27 10:00:00",
        "Selesai",
        "",
        "tidak",
    ]
    assert "jawaban pertama" in lines[1][10]
    book = ZipFile(BytesIO(front.get("/counter/complaints?format=xlsx", "manager").data))
    sheets = b"".join(book.read(name) for name in book.namelist())
    assert b"Keberatan dengan pemeriksaan lapangan" in sheets
    for secret in ("KANARI", code.removeprefix("PGD-")):
        assert secret not in written.text
        assert secret.encode() not in sheets


def test_the_page_on_which_a_code_is_typed_is_open_to_all(front: Front) -> None:
    page = front.get("/kiosk/complaints/follow", Accept="text/html")
    assert page.status_code == 200
    assert "Ikuti pengaduan" in page.text


def test_the_register_begins_where_the_calendar_does(front: Front) -> None:
    assert front.get("/counter/complaints?to=0001-01-01", "manager").json["from"] == "0001-01-01"
    assert is_problem(front.get("/counter/complaints?from=9999-12-31", "manager"), 422, "bad_dates")

"""The manager's calendar over HTTP: a year with its sources, the changes, the preview, and who may."""

from __future__ import annotations

from typing import Any

import pytest

from shared.offices import load_offices
from tests.cast import HandClock, moment
from tests.web.front import OFFICE, Front, is_problem

SARI = "manager:Sari"
SKB = "SKB 3 Menteri No. 933/1/3 Tahun 2026"
CLOSURE = {"first": "2026-11-23", "last": "2026-11-24", "name": "Rapat kerja daerah"}
HOLIDAY = {"day": "2026-11-25", "kind": "holiday", "name": "Pemilihan gubernur", "decree": SKB}
HOURS = {"opens": "08:00", "closes": "15:00"}
RAMADAN = {
    "first": "2027-02-08",
    "last": "2027-03-09",
    "ordinary": HOURS,
    "friday": {"opens": "08:00", "closes": "15:30", "pause": ["11:30", "12:30"]},
}
CHANGES: dict[str, dict[str, Any]] = {
    "closures": CLOSURE,
    "holidays": HOLIDAY,
    "strikes": {"day": "2026-12-24", "decree": SKB},
    "seasons": RAMADAN,
    "years/2027/confirm": {"decree": SKB},
    "changes/1/take-back": {},
}


def told(front: Front, query: str = "") -> Any:
    return front.get(f"/counter/calendar{query}", SARI).json


def enters(front: Front, place: str, body: dict[str, Any]) -> int:
    answer = front.post(f"/counter/calendar/{place}", body, SARI)
    assert answer.status_code == 201, answer.json
    return int(answer.json["id"])


def due(front: Front, received: str, days: int = 3) -> Any:
    return front.get(f"/counter/calendar/due?received={received}&days={days}", SARI).json


def test_a_year_tells_each_date_with_its_source(front: Front) -> None:
    number = enters(front, "closures", {**CLOSURE, "decree": "B-12/1471", "why": "Disetujui provinsi"})
    year = told(front)
    assert (year["year"], year["today"], year["from_day"]) == (2026, "2026-11-19", "2026-11-19")
    assert year["is_unsure"] is False
    assert len([one for one in year["days"] if one["kind"] == "holiday"]) == 17
    assert len([one for one in year["days"] if one["kind"] == "joint_leave"]) == 8
    assert {one["source"] for one in year["days"]} == {"state"}
    [closure] = year["changes"]
    assert closure["id"] == number
    assert (closure["kind"], closure["first"], closure["last"]) == ("closure", "2026-11-23", "2026-11-24")
    assert (closure["name"], closure["decree"], closure["by"]) == ("Rapat kerja daerah", "B-12/1471", "Sari")
    assert closure["why"] == "Disetujui provinsi"
    assert year["week"][1]["breaks"] == [["11:30", "13:00", "Istirahat salat Jumat", "Friday prayer break"]]


def test_a_date_that_is_only_likely_is_marked_and_a_year_without_joint_leave_is_warned_of(front: Front) -> None:
    year = told(front, "?year=2028")
    assert year["is_unsure"] is True
    assert sum(one["estimated"] for one in year["days"]) == 8
    assert not any("perkiraan" in one["name"] for one in year["days"])
    enters(front, "years/2028/confirm", {"decree": SKB})
    assert told(front, "?year=2028")["is_unsure"] is False


def test_every_kind_of_change_is_entered_seen_and_taken_back(front: Front) -> None:
    numbers = [enters(front, place, CHANGES[place]) for place in CHANGES if not place.startswith("changes")]
    seen = [*told(front)["changes"], *told(front, "?year=2027")["changes"]]
    assert [one["id"] for one in seen] == numbers
    assert [one["kind"] for one in seen] == ["closure", "holiday", "struck", "season", "confirmed"]
    assert due(front, "2026-11-20", 1)["due"] == "2026-11-26"
    struck = next(one for one in told(front)["days"] if one["first"] == "2026-12-24")
    assert struck["struck"] == numbers[2]
    for number in numbers:
        assert front.post(f"/counter/calendar/changes/{number}/take-back", {}, SARI).status_code == 200
    ended = [*told(front)["changes"], *told(front, "?year=2027")["changes"]]
    assert all(
        one["taken_back"]["by"] == "Sari" and one["holds_until"] is None for one in ended if one["kind"] != "confirmed"
    )
    assert due(front, "2026-11-20", 1)["due"] == "2026-11-23"


def test_the_same_change_sent_twice_stands_once(front: Front) -> None:
    first = enters(front, "closures", CLOSURE)
    assert enters(front, "closures", CLOSURE) == first
    assert len(told(front)["changes"]) == 1


def test_the_kiosk_has_it_at_once_and_other_offices_do_not(front: Front, clock: HandClock) -> None:
    enters(front, "closures", {**CLOSURE, "first": "2026-11-20", "last": "2026-11-20"})
    assert front.get("/kiosk/services", "kiosk").json["open"] is True, "today is as it was"
    clock.at("08:30", moment("08:30").date().replace(day=20))
    shown = front.get("/kiosk/services", "kiosk").json
    assert (shown["open"], shown["closed"]["reason"], shown["closed"]["name"]) == (
        False,
        "closure",
        "Rapat kerja daerah",
    )
    assert shown["closed"]["opens_at"].startswith("2026-11-23T08:00")
    refused = front.post("/kiosk/tickets", {"service": "K"}, "kiosk", Idempotency_Key="a")
    assert is_problem(refused, 409, "office_closed")
    assert "Rapat kerja daerah" in refused.json["detail"]
    eastern = front.ask("GET", "//ternate/kiosk/services", None, "kiosk", office="ternate").json
    assert eastern["open"] is True


def test_ramadan_moves_the_hours_that_the_kiosk_tells(front: Front, clock: HandClock) -> None:
    enters(front, "seasons", {**RAMADAN, "first": "2026-11-20", "last": "2026-11-23"})
    clock.at("15:10", moment("08:30").date().replace(day=23))
    shown = front.get("/kiosk/services", "kiosk").json
    assert (shown["open"], shown["closed"]["reason"]) == (False, "after_closing")
    clock.at("08:30", moment("08:30").date().replace(day=24))
    assert front.get("/kiosk/services", "kiosk").json["hours"] == [["08:00", "15:30"]]


def test_the_preview_counts_as_every_due_day_does_and_warns_of_unsure_years(front: Front) -> None:
    assert due(front, "2026-03-17")["due"] == "2026-03-27"
    unsure = due(front, "2028-01-04")
    assert unsure["unsure_years"] == [2028]
    enters(front, "years/2028/confirm", {"decree": SKB})
    assert due(front, "2028-01-04")["unsure_years"] == []
    assert due(front, "2026-11-19", 1)["left_out"] == []


@pytest.mark.parametrize("place", CHANGES)
@pytest.mark.parametrize(("who", "status"), [("officer", 403), ("kiosk", 403), ("display", 403), (None, 401)])
def test_only_managers_keep_the_calendar(front: Front, place: str, who: str | None, status: int) -> None:
    seq = front.seq()
    assert front.post(f"/counter/calendar/{place}", CHANGES[place], who).status_code == status
    assert front.get("/counter/calendar", who).status_code == status
    assert front.get("/counter/calendar/due?received=2026-11-19", who).status_code == status
    assert front.seq() in (seq, seq + 1), "a token may have been made"
    assert not told(front)["changes"]


@pytest.mark.parametrize(
    ("place", "change", "status", "code"),
    [
        ("closures", {"first": "2026-11-18"}, 409, "calendar_past"),
        ("closures", {"last": "2026-11-22"}, 422, "bad_span"),
        ("closures", {"name": ""}, 422, "name_needed"),
        ("closures", {"name": "x" * 81}, 422, "invalid_body"),
        ("closures", {"name": "Hubungi 081234567890"}, 422, "private_words"),
        ("closures", {"first": "besok"}, 422, "invalid_body"),
        ("closures", {"first": 20261123}, 422, "invalid_body"),
        ("closures", {"last": "2027-02-01"}, 422, "span_long"),
        ("closures", {"first": "2031-02-03", "last": "2031-02-03"}, 422, "calendar_far"),
        ("closures", {"first": "2026-12-25", "last": "2026-12-25"}, 409, "already_closed"),
        ("closures", {"why": "NIK 1471012345678901"}, 422, "identity_number"),
        ("closures", {"halfday": True}, 422, "invalid_body"),
        ("holidays", {"decree": ""}, 422, "decree_needed"),
        ("holidays", {"kind": "weekend"}, 422, "invalid_body"),
        ("holidays", {"day": "2026-12-25"}, 409, "already_closed"),
        ("strikes", {"day": "2026-11-25"}, 422, "no_such_holiday"),
        ("strikes", {"decree": "\x00"}, 422, "invalid_body"),
        ("seasons", {"ordinary": {"opens": "15:00", "closes": "08:00"}}, 422, "bad_hours"),
        ("seasons", {"ordinary": {"opens": "08:00", "closes": "15:00", "pause": ["16:00", "17:00"]}}, 422, "bad_hours"),
        ("seasons", {"ordinary": {"opens": "delapan", "closes": "15:00"}}, 422, "invalid_body"),
        ("seasons", {"ordinary": {**HOURS, "pause": ["12:00"]}}, 422, "invalid_body"),
        ("seasons", {"last": "2027-06-01"}, 422, "span_long"),
        ("years/2025/confirm", {"decree": SKB}, 409, "calendar_past"),
        ("years/0/confirm", {"decree": SKB}, 422, "bad_year"),
        ("years/99999/confirm", {"decree": SKB}, 422, "bad_year"),
        ("years/2027/confirm", {"decree": ""}, 422, "decree_needed"),
        ("changes/99/take-back", {}, 404, "unknown_change"),
        ("changes/99999999999999999999/take-back", {}, 404, "unknown_change"),
    ],
)
def test_what_cannot_be_entered_is_said_and_changes_nothing(
    front: Front, place: str, change: dict[str, Any], status: int, code: str
) -> None:
    body = {**CHANGES.get(place, {}), **change}
    assert is_problem(front.post(f"/counter/calendar/{place}", body, SARI), status, code)
    assert told(front)["changes"] == []


@pytest.mark.parametrize("query", ["received=besok", "received=2026-11-19&days=0", "received=2026-11-19&days=400", ""])
def test_a_preview_of_nothing_is_refused(front: Front, query: str) -> None:
    assert is_problem(front.get(f"/counter/calendar/due?{query}", SARI), 422, "invalid_body")


def test_the_end_of_all_calendars_is_refused(front: Front) -> None:
    assert is_problem(front.get("/counter/calendar/due?received=9999-12-30&days=9", SARI), 422, "bad_dates")


def test_a_year_far_away_is_the_nearest_that_is_kept(front: Front) -> None:
    assert told(front, "?year=1999")["year"] == 2025
    assert told(front, "?year=9999")["year"] == 2028
    assert is_problem(front.get("/counter/calendar?year=0", SARI), 422, "invalid_body")


def test_a_refusal_speaks_the_reader_s_language(front: Front) -> None:
    past = {**CLOSURE, "first": "2026-11-18"}
    said = front.post("/counter/calendar/closures", past, SARI).json["detail"]
    assert "19 November 2026" in said
    english = front.post("/counter/calendar/closures", past, SARI, Accept_Language="en").json["detail"]
    assert english.startswith("A day that has begun is not changed")


def test_the_calendar_is_there_after_a_restart(either_front: Front, tmp_path: Any, url: str, clock: HandClock) -> None:
    enters(either_front, "closures", CLOSURE)
    again = Front(tmp_path, url, clock)
    try:
        assert again.get("/counter/calendar", SARI).json["changes"][0]["name"] == "Rapat kerja daerah"
        assert again.house.parts.office(OFFICE).hours.closures == load_offices()[OFFICE].hours.closures
    finally:
        again.close()


def test_a_complaint_whose_days_lie_in_an_unsure_year_says_so(front: Front, clock: HandClock) -> None:
    clock.at("09:00", moment("09:00").date().replace(year=2027, month=12, day=30))
    answer = front.post("/kiosk/complaints", {"kind": "complaint", "text": "Kursi kurang."}, "kiosk")
    assert answer.json["unsure_years"] == [2028]
    enters(front, "years/2028/confirm", {"decree": SKB})
    clock.passes(minutes=5)
    after = front.post("/kiosk/complaints", {"kind": "complaint", "text": "Loket jauh."}, "kiosk")
    assert after.json["unsure_years"] == []

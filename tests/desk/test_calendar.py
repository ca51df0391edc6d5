"""The calendar's verbs on both databases: entered, told of, in force at once, taken back, and never backwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from shared.database import Database
from shared.database.fsck import check
from shared.database.stores import open_store
from shared.domain.calendar.rules import RAMADAN, RAMADAN_FRIDAY
from shared.domain.complaint import deadlines
from shared.domain.refusal import Refusal
from shared.domain.working_days import due
from shared.front_desk import Parts
from shared.front_desk.complaints import Complaint, find
from shared.front_desk.requests import Asked, Said
from shared.front_desk.requests.case import case_of
from shared.threads import PlainThreads
from tests.cast import THURSDAY, Company, HandClock, busy_pekanbaru, company, moment

FRIDAY, MONDAY, TUESDAY = (THURSDAY + timedelta(days=n) for n in (1, 4, 5))
CHRISTMAS_LEAVE = date(2026, 12, 24)
SKB = "SKB 3 Menteri No. 933/1/3 Tahun 2026"


def closes(crew: Company, first: date = FRIDAY, last: date | None = None, name: str = "Rapat kerja daerah") -> int:
    return crew.desk("sari").close_office(first, last or first, name)


def test_the_kiosk_refuses_on_a_day_that_the_manager_closed_and_says_why_and_until_when(crew: Company) -> None:
    closes(crew)
    assert crew.take("K").label == "K-001", "today is as it was"
    crew.clock.at("08:05", FRIDAY)
    with pytest.raises(Refusal) as refused:
        crew.take("K")
    assert refused.value.key == "office_closed"
    assert refused.value.facts == {
        "reason": "closure",
        "name": "Rapat kerja daerah",
        "opens_at": moment("08:00", MONDAY),
    }


def test_every_kind_of_change_is_in_force_at_once_and_told_to_the_screens(crew: Company) -> None:
    sari, told = crew.desk("sari"), len(crew.told)
    sari.add_holiday(MONDAY, "Pemilihan gubernur", SKB)
    sari.add_holiday(TUESDAY, "Cuti bersama", SKB, "joint_leave")
    sari.strike_holiday(CHRISTMAS_LEAVE, SKB)
    sari.keep_season(FRIDAY, FRIDAY, RAMADAN, RAMADAN_FRIDAY)
    sari.confirm_year(2028, SKB)
    hours = crew.parts.office(crew.office.code).hours
    assert due(FRIDAY, 1, hours).day == date(2026, 11, 25)
    assert due(date(2026, 12, 23), 1, hours).day == CHRISTMAS_LEAVE
    assert hours.is_confirmed(2028)
    assert str(getattr(hours.on(FRIDAY), "closes", None)) == "15:30:00"
    assert len(crew.told) - told >= 5


def test_the_journal_tells_kind_days_decree_and_who_and_no_word_that_somebody_wrote(crew: Company) -> None:
    number = crew.desk("sari").add_holiday(MONDAY, "Pemilihan gubernur", SKB, why="Kata Pak ZZKANARI di telepon")
    crew.desk("sari").take_back_change(number, why="ZZKANARI keliru")
    entered, ended = [row for row in crew.journal() if row.move == "calendar"]
    assert (entered.seq, entered.reason, entered.actor) == (number, "holiday", crew.people["sari"].id)
    assert entered.facts == {"first": "2026-11-23", "last": "2026-11-23", "decree": SKB}
    assert (ended.reason, ended.facts) == ("take_back", {"change": number, "from": "2026-11-23"})
    assert "ZZKANARI" not in str(crew.journal())
    notes = crew.desk(None).reading(lambda records: records.notes([number, ended.seq]))
    assert len(notes) == 2
    assert "ZZKANARI" not in str(notes), "sealed"


def test_the_same_change_twice_is_one_and_taking_it_back_twice_is_once(crew: Company) -> None:
    number = closes(crew)
    assert closes(crew) == number
    crew.desk("sari").take_back_change(number)
    seq = crew.seq()
    crew.desk("sari").take_back_change(number)
    assert crew.seq() == seq
    again = closes(crew)
    assert again > number, "entered anew after it was taken back"


def test_a_day_that_has_begun_is_not_changed_and_one_that_has_not_may_be(crew: Company, clock: HandClock) -> None:
    clock.at("06:30", FRIDAY)
    number = closes(crew, FRIDAY)
    crew.desk("sari").take_back_change(number)
    clock.at("07:45", FRIDAY)
    crew.take("K")
    with crew.refuses("calendar_past", earliest=FRIDAY + timedelta(days=1)):
        closes(crew, FRIDAY)
    with crew.refuses("calendar_past", earliest=FRIDAY + timedelta(days=1)):
        crew.desk("sari").keep_season(FRIDAY, MONDAY, RAMADAN, RAMADAN_FRIDAY)


def test_keeping_the_calendar_opens_no_office_day(crew: Company) -> None:
    closes(crew)
    assert crew.desk(None).reading(lambda records: records.open_day()) is None


def test_a_closure_that_has_begun_stays_and_a_running_season_ends_tomorrow(crew: Company, clock: HandClock) -> None:
    season = crew.desk("sari").keep_season(FRIDAY, TUESDAY, RAMADAN, RAMADAN_FRIDAY)
    closed = closes(crew, MONDAY)
    clock.at("08:10", FRIDAY)
    crew.take("K")
    crew.desk("sari").take_back_change(season)
    hours = crew.parts.office(crew.office.code).hours
    assert str(getattr(hours.on(FRIDAY), "closes", None)) == "15:30:00"
    assert str(getattr(hours.on(TUESDAY), "closes", None)) == "15:30:00"
    clock.at("09:00", TUESDAY)
    with crew.refuses("calendar_past"):
        crew.desk("sari").take_back_change(closed)


def test_a_limit_stands_by_the_calendar_of_the_day_that_the_complaint_came(crew: Company) -> None:
    before = crew.desk(None).complain(Complaint(kind="complaint", text="Menunggu lama."))
    crew.clock.passes(minutes=5)
    closes(crew)
    after = crew.desk(None).complain(Complaint(kind="complaint", text="Kursi kurang."))
    code, office, now = before.stored.code, crew.parts.office(crew.office.code), crew.parts.clock.now()
    found = crew.desk(None).reading(lambda records: find(records, office, code, now))
    assert found.deadlines == before.deadlines == deadlines("complaint", THURSDAY, crew.office.hours)
    assert after.deadlines.first_answer == before.deadlines.first_answer + timedelta(days=1)


def test_a_visitor_is_judged_by_the_hours_that_were_in_force_when_the_day_was_opened(
    crew: Company, clock: HandClock
) -> None:
    crew.desk("sari").keep_season(FRIDAY, TUESDAY, RAMADAN, RAMADAN_FRIDAY)
    clock.at("08:10", FRIDAY)
    crew.take("K")
    [opened] = [row for row in crew.journal() if row.move == "open_day"]
    assert opened.facts["terms"]["closing"] == "2026-11-20T15:30:00+07:00"
    assert opened.facts["terms"]["breaks"] == [["2026-11-20T11:30:00+07:00", "2026-11-20T12:30:00+07:00"]]


@pytest.mark.parametrize("who", ["rina", "kiosk", "board", None])
def test_only_the_manager_keeps_the_calendar(crew: Company, who: str | None) -> None:
    if who:
        crew.desk(who)
    with crew.refuses("forbidden"):
        crew.desk(who).close_office(FRIDAY, FRIDAY, "Rapat")
    with crew.refuses("forbidden"):
        crew.desk(who).add_holiday(FRIDAY, "Libur", SKB)
    with crew.refuses("forbidden"):
        crew.desk(who).strike_holiday(CHRISTMAS_LEAVE, SKB)
    with crew.refuses("forbidden"):
        crew.desk(who).keep_season(FRIDAY, FRIDAY, RAMADAN, RAMADAN_FRIDAY)
    with crew.refuses("forbidden"):
        crew.desk(who).confirm_year(2027, SKB)
    with crew.refuses("forbidden"):
        crew.desk(who).take_back_change(1)


def test_what_is_no_change_is_not_taken_back_and_no_identity_number_is_kept(crew: Company) -> None:
    with crew.refuses("unknown_change"):
        crew.desk("sari").take_back_change(99)
    with crew.refuses("identity_number"):
        crew.desk("sari").close_office(FRIDAY, FRIDAY, "Rapat", why="NIK 1471012345678901")
    with crew.refuses("bad_year"):
        crew.desk("sari").confirm_year(10_000, SKB)


def test_another_process_knows_of_the_change_without_being_told(crew: Company, url: str) -> None:
    other = Parts(
        settings=crew.parts.settings,
        database=Database(url),
        clock=crew.clock,
        keys=crew.parts.keys,
        offices={crew.office.code: crew.office},
    )
    try:
        number = closes(crew)
        assert other.office(crew.office.code).hours.closure_on(FRIDAY) == "Rapat kerja daerah"
        crew.desk("sari").take_back_change(number)
        assert other.office(crew.office.code).hours.closure_on(FRIDAY) is None
    finally:
        other.database.close()


def test_another_office_keeps_its_own_calendar(crew: Company, tmp_path: object) -> None:
    east = replace(busy_pekanbaru(), code="ternate", zone="Asia/Jayapura")
    other = company(crew.parts.database, crew.parts.settings.data_dir, east, crew.clock)
    closes(crew)
    assert other.parts.office("ternate").hours.closure_on(FRIDAY) is None


@pytest.mark.parametrize(
    ("tampered", "found"),
    [
        ("UPDATE calendar_change SET last_day = '2026-11-30'", "kept otherwise than its journal says"),
        ("UPDATE calendar_change SET decree = 'SKB lain'", "kept otherwise than its journal says"),
        ("DELETE FROM calendar_change", "the change is not there"),
    ],
)
def test_a_calendar_that_was_changed_past_the_desk_is_found(
    fresh_url: Callable[[str], str], tmp_path: object, tampered: str, found: str
) -> None:
    url = fresh_url("sqlite")
    database = Database(url)
    crew = company(database, tmp_path, busy_pekanbaru())  # type: ignore[arg-type] # pytest's own path
    closes(crew)
    database.close()
    assert check(url).violations == []
    store = open_store(url, PlainThreads)
    store.write(lambda connection: connection.execute(text(tampered)))
    store.close()
    [violation] = check(url).violations
    assert violation.invariant == "I-04"
    assert found in violation.what


def test_a_request_keeps_the_due_day_that_it_was_promised(crew: Company) -> None:
    wanted = Asked(channel="whatsapp", said=Said(text="Data IPM 2020 sampai 2024"), phone="081298765432")
    before = crew.desk("rina").receive_request(wanted).case
    crew.clock.passes(minutes=5)
    promised = before.clock.due_at
    closes(crew)
    after = crew.desk("rina").receive_request(wanted).case
    assert promised is not None
    assert after.clock.due_at == promised + timedelta(days=1)
    office, now = crew.parts.office(crew.office.code), crew.parts.clock.now()
    again = crew.desk(None).reading(lambda records: case_of(records, office, before.stored.id, now))
    assert again.clock.due_at == promised

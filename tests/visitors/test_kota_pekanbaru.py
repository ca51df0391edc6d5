"""Kota Pekanbaru: the number first, the guest book while waiting."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.at_the_book import Visitor
from tests.journeys.console import act, call, primary, unfold
from tests.journeys.screens import REFUSED, Screens
from tests.journeys.the_record import choose, need, part, record
from tests.visitors.cases import (
    At,
    AtAnotherHour,
    asks_for,
    calls_up,
    fills_in_on_the_phone,
    notes,
    serves,
    stands_in_the_book,
    takes,
)
from tests.visitors.people import guest

HERE = "kota-pekanbaru"
NIK = "1471012345678901"


def test_1_rahmi_took_her_number_before_the_office_opened(at_another_hour: AtAnotherHour) -> None:
    office, who = at_another_hour(HERE, "2026-11-19 07:50"), guest(1)
    kiosk = office.kiosk()
    expect(kiosk.get_by_text("Dilayani mulai 08.00.")).to_be_visible()
    ticket = takes(kiosk, HERE, who.service)
    fills_in_on_the_phone(office, ticket, who.answers)
    office.close()
    office.server.restart_later(minutes=15)
    officer = office.console()
    panel = calls_up(officer, ticket)
    notes(panel, {**who.need, "obtained": 1, "sources": [1, 5]})
    serves(officer)
    [row] = office.at.rows()
    assert row["issued_at"][11:13] == "07"
    assert (row["clock_started_at"][11:19], row["verdict"]) == ("08:00:00", "kept")
    told = stands_in_the_book(office, f"tickets/{ticket['id']}", who.answers)
    assert (told["needs"][0]["year_from"], told["needs"][0]["year_to"]) == (2015, 2025)


def test_2_dedi_plans_with_the_data_and_goes_on_to_the_library(at: At) -> None:
    office, who = at(HERE), guest(2)
    ticket = takes(office.kiosk(), HERE, who.service)
    fills_in_on_the_phone(office, ticket, who.answers)
    officer = office.console()
    panel = calls_up(officer, ticket)
    notes(panel, {**who.need, "obtained": 1, "sources": [1], "planning": 1})
    panel.get_by_role("button", name="Tutup").click()
    primary(officer, "Mulai layani").click()
    act(officer, "Alihkan").click()
    dialog = officer.get_by_role("dialog")
    dialog.get_by_label("Perpustakaan").check()
    dialog.locator(".dialog__foot .button--primary").click()
    panel = calls_up(officer, ticket)
    part(panel, "Kebutuhan data")
    need(panel, "Kota Pekanbaru Dalam Angka")
    serves(officer)
    told = stands_in_the_book(office, f"tickets/{ticket['id']}", who.answers)
    assert [(one["leg"], one.get("planning")) for one in told["needs"]] == [(1, 1), (2, None)]
    legs = [(row["service"], row["leg"]) for row in office.at.rows() if row["number"] == ticket["number"]]
    assert legs == [("K", 1), ("P", 2)]


def test_3_nurbaiti_goes_first_and_her_identity_number_is_refused(at: At) -> None:
    office, who = at(HERE), guest(3)
    kiosk = office.kiosk()
    asks_for(kiosk, "Dahulukan saya")
    ticket = takes(kiosk, HERE, who.service)
    phone = office.phone(ticket)
    visitor = Visitor(phone)
    visitor.press("Isi sekarang")
    visitor.skips("Jenis konsultasi DTSEN")
    visitor.is_asked("Yang dibutuhkan")
    with office.pardoning(REFUSED):
        phone.locator(".field").fill(f"NIK saya {NIK}")
        phone.locator(".field").press("Enter")
        expect(phone.get_by_role("alert")).to_contain_text("Mohon jangan menulis NIK")
    phone.close()
    fills_in_on_the_phone(office, ticket, {**who.answers, "dtsen_kind": 6})
    officer = office.console()
    panel = calls_up(officer, ticket)
    expect(officer.locator(".chip--priority")).to_be_visible()
    part(panel, "Hasil DTSEN")
    panel.get_by_role("button", name="Catat hasil DTSEN").click()
    choose(panel, "Hasil", "Selesai di tempat")
    panel.get_by_role("button", name="Simpan hasil").click()
    serves(officer)
    said = {name: who.answers[name] for name in ("name", "purpose", "sex", "birth_year", "phone")}
    told = stands_in_the_book(office, f"tickets/{ticket['id']}", {**said, "dtsen_kind": 6})
    assert NIK not in str(told)
    assert told["needs"][0]["dtsen_result"] == 1


def test_4_kevin_waits_twice_for_his_microdata(at: At) -> None:
    office, who = at(HERE), guest(4)
    ticket = takes(office.kiosk(), HERE, who.service)
    fills_in_on_the_phone(office, ticket, who.answers)
    officer = office.console()
    panel = calls_up(officer, ticket)
    notes(panel, {**who.need, "obtained": 4, "result": "Menunggu SPPD dan abstraksi"})
    primary(officer, "Mulai layani").click()
    act(officer, "Tunda").click()
    unfold(officer, "Ditunda").get_by_role("button", name="Panggil").click()
    primary(officer, "Mulai layani").click()
    officer.get_by_role("button", name="Buka catatan kunjungan").click()
    panel = record(officer)
    part(panel, "Kebutuhan data")
    panel.get_by_role("button", name="Ubah kebutuhan 1").click()
    choose(panel, "Apakah data sudah diperoleh?", "Ya, sesuai")
    choose(panel, "Jenis sumber data", "Data mikro")
    panel.get_by_role("button", name="Simpan kebutuhan").click()
    expect(panel.locator(".need-form")).to_have_count(0)
    primary(officer, "Selesai").click()
    told = stands_in_the_book(office, f"tickets/{ticket['id']}", who.answers)
    assert [(one["obtained"], one["sources"]) for one in told["needs"]] == [(1, [2])]


def test_5_salsabila_is_a_pupil_and_nobody_asks_for_her_phone(at: At) -> None:
    office, who = at(HERE), guest(5)
    ticket = takes(office.kiosk(), HERE, who.service)
    phone = fills_in_on_the_phone(office, ticket, who.answers)
    expect(phone.get_by_label("Nomor HP")).to_have_count(0)
    officer = office.console()
    panel = calls_up(officer, ticket)
    expect(panel).to_contain_text("Mungkin di bawah 18 tahun")
    notes(panel, {**who.need, "obtained": 1, "sources": [1], "publication": "Kota Pekanbaru Dalam Angka"})
    serves(officer)
    told = stands_in_the_book(office, f"tickets/{ticket['id']}", who.answers)
    assert not {"phone", "email"} & told["answers"].keys()


def test_6_arif_brings_thirty_two_students_on_one_number(at: At) -> None:
    office, who = at(HERE), guest(6)
    heads = {"group": 32, "group_men": 14, "group_women": 18}
    ticket = takes(office.kiosk(), HERE, who.service)
    fills_in_on_the_phone(office, ticket, {**who.answers, **heads})
    officer = office.console()
    call(officer, ticket["number"].replace("-", " "))
    expect(officer.locator(".guest-book")).to_contain_text("Rombongan 32 orang")
    serves(officer)
    stands_in_the_book(office, f"tickets/{ticket['id']}", {**who.answers, **heads})
    assert [row["number"] for row in office.at.rows()].count(ticket["number"]) == 1


def test_29_whoever_waits_behind_gabriel_is_owed_ten_minutes_from_his_end(at_another_hour: AtAnotherHour) -> None:
    """A consultation takes as long as it takes; the clock of the next visitor begins when it has ended."""
    office, who = at_another_hour(HERE, "2026-11-19 09:15"), guest(29)
    ticket = takes(office.kiosk(), HERE, who.service)
    fills_in_on_the_phone(office, ticket, who.answers)
    office.at.press("call-next")
    office.at.press("start")
    waits = office.at.take("K")
    office.close()
    office.server.restart_later(minutes=75)
    ended = _finished(office)
    officer = office.console()
    call(officer, waits["number"].replace("-", " "))
    serves(officer)
    first, second = office.at.rows()
    assert first["service_seconds"] >= 75 * 60
    assert second["clock_started_at"][:19] == ended[:19]
    assert (second["verdict"], second["clock_seconds"] < 600) == ("kept", True)


def _finished(office: Screens) -> str:
    return str(office.at.press("finish")["finished_at"])

"""Maluku Utara: the guest book first, no number, and the clock of the east."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.console import call, unfold
from tests.journeys.guests import visit_record, without_number
from tests.journeys.the_record import choose, part
from tests.visitors.cases import (
    A_WHOLE_BOOK,
    At,
    AtAnotherHour,
    a_ticket,
    asks_for,
    calls_up,
    comes_to,
    fills_in,
    notes,
    registers,
    serves,
    stands_in_the_book,
    writes_down,
)
from tests.visitors.people import guest

HERE = "maluku-utara"
TWENTY_MINUTES_LATER = 24


def test_22_abdul_writes_first_and_has_a_place_in_line_and_a_clock(at: At) -> None:
    office, who = at(HERE), guest(22)
    kiosk = office.kiosk()
    expect(kiosk.locator(".wall-clock").first).to_contain_text("WIT")
    ticket = registers(kiosk, HERE, who)
    expect(kiosk.get_by_role("heading", name="Anda urutan")).to_be_visible()
    assert ticket["number"] not in kiosk.locator("body").inner_text()
    officer = office.console()
    panel = calls_up(officer, ticket)
    expect(officer.get_by_text("Jemput pengguna di ruang tunggu")).to_be_visible()
    notes(panel, {**who.need, "obtained": 1, "sources": [5]})
    serves(officer)
    [row] = [row for row in office.at.rows() if row["number"] == ticket["number"]]
    assert row["verdict"] == "kept"
    assert row["clock_started_at"] == row["issued_at"]
    assert row["issued_at"].endswith("+09:00")
    stands_in_the_book(office, f"tickets/{ticket['id']}", who.answers)


def test_23_siti_hajar_finds_what_she_needs_in_a_publication(at: At) -> None:
    office, who = at(HERE), guest(23)
    ticket = registers(office.kiosk(), HERE, who)
    officer = office.console()
    panel = calls_up(officer, ticket)
    found = {"obtained": 1, "sources": [1], "publication": "Statistik Kesejahteraan Rakyat", "publication_year": 2025}
    notes(panel, {**who.need, **found})
    serves(officer)
    told = stands_in_the_book(office, f"tickets/{ticket['id']}", who.answers)
    assert {name: told["needs"][0][name] for name in found} == found


def test_24_yohanis_cannot_see_and_comes_with_a_companion(at: At) -> None:
    """Large letters for the companion, the officer fetches him, and no reason is asked (UU 27/2022 Pasal 26)."""
    office, who = at(HERE), guest(24)
    kiosk = office.kiosk()
    asks_for(kiosk, "Perbesar tulisan", "Dahulukan saya")
    visitor = comes_to(kiosk, HERE, who.service)
    expect(kiosk.locator(".book--larger")).to_be_visible()
    office.picture(kiosk, "yohanis")
    with kiosk.expect_response(a_ticket, timeout=A_WHOLE_BOOK) as answered:
        fills_in(visitor, {**who.answers, "group": 2, "group_men": 1, "group_women": 1})
    ticket = answered.value.json()
    officer = office.console()
    panel = calls_up(officer, ticket)
    expect(officer.locator(".chip--priority")).to_be_visible()
    notes(panel, {**who.need, "obtained": 1, "sources": [1], "result": "Dibacakan oleh petugas"})
    serves(officer)
    told = stands_in_the_book(office, f"tickets/{ticket['id']}", who.answers)
    assert told["answers"]["disability"] == 1
    assert "disability_kind" not in told["answers"]


def test_25_mei_ling_writes_by_chat_and_may_talk_by_video(at: At) -> None:
    office, who = at(HERE), guest(25)
    officer = office.console()
    panel, entry = writes_down(officer, HERE, who)
    notes(panel, {**who.need, "obtained": 4, "result": "Lanjut Zoom hari Jumat, di luar jam istirahat"})
    told = stands_in_the_book(office, f"entries/{entry}", who.answers)
    assert told["answers"]["means"] == [16]


def test_26_fitriani_objects_to_her_decile_and_it_is_followed_up(at: At) -> None:
    office, who = at(HERE), guest(26)
    kiosk = office.kiosk()
    asks_for(kiosk, "Dahulukan saya")
    ticket = registers(kiosk, HERE, who, dtsen_kind=4)
    officer = office.console()
    panel = calls_up(officer, ticket)
    part(panel, "Hasil DTSEN")
    panel.get_by_role("button", name="Catat hasil DTSEN").click()
    choose(panel, "Hasil", "Perlu tindak lanjut")
    panel.get_by_label("Hasil konsultasi").fill("Sanggahan diteruskan ke dinas sosial")
    panel.get_by_role("button", name="Simpan hasil").click()
    serves(officer)
    said = {name: who.answers[name] for name in ("name", "purpose", "sex", "birth_year", "phone")}
    told = stands_in_the_book(office, f"tickets/{ticket['id']}", {**said, "dtsen_kind": 4})
    assert told["needs"][0]["dtsen_result"] == 2


def test_27_a_guest_of_the_head_is_met_without_a_number(at: At) -> None:
    office, who = at(HERE), guest(27)
    officer, kiosk = office.console(), office.kiosk()
    line = office.at.waiting()
    visitor = comes_to(kiosk, HERE, who.service)
    fills_in(visitor, {**who.answers, "host": "Kepala BPS"})
    expect(kiosk.get_by_text("Petugas sudah tahu Anda datang dan akan menemui Anda.")).to_be_visible()
    without_number(officer).get_by_role("button", name="Buka").first.click()
    panel = visit_record(officer)
    expect(panel).to_contain_text("Kepala BPS")
    panel.get_by_role("button", name="Sudah ditemui").click()
    expect(panel).to_contain_text("Sudah ditemui pukul")
    assert office.at.waiting() == line
    [guest_of_the_head] = [one for one in office.at.queue()["without_number"] if one["service"] == "T"]
    assert guest_of_the_head["met_at"] is not None


def test_28_irfan_was_away_when_called_and_came_back_in_time(at_another_hour: AtAnotherHour) -> None:
    office, who = at_another_hour(HERE, "2026-11-19 09:15"), guest(28)
    ticket = registers(office.kiosk(), HERE, who)
    for verb in ("call-next", "recall", "recall"):
        office.at.press(verb)
    office.close()
    office.server.restart_later(minutes=4)
    office.at.press("no-show")
    office.server.restart_later(minutes=20)
    officer = office.console()
    unfold(officer, "Tidak hadir").get_by_role("button", name="Antrekan lagi").click()
    call(officer, ticket["number"].replace("-", " "))
    serves(officer)
    legs = [(row["leg"], row["verdict"]) for row in office.at.rows()]
    assert legs == [(1, "not_judged"), (2, "kept")]
    stands_in_the_book(office, f"tickets/{ticket['id']}", who.answers)

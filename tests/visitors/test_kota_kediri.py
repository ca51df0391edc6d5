"""Kota Kediri: a reception, a guest book, no number; and e-mail, telephone and HaloPST."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.at_the_book import Visitor
from tests.journeys.console import act, primary
from tests.journeys.screens import tap
from tests.journeys.test_complaint_kiosk import chooses, code_on, opened, register
from tests.visitors.cases import At, asks_for, calls_up, notes, registers, serves, stands_in_the_book, writes_down
from tests.visitors.people import guest

HERE = "kota-kediri"


def test_11_ekos_data_do_not_reach_down_to_the_village(at: At) -> None:
    office, who = at(HERE), guest(11)
    ticket = registers(office.kiosk(), HERE, who)
    officer = office.console()
    panel = calls_up(officer, ticket)
    notes(panel, {**who.need, "obtained": 3, "result": "Proyeksi hanya sampai kota"})
    serves(officer)
    told = stands_in_the_book(office, f"tickets/{ticket['id']}", who.answers)
    assert told["needs"][0]["obtained"] == 3
    assert "sources" not in told["needs"][0]


def test_12_dwi_goes_before_somebody_whose_clock_runs_and_that_is_written_down(at: At) -> None:
    office, who = at(HERE), guest(12)
    passed = office.at.take("K")
    kiosk = office.kiosk()
    asks_for(kiosk, "Dahulukan saya")
    ticket = registers(kiosk, HERE, who)
    officer = office.console()
    panel = calls_up(officer, ticket)
    expect(officer.locator(".visitor")).to_contain_text(f"Mendahului {passed['number']}")
    notes(panel, {**who.need, "obtained": 1, "sources": [5]})
    serves(officer)
    rows = {row["number"]: row for row in office.at.rows()}
    assert rows[passed["number"]]["clock_started_at"] is not None
    assert rows[ticket["number"]]["verdict"] == "kept"
    told = stands_in_the_book(office, f"tickets/{ticket['id']}", who.answers)
    assert "hamil" not in str(told), "why somebody goes first is never written down"
    calls_up(officer, passed)
    serves(officer)


@pytest.mark.parametrize(
    ("number", "obtained"),
    [(13, 1), (14, 4), (15, 1)],
    ids=["13 Faiz, e-mail", "14 Ratna, HaloPST", "15 Sugeng, telephone"],
)
def test_whoever_writes_or_telephones_is_written_down(at: At, number: int, obtained: int) -> None:
    office, who = at(HERE), guest(number)
    panel, entry = writes_down(office.console(), HERE, who)
    need = {**who.need, "obtained": obtained}
    notes(panel, need)
    told = stands_in_the_book(office, f"entries/{entry}", who.answers)
    assert told["needs"] == [{"position": 1, "leg": 1, **need}]


def test_16_lina_goes_on_to_buy_the_map(at: At) -> None:
    office, who = at(HERE), guest(16)
    first = {**who.told, "layanan": "K"}
    ticket = registers(office.kiosk(), HERE, type(who)(first))
    officer = office.console()
    calls_up(officer, ticket).get_by_role("button", name="Tutup").click()
    primary(officer, "Mulai layani").click()
    act(officer, "Alihkan").click()
    dialog = officer.get_by_role("dialog")
    dialog.get_by_label("Penjualan Produk Statistik").check()
    dialog.locator(".dialog__foot .button--primary").click()
    panel = calls_up(officer, ticket)
    notes(panel, {**who.need, "obtained": 1, "sources": [3]})
    serves(officer)
    told = stands_in_the_book(office, f"tickets/{ticket['id']}", who.answers)
    assert [(need["leg"], need["sources"]) for need in told["needs"]] == [(2, [3])]


def test_30_somebody_waited_while_a_desk_was_free_and_says_so_without_a_name(at: At) -> None:
    """Two desks, one of them free: the clock of whoever waits runs, whatever happens at the other (the k-rule)."""
    office, who = at(HERE), guest(30)
    console = office.console()
    office.at.take("K")
    office.at.press("call-next")
    office.at.press("start")
    waits = office.at.take("K")
    kiosk = office.kiosk()
    tap(kiosk.get_by_role("button", name="Tulis pengaduan"))
    visitor = Visitor(kiosk)
    chooses(visitor)
    visitor.is_asked("Ceritakan apa yang terjadi")
    kiosk.locator(".field").fill(who.wish)
    visitor.press("Lanjut")
    visitor.press("Kirim tanpa nama")
    code = code_on(kiosk)
    [kept] = [row for row in register(office) if row["code"] == code]
    assert (kept["anonymous"], kept["channel"]) == (True, "kiosk")
    assert opened(office, code) == {"text": who.wish, "answers": []}
    calls_up(console, waits)
    serves(console)
    office.at.press("finish")
    [row] = [row for row in office.at.rows() if row["number"] == waits["number"]]
    assert row["clock_started_at"][:19] == row["issued_at"][:19]

"""The first promise of all: a visitor is called, heard, served, and found in the log."""

from __future__ import annotations

import re
from io import BytesIO

import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.journeys.hired import PASSWORD
from tests.journeys.screens import BOARD, DESK, KIOSK, PHONE, Screens, settled, tap
from tests.printing.emulator import Emulator

SPOKEN_WITHIN = 30_000  # milliseconds; a call takes some seven seconds to say


def test_a_visitor_is_called_heard_served_and_found_in_the_log(office_with_paper: Screens, printer: Emulator) -> None:
    office = office_with_paper
    kiosk, board = office.blank(viewport=KIOSK, has_touch=True), office.blank(viewport=BOARD)
    officer = sign_in(office, "rina")
    sit_down(office, officer)
    pair_by_code(office, officer, kiosk, board)
    address = take_a_number(office, kiosk, printer)
    phone = follow_on_the_phone(office, address)
    call(office, officer, board, phone)
    serve(office, officer, phone)
    find_in_the_log(office)


def sign_in(office: Screens, login: str) -> Page:
    page = office.blank(viewport=DESK)
    page.goto(f"{office.root}/counter/")
    page.get_by_label("Nama pengguna").fill(login)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    office.picture(page, "sign-in")
    page.get_by_role("button", name="Masuk", exact=True).click()
    return page


def sit_down(office: Screens, officer: Page) -> None:
    expect(officer.get_by_role("heading", name="Selamat pagi, Rina")).to_be_visible()
    officer.get_by_label("Meja 1").check()
    office.picture(officer, "choose-counter")
    officer.get_by_role("button", name="Buka Meja 1").click()
    expect(officer.get_by_role("heading", name="Tidak ada yang menunggu", exact=True)).to_be_visible()


def pair_by_code(office: Screens, officer: Page, kiosk: Page, board: Page) -> None:
    kiosk.goto(f"{office.root}/kiosk/")
    board.goto(f"{office.root}/display/")
    accept(officer, kiosk, "Kiosk pintu depan")
    office.picture(board, "board-pairing")
    accept(officer, board, "Papan ruang tunggu")
    expect(kiosk.get_by_text("Kiosk pintu depan")).to_be_visible()
    expect(board.get_by_text("Selamat datang")).to_be_visible()
    expect(officer.get_by_text("Papan: tampil dan terdengar")).to_be_visible()
    office.picture(officer, "console-empty")
    office.picture(board, "board-calm")


def accept(officer: Page, device: Page, name: str) -> None:
    code = device.locator(".pairing__code").inner_text().replace(" ", "")
    officer.locator(".menu summary").click()
    officer.get_by_role("button", name="Terima perangkat").click()
    dialog = officer.get_by_role("dialog")
    dialog.get_by_label("Kode di layar perangkat").fill(code)
    dialog.get_by_label("Nama perangkat").fill(name)
    dialog.get_by_role("button", name="Terima", exact=True).click()
    expect(dialog).to_contain_text("Perangkat diterima")
    officer.keyboard.press("Escape")


def take_a_number(office: Screens, kiosk: Page, printer: Emulator) -> str:
    """One tap; returns the address behind the QR code, which is the same on paper and on the screen."""
    tile = kiosk.get_by_role("button", name="Konsultasi Statistik")
    expect(tile).to_contain_text("Tidak ada antrean")
    office.picture(kiosk, "kiosk-home")
    tap(tile)
    expect(kiosk.locator(".ticket-number")).to_contain_text("K 001")
    expect(kiosk.get_by_text("Ambil kertas nomor Anda di bawah layar")).to_be_visible()
    shown = qr_code(kiosk.get_by_role("img", name="Kode QR halaman antrean Anda"))
    office.picture(kiosk, "kiosk-ticket")
    printed = zxingcpp.read_barcodes(printer.wait_for(1)[0])[0].text
    assert printed == shown
    return printed


def qr_code(picture: Locator) -> str:
    picture.page.wait_for_function("(picture) => picture.complete", arg=picture.element_handle())
    return zxingcpp.read_barcodes(Image.open(BytesIO(picture.screenshot())))[0].text


def follow_on_the_phone(office: Screens, address: str) -> Page:
    phone = office.blank(viewport=PHONE, has_touch=True)
    phone.goto(address)
    expect(phone.get_by_text("Anda berikutnya")).to_be_visible()
    office.picture(phone, "phone-waiting")
    return phone


def call(office: Screens, officer: Page, board: Page, phone: Page) -> None:
    """The number is seen and heard in the waiting room and on the phone, and the officer sees that it was."""
    expect(officer).to_have_title("(1) Meja 1")
    office.picture(officer, "console-waiting")
    officer.get_by_role("button", name="Panggil berikutnya").click()
    expect(board.locator(".stage--now .stage__number")).to_contain_text("K 001")
    expect(board.locator(".stage--now .stage__where")).to_contain_text("Meja 1")
    office.picture(board, "board-calling")
    expect(officer.get_by_text(re.compile(r"Tampil 09\.1\d"))).to_be_visible()
    expect(phone.get_by_role("heading", name="Giliran Anda")).to_be_visible()
    expect(phone.locator(".go")).to_contain_text("Meja 1")
    office.picture(phone, "phone-called")
    expect(officer.get_by_text(re.compile(r"Terdengar 09\.1\d"))).to_be_visible(timeout=SPOKEN_WITHIN)
    assert 0.1 < board.evaluate("() => Number(document.documentElement.dataset.peak)") <= 1
    office.picture(officer, "console-called")


def serve(office: Screens, officer: Page, phone: Page) -> None:
    primary = officer.locator(".primary")
    settled(primary, "Mulai layani").click()
    expect(phone.get_by_text("Sedang dilayani")).to_be_visible()
    settled(primary, "Selesai")
    office.picture(officer, "console-serving")
    office.picture(phone, "phone-serving")
    primary.click()
    expect(phone.get_by_role("heading", name="Terima kasih")).to_be_visible()
    expect(phone.get_by_text("Janji kami ditepati")).to_be_visible()
    office.picture(phone, "phone-served")
    expect(officer.get_by_role("heading", name="Tidak ada yang menunggu", exact=True)).to_be_visible()
    office.picture(officer, "console-finished")


def find_in_the_log(office: Screens) -> None:
    manager = sign_in(office, "sari")
    manager.get_by_role("link", name="Waktu tunggu").click()
    row = manager.get_by_role("region", name="Tabel kunjungan").locator("tbody tr")
    expect(row).to_have_count(1)
    for words in ("K 001", "Konsultasi Statistik", "Meja 1", "Rina", "Tepat"):
        expect(row).to_contain_text(words)
    office.picture(manager, "wait-log")

"""What a visitor wrote leaves the kiosk with them, and a server that goes away loses none of it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.at_the_book import at_the_kiosk, stored
from tests.journeys.screens import UNANSWERED, Screens, wind
from tests.journeys.test_left_alone import KEPT, TO_ANSWER, at_home_in_indonesian

FORM_IDLE = 120_000  # milliseconds (screens.md, section 7)
CANARY = "zzkanari"
# Everything of a page in which a word could stay: what is drawn, what is typed, and what the keyboard remembers.
IN_THE_PAGE = """
() => [
  document.documentElement.outerHTML, document.title,
  ...[...document.querySelectorAll("input, textarea")].map(({ value }) => value),
  ...Object.values(window.SimpleKeyboardInstances ?? {}).map(({ input }) => JSON.stringify(input)),
].join().toLowerCase()
"""


def test_a_visitor_who_walks_away_leaves_nothing_in_the_page_the_storage_or_the_history(office: Screens) -> None:
    visitor, ticket = at_the_kiosk(office, hand_clock=True)
    kiosk = visitor.page
    visitor.skips("Yang dibutuhkan")
    visitor.is_asked("Nama atau nama panggilan")
    visitor.types(CANARY)
    assert CANARY in kiosk.evaluate(IN_THE_PAGE)
    wind(kiosk, FORM_IDLE - 1_000)
    expect(kiosk.get_by_role("alertdialog")).to_have_count(0)
    wind(kiosk, 1_000)
    expect(kiosk.get_by_role("alertdialog")).to_contain_text("Masih di sini?")
    office.picture(kiosk, "book-idle")
    wind(kiosk, TO_ANSWER)
    at_home_in_indonesian(kiosk)
    for trace in (CANARY, ticket["token"].lower()):
        assert trace not in kiosk.evaluate(IN_THE_PAGE)
        assert trace not in kiosk.evaluate(KEPT).lower()
    kiosk.go_back()
    expect(kiosk).to_have_url(f"{office.root}/kiosk/")
    at_home_in_indonesian(kiosk)
    assert CANARY not in kiosk.evaluate(IN_THE_PAGE)


def test_whoever_is_still_there_goes_on_where_they_were(office: Screens) -> None:
    visitor, _ = at_the_kiosk(office, hand_clock=True)
    visitor.is_asked("Yang dibutuhkan")
    visitor.types("inflasi")
    wind(visitor.page, FORM_IDLE)
    visitor.press("Ya, saya lanjutkan")
    expect(visitor.page.locator(".field")).to_have_value("Inflasi")
    visitor.types(" kota")
    expect(visitor.page.locator(".field")).to_have_value("Inflasi kota")


def test_the_thanks_go_home_by_themselves_after_twenty_seconds(office: Screens) -> None:
    visitor, _ = at_the_kiosk(office, hand_clock=True)
    visitor.writes("Yang dibutuhkan", "inflasi")
    visitor.is_asked("Nama atau nama panggilan")
    visitor.press("Cukup")
    expect(visitor.page.get_by_text("Buku tamu Anda tersimpan.")).to_be_visible()
    wind(visitor.page, 20_000)
    at_home_in_indonesian(visitor.page)


def test_answers_that_the_server_did_not_hear_are_told_again(office: Screens) -> None:
    visitor, ticket = at_the_kiosk(office)
    kiosk = visitor.page
    with office.pardoning(UNANSWERED):
        kiosk.route("**/kiosk/guestbook", lambda route: route.abort("connectionrefused"))
        visitor.writes("Yang dibutuhkan", "inflasi")
        visitor.is_asked("Nama atau nama panggilan")
        expect(kiosk.get_by_text("Isian Anda disimpan begitu tersambung lagi.")).to_be_visible()
        office.picture(kiosk, "book-cut")
        kiosk.unroute("**/kiosk/guestbook")
        expect(kiosk.get_by_text("Isian Anda disimpan begitu tersambung lagi.")).to_have_count(0)
    assert stored(office, ticket) == {"purpose": "Inflasi"}


def test_whoever_is_called_while_writing_reads_it_there(office: Screens) -> None:
    visitor, _ = at_the_kiosk(office)
    visitor.is_asked("Yang dibutuhkan")
    office.at.press("call-next")
    expect(visitor.page.get_by_role("alert")).to_contain_text("Meja 2")
    office.picture(visitor.page, "book-called")


def test_the_phone_takes_over_where_the_kiosk_stopped(office: Screens) -> None:
    visitor, ticket = at_the_kiosk(office)
    visitor.writes("Yang dibutuhkan", "inflasi")
    visitor.is_asked("Nama atau nama panggilan")
    visitor.press("Isi di ponsel saya")
    expect(visitor.page.get_by_role("dialog").get_by_role("img")).to_be_visible()
    office.picture(visitor.page, "book-handover")
    visitor.press("Sudah terbuka di ponsel saya")
    at_home_in_indonesian(visitor.page)
    assert "inflasi" not in visitor.page.evaluate(IN_THE_PAGE)
    phone = office.phone(ticket)
    expect(phone.get_by_text("1 isian tersimpan")).to_be_visible()
    phone.get_by_role("button", name="Lanjutkan").tap()
    expect(phone.locator("#question")).to_be_visible()
    assert "inflasi" not in phone.evaluate(IN_THE_PAGE)

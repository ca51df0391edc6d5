"""Two officers share a line and never a counter."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.screens import REFUSED, Screens, settled


def line(officer: Page) -> list[str]:
    return [words.replace(" ", "-") for words in officer.locator(".wait__who .sr-only").all_inner_texts()]


def test_a_second_officer_sees_who_holds_the_counter_and_takes_it_over_only_after_asking(office: Screens) -> None:
    rina = office.console("rina", 1)
    bagus = office.staff("bagus")
    bagus.goto(f"{office.root}/counter/")
    card = bagus.locator(".desk-card", has_text="Meja 1")
    expect(card).to_contain_text("Dipakai")
    expect(card).to_contain_text("Rina, sejak 09.")
    expect(card.get_by_role("radio")).to_be_disabled()
    expect(bagus.get_by_role("button", name="Buka Meja 2")).to_be_enabled()
    office.picture(bagus, "choose-counter-held")
    card.get_by_role("button", name="Ambil alih").click()
    dialog = bagus.get_by_role("dialog")
    expect(dialog).to_contain_text("Rina masih di meja ini dan akan diberi tahu di layarnya.")
    office.picture(bagus, "take-over")
    dialog.get_by_role("button", name="Ya, ambil alih").click()
    expect(bagus).to_have_url(f"{office.root}/counter/1/")
    expect(rina.locator(".banner")).to_contain_text("Meja 1 sekarang dipakai Bagus.")
    expect(rina.locator(".primary")).to_be_disabled()
    office.picture(rina, "console-taken")
    rina.get_by_role("button", name="Ambil kembali").click()
    expect(rina.locator(".banner")).to_have_count(0)
    expect(bagus.locator(".banner")).to_contain_text("Meja 1 sekarang dipakai Rina.")


def test_a_second_officer_who_knows_the_address_cannot_call_from_a_held_counter(office: Screens) -> None:
    rina, bagus = office.console("rina", 1), office.staff("bagus")
    office.at.take()
    bagus.goto(f"{office.root}/counter/1/")
    expect(bagus.locator(".banner")).to_contain_text("Meja 1 sekarang dipakai Rina.")
    with office.pardoning(REFUSED):
        csrf = bagus.evaluate("() => JSON.parse(document.getElementById('page').textContent).csrf")
        call = bagus.context.request.post(
            f"{office.root}/counter/1/call-next", data={}, headers={"X-CSRF-Token": csrf, "Accept-Language": "id"}
        )
    assert call.status == 409
    assert call.json()["detail"] == "Meja ini sedang dipakai Rina."
    expect(rina.locator(".primary")).to_be_enabled()


def test_both_consoles_are_live_and_never_call_the_same_visitor(office: Screens) -> None:
    rina, bagus = office.console("rina", 1), office.console("bagus", 2)
    for service in ("K", "P", "J"):
        office.at.take(service)
    for officer in (rina, bagus):
        expect(officer.locator(".wait")).to_have_count(3)
    assert line(bagus) == line(rina) == ["K-001", "P-001", "J-001"]
    settled(rina.locator(".primary"), "Panggil berikutnya").click()
    expect(bagus.locator(".wait")).to_have_count(2)
    assert line(bagus) == ["P-001", "J-001"]
    settled(bagus.locator(".primary"), "Panggil berikutnya").click()
    expect(bagus.locator(".visitor")).to_contain_text("P 001")
    expect(rina.locator(".visitor")).to_contain_text("K 001")
    expect(rina.locator(".wait")).to_have_count(1)
    office.picture(rina, "console-two-officers")

"""What visitors and officers do with their hands, in whichever office: on the kiosk, the phone and the console."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from shared.domain.guest_book import BY_NAME, Kind
from shared.domain.guest_book.needs import NEEDS_BY_NAME
from shared.offices import SHIPPED, load_office
from tests.journeys.at_the_book import Visitor
from tests.journeys.console import call, primary
from tests.journeys.guests import begins_to_write, visit_record
from tests.journeys.screens import SETTLED, Screens, tap
from tests.journeys.the_record import choose, part, record
from tests.visitors.people import Guest, in_words

At = Callable[[str], Screens]
AtAnotherHour = Callable[[str, str], Screens]

ID, EN = (
    {"on": "Lanjut", "skip": "Lewati", "save": "Simpan", "alone": "Sendiri", "many": "Rombongan", "end": "Selesai"},
    {"on": "Continue", "skip": "Skip", "save": "Save", "alone": "Alone", "many": "In a group", "end": "Done"},
)
A_WHOLE_BOOK = 60_000  # milliseconds in which a visitor has answered everything
SAYS = {"id": ID, "en": EN}
KIND = "document.querySelector('.ask').className.match(/ask--(\\w+)/)[1]"
GONE_ON = "before => document.querySelector('#question')?.textContent !== before"
ASKED = {item.ask.in_language(language): item.name for item in BY_NAME.values() for language in ("id", "en")}


def comes_to(kiosk: Page, code: str, service: str, language: str = "id") -> Visitor:
    """Somebody touches the tile of what they want."""
    visitor = Visitor(kiosk)
    name = load_office(SHIPPED / f"{code}.toml").service(service).name.in_language(language)
    visitor.touch(kiosk.get_by_role("button", name=name), SETTLED)
    return visitor


def asks_for(kiosk: Page, *wishes: str) -> None:
    """Somebody who needs more than the others touches what they wish; the last one closes the sheet."""
    tap(kiosk.get_by_role("button", name="Butuh bantuan khusus?"))
    for wish in wishes:
        tap(kiosk.get_by_role("checkbox", name=wish))
    expect(kiosk.get_by_text("Anda didahulukan.")).to_be_visible()


def takes(kiosk: Page, code: str, service: str) -> dict[str, Any]:
    """One touch, one number."""
    with kiosk.expect_response(a_ticket) as answered:
        comes_to(kiosk, code, service)
    ticket: dict[str, Any] = answered.value.json()
    return ticket


def registers(kiosk: Page, code: str, who: Guest, **said: Any) -> dict[str, Any]:
    """The guest book first, and the place in line after its last question."""
    visitor = comes_to(kiosk, code, who.service)
    with kiosk.expect_response(a_ticket, timeout=A_WHOLE_BOOK) as answered:
        fills_in(visitor, {**who.answers, **said})
    ticket: dict[str, Any] = answered.value.json()
    return ticket


def fills_in_on_the_phone(office: Screens, ticket: dict[str, Any], answers: dict[str, Any]) -> Page:
    """The guest book on the visitor's own phone, to its end."""
    visitor = Visitor(office.phone(ticket))
    visitor.press("Isi sekarang")
    fills_in(visitor, answers)
    expect(visitor.page.get_by_text("isian tersimpan")).to_be_visible()
    return visitor.page


def fills_in(visitor: Visitor, answers: dict[str, Any], language: str = "id") -> list[str]:
    """Answer question by question whatever there is an answer for. Returns the questions that were asked."""
    question, asked = visitor.page.locator("#question"), []
    expect(question).to_be_visible()
    while question.count():
        words = question.inner_text()
        asked.append(words)
        _answer(visitor, words, answers, SAYS[language], language)
        visitor.page.wait_for_function(GONE_ON, arg=words)
    return asked


def _answer(visitor: Visitor, words: str, answers: dict[str, Any], says: dict[str, str], language: str) -> None:
    """One question, as its kind wants it; whatever there is no answer for is passed by."""
    kind, name = visitor.page.evaluate(KIND), ASKED.get(words, "")
    if kind == "group":
        visitor.answers(words, says["many" if answers.get("group", 1) > 1 else "alone"])
    elif kind == "minor":
        visitor.press(says["end"])
    elif kind in ("heads", "contact"):
        _several(visitor, kind, answers, says, language)
    elif name not in answers:
        visitor.press(says["skip"])
    elif kind == "code":
        visitor.answers(words, in_words(name, answers[name], language))
    else:
        _one(visitor, name, answers[name], language)
        visitor.press(says["on"])


def _one(visitor: Visitor, name: str, answer: Any, language: str) -> None:
    if not isinstance(answer, list):
        visitor.page.locator(".field").fill(str(answer))
        return
    for code in answer:
        visitor.touch(visitor.page.get_by_role("checkbox", name=in_words(name, code, language), exact=True))


def _several(visitor: Visitor, kind: str, answers: dict[str, Any], says: dict[str, str], language: str) -> None:
    names = {"heads": ("group_men", "group_women"), "contact": ("phone", "email")}[kind]
    fields = {name: visitor.page.get_by_label(BY_NAME[name].ask.in_language(language), exact=True) for name in names}
    said = [name for name in names if name in answers and fields[name].count()]
    for name in said:
        fields[name].fill(str(answers[name]))
    visitor.press(says["skip"] if not said else says["save" if kind == "contact" else "on"])


def calls_up(officer: Page, ticket: dict[str, Any]) -> Locator:
    """The officer calls the next visitor and opens their record."""
    number = ticket["number"].replace("-", " ")
    call(officer, number)
    officer.get_by_role("button", name="Buka catatan kunjungan").click()
    expect(officer.locator(".record__tabs")).to_be_visible()
    return record(officer)


def serves(officer: Page) -> None:
    """Begin and end the service."""
    primary(officer, "Mulai layani").click()
    primary(officer, "Selesai").click()
    expect(officer.locator(".visitor--serving")).to_have_count(0)


def writes_down(officer: Page, code: str, who: Guest) -> tuple[Locator, int]:
    """The officer writes down who telephones or writes. Returns the record and the number of the visit."""
    name = load_office(SHIPPED / f"{code}.toml").service(who.service).name.id
    panel = begins_to_write(officer, name)
    asked = panel.locator(".need-field").all_inner_texts()
    for item, answer in who.answers.items():
        ask = BY_NAME[item].ask.id
        first = BY_NAME[item.removesuffix("_other")].ask.id  # what follows is asked once its question is answered
        if any(first in text for text in asked):
            _writes(panel, item, ask, answer)
    with officer.expect_response("**/counter/entries") as answered:
        panel.get_by_role("button", name="Catat kunjungan").click()
    expect(panel.locator(".book-form")).to_have_count(0)
    return visit_record(officer), int(answered.value.json()["entry"])


def _writes(panel: Locator, item: str, ask: str, answer: Any) -> None:
    kind = BY_NAME[item].kind
    if kind is Kind.CODES:
        for code in answer:
            choose(panel, ask, in_words(item, code))
    elif kind is Kind.CODE:
        choose(panel, ask, in_words(item, answer))
    else:
        panel.get_by_label(ask, exact=True).fill(str(answer))


def notes(panel: Locator, need: dict[str, Any]) -> None:
    """One need of data, field by field."""
    part(panel, "Kebutuhan data")
    panel.get_by_role("button", name="Tambah kebutuhan data").click()
    for name, value in need.items():
        item = NEEDS_BY_NAME[name]
        if item.codes is None:
            panel.get_by_label(item.ask.id, exact=True).fill(str(value))
        else:
            for code in value if isinstance(value, list) else [value]:
                choose(panel, item.ask.id, item.codes.text(code).id)
    panel.get_by_role("button", name="Simpan kebutuhan").click()
    expect(panel.locator(".need-form")).to_have_count(0)


def stands_in_the_book(office: Screens, place: str, answers: dict[str, Any]) -> dict[str, Any]:
    """Read the visit at `place` back, hold the answers against what was said, and return the record."""
    opened = office.at.ask("POST", f"/counter/{place}/open", "dewi", {"reason": "serving"})
    assert opened.status == 200, opened.data
    told: dict[str, Any] = opened.data
    said = {name: value for name, value in answers.items() if name not in ("phone", "email")}
    kept = {name: value for name, value in told["answers"].items() if name in said}
    assert kept == said
    assert ("phone" in told["answers"]) == ("phone" in answers)
    return told


def a_ticket(answer: Any) -> bool:
    """Whether this answer brings a place in line."""
    return bool(answer.url.endswith("/kiosk/tickets") and answer.ok)

"""The guest book before the number, without a number, and at the desk: nothing is asked twice, nothing is left over."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from shared.database.records.visitors import StoredEntry
from shared.domain.guest_book import GuestBookRules
from shared.domain.office import Service
from shared.domain.text import Text
from shared.domain.ticket import Ticket
from shared.front_desk.book import Book
from shared.front_desk.guest_book import Said
from shared.front_desk.visits import WithoutNumber
from tests.cast import PAGES, Company, HandClock

KARIM = {"name": "ZZKANARI Karim", "phone": "0899-0000-0022", "purpose": "Nilai Tukar Nelayan", "sex": 1}
NEED = {"detail": "Nilai Tukar Nelayan", "obtained": 1}
RECEPTION = Service(code="T", name=Text("Tamu", "Guest"), what=Text("Tamu kantor", "Guests"), form="reception")


@pytest.fixture
def house(crew: Company) -> Company:
    """An office that receives guests too, and asks for the guest book first."""
    office = replace(crew.office, services=(*crew.office.services, RECEPTION))
    crew.office = replace(office, guest_book=GuestBookRules(order="book_first"))
    return crew


def write_first(crew: Company, key: str = "one visitor", **said: Any) -> int:
    return crew.desk("kiosk", key=key).write_guest_book(None, Said(service="K", **said)).id


def take_with(crew: Company, book: str, key: str = "take") -> Ticket:
    return crew.desk("kiosk", key=key).take("K", "id", False, PAGES, book)


def entry(crew: Company, number: int) -> StoredEntry | None:
    return crew.desk(None).reading(lambda records: records.entry(number))


def visitors_left(crew: Company) -> list[str]:
    return crew.desk(None).reading(lambda records: [v.id for v in records.all_visitors() if v.wrapped is not None])


def test_what_was_written_first_belongs_to_the_number_that_follows(house: Company) -> None:
    number = write_first(house, answers={"name": KARIM["name"]})
    assert write_first(house, answers=KARIM) == number
    ticket = take_with(house, "one visitor")
    stored = entry(house, number)
    assert stored is not None
    assert (stored.ticket, stored.service, stored.form) == (ticket.id, None, "skd")
    row = house.journal()[-1]
    assert (row.move, row.ticket, row.facts["items"]) == ("guest_book", ticket.id, sorted(KARIM))


def test_a_second_press_brings_the_same_number_and_the_same_entry(house: Company) -> None:
    write_first(house, answers=KARIM)
    assert take_with(house, "one visitor").id == take_with(house, "one visitor").id
    with house.refuses("idempotency_key_reused"):
        take_with(house, "another")


def test_nobody_brings_what_another_visitor_or_another_kiosk_wrote(house: Company) -> None:
    number = write_first(house, answers=KARIM)
    first = take_with(house, "one visitor")
    second = take_with(house, "one visitor", key="later")
    house.desk("rina", key="at the desk").take("K", "id", False, PAGES, "one visitor")
    stored = entry(house, number)
    assert stored is not None
    assert stored.ticket == first.id != second.id


def test_whoever_walks_away_before_the_number_leaves_nothing(house: Company) -> None:
    number = write_first(house, answers=KARIM, consents={"survey": True})
    house.desk("kiosk", key="one visitor").drop_guest_book()
    assert entry(house, number) is None
    assert visitors_left(house) == []
    house.desk("kiosk", key="one visitor").drop_guest_book()


def test_the_key_of_a_dropped_entry_leads_to_nobody_elses(house: Company) -> None:
    write_first(house, answers=KARIM)
    house.desk("kiosk", key="one visitor").drop_guest_book()
    next_one = write_first(house, key="the next", answers={"name": "Somebody else"})
    ticket = take_with(house, "one visitor")
    assert house.desk(None).reading(lambda records: records.entry_of_ticket(ticket.id)) is None
    assert write_first(house, answers={"sex": 2}) != next_one


def test_a_place_in_line_keeps_its_entry_whatever_the_kiosk_lets_go(house: Company) -> None:
    number = write_first(house, answers=KARIM)
    take_with(house, "one visitor")
    house.desk("kiosk", key="one visitor").drop_guest_book()
    assert entry(house, number) is not None


def test_the_night_lets_go_of_entries_that_came_to_no_visit(house: Company, clock: HandClock) -> None:
    begun = write_first(house, answers=KARIM)
    guest = house.desk("kiosk", key="a guest").write_guest_book(None, Said(service="T", answers={"name": "Tamu"})).id
    called = house.desk("rina", key="a call").write_guest_book(
        None, Said(service="K", answers=KARIM, channel="officer")
    )
    clock.passes(days=1)
    house.desk(None).turn_the_day()
    assert entry(house, begun) is None
    assert entry(house, guest) is not None
    assert entry(house, called.id) is not None
    assert len(visitors_left(house)) == 2


def test_a_guest_of_the_house_gets_no_number_and_is_met_once(house: Company, clock: HandClock) -> None:
    with house.refuses("no_number_given", service="T"):
        house.take("T")
    said = Said(service="T", answers={"name": "Kepala Bappelitbang", "host": "Kepala BPS"})
    guest = house.desk("kiosk", key="a guest").write_guest_book(None, said).id
    house.desk("rina").meet_guest(guest)
    met = entry(house, guest)
    clock.passes(minutes=5)
    house.desk("bagus").meet_guest(guest)
    assert met is not None
    assert met.met_at is not None
    assert entry(house, guest) == met
    assert met.form == "reception"


def test_an_officer_writes_down_a_telephone_call_with_its_needs(crew: Company) -> None:
    said = Said(service="K", answers=KARIM, channel="officer")
    call = crew.desk("rina", key="a call").write_guest_book(None, said).id
    crew.desk("bagus").write_guest_book(None, Said(answers={"sex": 2}, channel="officer"), entry_id=call)
    crew.desk("rina").record_need(WithoutNumber(call), 1, NEED)
    record = crew.desk("rina").read_visit(WithoutNumber(call), "serving")
    assert record.answers["name"] == KARIM["name"]
    assert record.answers["sex"] == 2
    assert [need["detail"] for need in record.needs] == [NEED["detail"]]
    crew.desk("rina").drop_need(WithoutNumber(call), 1)
    assert crew.desk("rina").read_visit(WithoutNumber(call), "serving").needs == []


def test_only_staff_go_on_with_somebody_elses_entry(crew: Company) -> None:
    call = crew.desk("rina", key="a call").write_guest_book(None, Said(service="K", answers=KARIM)).id
    for who in ("kiosk", None):
        with crew.refuses("forbidden"):
            crew.desk(who).write_guest_book(None, Said(answers={"sex": 2}), entry_id=call)


def test_a_visit_with_a_number_is_not_opened_by_its_entry(crew: Company) -> None:
    ticket = crew.take("K")
    number = crew.desk(None).write_guest_book(ticket.id, Said(answers=KARIM)).id
    for verb in (
        lambda: crew.desk("rina").read_visit(WithoutNumber(number), "serving"),
        lambda: crew.desk("rina").meet_guest(number),
        lambda: crew.desk("rina").meet_guest(number + 99),
    ):
        with crew.refuses("unknown_entry"):
            verb()


def test_a_need_without_words_of_the_visitor_still_has_an_entry(crew: Company) -> None:
    ticket = crew.take("K")
    crew.desk("rina").record_need(ticket.id, 1, {"obtained": 3, "level": 5})
    found = crew.desk(None).reading(lambda records: records.entry_of_ticket(ticket.id))
    assert found is not None
    book = crew.desk(None).reading(lambda records: Book(records, crew.parts.vault).needs(found))
    assert [need["obtained"] for need in book] == [3]

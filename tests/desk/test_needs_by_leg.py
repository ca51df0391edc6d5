"""A follow-on service is another leg of one visit, and each leg keeps the needs that came up in it."""

from __future__ import annotations

import pytest

from shared.domain.ticket import Ticket
from shared.front_desk.guest_book import Said
from tests.cast import Company

PDRB = {"detail": "PDRB Kota Pekanbaru", "obtained": 1}
BOOK = {"detail": "Kota Pekanbaru Dalam Angka", "obtained": 1, "sources": [1]}


@pytest.fixture
def sent_on(crew: Company) -> Ticket:
    """Dedi was consulted, with a need that Rina wrote down, and is served by her in the library now."""
    dedi = crew.take("K")
    crew.serve("rina", 1)
    crew.desk("rina").record_need(dedi.id, 1, PDRB)
    crew.desk("rina").transfer(1, service="P")
    crew.serve("rina", 1)
    return crew.ticket(dedi)


def told(crew: Company, ticket: Ticket) -> list[tuple[int, int, object]]:
    record = crew.desk("rina").read_visit(ticket.id, "serving")
    return [(need["position"], need["leg"], need["detail"]) for need in record.needs]


def test_the_needs_of_both_legs_are_kept_and_told_apart(crew: Company, sent_on: Ticket) -> None:
    crew.desk("rina").record_need(sent_on.id, 2, BOOK)
    assert told(crew, sent_on) == [(1, 1, PDRB["detail"]), (2, 2, BOOK["detail"])]
    assert crew.desk("rina").read_visit(sent_on.id, "serving").legs == ["K", "P"]


def test_a_need_that_is_written_anew_stays_in_its_leg(crew: Company, sent_on: Ticket) -> None:
    crew.desk("rina").record_need(sent_on.id, 1, PDRB | {"detail": "PDRB triwulanan"})
    assert told(crew, sent_on) == [(1, 1, "PDRB triwulanan")]


def test_a_need_may_be_about_the_leg_before(crew: Company, sent_on: Ticket) -> None:
    crew.desk("rina").record_need(sent_on.id, 2, BOOK, leg=1)
    assert told(crew, sent_on)[1] == (2, 1, BOOK["detail"])
    for nonsense in (3, 99, -1):
        with crew.refuses("no_needs"):
            crew.desk("rina").record_need(sent_on.id, 3, BOOK, leg=nonsense)


def test_a_service_without_needs_leaves_those_of_the_leg_before(crew: Company, sent_on: Ticket) -> None:
    crew.desk("rina").transfer(1, service="R")
    crew.serve("rina", 1)
    with crew.refuses("no_needs", service="R"):
        crew.desk("rina").record_need(sent_on.id, 2, BOOK)
    crew.desk("rina").record_need(sent_on.id, 1, PDRB | {"detail": "PDRB ADHK"})
    assert told(crew, sent_on) == [(1, 1, "PDRB ADHK")]


def test_a_transfer_that_was_undone_is_no_leg(crew: Company) -> None:
    dedi = crew.take("K")
    crew.serve("rina", 1)
    crew.desk("rina").transfer(1, service="P")
    crew.desk("rina").undo(1)
    assert crew.desk("rina").read_visit(dedi.id, "serving").legs == ["K"]


def test_what_a_visitor_agreed_to_is_told_with_their_record(crew: Company, sent_on: Ticket) -> None:
    crew.desk("rina").write_guest_book(sent_on.id, Said(answers={"name": "Dedi"}, consents={"survey": True}))
    crew.desk("rina").write_guest_book(sent_on.id, Said(answers={}, consents={"survey": False, "follow_up": True}))
    record = crew.desk("rina").read_visit(sent_on.id, "serving")
    assert record.consents == {"survey": False, "follow_up": True}

"""One entry serves all: it grows while the visitor waits, and nothing that names them can be read from the rows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from shared.domain.guest_book import GuestBookRules
from shared.domain.ticket import Ticket
from shared.front_desk.book import Book
from shared.front_desk.guest_book import Said
from tests.cast import Company, HandClock

WHO = {"name": "ZZKANARI Rahmi", "phone": "0899-0000-0001", "email": "kanari@example.com", "birth_year": 2003}
WHAT = {"sex": 2, "occupation": 1, "institution": "Universitas ZZKANARI", "purpose": "Data untuk ZZKANARI"}


@pytest.fixture
def ticket(crew: Company) -> Ticket:
    return crew.take("K")


def write(crew: Company, ticket: Ticket, who: str | None = None, **said: Any) -> int:
    return crew.desk(who).write_guest_book(ticket.id, Said(**said)).id


def answers(crew: Company, ticket: Ticket) -> dict[str, Any]:
    vault = crew.parts.vault
    return crew.desk(None).reading(lambda records: Book(records, vault).answers(records.entry_of_ticket(ticket.id)))


def stands(crew: Company, ticket: Ticket) -> dict[str, bool]:
    return dict(crew.desk("rina").read_visit(ticket.id, "serving").consents)


def test_an_entry_grows_step_by_step(crew: Company, ticket: Ticket, clock: HandClock) -> None:
    number = write(crew, ticket, answers={"name": "Rahmi"})
    clock.passes(minutes=2)
    assert write(crew, ticket, answers={"sex": 2, "means": [1, 4]}, channel="phone") == number
    assert write(crew, ticket, "rina", answers={"purpose": "Garis kemiskinan"}, channel="officer") == number
    assert answers(crew, ticket) == {"name": "Rahmi", "sex": 2, "means": [1, 4], "purpose": "Garis kemiskinan"}


def test_an_empty_answer_takes_an_earlier_one_back(crew: Company, ticket: Ticket) -> None:
    write(crew, ticket, answers=WHO)
    write(crew, ticket, answers={"phone": "", "email": None})
    assert answers(crew, ticket).keys() == {"name", "birth_year"}


def test_the_journal_says_that_something_was_written_and_never_what(crew: Company, ticket: Ticket) -> None:
    write(crew, ticket, answers=WHO | WHAT)
    row = crew.journal()[-1]
    assert (row.move, row.ticket, row.leg) == ("guest_book", ticket.id, 1)
    assert row.facts == {"items": sorted(WHO | WHAT), "channel": "kiosk"}
    assert "KANARI" not in str(crew.journal())


def test_saying_the_same_again_changes_nothing(crew: Company, ticket: Ticket) -> None:
    write(crew, ticket, answers=WHO | WHAT, consents={"survey": True})
    before = crew.seq()
    write(crew, ticket, answers=WHO, consents={"survey": True})
    assert crew.seq() == before


def test_the_visitor_stays_in_line_as_before(crew: Company, ticket: Ticket) -> None:
    write(crew, ticket, answers=WHO | WHAT)
    assert crew.ticket(ticket) == ticket


def test_a_minor_leaves_no_contact_not_even_in_two_steps(crew: Company, ticket: Ticket) -> None:
    write(crew, ticket, answers={"name": "Salsabila", "phone": "081200000005"})
    with crew.refuses("contact_of_minor"):
        write(crew, ticket, answers={"birth_year": 2010})
    write(crew, ticket, answers={"birth_year": 2010, "phone": ""})
    with crew.refuses("contact_of_minor"):
        write(crew, ticket, answers={"email": "s@example.com"})


def test_nobody_who_may_be_under_eighteen_agrees_to_anything(crew: Company, ticket: Ticket) -> None:
    """Consent is the parents' then (UU 27/2022 Pasal 25), whatever a page or a program sends."""
    write(crew, ticket, answers={"name": "Salsabila"}, consents={"survey": True})
    assert stands(crew, ticket) == {"survey": True}
    write(crew, ticket, answers={"birth_year": 2010})
    write(crew, ticket, answers={"sex": 2}, consents={"survey": True, "follow_up": True})
    assert stands(crew, ticket) == {"survey": False}
    write(crew, ticket, answers={"birth_year": 1990}, consents={"survey": True})
    assert stands(crew, ticket) == {"survey": True}


def test_an_entry_has_the_form_of_what_its_visit_is_about(crew: Company) -> None:
    """Also where an officer begins it, who names no form: DTSEN visits are counted and asked apart."""
    written, recorded = crew.take("D"), crew.take("D")
    write(crew, written, "rina", answers={"name": "Lia"})
    crew.desk("rina").record_need(recorded.id, 1, {"dtsen_result": 1})
    today = crew.desk(None).reading(lambda records: records.entries_of_days(written.day, written.day))
    assert [entry.form for entry in today] == ["dtsen", "dtsen"]


def test_an_identity_number_is_refused_and_nothing_of_the_step_is_kept(crew: Company, ticket: Ticket) -> None:
    with crew.refuses("identity_number", item="purpose"):
        write(crew, ticket, answers={"name": "Nurbaiti", "purpose": "NIK saya 1471 0123 4567 8901"})
    assert answers(crew, ticket) == {}


def consents(crew: Company, ticket: Ticket) -> list[tuple[str, bool]]:
    def said(records: Any) -> list[tuple[str, bool]]:
        return [(one.purpose, one.given) for one in records.consents_of(records.entry_of_ticket(ticket.id).visitor)]

    return crew.desk(None).reading(said)


def test_a_consent_is_a_row_with_its_text_and_taking_it_back_is_another(crew: Company, ticket: Ticket) -> None:
    write(crew, ticket, answers=WHO, consents={"survey": True, "follow_up": False})
    write(crew, ticket, answers={}, consents={"survey": True})
    write(crew, ticket, answers={}, consents={"survey": False})
    assert consents(crew, ticket) == [("survey", True), ("survey", False)]
    with crew.refuses("unknown_purpose"):
        write(crew, ticket, answers={}, consents={"advertising": True})


def test_a_visitor_of_yesterday_writes_no_more(crew: Company, ticket: Ticket, clock: HandClock) -> None:
    clock.passes(days=1)
    crew.take("K")
    with crew.refuses("day_over"):
        write(crew, ticket, answers=WHO)


def test_one_institution_however_it_is_spelt(crew: Company) -> None:
    spelt = ["BPS Prov. Riau", "bps provinsi  riau", "BPS PROV RIAU", "BPS Kota Dumai"]
    tickets = [crew.take("K") for _ in spelt]
    for ticket, name in zip(tickets, spelt, strict=True):
        write(crew, ticket, answers={"institution": name})
    found = crew.desk(None).reading(lambda records: [records.entry_of_ticket(t.id).institution for t in tickets])  # type: ignore[union-attr] # each has one
    assert len(set(found)) == 2
    assert len(set(found[:3])) == 1


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_nothing_that_names_somebody_can_be_read_in_the_file(crew: Company, ticket: Ticket, tmp_path: Path) -> None:
    write(crew, ticket, answers=WHO | WHAT, consents={"follow_up": True})
    crew.take("K")
    stored = b"".join(file.read_bytes() for file in tmp_path.glob("pst.db*"))
    assert b"guest_book" in stored, "the file was looked at"
    for trace in (b"KANARI", b"kanari", b"0899", b"89900000001", b"99-0000"):
        assert trace not in stored


def test_the_queue_needs_nobodys_name(crew: Company, ticket: Ticket) -> None:
    assert crew.serve("rina", 1).id == ticket.id
    assert crew.desk("rina").finish(1).state.value == "served"
    assert crew.desk(None).reading(lambda records: records.entry_of_ticket(ticket.id)) is None


def test_a_reception_visit_has_an_entry_and_no_number(crew: Company) -> None:
    said = Said(answers={"name": "Kepala Bappelitbang", "host": "Kepala BPS"}, form="reception")
    desk = crew.desk("kiosk", key="one visit")
    written = desk.write_guest_book(None, said)
    assert written.answered == ["host", "name"]
    assert crew.desk("kiosk", key="one visit").write_guest_book(None, said).id == written.id
    assert crew.desk("kiosk", key="another").write_guest_book(None, said).id != written.id


def test_what_the_offices_decree_demands_is_named_while_it_is_missing(crew: Company, ticket: Ticket) -> None:
    crew.office = replace(crew.office, guest_book=GuestBookRules(required=("name", "institution")))
    assert crew.desk(None).write_guest_book(ticket.id, Said(answers={"name": "Rahmi"})).missing == ["institution"]
    assert crew.desk(None).write_guest_book(ticket.id, Said(answers={"institution": "UNRI"})).missing == []

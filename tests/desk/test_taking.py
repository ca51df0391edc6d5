"""Taking a number, leaving the line, and the paper that says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection, select

from shared.database import StorageError, tables
from shared.domain.ticket import State
from shared.front_desk.outbox import Outbox
from tests.cast import PAGES, THURSDAY, Company, HandClock, moment


def test_each_service_counts_its_own_numbers_from_one(crew: Company) -> None:
    labels = [crew.take(service).label for service in "KKPKP"]
    assert labels == ["K-001", "K-002", "P-001", "K-003", "P-002"]


def test_a_ticket_says_when_it_was_taken_and_in_which_language(crew: Company, clock: HandClock) -> None:
    clock.at("09:05")
    taken = crew.desk("kiosk").take("P", "en", True, PAGES)
    assert crew.ticket(taken) == taken
    assert (taken.state, taken.service, taken.language, taken.priority) == (State.WAITING, "P", "en", True)
    assert (taken.issued_at, taken.registered_at, taken.day) == (moment("09:05"), moment("09:05"), THURSDAY)
    assert taken.taken_by == crew.people["kiosk"].id


@pytest.mark.parametrize("who", ["kiosk", "rina", "sari"])
def test_kiosk_officer_and_manager_may_take_a_number(crew: Company, who: str) -> None:
    assert crew.desk(who).take("K", "id", False, PAGES).label == "K-001"


@pytest.mark.parametrize("who", ["board", None])
def test_a_board_or_a_stranger_may_not(crew: Company, who: str | None) -> None:
    with crew.refuses("forbidden"):
        crew.desk(who).take("K", "id", False, PAGES)


def test_an_unknown_service_is_refused_and_costs_no_number(crew: Company) -> None:
    with crew.refuses("unknown_service", service="X"):
        crew.take("X")
    assert crew.take("K").label == "K-001"


def test_a_service_with_a_quota_gives_that_many_numbers_a_day(crew: Company, clock: HandClock) -> None:
    assert [crew.take("D").label, crew.take("D").label] == ["D-001", "D-002"]
    with crew.refuses("quota_reached", service="D"):
        crew.take("D")
    assert crew.take("K").label == "K-001"
    clock.at("08:00", THURSDAY + timedelta(days=1))
    assert crew.take("D").label == "D-001"


@pytest.mark.parametrize(
    ("clock_time", "reason", "opens"), [("07:29", "before_opening", "07:30"), ("15:30", "after_closing", "08:00")]
)
def test_a_closed_office_gives_no_number_and_says_when_it_opens(
    crew: Company, clock: HandClock, clock_time: str, reason: str, opens: str
) -> None:
    clock.at(clock_time)
    day = THURSDAY if reason == "before_opening" else THURSDAY + timedelta(days=1)
    with crew.refuses("office_closed", reason=reason, name=None, opens_at=moment(opens, day)):
        crew.take("K")


def test_a_rehearsal_ignores_the_hours_and_the_journal_remembers_that_it_was_one(
    crew: Company, clock: HandClock
) -> None:
    crew.parts.settings = replace(crew.parts.settings, always_open=True)
    clock.at("22:00")
    assert crew.take("K").label == "K-001"
    assert crew.journal()[0].facts["rehearsal"] is True


def test_in_the_lunch_break_numbers_are_given(crew: Company, clock: HandClock) -> None:
    clock.at("12:15", THURSDAY + timedelta(days=1))
    assert crew.take("K").label == "K-001"


def stored(connection: Connection) -> str:
    """Every row of every table."""
    return "".join(str(list(connection.execute(select(table)))) for table in tables.metadata.sorted_tables)


def test_the_slip_is_asked_for_in_the_transaction_of_the_ticket(crew: Company) -> None:
    crew.parts.settings = replace(crew.parts.settings, printer_url="virtual:")
    ticket = crew.desk("kiosk").take("K", "en", False, PAGES)
    job = Outbox(crew.parts, crew.office).next_slip()
    assert job is not None
    assert (job.slip.number, job.slip.language, job.slip.copy) == ("K-001", "en", False)
    token = crew.parts.keys.ticket_token(crew.office.code, ticket.id, ticket.issued_at)
    assert job.slip.url == PAGES + token
    assert token not in crew.parts.database.inspect(stored), "a link is derived and never stored"


def test_where_the_slip_cannot_be_asked_for_there_is_no_ticket_and_no_number_is_lost(crew: Company) -> None:
    crew.parts.settings = replace(crew.parts.settings, printer_url="virtual:")
    before = crew.seq()
    with pytest.raises(StorageError):
        crew.desk("kiosk").take("K", "id", False, None)  # type: ignore[arg-type] # the row of the slip is refused
    assert (crew.seq(), crew.told) == (before, [])
    assert Outbox(crew.parts, crew.office).next_slip() is None
    assert crew.take("K").label == "K-001"


def test_a_slip_printed_again_is_a_copy_with_the_same_number(crew: Company) -> None:
    unprinted = crew.take("K")
    with crew.refuses("no_printer"):
        crew.desk("rina").print_again(unprinted.id, PAGES)
    crew.parts.settings = replace(crew.parts.settings, printer_url="virtual:")
    ticket = crew.take("K")
    crew.desk("rina").print_again(ticket.id, PAGES)
    waiting = crew.desk("rina").reading(lambda records: records.print_jobs_waiting())
    first = crew.desk("rina").reading(lambda records: records.next_print_job())
    assert (waiting, first and first.copy, crew.ticket(ticket).version) == (2, False, 1)
    crew.desk("rina").perform(lambda work: work.records.change_print_job(first.id, work.now, state="printed"))  # type: ignore[union-attr] # asserted above
    job = Outbox(crew.parts, crew.office).next_slip()
    assert job is not None
    assert (job.slip.number, job.slip.copy) == ("K-002", True)


def test_a_visitor_leaves_the_line(crew: Company) -> None:
    ticket = crew.take("K")
    left = crew.desk(None, caller="ticket:1").leave(ticket.id)
    assert left.state is State.CANCELLED
    row = crew.journal()[-1]
    assert (row.move, row.reason, row.actor) == ("cancel", "visitor", None)


def test_leaving_twice_is_leaving_once(crew: Company) -> None:
    ticket = crew.take("K")
    left, seq = crew.desk(None).leave(ticket.id), crew.seq()
    assert crew.desk(None).leave(ticket.id) == left
    assert crew.seq() == seq


def test_whoever_is_being_served_cannot_leave_the_line(crew: Company) -> None:
    ticket = crew.take("K")
    crew.serve("rina", 1)
    with crew.refuses("illegal_move", number="K-001", state="serving", move="cancel"):
        crew.desk(None).leave(ticket.id)


def test_an_officer_takes_a_visitor_out_of_the_line(crew: Company) -> None:
    ticket = crew.take("K")
    assert crew.desk("rina").cancel(ticket.id).state is State.CANCELLED
    assert (crew.journal()[-1].reason, crew.journal()[-1].actor) == ("staff", crew.people["rina"].id)
    with crew.refuses("unknown_ticket"):
        crew.desk("rina").cancel(999)
    with crew.refuses("forbidden"):
        crew.desk("sari").cancel(ticket.id)

"""From an appointment to a place in line: told in writing, never closed for silence, and linked with the visit."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from shared.database import Database
from shared.database.fsck import check
from shared.domain.request import State
from shared.domain.ticket import State as TicketState
from shared.front_desk.requests import Case
from tests.cast import PAGES, Company, HandClock, moment
from tests.desk.test_requests import asked, office, sends, states

FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)
LINK = "https://zoom.example/j/ZZKANARI"


def visiting(crew: Company, clock: str = "10:00", day: date = MONDAY, **more: Any) -> Case:
    """Somebody who asked from afar and will come."""
    request = crew.desk("rina").receive_request(asked(**more)).case.stored.id
    return crew.desk("rina").appoint(request, "visit", moment(clock, day), "Bawa contoh tabelnya.")


def words_of(crew: Company, request: int, who: str = "rina") -> list[str]:
    thread = crew.desk(who).read_request(request)
    return [message.words["text"] for message in thread.messages if message.stored.side == "office"]


def test_made_moved_and_cancelled_the_user_reads_each_in_writing(crew: Company) -> None:
    request = visiting(crew, language="en").stored.id
    rina = crew.desk("rina")
    rina.move_appointment(request, "zoom", moment("14:00", FRIDAY), LINK)
    case = rina.cancel_appointment(request, "")
    made, moved, cancelled = words_of(crew, request)
    assert made.startswith("Appointment for request WA-2026-0001: 10:00 WIB on Monday, 23-11-2026, at PST BPS Kota")
    assert made.endswith("\n\nBawa contoh tabelnya.")
    assert moved == (
        f"We have moved the appointment for request WA-2026-0001 to 14:00 WIB on Friday, 20-11-2026, by Zoom.\n\n{LINK}"
    )
    assert (
        cancelled
        == "We have cancelled the appointment for request WA-2026-0001 at 14:00 WIB on Friday, 20-11-2026, by Zoom."
    )
    assert states(crew, request)[1:] == ["appoint", "move_meeting", "cancel_meeting"]
    assert case.told.appointment is not None
    assert case.told.appointment.state == "cancelled"
    assert LINK not in repr(crew.journal())


def test_asked_again_with_the_same_key_there_is_one_appointment_and_one_message(crew: Company) -> None:
    request = crew.desk("rina").receive_request(asked()).case.stored.id
    for _ in range(2):
        crew.desk("rina", key="a").appoint(request, "visit", moment("10:00", MONDAY), "")
    for _ in range(2):
        crew.desk("rina", key="b").move_appointment(request, "visit", moment("11:00", MONDAY), "")
    for _ in range(2):
        crew.desk("rina", key="c").cancel_appointment(request, "")
    assert states(crew, request)[1:] == ["appoint", "move_meeting", "cancel_meeting"]
    with crew.refuses("idempotency_key_reused"):
        crew.desk("rina", key="c").cancel_appointment(request, "Lain lagi.")


def test_what_an_officer_has_sent_themselves_is_kept_as_it_was_sent(crew: Company) -> None:
    rina = crew.desk("rina")
    request = rina.receive_request(asked()).case.stored.id
    with crew.refuses("nothing_said"):
        rina.appoint(request, "visit", moment("10:00", MONDAY), "", sent=True)
    rina.appoint(request, "visit", moment("10:00", MONDAY), "Sampai Senin pukul 10.", sent=True)
    assert words_of(crew, request) == ["Sampai Senin pukul 10."]


def test_what_cannot_be_agreed_is_refused_and_writes_nothing(crew: Company) -> None:
    request = crew.desk("rina").receive_request(asked()).case.stored.id
    rina = crew.desk("rina")
    with crew.refuses("appointment_closed"):
        rina.appoint(request, "visit", moment("12:00", FRIDAY), "")
    with crew.refuses("appointment_far"):
        rina.appoint(request, "zoom", crew.clock.now() + timedelta(days=91), LINK)
    with crew.refuses("nothing_said"):
        rina.appoint(request, "zoom", moment("10:00", MONDAY), "  ")
    for verb in (rina.keep_appointment, rina.miss_appointment):
        with crew.refuses("no_appointment"):
            verb(request)
    with crew.refuses("no_appointment"):
        rina.cancel_appointment(request, "")
    with crew.refuses("no_appointment"):
        rina.move_appointment(request, "visit", moment("10:00", MONDAY), "")
    assert states(crew, request) == ["receive"]
    rina.appoint(request, "visit", moment("10:00", MONDAY), "")
    with crew.refuses("appointment_stands"):
        rina.appoint(request, "visit", moment("11:00", MONDAY), "")


def test_where_nobody_is_received_only_zoom_is_agreed(database: Database, tmp_path: Path, clock: HandClock) -> None:
    crew = office("kepulauan-riau", database, tmp_path, clock)
    tono = crew.desk("tono")
    request = tono.receive_request(asked()).case.stored.id
    with crew.refuses("no_walk_ins"):
        tono.appoint(request, "visit", moment("10:00", MONDAY), "")
    assert tono.appoint(request, "zoom", moment("10:00", MONDAY), LINK).told.appointment_at == moment("10:00", MONDAY)


def test_an_appointment_ahead_is_called_off_before_the_request_is_closed(crew: Company) -> None:
    request = visiting(crew).stored.id
    rina = crew.desk("rina")
    with crew.refuses("appointment_ahead"):
        rina.close_request(request, "duplicate")
    assert rina.close_request(request, "withdrawn").told.appointment_at is None


def test_silence_closes_nobody_whose_appointment_is_not_written_off(
    database: Database, tmp_path: Path, clock: HandClock
) -> None:
    crew = office("kepulauan-riau", database, tmp_path, clock)
    tono, program = crew.desk("tono"), crew.desk(None)
    request = tono.receive_request(asked()).case.stored.id
    tono.ask_user(request, "Boleh lewat Zoom?")
    sends(crew, request)
    clock.passes(hours=18)
    assert program.keep_silences() == 1
    tono.appoint(request, "zoom", moment("14:00", MONDAY), LINK)
    sends(crew, request)
    clock.at("15:00", date(2026, 12, 1))
    assert program.keep_silences() == 0
    tono.cancel_appointment(request, "Kami hubungi lagi.")
    sends(crew, request)
    clock.passes(hours=17)
    assert program.keep_silences() == 0
    clock.passes(hours=1)
    assert program.keep_silences() == 1
    assert tono.hear_again(request, asked().said).case.silence is None
    assert states(crew, request).count("remind") == 2


def test_whoever_comes_gets_the_next_number_of_the_line_and_the_request_knows_it(crew: Company) -> None:
    request = visiting(crew, name="Mohammad Faiz", service="K", language="en").stored.id
    crew.clock.at("09:30", MONDAY)
    crew.take("K")
    ticket = crew.desk("rina", key="a").arrive(request, None, False, PAGES)
    assert (ticket.label, ticket.state, ticket.priority, ticket.language) == ("K-002", TicketState.WAITING, False, "en")
    assert crew.desk("rina", key="a").arrive(request, None, False, PAGES) == ticket
    assert crew.desk("bagus").arrive(request, None, False, PAGES) == ticket
    assert crew.take("K").label == "K-003"
    kept = crew.desk("rina").keep_appointment(request).told.appointment
    assert kept is not None
    assert (kept.state, kept.ticket, kept.number) == ("kept", ticket.id, "K-002")
    assert [row.move for row in crew.journal()].count("keep_meeting") == 1
    first = crew.desk("rina").call_next(1)
    assert first.label == "K-001"


def test_nothing_that_was_said_for_the_request_enters_the_visits_guest_book(crew: Company) -> None:
    request = visiting(crew, name="Mohammad Faiz", service="K").stored.id
    crew.clock.at("09:30", MONDAY)
    ticket = crew.desk("rina").arrive(request, None, False, PAGES)
    assert crew.desk("rina").read_visit(ticket.id, "serving").answers == {}
    assert crew.desk(None).reading(lambda records: records.entry_of_ticket(ticket.id)) is None
    assert crew.desk("rina").may_have_been_here(ticket.id) is None


def test_an_arrival_is_on_its_day_for_a_service_and_under_the_rules_of_every_number(crew: Company) -> None:
    request = visiting(crew).stored.id
    rina = crew.desk("rina")
    with crew.refuses("appointment_not_today"):
        rina.arrive(request, "K", False, PAGES)
    with crew.refuses("appointment_not_yet"):
        rina.keep_appointment(request)
    crew.clock.at("09:00", MONDAY)
    with crew.refuses("service_needed"):
        rina.arrive(request, None, False, PAGES)
    with crew.refuses("unknown_service"):
        rina.arrive(request, "X", False, PAGES)
    with crew.refuses("appointment_not_yet"):
        rina.miss_appointment(request)
    crew.clock.at("10:01", MONDAY)
    rina.miss_appointment(request)
    missed = rina.miss_appointment(request).told.appointment
    assert missed is not None
    assert missed.state == "missed"
    crew.clock.at("10:20", MONDAY)
    late = rina.arrive(request, "P", True, PAGES)
    assert (late.label, late.priority) == ("P-001", True)
    for who in ("kiosk", "sari", None):
        with crew.refuses("forbidden"):
            crew.desk(who).arrive(request, "P", False, PAGES)


def test_after_closing_nobody_gets_a_number_and_the_appointment_still_stands(crew: Company) -> None:
    request = visiting(crew, "15:00", service="K").stored.id
    crew.clock.at("15:30", MONDAY)
    with crew.refuses("office_closed"):
        crew.desk("rina").arrive(request, None, False, PAGES)
    assert states(crew, request) == ["receive", "appoint"]
    assert crew.desk("rina").keep_appointment(request).told.state is State.RECEIVED


def test_in_an_office_without_numbers_an_arrival_is_a_place_in_line(
    database: Database, tmp_path: Path, clock: HandClock
) -> None:
    crew = office("kota-kediri", database, tmp_path, clock)
    tono = crew.desk("tono")
    request = tono.receive_request(asked(service="K")).case.stored.id
    tono.appoint(request, "visit", moment("10:00", FRIDAY), "")
    clock.at("09:50", FRIDAY)
    ticket = tono.arrive(request, None, False, PAGES)
    assert not crew.office.numbered
    assert tono.call_next(1).id == ticket.id


def test_an_erased_request_is_neither_appointed_nor_opened_again(crew: Company) -> None:
    rina, sari = crew.desk("rina"), crew.desk("sari")
    still_open = visiting(crew).stored.id
    closed = rina.receive_request(asked()).case.stored.id
    rina.close_request(closed, "withdrawn")
    for request in (still_open, closed):
        sari.erase_request(request)
    with crew.refuses("erased"):
        rina.reopen_request(closed)
    with crew.refuses("erased"):
        rina.appoint(still_open, "visit", moment("11:00", MONDAY), "")
    crew.clock.at("10:00", MONDAY)
    with crew.refuses("no_appointment"):
        rina.arrive(still_open, "K", False, PAGES)


def test_a_request_that_its_user_erased_is_not_opened_again(crew: Company) -> None:
    request = crew.desk("rina").receive_request(asked(channel="web_form")).case.stored.id
    crew.desk(None).erase_own_request(request)
    with crew.refuses("erased"):
        crew.desk("rina").reopen_request(request)


def test_the_checker_retells_every_appointment(crew: Company, url: str) -> None:
    for settle in ("cancel_appointment", "arrive"):
        request = visiting(crew, service="K", day=FRIDAY).stored.id
        if settle == "cancel_appointment":
            crew.desk("rina").cancel_appointment(request, "")
        else:
            crew.clock.at("09:00", FRIDAY)
            crew.desk("rina").arrive(request, None, False, PAGES)
    assert check(url).violations == []

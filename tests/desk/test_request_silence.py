"""Who is reminded and closed for silence, and who is not (domain.md 4.5)."""

from __future__ import annotations

from datetime import date

from shared.domain.request import State
from shared.front_desk.requests import Said
from tests.cast import Company, moment
from tests.desk.test_requests import FRIDAY, MONDAY, asked, riau_islands, sends, states

__all__ = ["riau_islands"]


def test_silence_is_reminded_of_once_and_then_closed_and_a_word_within_thirty_days_opens_it(
    riau_islands: Company,
) -> None:
    """Kepulauan Riau: 24 hours, nights and weekends included; the text is silent about a reminder (domain.md 4.5)."""
    crew, tono = riau_islands, riau_islands.desk("tono")
    crew.clock.at("16:40", FRIDAY)
    request = tono.receive_request(asked()).case.stored.id
    tono.answer_request(request, "Ini tabelnya.")
    sends(crew, request)
    program = crew.desk(None)
    crew.clock.passes(hours=17, minutes=59)
    assert program.keep_silences() == 0
    crew.clock.passes(minutes=1)
    assert [program.keep_silences(), program.keep_silences()] == [1, 0]
    sends(crew, request)
    crew.clock.passes(hours=5, minutes=59)
    assert program.keep_silences() == 0
    crew.clock.passes(minutes=1)
    assert program.keep_silences() == 1
    thread = tono.read_request(request)
    assert [message.stored.kind for message in thread.messages] == ["message", "answer", "remind", "fall_silent"]
    assert "WA-2026-0001" in thread.messages[2].words["text"]
    assert thread.case.told.state is State.SILENT
    assert thread.case.clock.verdict == "kept"
    crew.clock.passes(days=30)
    assert program.hear(asked("Masih perlu")).case.label == "WA-2026-0001"
    tono.close_request(request, "withdrawn")
    crew.clock.passes(days=31)
    assert program.hear(asked("Halo")).case.label == "WA-2027-0001"
    with crew.refuses("reopen_too_late"):
        tono.reopen_request(request)


def test_nothing_is_closed_while_the_last_word_is_the_users(riau_islands: Company) -> None:
    crew = riau_islands
    request = crew.desk("tono").receive_request(asked()).case.stored.id
    crew.desk("tono").answer_request(request, "Ini tabelnya.", sent=True)
    sends(crew, request)
    crew.clock.passes(hours=18)
    crew.desk(None).keep_silences()
    sends(crew, request)
    crew.desk(None).hear_again(request, Said(text="Tahun 2024 juga?"))
    crew.clock.passes(days=40)
    assert crew.desk(None).keep_silences() == 0


def test_a_server_that_was_off_reminds_first_and_closes_later(riau_islands: Company) -> None:
    crew = riau_islands
    request = crew.desk("tono").receive_request(asked()).case.stored.id
    crew.desk("tono").answer_request(request, "Ini tabelnya.", sent=True)
    sends(crew, request)
    crew.clock.passes(days=3)
    assert crew.desk(None).keep_silences() == 1
    sends(crew, request)
    crew.clock.passes(hours=5, minutes=59)
    assert crew.desk(None).keep_silences() == 0
    crew.clock.passes(minutes=1)
    assert crew.desk(None).keep_silences() == 1
    assert states(crew, request)[-3:] == ["remind", "go_out", "fall_silent"]


def test_what_nobody_sent_closes_nobody(riau_islands: Company) -> None:
    """Neither an answer that lies in the inbox nor a reminder there is a word that awaits the user."""
    crew = riau_islands
    request = crew.desk("tono").receive_request(asked()).case.stored.id
    crew.desk("tono").ask_user(request, "Tahun berapa?")
    crew.clock.passes(days=40)
    assert crew.desk(None).keep_silences() == 0
    sends(crew, request)
    crew.clock.passes(days=3)
    assert [crew.desk(None).keep_silences() for _ in range(2)] == [1, 0]
    crew.clock.passes(days=3)
    assert crew.desk(None).keep_silences() == 0, "the reminder is still unsent"
    sends(crew, request)
    crew.clock.passes(hours=6)
    assert crew.desk(None).keep_silences() == 1


def test_until_an_appointment_is_over_nobody_is_silent(riau_islands: Company) -> None:
    crew, tono = riau_islands, riau_islands.desk("tono")
    request = tono.receive_request(asked()).case.stored.id
    tono.ask_user(request, "Boleh lewat Zoom?", sent=True)
    sends(crew, request)
    with crew.refuses("appointment_past"):
        tono.appoint(request, "zoom", crew.clock.now(), "Zoom")
    tono.appoint(request, "zoom", moment("14:00", MONDAY), "Zoom hari Senin pukul 14.00.")
    crew.clock.at("15:00", MONDAY)
    tono.miss_appointment(request)
    crew.clock.at("08:59", date(2026, 11, 24))
    assert crew.desk(None).keep_silences() == 0
    crew.clock.at("09:00", date(2026, 11, 24))
    assert crew.desk(None).keep_silences() == 1

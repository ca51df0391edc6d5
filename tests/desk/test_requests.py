"""A request from its receipt to its end: numbered by channel, journaled, judged by the promise of its day."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from shared.database import Database
from shared.database.fsck import check
from shared.domain.refusal import Refusal
from shared.domain.request import State
from shared.front_desk.requests import Asked, FileSent, Said
from shared.offices import SHIPPED, load_office
from tests.cast import Company, HandClock, company, moment

FAIZ = "0812-0000-0013"
LETTER = "Mohon data IPM 2010–2025, terima kasih. – Faiz ✓"
FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)


def asked(text: str = LETTER, **more: Any) -> Asked:
    said = {name: more.pop(name) for name in ("mark", "answers_to", "subject", "files") if name in more}
    return Asked(channel=more.pop("channel", "whatsapp"), said=Said(text=text, **said), **{"phone": FAIZ, **more})


def office(code: str, database: Database, folder: Path, clock: HandClock) -> Company:
    return company(database, folder, load_office(SHIPPED / f"{code}.toml", today=date(2026, 11, 19)), clock)


@pytest.fixture
def kediri(database: Database, tmp_path: Path, clock: HandClock) -> Company:
    return office("kota-kediri", database, tmp_path, clock)


@pytest.fixture
def riau_islands(database: Database, tmp_path: Path, clock: HandClock) -> Company:
    return office("kepulauan-riau", database, tmp_path, clock)


def sends(crew: Company, request: int, officer: str = "tono") -> None:
    """The officer sends by hand whatever waits in the thread."""
    desk = crew.desk(officer)
    for message in desk.reading(lambda records: records.messages_of(request)):
        if message.delivery == "by_hand":
            desk.found_sent(request, message.position)


def states(crew: Company, request: int) -> list[str]:
    rows = crew.desk(None).reading(lambda records: records.rows_of_requests([request]))[request]
    return [row.move for row in rows]


def test_each_channel_counts_for_itself_and_no_walk_in_number_is_used(crew: Company) -> None:
    crew.take("K")
    rina = crew.desk("rina")
    first = rina.receive_request(asked()).case
    second = rina.receive_request(asked(channel="email", email="faiz@example.com")).case
    third = rina.receive_request(asked()).case
    assert [one.label for one in (first, second, third)] == ["WA-2026-0001", "EM-2026-0001", "WA-2026-0002"]
    assert crew.take("K").label == "K-002"


def test_a_request_that_came_with_a_key_is_received_once(crew: Company) -> None:
    once = crew.desk("rina", key="a").receive_request(asked())
    again = crew.desk("rina", key="a").receive_request(asked())
    assert (again.known, again.case.label) == (True, once.case.label)
    with crew.refuses("idempotency_key_reused"):
        crew.desk("rina", key="a").receive_request(asked("Hal lain."))


def test_ticked_requirements_make_it_complete_and_only_all_of_them(crew: Company) -> None:
    rina = crew.desk("rina")
    request = rina.receive_request(asked()).case
    for place in range(request.terms.requirements - 1):
        rina.tick_requirement(request.stored.id, place, met=True)
    with crew.refuses("requirements_open", left=1):
        rina.find_complete(request.stored.id)
    rina.tick_requirement(request.stored.id, request.terms.requirements - 1, met=True)
    assert rina.find_complete(request.stored.id).told.state is State.COMPLETE
    with crew.refuses("unknown_requirement"):
        rina.tick_requirement(request.stored.id, request.terms.requirements, met=True)


def test_a_letter_is_asked_nothing_that_the_text_asks_of_those_who_come(crew: Company) -> None:
    """Of Pekanbaru's eight lines only the sixth is of somebody who writes an e-mail."""
    rina = crew.desk("rina")
    request = rina.receive_request(asked(channel="email", email="faiz@example.com")).case
    assert request.terms.asked == ("Pengguna layanan memiliki alamat email yang masih aktif",)
    rina.tick_requirement(request.stored.id, 0, met=True)
    with crew.refuses("unknown_requirement"):
        rina.tick_requirement(request.stored.id, 1, met=True)
    assert rina.find_complete(request.stored.id).told.state is State.COMPLETE


def test_asked_answered_and_closed_with_every_step_in_the_journal(crew: Company) -> None:
    rina = crew.desk("rina")
    request = rina.receive_request(asked()).case.stored.id
    crew.clock.passes(minutes=5)
    assert rina.ask_user(request, "Kode HS yang mana?", sent=True).clock.verdict == "not_started"
    crew.clock.passes(hours=26)
    case = crew.desk(None).hear_again(request, Said(text="HS 4001.")).case
    assert (case.told.state, case.clock.verdict) == (State.RECEIVED, "running")
    assert rina.take_up_request(request).told.state is State.ANSWERING
    with crew.refuses("not_answered"):
        rina.close_request(request, "answered")
    crew.clock.passes(minutes=5)
    assert rina.answer_request(request, "Terlampir.", sent=True).clock.verdict == "kept"
    assert rina.close_request(request, "answered").told.state is State.CLOSED
    assert states(crew, request) == ["receive", "ask", "hear", "take_up", "answer", "close"]


def test_an_answer_that_is_sent_twice_stands_once(crew: Company) -> None:
    request = crew.desk("rina").receive_request(asked()).case.stored.id
    for _ in range(2):
        crew.desk("rina", key="b").answer_request(request, "Terlampir.", sent=True)
    thread = crew.desk("rina").read_request(request)
    assert [message.words["text"] for message in thread.messages] == [LETTER, "Terlampir."]
    with pytest.raises(Refusal, match="idempotency_key_reused"):
        crew.desk("rina", key="b").answer_request(request, "Bukan ini.", sent=True)


def test_a_new_standard_changes_no_request_that_came_before(crew: Company) -> None:
    before = crew.desk("rina").receive_request(asked()).case
    promise = replace(crew.office.standard.requests[0], working_days=1)
    crew.office = replace(crew.office, standard=replace(crew.office.standard, requests=(promise,)))
    found = {case.label: case.clock.due_at for case in crew.desk("rina").inbox()}
    after = crew.desk("rina").receive_request(asked()).case
    assert found[before.label] == before.clock.due_at
    assert after.clock.due_at is not None
    assert before.clock.due_at is not None
    assert after.clock.due_at < before.clock.due_at


def test_words_join_the_open_chat_of_the_same_contact_and_a_letter_the_thread_that_it_answers(crew: Company) -> None:
    house = crew.desk(None)
    chat = house.hear(asked())
    assert house.hear(asked("Satu lagi", phone="+62 812 0000 0013")).case.label == chat.case.label
    assert house.hear(asked("Orang lain", phone="0812-0000-0014")).fresh
    letter = house.hear(asked(channel="email", email="faiz@example.com", phone=None, mark="<1@example.com>"))
    new = house.hear(asked(channel="email", email="faiz@example.com", phone=None, mark="<2@example.com>"))
    reply = house.hear(
        asked(channel="email", email="other@example.com", phone=None, mark="<3@e>", answers_to=["<1@example.com>"])
    )
    assert (new.fresh, reply.case.label) == (True, letter.case.label)
    assert house.hear(asked("lagi", mark="<3@e>")).known


def test_files_are_kept_and_identity_numbers_are_not(crew: Company) -> None:
    files = [FileSent(name="surat.pdf", type="application/pdf", content=b"%PDF-1")]
    request = crew.desk(None).hear(asked("NIK saya 1471 0101 0101 0001", files=files)).case.stored.id
    thread = crew.desk("rina").read_request(request)
    assert "1471" not in thread.messages[0].words["text"]
    assert thread.messages[0].files == [(1, "surat.pdf", 6)]
    assert crew.desk("rina").read_file(request, 1, 1) == ("surat.pdf", "application/pdf", b"%PDF-1")
    with crew.refuses("identity_number"):
        crew.desk("rina").answer_request(request, "NIK 1471010101010001 benar", sent=True)


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


def test_a_reply_is_dated_by_its_arrival_and_never_before_the_question(crew: Company) -> None:
    asked_at = crew.desk("rina").receive_request(asked()).case.stored.id
    crew.clock.passes(hours=1)
    crew.desk("rina").ask_user(asked_at, "Tahun berapa?", sent=True)
    question = crew.clock.now()
    crew.clock.passes(days=3)
    early = Said(text="2025", written_at=question - timedelta(days=2))
    case = crew.desk(None).hear_again(asked_at, early).case
    assert case.clock.started_at == question


def test_a_key_is_of_one_verb_alone(crew: Company) -> None:
    request = crew.desk("rina", key="a").receive_request(asked()).case.stored.id
    assert crew.desk("rina", key="a").answer_request(request, "Terlampir.", sent=True).clock.verdict == "kept"


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


def test_a_call_is_served_at_once_and_a_missed_one_is_called_back_the_same_day(kediri: Company) -> None:
    crew, tono = kediri, kediri.desk("tono")
    served = tono.log_call(asked("Kode wilayah kelurahan", channel="telephone"), "served").case
    assert (served.told.state, served.clock.verdict) == (State.CLOSED, "kept")
    crew.clock.at("10:30")
    missed = tono.log_call(asked("Tak terjawab", channel="telephone"), "missed", moment("10:00")).case
    assert missed.clock.verdict == "running"
    tono.call_back(missed.stored.id, reached=False)
    assert tono.call_back(missed.stored.id, reached=True).clock.verdict == "kept"
    late = tono.log_call(asked("Tak terjawab", channel="telephone"), "missed").case
    crew.clock.at("08:00", FRIDAY)
    assert tono.call_back(late.stored.id, reached=True).clock.verdict == "missed"
    with crew.refuses("bad_call_time"):
        tono.log_call(asked(channel="telephone"), "missed", moment("09:00", FRIDAY))


def test_whoever_is_erased_leaves_the_times_and_no_word(crew: Company) -> None:
    request = crew.desk("rina").receive_request(asked(name="Mohammad Faiz")).case
    crew.desk("sari").erase_request(request.stored.id)
    thread = crew.desk("rina").read_request(request.stored.id)
    assert (thread.person, [message.words for message in thread.messages]) == ({}, [{}])
    assert thread.case.label == "WA-2026-0001"
    with crew.refuses("erased"):
        crew.desk("rina").answer_request(request.stored.id, "Terlampir.", sent=True)


def test_words_are_forgotten_when_the_time_of_the_office_is_over(crew: Company) -> None:
    rina = crew.desk("rina")
    closed, still_open = (rina.receive_request(asked()).case.stored.id for _ in range(2))
    rina.close_request(closed, "withdrawn")
    crew.clock.passes(days=crew.office.guest_book.keeps_days + 1)
    crew.desk(None).forget_due(date_is_right=True)
    assert rina.read_request(closed).person == {}
    assert rina.read_request(still_open).person == {"phone": "+6281200000013"}


def test_the_journal_holds_no_word_and_no_contact(crew: Company) -> None:
    crew.desk("rina").receive_request(asked(name="ZZKANARI", email="zz@example.com"))
    told = repr(crew.journal())
    assert "ZZKANARI" not in told
    assert "zz@example.com" not in told
    assert "0000" not in told.replace("000000", "")


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_of_an_erased_request_no_seal_is_left_and_one_that_is_put_back_is_found(
    crew: Company, tmp_path: Path, url: str
) -> None:
    files = [FileSent(name="surat.pdf", type="application/pdf", content=b"%PDF-1")]
    request = crew.desk("rina").receive_request(asked(files=files)).case.stored.id
    [message] = crew.desk(None).reading(lambda records: records.messages_of(request))
    [file] = crew.desk(None).reading(lambda records: records.attachments_of(request))
    assert message.sealed is not None
    content = crew.desk(None).reading(lambda records: records.sealed_file(file))
    assert file.named is not None
    assert content is not None
    crew.desk("sari").erase_request(request)
    crew.parts.database.close()
    kept = b"".join(one.read_bytes() for one in tmp_path.glob("pst.db*"))
    assert message.sealed not in kept
    assert file.named not in kept
    assert content not in kept
    _put_back(url, message.sealed)
    assert [(found.invariant, found.what) for found in check(url).violations] == [
        ("I-29", "message holds a seal that no key opens")
    ]
    _put_back(url, None)
    for column, seal in (("named", file.named), ("sealed", content)):
        _put_back(url, seal, "attachment", column)
        assert [found.what for found in check(url).violations] == ["attachment holds a seal that no key opens"]
        _put_back(url, None, "attachment", column)
    assert check(url).violations == []


def _put_back(url: str, sealed: bytes | None, table: str = "message", column: str = "sealed") -> None:
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file, file:
        file.execute(f"UPDATE {table} SET {column} = ?", (sealed,))  # noqa: S608 # the names are this file's own

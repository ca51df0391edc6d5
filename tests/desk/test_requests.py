"""A request from its receipt to its end: numbered by channel, journaled, judged by the promise of its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from shared.database import Database
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

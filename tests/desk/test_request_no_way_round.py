"""No way round a promise, and nobody closed who was not warned: what lies unsent, came back or was found complete."""

from __future__ import annotations

import pytest

from shared.domain.request import State
from shared.front_desk.requests import FileSent, Said
from shared.front_desk.requests.post import Post
from tests.cast import Company, moment
from tests.desk.test_carriers import answered, carried, riau_islands
from tests.desk.test_requests import MONDAY, asked, sends

__all__ = ["riau_islands"]

TABLE = FileSent(name="tabel.pdf", type="application/pdf", content=b"%PDF-1.7 tabel")
MAP = FileSent(name="peta.png", type="image/png", content=b"\x89PNG")


@pytest.mark.parametrize("other", [[], [MAP], [TABLE, MAP]], ids=["none", "another", "one more"])
def test_a_key_that_comes_with_other_files_is_refused_and_loses_none(crew: Company, other: list[FileSent]) -> None:
    request = crew.desk("rina").receive_request(asked()).case.stored.id
    for _ in range(2):
        crew.desk("rina", key="a").answer_request(request, "Terlampir.", files=[TABLE])
        crew.desk(None, key="b").write_on_page(request, "Ini surat saya.", [TABLE])
    assert len(crew.desk("rina").read_request(request).messages) == 3
    with crew.refuses("idempotency_key_reused"):
        crew.desk("rina", key="a").answer_request(request, "Terlampir.", files=other)
    with crew.refuses("idempotency_key_reused"):
        crew.desk(None, key="b").write_on_page(request, "Ini surat saya.", other)


def test_a_key_is_good_for_one_answer_whole_or_in_part_and_for_one_moment(crew: Company) -> None:
    request = crew.desk("rina").receive_request(asked()).case.stored.id
    crew.desk("rina", key="a").answer_request(request, "Terlampir.", whole=False)
    with crew.refuses("idempotency_key_reused"):
        crew.desk("rina", key="a").answer_request(request, "Terlampir.")
    ten, eleven = moment("10:00", MONDAY), moment("11:00", MONDAY)
    for _ in range(2):
        agreed = crew.desk("rina", key="b").appoint(request, "zoom", ten, "Tautan", sent=True)
    assert (len(crew.desk("rina").read_request(request).messages), agreed.told.appointment_at) == (3, ten)
    with crew.refuses("idempotency_key_reused"):
        crew.desk("rina", key="b").appoint(request, "zoom", eleven, "Tautan", sent=True)


def test_a_notice_that_comes_twice_does_not_undo_an_officers_hand(riau_islands: Company) -> None:
    crew = riau_islands
    request = answered(crew)
    carried(crew)
    post, answer = Post(crew.parts, crew.office, "email"), f"<{request}.2@example.com>"
    assert post.bounced(answer)
    assert crew.desk("tono").read_request(request).case.clock.verdict == "running"
    crew.desk("tono").found_sent(request, 2)
    assert post.bounced(answer)
    thread = crew.desk("tono").read_request(request)
    assert (thread.case.clock.verdict, thread.messages[-1].stored.delivery) == ("kept", "sent")


def test_an_answer_that_nobody_sent_ends_no_request_as_nothing_more(crew: Company) -> None:
    rina = crew.desk("rina")
    request = rina.receive_request(asked()).case.stored.id
    rina.answer_request(request, "Terlampir.")
    with crew.refuses("not_sent"):
        rina.close_request(request, "nothing_more")
    crew.desk(None).hear_again(request, Said(text="Halo?"))
    with crew.refuses("not_sent"):
        rina.close_request(request, "nothing_more")
    sends(crew, request, "rina")
    assert rina.close_request(request, "nothing_more").clock.verdict == "kept"


def test_what_is_asked_after_the_end_is_not_answered_by_words_in_an_outbox(crew: Company) -> None:
    rina = crew.desk("rina")
    request = rina.receive_request(asked()).case.stored.id
    rina.answer_request(request, "Terlampir.", sent=True)
    rina.close_request(request, "answered")
    crew.clock.at("09:00", MONDAY)
    crew.desk(None).hear_again(request, Said(text="Dan tahun 2024?"))
    rina.answer_request(request, "Ini tahun 2024.")
    with crew.refuses("not_sent"):
        rina.close_request(request, "nothing_more")
    crew.clock.passes(days=30)
    assert rina.read_request(request).case.clock.verdict == "missed"


def test_a_request_found_complete_is_owed_from_then_on_though_its_user_wrote_nothing(crew: Company) -> None:
    """They may have brought what was missing, or told it by telephone."""
    rina = crew.desk("rina")
    request = rina.receive_request(asked(channel="email", email="faiz@example.com")).case.stored.id
    rina.ask_user(request, "Apa alamat e-mail Anda?", sent=True)
    crew.clock.passes(hours=2)
    rina.tick_requirement(request, 0, met=True)
    found = rina.find_complete(request).clock
    assert (found.verdict, found.started_at) == ("running", crew.clock.now())
    crew.clock.passes(days=60)
    assert rina.read_request(request).case.clock.verdict == "missed"


def test_a_question_that_goes_out_after_the_request_was_found_complete_stops_nothing(crew: Company) -> None:
    rina = crew.desk("rina")
    request = rina.receive_request(asked(channel="email", email="faiz@example.com")).case.stored.id
    rina.ask_user(request, "Apa alamat e-mail Anda?")
    crew.clock.passes(hours=2)
    rina.tick_requirement(request, 0, met=True)
    rina.find_complete(request)
    crew.clock.passes(hours=2)
    sends(crew, request, "rina")
    case = rina.read_request(request).case
    assert (case.turn, case.clock.verdict, case.clock.started_at) == ("office", "running", case.events[0].at)


def test_an_office_that_answered_in_part_owes_the_rest_though_its_question_was_never_answered(
    riau_islands: Company,
) -> None:
    """Kepulauan Riau promises the information itself; what awaits nobody's reply stands for nobody."""
    crew, tono = riau_islands, riau_islands.desk("tono")
    crew.parts.connections = {}
    request = tono.receive_request(asked()).case.stored.id
    assert tono.ask_user(request, "Tahun berapa?", sent=True).clock.verdict == "stands"
    case = tono.answer_request(request, "Ini yang pertama; sisanya menyusul.", whole=False, sent=True)
    assert (case.turn, case.clock.verdict) == ("office", "running")
    crew.clock.passes(days=60)
    assert tono.read_request(request).case.clock.verdict == "missed"


def test_an_older_question_that_goes_out_closes_nobody_whose_answer_lies_unsent(riau_islands: Company) -> None:
    crew, tono = riau_islands, riau_islands.desk("tono")
    crew.parts.connections = {}
    request = tono.receive_request(asked()).case.stored.id
    tono.ask_user(request, "Tahun berapa?")
    tono.answer_request(request, "Ini tabelnya.")
    asked_in, answered_in = 2, 3
    tono.found_sent(request, asked_in)
    crew.clock.passes(days=3)
    assert crew.desk(None).keep_silences() == 0
    assert tono.read_request(request).case.told.awaits_user_since is None
    tono.found_sent(request, answered_in)
    assert tono.read_request(request).case.told.awaits_user_since == crew.clock.now()


@pytest.mark.parametrize("newer_is_closed", [True, False], ids=["newer closed", "newer open"])
def test_a_word_in_a_chat_goes_to_what_awaits_it_and_nobody_is_closed_who_wrote(
    riau_islands: Company, *, newer_is_closed: bool
) -> None:
    crew, tono = riau_islands, riau_islands.desk("tono")
    older, newer = (tono.receive_request(asked(text)).case.stored.id for text in ("Pertama", "Kedua"))
    if newer_is_closed:
        tono.answer_request(newer, "Ini tabelnya.", sent=True)
        tono.close_request(newer, "answered")
    tono.ask_user(older, "Tahun berapa?", sent=True)
    assert crew.desk(None).hear(asked("2024", mark="wamid.A")).case.stored.id == older
    crew.clock.passes(days=3)
    assert crew.desk(None).keep_silences() == 0


def test_nobody_is_closed_whose_reminder_came_back(riau_islands: Company) -> None:
    crew = riau_islands
    request = answered(crew)
    carried(crew)
    crew.clock.passes(hours=18)
    assert crew.desk(None).keep_silences() == 1
    carried(crew)
    reminder = 3
    assert Post(crew.parts, crew.office, "email").bounced(f"<{request}.{reminder}@example.com>")
    crew.clock.passes(days=3)
    assert crew.desk(None).keep_silences() == 0
    crew.desk("tono").found_sent(request, reminder)
    crew.clock.passes(hours=5, minutes=59)
    assert crew.desk(None).keep_silences() == 0
    crew.clock.passes(minutes=1)
    assert crew.desk(None).keep_silences() == 1
    assert crew.desk("tono").read_request(request).case.told.state is State.SILENT


def test_an_older_reminder_that_goes_out_warns_of_no_later_end(riau_islands: Company) -> None:
    crew, tono = riau_islands, riau_islands.desk("tono")
    crew.parts.connections = {}
    request = tono.receive_request(asked()).case.stored.id
    older = 3
    for more in ("Dan tahun 2024?", None):
        tono.answer_request(request, "Ini tabelnya.", sent=True)
        crew.clock.passes(hours=18)
        assert crew.desk(None).keep_silences() == 1
        if more:
            crew.desk(None).hear_again(request, Said(text=more))
    tono.found_sent(request, older)
    crew.clock.passes(days=3)
    assert crew.desk(None).keep_silences() == 0


def test_an_appointment_that_was_called_off_in_unsent_words_still_stands_for_the_user(riau_islands: Company) -> None:
    crew, tono = riau_islands, riau_islands.desk("tono")
    crew.parts.connections = {}
    request = tono.receive_request(asked()).case.stored.id
    tono.ask_user(request, "Boleh lewat Zoom?", sent=True)
    tono.appoint(request, "zoom", moment("10:00", MONDAY), "Tautan", sent=True)
    tono.cancel_appointment(request, "Maaf, petugas sakit.")
    crew.clock.passes(days=10)
    assert crew.desk(None).keep_silences() == 0
    sends(crew, request)
    crew.clock.passes(hours=17, minutes=59)
    assert crew.desk(None).keep_silences() == 0
    crew.clock.passes(minutes=1)
    assert crew.desk(None).keep_silences() == 1

"""What an officer writes counts when it has left the office; what is taken up again is promised again; what is over is
forgotten; and a link opens the request that it was made for.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from shared.domain.refusal import Refusal
from shared.domain.request import State
from shared.front_desk.requests import Filled, Said
from shared.web.follow import request_of, token_of
from tests.cast import Company, moment
from tests.desk.test_requests import MONDAY, asked, kediri, sends, states

__all__ = ["kediri"]


def test_an_answer_counts_when_the_officer_has_sent_it_and_no_request_is_closed_before(crew: Company) -> None:
    rina = crew.desk("rina")
    request = rina.receive_request(asked()).case.stored.id
    assert rina.answer_request(request, "Terlampir.").clock.verdict == "running"
    with crew.refuses("not_sent"):
        rina.close_request(request, "answered")
    crew.clock.passes(hours=1)
    sends(crew, request, "rina")
    clock = rina.close_request(request, "answered").clock
    assert (clock.verdict, clock.first_answer_at) == ("kept", crew.clock.now())


def test_a_question_stops_the_clock_when_the_officer_has_sent_it(crew: Company) -> None:
    rina = crew.desk("rina")
    request = rina.receive_request(asked()).case.stored.id
    assert rina.ask_user(request, "Tahun berapa?").clock.verdict == "running"
    assert rina.found_sent(request, 2).clock.verdict == "not_started", "it starts with the reply (domain.md 4.4)"


def test_whoever_speaks_with_the_user_sends_nothing_more(kediri: Company) -> None:
    tono = kediri.desk("tono")
    call = tono.log_call(asked("Kode wilayah", channel="telephone"), "promised").case.stored.id
    case = tono.answer_request(call, "Kode 3571.")
    assert case.clock.information_at == kediri.clock.now()
    [_, told] = tono.read_request(call).messages
    assert (told.stored.delivery, case.told.awaits_user_since) == ("sent", kediri.clock.now())


def test_words_after_the_end_are_promised_again_and_thanks_end_it_as_it_was(crew: Company) -> None:
    rina = crew.desk("rina")
    request = rina.receive_request(asked()).case.stored.id
    rina.answer_request(request, "Terlampir.", sent=True)
    rina.close_request(request, "answered")
    with crew.refuses("illegal_request_move"):
        rina.close_request(request, "nothing_more")
    crew.clock.at("09:00", MONDAY)
    wrote = crew.clock.now() - timedelta(hours=2)
    again = crew.desk(None).hear_again(request, Said(text="Terima kasih!", written_at=wrote)).case
    assert (again.told.state, again.clock.verdict, again.clock.started_at) == (State.REOPENED, "running", wrote)
    with crew.refuses("not_answered"):
        rina.close_request(request, "answered")
    thanked = rina.close_request(request, "nothing_more")
    assert (thanked.clock.verdict, thanked.clock.started_at) == ("kept", thanked.events[0].at)


def test_nothing_more_is_said_only_of_what_was_answered(crew: Company) -> None:
    request = crew.desk("rina").receive_request(asked()).case.stored.id
    with crew.refuses("not_answered"):
        crew.desk("rina").close_request(request, "nothing_more")


def test_a_key_that_comes_with_another_contact_is_refused(crew: Company) -> None:
    filled = Filled(text="Data IPM", email="faiz@example.com", phone="081200000013")
    first = crew.desk(None, key="a").ask_by_form(filled).case
    assert crew.desk(None, key="a").ask_by_form(filled).case.stored.id == first.stored.id
    other = Filled(text="Data IPM", email="budi@example.com", phone="081200000013")
    with pytest.raises(Refusal, match="idempotency_key_reused"):
        crew.desk(None, key="a").ask_by_form(other)


@pytest.mark.parametrize("closes", [True, False])
def test_what_was_answered_and_never_closed_is_forgotten_too(kediri: Company, closes: bool) -> None:
    """Kediri closes nobody for silence: what its officers leave standing is over all the same (UU 27/2022 Pasal 43)."""
    tono = kediri.desk("tono")
    answered = tono.receive_request(asked(channel="email", email="faiz@example.com")).case.stored
    owed = tono.receive_request(asked(channel="email", email="budi@example.com")).case.stored
    tono.answer_request(answered.id, "Terlampir.", sent=True)
    if closes:
        tono.close_request(answered.id, "answered")
    kediri.clock.passes(days=kediri.office.guest_book.keeps_days + 1)
    assert kediri.desk(None).forget_due(date_is_right=True).visitors == 1

    def erased(visitor: str) -> bool:
        found = tono.reading(lambda records: records.visitor(visitor))
        assert found is not None
        return found.erased_at is not None

    assert (erased(answered.visitor), erased(owed.visitor)) == (True, False)


def test_an_old_link_opens_no_other_request(crew: Company) -> None:
    """An older backup is restored and an id is given again: the first link shows nobody the second one."""
    stored = crew.desk("rina").receive_request(asked()).case.stored
    token = token_of(crew.parts, crew.office.code, stored)
    assert request_of(crew.parts, token, [crew.office.code]) == (crew.office.code, stored)
    old = crew.parts.keys.request_token(crew.office.code, stored.id, "somebody-else")
    assert request_of(crew.parts, old, [crew.office.code]) is None


def test_a_reply_that_reopens_is_one_step_with_its_reopening(crew: Company) -> None:
    rina = crew.desk("rina")
    request = rina.receive_request(asked()).case.stored.id
    rina.close_request(request, "duplicate")
    crew.clock.at("08:00", MONDAY)
    case = crew.desk(None).hear_again(request, Said(text="Bukan itu", written_at=moment("07:00", MONDAY))).case
    assert states(crew, request)[-2:] == ["reopen", "hear"]
    assert [event.at for event in case.events[-2:]] == [moment("07:00", MONDAY)] * 2

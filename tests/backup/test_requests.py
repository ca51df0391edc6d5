"""Requests are restored with every word and file; nothing is sent a second time, and who was erased stays so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from shared.backup.outbox import RESTORED
from shared.channels import CloudAccount, Connections, Outgoing, Problem, Sent
from shared.database.fsck import check
from shared.front_desk.requests import Asked, FileSent, Said, Thread
from shared.front_desk.requests.post import Post
from tests.backup.machine import CANARY, Machine
from tests.cast import Company

ACCOUNT = CloudAccount(phone_number_id="1", token="t", app_secret="s", verify_token="v")
LETTER = FileSent(name="surat.pdf", type="application/pdf", content=b"%PDF-1.7 " + CANARY.encode() * 300)
ANSWER = "Terlampir tabelnya."


@dataclass
class Letters:
    """The requests of a machine: one whose answer has gone out, one whose answer waits in the outbox."""

    gone: int
    waits: int


def connected(crew: Company) -> Company:
    crew.parts.connections = {crew.office.code: Connections(whatsapp=ACCOUNT)}
    return crew


def arrives(crew: Company, nth: int) -> int:
    said = Said(text=f"{CANARY} minta IPM {nth}", mark=f"wamid.{nth}", files=[LETTER])
    asked = Asked(channel="whatsapp", said=said, phone=f"0899-0000-010{nth}", name=f"{CANARY} {nth}")
    return crew.desk(None).hear(asked).case.stored.id


def post(crew: Company) -> Post:
    return Post(crew.parts, crew.office, "whatsapp")


def sends(crew: Company) -> Outgoing | None:
    """The worker sends the next message of the outbox, if there is one."""
    letter = post(crew).next_letter()
    if letter is not None and post(crew).began(letter):
        post(crew).ended(letter, Sent(f"wamid.OUT{letter.request}"))
    return letter


@pytest.fixture
def letters(machine: Machine) -> Letters:
    with machine.at_work() as crew:
        connected(crew)
        gone, waits = arrives(crew, 1), arrives(crew, 2)
        crew.desk("rina").answer_request(gone, ANSWER)
        assert sends(crew) is not None
        crew.desk("rina").answer_request(waits, ANSWER)
    return Letters(gone, waits)


def opened(machine: Machine, request: int) -> Thread:
    with machine.at_work() as crew:
        return crew.desk("dewi").read_request(request)


def words(thread: Thread) -> list[dict[str, Any]]:
    return [dict(message.words) for message in thread.messages]


def delivery(machine: Machine, request: int) -> tuple[str, str | None]:
    stored = opened(machine, request).messages[-1].stored
    return stored.delivery, stored.problem


def test_a_thread_opens_again_with_its_words_its_person_and_its_file(
    machine: Machine, new_pc: Machine, letters: Letters
) -> None:
    before = {request: opened(machine, request) for request in (letters.gone, letters.waits)}
    new_pc.restore(machine.backup().file, code=machine.codes[0])
    for request, thread in before.items():
        again = opened(new_pc, request)
        assert (words(again), again.person) == (words(thread), thread.person)
        assert again.case.clock == thread.case.clock
    with new_pc.at_work() as crew:
        assert crew.desk("dewi").read_file(letters.gone, 1, 1) == (LETTER.name, LETTER.type, LETTER.content)
    assert delivery(new_pc, letters.gone) == ("sent", None)
    assert check(new_pc.url).violations == []


def test_work_goes_on_in_the_restored_thread(machine: Machine, new_pc: Machine, letters: Letters) -> None:
    new_pc.restore(machine.backup().file, code=machine.codes[0])
    with new_pc.at_work() as crew:
        connected(crew)
        reply = Said(text="Terima kasih", mark="wamid.3", answers_to=[f"wamid.OUT{letters.gone}"])
        heard = crew.desk(None).hear(Asked(channel="whatsapp", said=reply, phone="0899-0000-0101"))
        assert (heard.case.stored.id, heard.fresh) == (letters.gone, False)
        crew.desk("rina").answer_request(letters.gone, "Sama-sama.")
        assert (sends(crew) or pytest.fail("nothing waits")).text == "Sama-sama."


def test_a_message_that_has_gone_out_since_is_not_sent_again_by_the_program(pc: Machine) -> None:
    with pc.at_work() as crew:
        request = arrives(connected(crew), 1)
        crew.desk("rina").answer_request(request, ANSWER)
    older = pc.backup().file
    with pc.at_work() as crew:
        assert sends(connected(crew)) is not None
    assert pc.restore(older, replace=True).unsent == 1
    with pc.at_work() as crew:
        assert sends(connected(crew)) is None
        assert crew.desk("rina").inbox()[0].stored.id == request
    assert delivery(pc, request) == ("by_hand", RESTORED)


def test_an_officer_finds_it_in_the_inbox_looks_and_ticks_it_off(
    machine: Machine, new_pc: Machine, letters: Letters
) -> None:
    new_pc.restore(machine.backup().file, code=machine.codes[0])
    assert delivery(new_pc, letters.waits) == ("by_hand", Problem.RESTORED.value)
    with new_pc.at_work() as crew:
        position = crew.desk("rina").read_request(letters.waits).messages[-1].stored.position
        case = crew.desk("rina").found_sent(letters.waits, position)
        assert (case.events[-1].move, case.clock.verdict) == ("go_out", "kept")
    assert delivery(new_pc, letters.waits) == ("sent", None)
    assert check(new_pc.url).violations == []


def test_whoever_was_erased_stays_so_and_neither_word_nor_file_is_read(machine: Machine, new_pc: Machine) -> None:
    with machine.at_work() as crew:
        request = arrives(connected(crew), 1)
    file = machine.backup().file
    with machine.at_work() as crew:
        crew.desk("sari").erase_request(request)
    assert new_pc.restore(file, code=machine.codes[0]).erased == 1
    thread = opened(new_pc, request)
    assert (words(thread), dict(thread.person)) == ([{}], {})
    with new_pc.at_work() as crew, crew.refuses("unknown_file"):
        crew.desk("dewi").read_file(request, 1, 1)


def test_a_letter_that_came_after_the_backup_is_taken_once_more_and_one_before_it_is_known(pc: Machine) -> None:
    """A mailbox keeps what it had: what a restore loses is fetched again, and known letters make no second request."""
    with pc.at_work() as crew:
        first = arrives(connected(crew), 1)
    older = pc.backup().file
    with pc.at_work() as crew:
        arrives(connected(crew), 2)
    pc.restore(older, replace=True)
    assert "lost: the 1 that came after it, among them 1 request received" in pc.told[0]
    with pc.at_work() as crew:
        assert arrives(connected(crew), 1) == first
        arrives(crew, 2)
        assert [case.label for case in crew.desk("rina").inbox()] == ["WA-2026-0001", "WA-2026-0002"]

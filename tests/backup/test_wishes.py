"""What a visitor wished after the backup holds after a restore too, and words that were erased stay erased."""

from __future__ import annotations

from sqlalchemy import select

from shared.database import tables
from shared.front_desk.guest_book import Said
from shared.front_desk.remark_words import remarks_on
from shared.keys import Keys, secret_in
from shared.vault import Vault
from tests.backup.machine import CANARY, OFFICE, RAHMI, Machine
from tests.cast import Company, HandClock, moment

SURVEY = {"survey": True}
REMARK = f"{CANARY} Rahmi datang bersama anaknya"


def agrees(crew: Company) -> tuple[int, str]:
    """A visitor who agrees to be asked for the survey; the ticket and the visitor."""
    ticket = crew.take("K")
    crew.desk(None).write_guest_book(ticket.id, Said(answers=RAHMI, consents=SURVEY))
    entry = crew.desk(None).reading(lambda records: records.entry_of_ticket(ticket.id))
    assert entry is not None
    assert entry.visitor is not None
    return ticket.id, entry.visitor


def consents(machine: Machine, visitor: str) -> list[bool]:
    with machine.opened() as database:
        said = database.reading(OFFICE, lambda records: records.consents_of(visitor))
    return [consent.given for consent in said]


def restricted(machine: Machine, visitor: str) -> bool:
    with machine.opened() as database:
        known = database.reading(OFFICE, lambda records: records.visitor(visitor))
    assert known is not None
    return known.restricted_at is not None


def stored_remarks(machine: Machine) -> dict[int, str | None]:
    """The words as they lie on the disk, None where they were erased."""
    note = tables.note.c
    with machine.opened() as database:
        rows = database.inspect(lambda c: c.execute(select(note.seq, note.text).order_by(note.seq)).all())
    return {row.seq: row.text for row in rows}


def remarks(machine: Machine) -> list[str | None]:
    vault = Vault(Keys(secret_in(machine.data_dir)).secret_of("vault"))
    stored = stored_remarks(machine)
    with machine.opened() as database:
        words = database.reading(OFFICE, lambda records: remarks_on(records, vault, stored))
    return [words.get(row) for row in stored]


def served(crew: Company) -> int:
    """A visitor who was served and wrote nothing down; the ticket."""
    ticket = crew.take("P")
    crew.desk("dewi").call_next(3)
    crew.desk("dewi").start(3)
    crew.desk("dewi").finish(3)
    return ticket.id


def test_whoever_withdrew_after_the_backup_is_asked_nothing_after_a_restore(machine: Machine, new_pc: Machine) -> None:
    with machine.at_work() as crew:
        ticket, visitor = agrees(crew)
        file = machine.backup().file
        crew.desk(None).withdraw_consent(ticket, "survey", "id")
    new_pc.restore(file, code=machine.codes[0])
    assert consents(new_pc, visitor) == [True, False]
    with new_pc.opened() as database:
        assert visitor not in database.reading(OFFICE, lambda records: records.survey_panel())


def test_so_is_whoever_took_the_tick_back_in_the_guest_book(machine: Machine, new_pc: Machine) -> None:
    with machine.at_work() as crew:
        ticket, visitor = agrees(crew)
        file = machine.backup().file
        crew.desk(None).write_guest_book(ticket, Said(answers={}, consents={"survey": False}))
    new_pc.restore(file, code=machine.codes[0])
    assert consents(new_pc, visitor) == [True, False]


def test_whoever_was_restricted_after_the_backup_still_is(machine: Machine, new_pc: Machine) -> None:
    with machine.at_work() as crew:
        ticket, visitor = agrees(crew)
        file = machine.backup().file
        crew.desk("sari").restrict_visitor(ticket, restricted=True)
    new_pc.restore(file, code=machine.codes[0])
    assert restricted(new_pc, visitor)
    assert not restricted(new_pc, machine.visitors[0])


def test_over_the_live_database_its_own_word_is_the_last(pc: Machine) -> None:
    with pc.at_work() as crew:
        ticket, visitor = agrees(crew)
    file = pc.backup().file
    old = (pc.backups / "visitor-keys.age").read_bytes()
    with pc.at_work() as crew:
        crew.desk(None).withdraw_consent(ticket, "survey", "id")
        crew.desk("sari").restrict_visitor(ticket, restricted=True)
    (pc.backups / "visitor-keys.age").write_bytes(old)
    pc.restore(file, replace=True)
    assert (consents(pc, visitor), restricted(pc, visitor)) == ([True, False], True)


def test_a_restore_says_no_wish_twice_and_takes_none_back(machine: Machine, new_pc: Machine) -> None:
    with machine.at_work() as crew:
        ticket, visitor = agrees(crew)
        crew.desk(None).withdraw_consent(ticket, "survey", "id")
        crew.desk("sari").restrict_visitor(ticket, restricted=True)
        file = machine.backup().file
        crew.desk("sari").restrict_visitor(ticket, restricted=False)
    new_pc.restore(file, code=machine.codes[0])
    assert (consents(new_pc, visitor), restricted(new_pc, visitor)) == ([True, False], True)


def test_a_remark_that_went_with_its_visitor_does_not_come_back(machine: Machine, new_pc: Machine) -> None:
    with machine.at_work() as crew:
        ticket = served(crew)
        crew.desk("sari").comment(ticket, 1, REMARK)
        file = machine.backup().file
        # The backup knows the remark and nobody whom it is about: the guest book is written after it.
        crew.desk(None).write_guest_book(ticket, Said(answers=RAHMI))
        crew.desk("sari").erase_visitor(ticket)
    new_pc.restore(file, code=machine.codes[0])
    assert remarks(new_pc) == [None]


def test_a_remark_about_somebody_else_comes_back(machine: Machine, new_pc: Machine) -> None:
    with machine.at_work() as crew:
        crew.desk("sari").comment(served(crew), 1, "Dilayani sampai tuntas")
        crew.desk("sari").comment(served(crew), 1, REMARK)
        erased = crew.take("K")
        crew.desk(None).write_guest_book(erased.id, Said(answers=RAHMI))
        file = machine.backup().file
        crew.desk("sari").erase_visitor(erased.id)
    new_pc.restore(file, code=machine.codes[0])
    assert remarks(new_pc) == ["Dilayani sampai tuntas", REMARK]


def test_in_another_past_the_same_number_of_the_journal_is_another_remark(pc: Machine) -> None:
    with pc.at_work() as crew:
        ticket = served(crew)
    older = pc.backup().file
    with pc.at_work() as crew:
        crew.desk("sari").comment(ticket, 1, REMARK)
        crew.desk(None).write_guest_book(ticket, Said(answers=RAHMI))
        crew.desk("sari").erase_visitor(ticket)
    pc.restore(older, replace=True)
    with pc.at_work(HandClock(moment("08:10"))) as crew:
        crew.desk("sari").comment(ticket, 1, "Dilayani sampai tuntas")
    pc.restore(pc.backup().file, replace=True)
    assert remarks(pc) == ["Dilayani sampai tuntas"]


def test_in_the_database_that_a_restore_put_aside_the_remark_is_erased_as_well(pc: Machine) -> None:
    with pc.at_work() as crew:
        ticket = served(crew)
        crew.desk("sari").comment(ticket, 1, REMARK)
    kept = pc.restore(pc.backup().file, replace=True).kept
    assert kept is not None
    [stored] = stored_remarks(pc).values()
    assert stored is not None
    assert stored.encode() in kept.read_bytes()
    with pc.at_work() as crew:
        crew.desk(None).write_guest_book(ticket, Said(answers=RAHMI))
        crew.desk("sari").erase_visitor(ticket)
    assert stored.encode() not in kept.read_bytes()
    assert remarks(Machine(pc.data_dir, f"sqlite:///{kept}")) == [None]

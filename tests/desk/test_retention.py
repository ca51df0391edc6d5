"""What is kept of visitors ends by itself, in small turns, and never by a date that nobody can believe."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from shared.control import perform
from shared.domain.ticket import Ticket
from shared.front_desk import FrontDesk, operator
from shared.front_desk.complaints import Complaint
from shared.front_desk.guest_book import Said
from shared.front_desk.ratings import Rating
from shared.front_desk.rights import AT_ONCE
from shared.front_desk.satisfaction import satisfaction
from tests.cast import THURSDAY, Company, HandClock
from tests.desk.test_rights import WHO, opened, visit

__all__ = ["visit"]

DAYS = 90


def house(crew: Company) -> FrontDesk:
    return FrontDesk(crew.parts, crew.office, operator(crew.office.code))


def forgotten(crew: Company, clock: HandClock, days: int, **how: bool) -> int:
    clock.passes(days=days)
    return house(crew).forget_due(**how).visitors


def work_every_month(crew: Company, clock: HandClock, months: int) -> None:
    for _ in range(months):
        clock.passes(days=28)
        crew.desk("rina").take_counter(1)


def test_one_day_at_work_under_a_wrong_date_forgets_nobody(crew: Company, visit: Ticket, clock: HandClock) -> None:
    clock.passes(days=400)
    for _ in range(4):
        crew.desk("rina").take_counter(1)
        assert house(crew).forget_due().visitors == 0
        clock.passes(days=1)
    for _ in range(2):
        crew.desk("rina").take_counter(1)
        clock.passes(days=1)
    assert house(crew).forget_due().visitors == 1, "after several days at work the date is believed"


def test_after_its_days_an_identity_is_forgotten_by_itself(crew: Company, visit: Ticket, clock: HandClock) -> None:
    work_every_month(crew, clock, 3)
    assert forgotten(crew, clock, DAYS - 3 * 28) == 0, "on the ninetieth day it still stands"
    assert forgotten(crew, clock, 1, dry_run=True) == 1
    assert opened(crew, visit).answers["name"] == "ZZKANARI", "a dry run changes nothing"
    assert forgotten(crew, clock, 0) == 1
    assert opened(crew, visit).answers == {"sex": 2}
    assert [row.facts["visitors"] for row in crew.journal() if row.move == "forget"] == [1]
    assert forgotten(crew, clock, 0) == 0


def test_whoever_agreed_to_be_asked_for_the_survey_is_kept_until_that_year_is_over(
    crew: Company, clock: HandClock
) -> None:
    ticket = crew.take("K")
    crew.desk(None).write_guest_book(ticket.id, Said(answers=WHO, consents={"survey": True}))
    assert THURSDAY.month == 11
    clock.passes(days=20)
    crew.office = short_memory(crew)
    assert forgotten(crew, clock, 0) == 0
    crew.desk("rina").take_counter(1)
    clock.passes(days=23)
    assert forgotten(crew, clock, 0) == 1, "in January the survey's year is over"


def short_memory(crew: Company) -> Any:
    return replace(crew.office, guest_book=replace(crew.office.guest_book, keeps_days=10))


def test_a_machine_that_wakes_up_in_another_year_forgets_nobody_by_itself(
    crew: Company, visit: Ticket, clock: HandClock
) -> None:
    assert forgotten(crew, clock, 400) == 0
    assert opened(crew, visit).answers["name"] == "ZZKANARI"
    assert forgotten(crew, clock, 0, date_is_right=True) == 1


def test_a_complaint_is_forgotten_its_days_after_it_ended_and_not_before(crew: Company, clock: HandClock) -> None:
    made = crew.desk(None).complain(Complaint(kind="complaint", text="ZZKANARI menunggu", contact="kanari@example.com"))
    code = made.stored.code
    work_every_month(crew, clock, 4)
    assert forgotten(crew, clock, 0) == 0, "nobody has settled it"
    crew.desk("sari").answer_complaint(code, "settled", "Mohon maaf, ZZKANARI.")
    assert crew.desk("sari").read_complaint(code)["contact"] == "kanari@example.com"
    work_every_month(crew, clock, 4)
    assert forgotten(crew, clock, 0) == 1
    assert crew.desk("sari").read_complaint(code) == {"answers": []}


def test_a_complaint_that_nobody_ends_is_not_kept_for_ever(crew: Company, clock: HandClock) -> None:
    made = crew.desk(None).complain(Complaint(kind="complaint", text="ZZKANARI menunggu", contact="kanari@example.com"))
    work_every_month(crew, clock, 13)
    assert forgotten(crew, clock, 0) == 0
    assert forgotten(crew, clock, 2) == 1
    assert crew.desk("sari").read_complaint(made.stored.code) == {"answers": []}


def test_what_staff_wrote_about_a_visit_goes_after_a_year_also_where_nobody_wrote_in_the_book(
    crew: Company, clock: HandClock
) -> None:
    ticket = crew.take("K")
    crew.serve("rina", 1)
    crew.desk("rina").finish(1)
    crew.desk("sari").comment(ticket.id, 1, "ZZKANARI datang lagi")
    row = crew.journal()[-1]

    def remarks() -> list[int]:
        return list(crew.desk(None).reading(lambda records: records.notes([row.seq])))

    work_every_month(crew, clock, 13)
    forgotten(crew, clock, 0)
    assert remarks() == [row.seq]
    forgotten(crew, clock, 2)
    assert remarks() == []


def test_a_comment_goes_after_a_year_though_nobody_else_is_due(crew: Company, clock: HandClock) -> None:
    ticket = crew.take("K")
    crew.serve("rina", 1)
    crew.desk(None).rate(ticket.id, Rating(instrument="skm", answers={"U1": 4}, comment="Terima kasih"))

    def comments() -> list[str]:
        return crew.desk(None).reading(lambda r: satisfaction(r, crew.parts.vault, THURSDAY, THURSDAY)).comments

    work_every_month(crew, clock, 13)
    assert forgotten(crew, clock, 0) == 0
    assert comments() == ["Terima kasih"]
    assert forgotten(crew, clock, 3) == 0
    assert comments() == []


def test_forgetting_by_hand_goes_on_until_nobody_is_left(crew: Company, clock: HandClock) -> None:
    for _ in range(AT_ONCE + 3):
        ticket = crew.take("K")
        crew.desk(None).write_guest_book(ticket.id, Said(answers={"name": "ZZKANARI"}))
    clock.passes(days=DAYS + 1)
    office = crew.office.code
    would = perform(crew.parts, "forget_due", office, {"dry_run": True})
    assert would["visitors"] == AT_ONCE + 3
    assert perform(crew.parts, "forget_due", office, {"dry_run": False}) == would

"""What the figures count: no late answer, no rehearsal, nobody who was called by mistake, and thousands if need be."""

from __future__ import annotations

from dataclasses import replace

from shared.database import OfficeRecords
from shared.database.fsck import check
from shared.domain.expected_wait import Situation, WaitRange
from shared.domain.judged_day import LoggedVisit
from shared.domain.wait_figures import Choice
from shared.front_desk.wait_log import wait_log
from tests.cast import THURSDAY, Company, HandClock
from tests.desk.test_judged_days import BOTH, FRIDAY, log, night_falls, one_kept_and_one_late, verdicts


def test_a_board_that_answers_late_changes_no_verdict(crew: Company, clock: HandClock) -> None:
    crew.desk("rina").take_counter(1)
    crew.take("K")
    clock.at("08:02")
    crew.desk("rina").call_next(1)
    call = crew.seq()
    clock.at("08:06")
    crew.desk("rina").recall(1)
    clock.at("08:12")
    crew.desk("rina").start(1)
    crew.desk("board").call_was("sounded", call)
    assert [mark.verdict for mark in log(crew)] == ["missed"]
    night_falls(crew, clock)
    crew.desk("board").call_was("sounded", call)
    crew.desk("sari").comment(log(crew)[0].ticket, 1, "Papan mati pagi ini.")
    assert [mark.verdict for mark in log(crew)] == ["missed"]


def test_a_call_that_was_undone_names_nobody_as_the_officer(crew: Company, clock: HandClock) -> None:
    ticket = crew.take("K")
    crew.desk("rina").call_next(1)
    crew.desk("rina").undo(1)
    clock.passes(minutes=1)
    crew.desk("bagus").call_next(2)
    crew.desk(None).leave(ticket.id)
    assert [mark.officer for mark in log(crew)] == [crew.people["bagus"].id]


def test_thousands_of_visits_are_read_on_every_database(crew: Company, clock: HandClock) -> None:
    one_kept_and_one_late(crew, clock)
    night_falls(crew, clock)
    marks = log(crew)
    many = [*marks, *(marks[0]._replace(ticket=ticket) for ticket in range(10_000, 22_000))]

    def read(records: OfficeRecords) -> list[LoggedVisit]:
        return wait_log(records, crew.office, Choice(first=THURSDAY, last=FRIDAY), clock.now()).visits(records, many)

    assert verdicts(crew.desk(None).reading(read)) == BOTH


def test_a_rehearsal_is_shown_alone_and_counted_with_nothing(crew: Company, clock: HandClock) -> None:
    crew.parts.settings = replace(crew.parts.settings, always_open=True)
    one_kept_and_one_late(crew, clock)
    assert len(log(crew)) == 2, "on its own day a rehearsal is all there is to see"
    night_falls(crew, clock)
    crew.parts.settings = replace(crew.parts.settings, always_open=False)
    assert len(log(crew)) == 2
    clock.at("09:00", FRIDAY)
    crew.take("J")
    assert [mark.number for mark in log(crew)] == ["J-001"]
    assert crew.desk(None).reading(lambda records: records.past_waits(THURSDAY, FRIDAY)) == []


def test_the_checker_sees_an_expected_wait_that_nobody_waited(crew: Company, clock: HandClock, url: str) -> None:
    one_kept_and_one_late(crew, clock)
    night_falls(crew, clock)
    invented = WaitRange(Situation("K", 8, 1, 0), 30, 60, 120)
    code = crew.office.code
    crew.parts.database.writing(code, lambda records: records.keep_wait_ranges([invented]))
    assert [v.what for v in check(url).violations] == ["the expected waits are not those of the visits that are kept"]
    crew.parts.database.writing(code, lambda records: records.keep_wait_ranges([]))

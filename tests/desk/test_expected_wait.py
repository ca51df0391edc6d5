"""The expected wait is told with the number, stands in the journal, and is held against the truth in the log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from shared.domain.expected_wait import ENOUGH, Situation, WaitRange
from shared.domain.ticket import Ticket
from shared.domain.wait_figures import Choice, summary
from shared.front_desk.expected_wait import expected_wait
from shared.front_desk.outbox import Outbox
from shared.front_desk.wait_log import wait_log
from tests.cast import THURSDAY, Company, HandClock
from tests.desk.quiet_day import FOUR_TO_FIVE_MINUTES, FRIDAY, MINUTE, next_morning, quiet_day, serve_one


def told(crew: Company, ticket: Ticket) -> tuple[int, int] | None:
    """What the journal says that the visitor was told."""
    facts = next(row.facts for row in crew.journal() if row.move == "take" and row.ticket == ticket.id)
    return (facts["told"][0], facts["told"][1]) if "told" in facts else None


def expects(crew: Company, ticket: Ticket) -> WaitRange | None:
    """How much longer the visitor may expect to wait now."""
    now = crew.ticket(ticket)
    return crew.desk(None).reading(lambda records: expected_wait(records, crew.office, now, crew.clock.now()))


def found(crew: Company, day: date) -> list[Situation | None]:
    """What the visitors of a closed day found, as it is kept."""
    visits = crew.desk(None).reading(lambda records: records.judged_visits(day, day))
    return [visit.situation for visit in visits]


def test_an_office_without_history_tells_nothing(crew: Company) -> None:
    crew.desk("rina").take_counter(1)
    ticket = crew.take("K")
    assert (told(crew, ticket), expects(crew, ticket)) == (None, None)


def test_what_was_told_stands_in_the_journal_and_the_log_says_whether_it_came_true(
    crew: Company, clock: HandClock
) -> None:
    quiet_day(crew)
    next_morning(crew)
    serve_one(crew, waits=5)
    serve_one(crew, waits=9)
    takes = [row for row in crew.journal() if row.move == "take" and row.day == FRIDAY]
    assert [row.facts["told"] for row in takes] == [list(FOUR_TO_FIVE_MINUTES)] * 2
    for hour in ("15:00", "03:00"):
        clock.at(hour, FRIDAY + timedelta(days=hour == "03:00"))
        crew.desk("rina").turn_the_day()
        log = crew.desk(None).reading(
            lambda records: wait_log(records, crew.office, Choice(first=FRIDAY, last=FRIDAY), clock.now())
        )
        assert [mark.came_true for mark in log.counted] == [True, False]
        assert (summary(log.counted)["expected"], summary(log.counted)["expected_true"]) == (2, 1)


def test_one_visit_too_few_and_nothing_is_told(crew: Company) -> None:
    quiet_day(crew, visits=ENOUGH - 1)
    next_morning(crew)
    assert told(crew, crew.take("K")) is None
    serve_one(crew, waits=4)


def test_the_range_of_a_waiting_visitor_follows_the_line(crew: Company, clock: HandClock) -> None:
    quiet_day(crew)
    next_morning(crew)
    first, second = crew.take("K"), crew.take("K")
    assert (told(crew, first), told(crew, second)) == (FOUR_TO_FIVE_MINUTES, None)
    assert expects(crew, second) is None
    crew.serve("rina", 1)
    assert (expects(crew, first), expects(crew, second)) == (None, None)
    crew.desk("rina").finish(1)
    now = expects(crew, second)
    assert now is not None
    assert ((now.low, now.high), now.visits) == (FOUR_TO_FIVE_MINUTES, ENOUGH)


def test_where_nobody_sits_nothing_is_told(crew: Company) -> None:
    quiet_day(crew)
    crew.clock.at("08:00", FRIDAY)
    ticket = crew.take("K")
    assert told(crew, ticket) is None
    crew.desk("rina").take_counter(1)
    assert expects(crew, ticket) is not None


def test_a_visit_that_is_corrected_later_no_longer_counts(crew: Company) -> None:
    quiet_day(crew)
    next_morning(crew)
    assert told(crew, crew.take("K")) == FOUR_TO_FIVE_MINUTES
    crew.serve("rina", 1)
    crew.desk("rina").finish(1)
    crew.desk("sari").correct(1, 1, "forgot_start")
    assert told(crew, crew.take("K")) is None


def test_visits_older_than_half_a_year_no_longer_count(crew: Company) -> None:
    quiet_day(crew)
    much_later = THURSDAY + timedelta(weeks=27)
    next_morning(crew, much_later)
    assert told(crew, crew.take("K")) == FOUR_TO_FIVE_MINUTES
    next_morning(crew, much_later + timedelta(days=1))
    assert told(crew, crew.take("K")) is None


def test_the_paper_says_what_was_told(crew: Company) -> None:
    quiet_day(crew)
    next_morning(crew)
    crew.parts.settings = replace(crew.parts.settings, printer_url="virtual:")
    crew.take("K")
    crew.desk("bagus").take_counter(2)
    job = Outbox(crew.parts, crew.office).next_slip()
    assert job is not None
    assert job.slip.estimate == tuple(seconds // MINUTE for seconds in FOUR_TO_FIVE_MINUTES)


def test_a_closed_day_keeps_what_each_visitor_found(crew: Company, clock: HandClock) -> None:
    crew.take("K")
    crew.desk("rina").take_counter(1)
    crew.desk("dewi").take_counter(3)
    clock.at("09:00")
    crew.take("K")
    crew.serve("rina", 1)
    crew.take("P")
    crew.desk("rina").finish(1)
    crew.desk("rina").undo(1)
    crew.take("K")
    crew.take("P", priority=True)
    crew.desk("rina").transfer(1, service="P")
    crew.desk("dewi").leave_counter(3)
    crew.take("K")
    clock.at("03:00", FRIDAY)
    crew.desk("rina").turn_the_day()
    assert found(crew, THURSDAY) == [
        Situation("K", 8, 0, 0),
        None,  # the leg at the library, to which the first visitor was sent on
        Situation("K", 9, 1, 1),
        Situation("P", 9, 2, 2),
        Situation("K", 9, 1, 3),
        Situation("P", 9, 2, 1),
        Situation("K", 9, 1, 5),
    ]

"""What people say about visits and days is kept beside them, and moves nobody."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlalchemy import select, update

from shared.database import tables
from shared.domain.judged_day import LoggedVisit
from shared.front_desk.promise import visits_of_day
from shared.front_desk.remark_words import remarks_on
from tests.cast import THURSDAY, Company, HandClock, moment

SIX = ("long_consultation", "system_down", "visitor_late", "single_officer", "unscheduled_pause", "other")


def log(crew: Company) -> Sequence[LoggedVisit]:
    now = crew.clock.now()
    return crew.desk(None).reading(lambda records: visits_of_day(records, crew.office, THURSDAY, now))


@pytest.fixture
def late(crew: Company, clock: HandClock) -> int:
    """K-001 waited eleven minutes for Rina, who sat free at desk 1."""
    crew.desk("rina").take_counter(1)
    ticket = crew.take("K")
    clock.passes(minutes=11)
    crew.serve("rina", 1)
    return ticket.id


@pytest.mark.parametrize("reason", SIX)
def test_each_of_the_six_reasons_stands_beside_the_late_visit(crew: Company, late: int, reason: str) -> None:
    crew.desk("rina").explain_breach(late, 1, reason)
    [visit] = log(crew)
    assert (visit.visit.verdict, visit.explained) == ("missed", reason)


def test_the_last_word_about_a_late_visit_counts(crew: Company, late: int) -> None:
    crew.desk("rina").explain_breach(late, 1, "other")
    crew.desk("sari").explain_breach(late, 1, "system_down")
    assert [visit.explained for visit in log(crew)] == ["system_down"]


def test_a_reason_moves_no_ticket_and_stands_in_no_undos_way(crew: Company, late: int, clock: HandClock) -> None:
    crew.desk("rina").finish(1)
    crew.desk("rina").explain_breach(late, 1, "other")
    clock.passes(seconds=5)
    assert crew.desk("rina").undo(1).state.value == "serving"


def test_a_visitor_who_left_late_is_a_breach_with_a_reason(crew: Company, clock: HandClock) -> None:
    crew.desk("rina").take_counter(1)
    ticket = crew.take("K")
    clock.passes(minutes=12)
    crew.desk(None).leave(ticket.id)
    crew.desk("rina").explain_breach(ticket.id, 1, "unscheduled_pause")
    [visit] = log(crew)
    assert (visit.visit.verdict, visit.explained) == ("missed", "unscheduled_pause")


def test_a_visitor_in_time_needs_no_reason(crew: Company, clock: HandClock) -> None:
    ticket = crew.take("K")
    clock.passes(minutes=9)
    crew.serve("rina", 1)
    with crew.refuses("not_a_breach", number="K-001"):
        crew.desk("rina").explain_breach(ticket.id, 1, "other")


def test_a_reason_that_nobody_knows_is_refused(crew: Company, late: int) -> None:
    with crew.refuses("unknown_reason", reason="weather"):
        crew.desk("rina").explain_breach(late, 1, "weather")
    with crew.refuses("unknown_ticket"):
        crew.desk("rina").explain_breach(late, 2, "other")


def test_a_second_reminder_within_a_minute_is_not_written(crew: Company, clock: HandClock) -> None:
    crew.desk("rina").take_counter(1)
    ticket = crew.take("K")
    crew.desk("bagus").remind(1, ticket.id)
    clock.passes(seconds=59)
    crew.desk("sari").remind(1, ticket.id)
    clock.passes(seconds=1)
    crew.desk("sari").remind(1, ticket.id)
    reminders = [row for row in crew.journal() if row.move == "remind"]
    assert [(row.actor, row.counter) for row in reminders] == [
        (crew.people["bagus"].id, 1),
        (crew.people["sari"].id, 1),
    ]


def test_nobody_is_reminded_of_a_visitor_who_no_longer_waits(crew: Company) -> None:
    ticket = crew.take("K")
    crew.serve("rina", 1)
    with crew.refuses("ticket_changed", number="K-001"):
        crew.desk("bagus").remind(1, ticket.id)
    with crew.refuses("unknown_counter"):
        crew.desk("bagus").remind(9, ticket.id)


def test_only_where_somebody_is_served_can_somebody_still_be_served(crew: Company) -> None:
    crew.take("K")
    crew.desk("rina").call_next(1)
    with crew.refuses("nobody_called"):
        crew.desk("rina").still_serving(1)
    crew.desk("rina").start(1)
    crew.desk("rina").still_serving(1)
    assert crew.journal()[-1].move == "still_serving"


def test_an_emergency_stops_every_clock_while_it_lasts(crew: Company, clock: HandClock) -> None:
    crew.desk("rina").take_counter(1)
    crew.take("K")
    clock.passes(minutes=20)
    crew.desk("sari").declare_emergency(moment("08:05"), moment("08:18"), "power_cut", "gardu PLN")
    crew.serve("rina", 1)
    [visit] = log(crew)
    assert (visit.visit.clock_seconds, visit.visit.verdict) == (7 * 60, "kept")
    assert "gardu" not in str(crew.journal()), "free text stays out of the journal"


@pytest.mark.parametrize(
    ("start", "until"),
    [("08:10", "08:10"), ("08:10", "08:05"), ("08:31", "08:40"), ("08:10", "08:31")],
    ids=["empty", "back", "ahead", "not over"],
)
def test_an_emergency_ends_after_it_starts_and_is_over(crew: Company, clock: HandClock, start: str, until: str) -> None:
    crew.take("K")
    clock.at("08:30")
    with crew.refuses("bad_times"):
        crew.desk("sari").declare_emergency(moment(start), moment(until), "other")


def test_only_a_manager_declares_an_emergency(crew: Company) -> None:
    crew.take("K")
    with crew.refuses("forbidden"):
        crew.desk("rina").declare_emergency(moment("07:50"), moment("08:00"), "other")


def test_nobody_is_reminded_at_a_counter_where_nobody_sits(crew: Company) -> None:
    ticket = crew.take("K")
    with crew.refuses("nobody_sits", counter=1):
        crew.desk("bagus").remind(1, ticket.id)


def test_only_the_officer_who_serves_says_that_the_visitor_is_still_there(crew: Company) -> None:
    crew.take("K")
    crew.serve("rina", 1)
    with crew.refuses("nobody_called", counter=1):
        crew.desk("bagus").still_serving(1)


def stored_words(crew: Company) -> list[str]:
    words = select(tables.note.c.text)
    return crew.parts.database.inspect(lambda connection: list(connection.execute(words).scalars()))


def read_words(crew: Company) -> list[str]:
    rows = [row.seq for row in crew.journal()]
    return list(crew.desk(None).reading(lambda records: remarks_on(records, crew.parts.vault, rows)).values())


def test_what_is_said_about_a_visitor_lies_sealed_on_the_disk(crew: Company, late: int) -> None:
    crew.desk("sari").comment(late, 1, "Rahmi menelepon lagi")
    assert ["Rahmi" in words for words in stored_words(crew)] == [False]
    assert read_words(crew) == ["Rahmi menelepon lagi"]


def test_what_an_older_version_wrote_plainly_is_still_read(crew: Company, late: int) -> None:
    crew.desk("sari").comment(late, 1, "Bagus cuti")
    plain = update(tables.note).values(text="Bagus sedang cuti")
    crew.parts.database.writing(crew.office.code, lambda records: records._connection.execute(plain))
    assert read_words(crew) == ["Bagus sedang cuti"]

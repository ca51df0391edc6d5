"""The terms of a day: what a closing row keeps is what the day is judged by."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.journal import JournalRow
from shared.domain.judged_day import Terms, opening_terms, terms_of, terms_of_closing
from shared.domain.standard import WalkInPromise
from tests.cast import THURSDAY, moment, pekanbaru

FRIDAY = THURSDAY + timedelta(days=1)


def row(move: str, seq: int = 1, day: date = THURSDAY, **more: object) -> JournalRow:
    """A row about the day."""
    return JournalRow(seq=seq, at=moment("15:00", day), day=day, move=move, **more)  # type: ignore[arg-type] # what the test needs


def closed_with(terms: Terms) -> list[JournalRow]:
    return [row("open_day"), row("close_day", 2, facts={"terms": terms.written()})]


@pytest.mark.parametrize("day", [THURSDAY, FRIDAY, date(2026, 11, 22)], ids=["a working day", "Friday", "Sunday"])
def test_what_the_closing_row_keeps_is_what_was_in_force(day: date) -> None:
    terms = terms_of(pekanbaru(), day, [row("open_day", day=day)])
    again = terms_of_closing(closed_with(terms))
    assert again is not None
    assert (again.hours, again.counters, again.promise.limit) == (terms.hours, terms.counters, terms.promise.limit)
    assert (again.promise.services, again.promise.how) == (terms.promise.services, terms.promise.how)


def test_a_closed_day_ignores_a_later_profile() -> None:
    terms = terms_of(pekanbaru(), THURSDAY, [row("open_day")])
    other = replace(pekanbaru(), counters=pekanbaru().counters[:1])
    assert terms_of(other, THURSDAY, closed_with(terms)).counters == terms.counters
    assert terms_of(other, THURSDAY, [row("open_day")]).counters == terms.counters[:1]


def test_a_day_that_was_opened_again_is_open() -> None:
    terms = terms_of(pekanbaru(), THURSDAY, [row("open_day")])
    assert terms_of_closing([*closed_with(terms), row("open_day", 3)]) is None


def test_a_rehearsal_has_no_hours_but_midnight() -> None:
    hours = terms_of(pekanbaru(), THURSDAY, [row("open_day", facts={"rehearsal": True})]).hours
    assert (hours.opening, hours.closing, hours.breaks) == (moment("00:00"), None, ())


def test_an_open_day_is_judged_by_the_terms_that_it_was_opened_with() -> None:
    opened = opening_terms(pekanbaru(), THURSDAY, rehearsal=False)
    rows = [row("open_day", facts={"terms": opened.written()})]
    assert terms_of(replace(pekanbaru(), counters=pekanbaru().counters[:1]), THURSDAY, rows) == opened


def test_friday_keeps_its_break_and_an_emergency_is_added_to_it() -> None:
    facts = {"from": moment("09:00", FRIDAY).isoformat(), "until": moment("09:30", FRIDAY).isoformat()}
    rows = [row("open_day", day=FRIDAY), row("emergency", 2, FRIDAY, reason="power_cut", facts=facts)]
    assert terms_of(pekanbaru(), FRIDAY, rows).hours.breaks == (
        (moment("09:00", FRIDAY), moment("09:30", FRIDAY)),
        (moment("11:30", FRIDAY), moment("13:00", FRIDAY)),
    )


@given(st.integers(-400, 400))
def test_of_two_promises_the_one_in_force_on_the_day_counts(days: int) -> None:
    office = pekanbaru()
    assert office.standard.walk_in is not None
    now = replace(office.standard.walk_in, valid_from=THURSDAY)
    before = WalkInPromise(sentence="lima menit", limit_seconds=300, valid_to=THURSDAY - timedelta(days=1))
    changed = replace(office, standard=replace(office.standard, walk_in=now, earlier_walk_in=(before,)))
    day = THURSDAY + timedelta(days=days)
    assert terms_of(changed, day, [row("open_day", day=day)]).promise.limit == (300 if days < 0 else 600)


def test_a_promise_may_start_and_end_at_other_events() -> None:
    office = pekanbaru()
    said = pekanbaru().standard.components[2].lines[0]
    pariaman = WalkInPromise(sentence=said, limit_seconds=300, start="guest_book_filled", end="first_called")
    changed = replace(office, standard=replace(office.standard, walk_in=pariaman))
    how = terms_of(changed, THURSDAY, [row("open_day")]).promise.how
    assert (how.clock_from, how.clock_until) == ("guest_book_filled", "first_called")

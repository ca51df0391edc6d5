"""No cell of fewer than five persons is told apart, also for a reader who subtracts and knows how cells are hidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.recap.floor import FLOOR, Cell, not_told_apart, whole_months

Told = tuple[tuple[tuple[int, int], ...], frozenset[int], int]


def cells(counts: Sequence[int]) -> list[Cell[int]]:
    """Everybody came once."""
    return [Cell(key, count, frozenset(f"{key} {n}" for n in range(count))) for key, count in enumerate(counts)]


def told(table: Sequence[Cell[int]]) -> Told:
    """What the reader of the table sees: cells, the answers that are one line, and that line's sum."""
    hidden = not_told_apart(table)
    shown = tuple((cell.key, cell.visits) for cell in table if cell.key not in hidden)
    return shown, hidden, sum(cell.visits for cell in table if cell.key in hidden)


visits = st.lists(st.sampled_from([f"person {n}" for n in range(9)]), max_size=14)


@given(st.lists(visits, min_size=1, max_size=7))
def test_no_cell_that_is_told_holds_one_to_four_persons_and_nothing_is_lost(came: list[list[str]]) -> None:
    table = [Cell(key, len(by), frozenset(by)) for key, by in enumerate(came)]
    shown, hidden, together = told(table)
    persons = {cell.key: len(cell.persons) for cell in table}
    assert all(persons[key] == 0 or persons[key] >= FLOOR for key, _ in shown)
    assert sum(count for _, count in shown) + together == sum(len(by) for by in came)
    assert bool(hidden) == any(0 < count < FLOOR for count in persons.values())


@pytest.mark.parametrize(("answers", "largest"), [(2, 40), (3, 12), (4, 7)])
def test_a_reader_who_knows_the_rule_the_total_and_every_told_cell_finds_no_small_count(
    answers: int, largest: int
) -> None:
    """Every table there is, sorted by what its reader sees: a hidden answer may always have been given more or less."""
    worlds: dict[Told, list[tuple[int, ...]]] = defaultdict(list)
    for counts in product(range(largest + 1), repeat=answers):
        worlds[told(cells(counts))].append(counts)
    hiding = {seen: counts for seen, counts in worlds.items() if seen[1]}
    assert hiding
    for (shown, hidden, together), possible in hiding.items():
        if together > largest - FLOOR:
            continue  # tables that would be possible too are larger than those tried here
        for key in hidden:
            assert len({counts[key] for counts in possible}) > 1, (shown, together, key)


def test_a_line_never_holds_one_answer_with_somebody_in_it() -> None:
    assert not_told_apart(cells([3, 50])) == {0, 1}
    assert not_told_apart(cells([3, 50, 6])) == {0, 2}
    assert not_told_apart(cells([1, 2, 50, 6])) == {0, 1, 3}, "three persons are too few for a line"
    assert not_told_apart(cells([2, 4, 50, 0])) == {0, 1, 3}, (
        "that nobody gave an answer would tell who gave the others"
    )
    assert not_told_apart(cells([0, 5, 50])) == frozenset()


def test_six_visits_of_one_person_are_one_person() -> None:
    assert not_told_apart([Cell(1, 6, frozenset({"one"})), *cells([0, 9])[1:], Cell(3, 8, frozenset("abcdefgh"))]) == {
        1,
        3,
    }


@pytest.mark.parametrize(
    ("first", "last", "whole"),
    [
        (date(2026, 10, 1), date(2026, 12, 31), True),
        (date(2026, 2, 1), date(2026, 2, 28), True),
        (date(2026, 11, 1), date(2026, 11, 19), True),
        (date(2026, 11, 1), date(2026, 11, 18), False),
        (date(2026, 10, 2), date(2026, 10, 31), False),
        (date(2026, 11, 19), date(2026, 11, 19), False),
    ],
)
def test_people_are_told_of_whole_months_because_days_could_be_subtracted(first: date, last: date, whole: bool) -> None:
    assert whole_months(first, last, today=date(2026, 11, 19)) is whole

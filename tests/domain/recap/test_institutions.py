"""An institution is named where five persons came from it, and what is left of its category has the floor too."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.recap.floor import FLOOR
from shared.domain.recap.institutions import Line, Named, lines

PDAM, BUMD, BANK, SHOP = 1, 2, 3, 4
OWNED, PRIVATE = 7, 8


def came(category: int | None, institution: int | None, persons: int, series: str = "") -> list[Named]:
    return [Named(category, institution, f"{category} {institution} {series} {n}") for n in range(persons)]


def test_fewer_than_five_are_only_their_category() -> None:
    visits = came(OWNED, PDAM, 5) + came(OWNED, BUMD, 4) + came(OWNED, BANK, 3) + came(PRIVATE, SHOP, 6)
    assert lines(visits, ()) == [Line(OWNED, PDAM, 5), Line(OWNED, None, 7), Line(PRIVATE, SHOP, 6)]


def test_a_small_rest_of_a_category_takes_the_smallest_name_in() -> None:
    visits = came(OWNED, PDAM, 9) + came(OWNED, BUMD, 6) + came(OWNED, BANK, 2)
    assert lines(visits, ()) == [Line(OWNED, PDAM, 9), Line(OWNED, None, 8)]


def test_nobody_is_named_below_a_category_that_is_not_told_apart() -> None:
    assert lines(came(OWNED, PDAM, 9) + came(PRIVATE, SHOP, 6), {OWNED}) == [Line(PRIVATE, SHOP, 6)]


def test_five_visits_of_one_person_name_nothing() -> None:
    assert lines([Named(PRIVATE, SHOP, "Budi")] * 9 + came(PRIVATE, BANK, 5), ()) == [Line(PRIVATE, None, 14)]


def test_without_a_category_only_names_are_told() -> None:
    assert lines(came(None, PDAM, 5) + came(None, BANK, 2) + came(None, None, 3), ()) == [Line(None, PDAM, 5)]


visits = st.builds(
    Named,
    st.sampled_from([None, OWNED, PRIVATE]),
    st.sampled_from([None, PDAM, BUMD, BANK, SHOP]),
    st.sampled_from([f"person {n}" for n in range(12)]),
)


@given(st.lists(visits, max_size=60))
def test_names_and_rests_have_five_persons_and_add_up_to_their_category(came: list[Named]) -> None:
    told = lines(came, ())
    named = {(line.category, line.institution) for line in told if line.institution is not None}
    for category, institution in named:
        assert len({v.person for v in came if (v.category, v.institution) == (category, institution)}) >= FLOOR
    sums = Counter[int | None]()
    for line in told:
        sums[line.category] += line.visits
    for category in (OWNED, PRIVATE):
        mine = [visit for visit in came if visit.category == category]
        rest = {visit.person for visit in mine if (category, visit.institution) not in named}
        assert sums[category] == len(mine)
        assert len(rest) == 0 or len(rest) >= FLOOR or not {name for name in named if name[0] == category}

"""No table tells a group of fewer than five people, neither by its number nor by what is missing from the total."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.satisfaction import FEWEST, Groups, told_apart


@pytest.mark.parametrize(
    ("counts", "respondents", "groups"),
    [
        ({1: 8, 2: 12}, 20, Groups({1: 8, 2: 12}, 0)),
        ({1: 8, 2: 12}, 23, Groups({1: 8, 2: 12}, 3)),
        ({1: 8, 2: 2}, 10, Groups({}, 10)),
        ({1: 8, 2: 2, 3: 30}, 40, Groups({3: 30}, 10)),
        ({1: 3, 2: 2, 3: 30}, 35, Groups({3: 30}, 5)),
        ({1: 4}, 4, Groups({}, 4)),
        ({}, 0, Groups({}, 0)),
    ],
)
def test_small_groups_stand_together(counts: dict[int, int], respondents: int, groups: Groups[int]) -> None:
    assert told_apart(counts, respondents) == groups


@given(st.dictionaries(st.integers(1, 9), st.integers(0, 40)), st.integers(0, 9))
def test_nobody_is_lost_and_no_small_group_can_be_worked_out(counts: dict[int, int], silent: int) -> None:
    respondents = sum(counts.values()) + silent
    groups = told_apart(counts, respondents)
    assert sum(groups.apart.values()) + groups.together == respondents
    assert all(counts[code] == count >= FEWEST for code, count in groups.apart.items())
    hidden = [count for code, count in counts.items() if count and code not in groups.apart]
    if any(count < FEWEST for count in hidden) and groups.apart:
        assert groups.together >= FEWEST

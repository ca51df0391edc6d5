"""The expected wait: a range of what visitors in the same situation waited, or nothing where too few are known."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.expected_wait import ENOUGH, PastWait, Scene, Situation, WaitRange, expected, ranges
from shared.domain.expected_wait.ranges import rungs
from shared.domain.office import Counter
from shared.domain.text import Text
from tests.cast import visitor

SECONDS = st.integers(0, 7200)
SITUATIONS = st.builds(
    Situation, st.sampled_from(["K", "P"]), st.sampled_from([9, 10]), st.integers(0, 2), st.integers(0, 3)
)
AT_NINE = Situation("K", 9, 2, 0)
MINUTE = 60


@st.composite
def histories(draw: st.DrawFn) -> list[PastWait]:
    """Waits in a few situations, about as many in each as are enough."""
    some = draw(st.lists(st.tuples(SITUATIONS, st.lists(SECONDS, min_size=1, max_size=25)), max_size=8))
    return [PastWait(situation, seconds) for situation, waits in some for seconds in waits]


def known(history: list[PastWait]) -> dict[Situation, WaitRange]:
    return {found.situation: found for found in ranges(history)}


def alike(history: list[PastWait]) -> dict[Situation, list[int]]:
    """The waits on every rung, counted another way: by asking each wait whether it fits."""
    every = {rung for wait in history for rung in rungs(wait.situation)}
    return {
        rung: [
            seconds
            for met, seconds in history
            if all(mine in (None, theirs) for mine, theirs in zip(rung, met, strict=True))
        ]
        for rung in every
        if rung.staffed
    }


@given(histories())
def test_every_rung_with_enough_visits_has_a_range_and_no_other(history: list[PastWait]) -> None:
    counted = {rung: len(waits) for rung, waits in alike(history).items() if len(waits) >= ENOUGH}
    assert {rung: found.visits for rung, found in known(history).items()} == counted


@given(histories())
def test_a_range_is_whole_minutes_and_holds_four_of_five_visits_behind_it(history: list[PastWait]) -> None:
    waits = alike(history)
    for found in ranges(history):
        inside = sum(found.low <= seconds <= found.high for seconds in waits[found.situation])
        assert inside >= 0.8 * found.visits
        assert found.low < found.high
        assert (found.low % MINUTE, found.high % MINUTE) == (0, 0)


@given(histories(), st.randoms(use_true_random=False))
def test_in_which_order_the_visits_are_read_changes_nothing(history: list[PastWait], order: random.Random) -> None:
    shuffled = list(history)
    order.shuffle(shuffled)
    assert known(shuffled) == known(history)


@given(histories(), SITUATIONS)
def test_what_is_told_stands_on_the_first_rung_with_enough_visits(history: list[PastWait], now: Situation) -> None:
    waits = alike(history)
    first = next((rung for rung in rungs(now) if len(waits.get(rung, [])) >= ENOUGH), None)
    told = expected(known(history), now)
    assert (told.situation if told else None) == first


@given(histories(), SITUATIONS)
def test_whoever_stands_further_back_is_never_told_less(history: list[PastWait], now: Situation) -> None:
    told = [expected(known(history), now._replace(in_front=place)) for place in range(5)]
    ends = [(found.low, found.high) for found in told if found]
    assert [low for low, _ in ends] == sorted(low for low, _ in ends)
    assert [high for _, high in ends] == sorted(high for _, high in ends)


def test_nineteen_visits_are_not_enough_and_twenty_are() -> None:
    history = [PastWait(AT_NINE, 300)] * (ENOUGH - 1)
    assert expected(known(history), AT_NINE) is None
    history.append(PastWait(AT_NINE, 300))
    assert expected(known(history), AT_NINE) == WaitRange(AT_NINE, ENOUGH, 5 * MINUTE, 6 * MINUTE)


def test_one_visitor_in_ten_at_either_end_does_not_widen_the_range() -> None:
    waits = [0, 0, *[290] * 8, *[610] * 8, 7200, 7200]
    told = expected(known([PastWait(AT_NINE, seconds) for seconds in waits]), AT_NINE)
    assert told is not None
    assert (told.low, told.high) == (0, 11 * MINUTE)
    waits = [0, *[290] * 9, *[610] * 9, 7200]
    told = expected(known([PastWait(AT_NINE, seconds) for seconds in waits]), AT_NINE)
    assert told is not None
    assert (told.low, told.high) == (4 * MINUTE, 11 * MINUTE)


def test_the_hour_is_left_out_before_the_service() -> None:
    other_hour = [PastWait(AT_NINE._replace(hour=14), 300)] * ENOUGH
    other_service = [PastWait(AT_NINE._replace(service="P"), 900)] * ENOUGH
    told = expected(known(other_hour + other_service), AT_NINE)
    assert told is not None
    assert (told.situation, told.visits) == (AT_NINE._replace(hour=None), ENOUGH)
    told = expected(known(other_service), AT_NINE)
    assert told is not None
    assert told.situation == AT_NINE._replace(service=None)


def test_another_number_of_counters_or_of_people_in_front_tells_nothing() -> None:
    history = [PastWait(AT_NINE, 300)] * ENOUGH
    assert expected(known(history), AT_NINE._replace(staffed=1)) is None
    assert expected(known(history), AT_NINE._replace(in_front=1)) is None


def test_nobody_knows_how_long_an_office_stays_without_an_officer() -> None:
    unstaffed = AT_NINE._replace(staffed=0)
    assert expected(known([PastWait(unstaffed, 300)] * 50), unstaffed) is None


def test_in_front_are_those_ahead_and_those_at_the_counters_that_may_serve_the_visitor() -> None:
    desks = [
        Counter(number=number, name=Text("Meja", "Desk"), services=services)
        for number, services in ((1, ("K", "P")), (2, ("K", "P")), (3, ("P",)))
    ]
    line = [visitor(1, "P"), visitor(2, "K"), visitor(3, "P", priority=True)]
    scene = Scene(desks, line, seated={1, 3}, busy={1, 3}, hour=9)
    assert scene.situations() == {
        3: Situation("P", 9, 2, 2),
        1: Situation("P", 9, 2, 3),
        2: Situation("K", 9, 1, 3),
    }
    assert scene.of_newcomer(visitor(0, "K", priority=True)) == Situation("K", 9, 1, 2)
    assert scene.of_newcomer(visitor(0, "K")) == Situation("K", 9, 1, 4)

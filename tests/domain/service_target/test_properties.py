"""What must hold on every day that could have happened."""

from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.service_target import CounterRoster, Step, TicketId, Visit, judge_day
from tests.domain.service_target.a_day import at
from tests.domain.service_target.days import Day, days, with_counter_open_at_opening
from tests.domain.service_target.slow_reading import slow_clock_starts

END = at("23:59")
Visits = dict[tuple[TicketId, int], Visit]


def visits_of(day: Day, now: datetime = END) -> Visits:
    visits = judge_day(day.steps, day.promise, day.hours, day.counters, now)
    return {(visit.ticket, visit.leg): visit for visit in visits}


def clocks_of(day: Day, now: datetime = END) -> dict[tuple[TicketId, int], datetime | None]:
    return {leg: visit.clock_started_at for leg, visit in visits_of(day, now).items()}


@given(days())
def test_the_quick_walk_agrees_with_the_slow_reading_of_the_rules(day: Day) -> None:
    assert clocks_of(day) == slow_clock_starts(day.steps, day.hours, day.counters)


@given(days())
def test_no_clock_starts_before_registration_or_opening(day: Day) -> None:
    for visit in visits_of(day).values():
        if visit.clock_started_at is not None:
            assert visit.clock_started_at >= max(visit.issued_at, day.hours.opening)


@given(days())
def test_no_duration_is_negative(day: Day) -> None:
    for visit in visits_of(day).values():
        for seconds in (visit.clock_seconds, visit.wait_seconds, visit.service_seconds):
            assert seconds is None or seconds >= 0


@given(days())
def test_every_start_has_a_clock_and_a_verdict(day: Day) -> None:
    for visit in visits_of(day).values():
        if visit.started_at is not None:
            assert visit.clock_seconds is not None
            assert visit.verdict in {"kept", "called_in_time", "missed"}
            assert (visit.verdict == "kept") == (visit.clock_seconds <= day.promise.limit)


@given(days())
def test_one_more_free_counter_starts_nobodys_clock_later(day: Day) -> None:
    day = with_counter_open_at_opening(day)
    extra = CounterRoster(99, open_from=day.hours.opening)
    richer = clocks_of(replace(day, counters=[*day.counters, extra]))
    for leg, started in clocks_of(day).items():
        if started is not None:
            more = richer[leg]
            assert more is not None
            assert more <= started


@given(days(), st.integers(1, 299))
def test_a_break_in_two_halves_is_the_same_break(day: Day, seconds: int) -> None:
    cut = timedelta(seconds=seconds)
    halves = tuple(half for start, end in day.hours.breaks for half in ((start + cut, end), (start, start + cut)))
    assert visits_of(replace(day, hours=replace(day.hours, breaks=halves))) == visits_of(day)


@given(days(), st.randoms(use_true_random=False))
def test_the_order_of_unrelated_moves_in_one_second_changes_nothing(day: Day, random: Random) -> None:
    seconds: dict[datetime, list[Step]] = defaultdict(list)
    for step in day.steps:
        seconds[step.at].append(step)
    shuffled = [step for moment in sorted(seconds) for step in _shuffled(seconds[moment], random)]
    assert visits_of(replace(day, steps=shuffled)) == visits_of(day)


def _shuffled(steps: list[Step], random: Random) -> list[Step]:
    """The moves of one second, with those that share a ticket or a counter left in their order."""
    bundles: list[list[Step]] = []
    for step in steps:
        mine = [bundle for bundle in bundles if any(_related(step, other) for other in bundle)]
        bundles = [bundle for bundle in bundles if bundle not in mine]
        order = {id(other): place for place, other in enumerate(steps)}
        bundles.append(sorted([step, *(s for bundle in mine for s in bundle)], key=lambda s: order[id(s)]))
    random.shuffle(bundles)
    return [step for bundle in bundles for step in bundle]


def _related(one: Step, other: Step) -> bool:
    same_ticket = one.ticket is not None and one.ticket == other.ticket
    return same_ticket or (one.counter is not None and one.counter == other.counter)


@given(days(), st.integers(0, 5 * 3600))
def test_the_live_view_is_the_replay_of_the_journal_cut_there(day: Day, seconds: int) -> None:
    now = at("07:45") + timedelta(seconds=seconds)
    cut = replace(day, steps=[step for step in day.steps if step.at <= now])
    assert visits_of(day, now) == visits_of(cut, now)


@given(days(), st.integers(0, 5 * 3600))
def test_a_clock_that_was_seen_running_never_starts_later_afterwards(day: Day, seconds: int) -> None:
    final = clocks_of(day)
    for leg, started in clocks_of(day, at("07:45") + timedelta(seconds=seconds)).items():
        if started is not None:
            later = final[leg]
            assert later is not None
            assert later <= started


@settings(max_examples=30)
@given(days(), st.integers(1, 20))
def test_a_longer_limit_never_makes_a_verdict_worse(day: Day, minutes: int) -> None:
    longer = visits_of(replace(day, promise=replace(day.promise, limit_seconds=600 + 60 * minutes)))
    for leg, visit in visits_of(day).items():
        assert visit.verdict != "kept" or longer[leg].verdict == "kept"
        assert visit.verdict == "missed" or longer[leg].verdict != "missed"

"""The day while it runs: whose clock runs, and which counter stands free since when."""

from shared.domain.service_target import Promise, watch_day
from tests.domain.service_target.a_day import at, counter, hours, journal

DAY = "08:00 take p\n08:05 start p @1\n09:00 take a\n09:20 finish p @1\n09:25 take b\n09:26 start a @1"
DESKS = (counter(1), counter(2, opens=None))


def test_a_running_clock_is_read_at_this_moment() -> None:
    day = watch_day(journal(DAY), Promise(), hours(), DESKS, at("09:24"))
    waiting = {visit.ticket: visit for visit in day.visits}["a"]
    assert (waiting.clock_started_at, waiting.clock_seconds) == (at("09:20"), 240)
    assert (waiting.verdict, waiting.reason, waiting.exclusion) == ("not_judged", "still_waiting", None)


def test_a_counter_says_since_when_it_is_free() -> None:
    first, second = watch_day(journal(DAY), Promise(), hours(), DESKS, at("09:24")).counters
    assert (first.number, first.in_pool, first.serving, first.free_since) == (1, True, None, at("09:20"))
    assert (second.number, second.in_pool, second.serving, second.free_since) == (2, False, None, None)


def test_a_counter_says_whom_it_serves() -> None:
    first, _ = watch_day(journal(DAY), Promise(), hours(), DESKS, at("09:30")).counters
    assert (first.serving, first.free_since) == ("a", None)


def test_a_rostered_counter_is_free_from_its_hour() -> None:
    first, _ = watch_day([], Promise(), hours(), DESKS, at("08:30")).counters
    assert first.free_since == at("08:00")
    assert not watch_day([], Promise(), hours(), DESKS, at("07:59")).counters[0].in_pool

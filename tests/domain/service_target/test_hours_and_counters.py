"""Rules 1 to 5: seconds, service hours, the pool, the deemed counter, and when a counter is free."""

from datetime import timedelta

import pytest

from shared.domain.service_target import Promise, elapsed_seconds, judge_day, latest_start
from tests.domain.service_target.a_day import ONE_COUNTER, at, clock, counter, hours, journal, judged, told

FRIDAY = hours("15:30", ("11:30", "13:00"))


def test_all_moves_of_one_second_are_applied_before_clocks_are_looked_at() -> None:
    visits = judged(
        "09:00 take p\n09:00 start p @1\n09:10 take a\n09:30 finish p @1\n09:30 take v priority\n"
        "09:30 start v @1\n09:50 finish v @1\n09:51 start a @1"
    )
    assert told(visits["a"]) == ("09:50", 60, "kept", None)


def test_parts_of_a_second_do_not_count() -> None:
    steps = journal("09:00 take a\n09:10 start a @1")
    late = [steps[0], steps[1].__class__(steps[1].at + timedelta(milliseconds=900), "start", "a", 1)]
    visits = judge_day(late, Promise(), hours(), ONE_COUNTER, at("10:00"))
    assert (visits[0].clock_seconds, visits[0].verdict) == (600, "kept")


def test_two_who_registered_in_the_same_second_stand_in_the_order_of_their_tickets() -> None:
    visits = judged("09:00 take b\n09:00 take a", now="09:05")
    assert (clock(visits["a"].clock_started_at), clock(visits["b"].clock_started_at)) == ("09:00", None)


def test_a_visitor_who_waits_in_a_break_gets_the_clock_at_its_end() -> None:
    visits = judged("12:00 take a\n13:05 start a @1", published=FRIDAY)
    assert told(visits["a"]) == ("13:00", 300, "kept", None)


def test_a_visitor_who_is_started_in_a_break_gets_the_clock_at_their_own_start() -> None:
    visits = judged("12:00 take a\n12:20 start a @1", published=FRIDAY)
    assert told(visits["a"]) == ("12:20", 0, "kept", None)


def test_the_first_second_of_a_break_belongs_to_it_and_the_last_does_not() -> None:
    visits = judged("11:30 take a\n13:00 take b", (counter(1), counter(2)), FRIDAY, now="13:00")
    assert [clock(visits[t].clock_started_at) for t in "ab"] == ["13:00", "13:00"]
    assert judged("11:29:59 take a", published=FRIDAY)["a"].clock_started_at == at("11:29:59")


def test_a_break_is_left_out_of_a_running_clock() -> None:
    visits = judged("11:26 take a\n13:06:01 start a @1", published=FRIDAY)
    assert told(visits["a"]) == ("11:26", 601, "missed", None)


def test_breaks_that_overlap_are_counted_once() -> None:
    published = hours("15:30", ("11:30", "12:30"), ("12:00", "13:00"), ("11:45", "12:00"))
    assert told(judged("11:26 take a\n13:03 start a @1", published=published)["a"]) == (
        "11:26",
        420,
        "kept",
        None,
    )


def test_closing_starts_no_clock() -> None:
    visits = judged("15:00 take p\n15:00 start p @1\n15:20 take a\n15:30 finish p @1\n15:50 start a @1")
    assert told(visits["a"]) == ("15:50", 0, "kept", None)


def test_closing_does_not_stop_a_clock_that_runs() -> None:
    assert told(judged("15:25 take a\n15:40 start a @1")["a"]) == ("15:25", 900, "missed", None)


def test_a_visitor_started_before_opening_waited_no_second_of_service_time() -> None:
    assert told(judged("07:40 take a\n07:50 start a @1")["a"]) == ("08:00", 0, "kept", None)


def test_a_day_without_a_published_closing_starts_clocks_in_the_evening() -> None:
    assert told(judged("19:00 take a\n19:01 start a @1", published=hours(None))["a"])[:2] == ("19:00", 60)


@pytest.mark.parametrize("move", ["take_counter @1", "call b @1", "recall b @1"])
def test_a_counter_without_a_roster_comes_in_when_it_is_first_used(move: str) -> None:
    day = f"08:00 take_counter @2\n08:00 take p\n08:00 start p @2\n08:10 take b\n08:11 take a\n09:00 {move}"
    visits = judged(day, (counter(1, opens=None), counter(2, opens=None)))
    assert [clock(visits[ticket].clock_started_at) for ticket in "ba"] == ["09:00", None]


def test_a_start_brings_a_counter_in_too() -> None:
    day = "08:00 take p\n08:00 start p @2\n08:10 take b\n09:00 start b @1\n09:10 finish b @1\n09:20 take a"
    assert judged(day, (counter(1, opens=None), counter(2)))["a"].clock_started_at == at("09:20")


def test_leaving_a_counter_does_not_take_it_out_of_the_pool() -> None:
    visits = judged(
        "08:00 take_counter @1\n08:30 leave_counter @1\n09:00 take a\n09:11 start a @1",
        (counter(1, opens=None),),
    )
    assert told(visits["a"]) == ("09:00", 660, "missed", None)


def test_a_roster_takes_a_counter_out_at_its_end() -> None:
    desks = (counter(1, closes="09:00"), counter(2, opens="10:00"))
    assert told(judged("09:00 take a\n10:01 start a @2", desks)["a"]) == ("10:00", 60, "kept", None)


def test_a_call_after_the_roster_has_ended_brings_the_counter_back_for_nobody() -> None:
    desks = (counter(1, closes="09:00"), counter(2, opens="10:00"))
    visits = judged("09:10 take a\n09:11 call a @1\n09:12 put_back a @1\n09:20 take b", desks, now="09:30")
    assert visits["a"].clock_started_at is None


def test_a_call_on_the_second_at_which_the_roster_ends_comes_too_late_to_bring_it_in() -> None:
    desks = (counter(1, closes="09:00"), counter(2, opens="10:00"))
    visits = judged("08:59 take a\n08:59 start a @1\n09:00 take b\n09:00 call b @1", desks, now="09:05")
    assert visits["b"].clock_started_at is None


def test_a_counter_whose_roster_ended_during_a_service_is_not_free_after_it() -> None:
    desks = (counter(1, closes="09:00"), counter(2, opens="10:00"))
    visits = judged("08:50 take p\n08:50 start p @1\n09:05 take a\n09:10 finish p @1", desks, now="09:20")
    assert visits["a"].clock_started_at is None


def test_a_call_before_its_hour_brings_a_counter_in() -> None:
    desks = (counter(1), counter(2, opens="10:00"))
    visits = judged("08:00 take p\n08:00 start p @1\n08:10 take a\n08:11 take b\n09:00 call a @2", desks)
    assert [clock(visits[t].clock_started_at) for t in "ab"] == ["09:00", None]


def test_one_counter_is_deemed_free_from_opening_until_one_is_opened() -> None:
    visits = judged(
        "07:50 take a\n07:51 take b\n08:20 start a @1\n08:30 finish a @1\n08:31 start b @1",
        (counter(1, opens=None), counter(2, opens=None)),
    )
    assert told(visits["a"]) == ("08:00", 1200, "missed", None)
    assert told(visits["b"]) == ("08:30", 60, "kept", None)


def test_the_deemed_counter_serves_every_service() -> None:
    assert told(judged("08:05 take a P", (counter(1, "K", opens="09:00"),), now="08:06")["a"])[0] == "08:05"


def test_no_counter_is_deemed_free_once_one_was_opened_before_opening() -> None:
    day = "07:30 take_counter @1\n07:50 take p K\n08:00 start p @1\n08:05 take a K"
    assert judged(day, (counter(1, opens=None),))["a"].clock_started_at is None


def test_a_counter_is_free_from_the_call_of_the_next_visitor() -> None:
    visits = judged(
        "09:00 take p\n09:00 start p @1\n09:10 take a\n09:20 call a @1\n09:29 finish p @1\n09:31 start a @1"
    )
    assert told(visits["a"]) == ("09:20", 660, "missed", None)
    assert visits["p"].finished_at == at("09:20")


def test_a_rating_after_finish_changes_nothing() -> None:
    visits = judged("09:00 take p\n09:00 start p @1\n09:10 take a\n09:20 finish p @1\n09:25 rate p\n09:26 start a @1")
    assert told(visits["a"]) == ("09:20", 360, "kept", None)
    assert visits["p"].service_seconds == 1200


def test_a_late_finish_does_not_free_the_counter_of_the_next_visitor() -> None:
    day = "09:00 take p\n09:00 start p @1\n09:05 rate p\n09:06 take a\n09:07 start a @1\n09:08 take b\n"
    assert judged(day + "09:09 finish p @1")["b"].clock_started_at is None


def test_calling_in_vain_is_free_time_of_the_office() -> None:
    visits = judged("09:00 take a\n09:01 take b\n09:01 call a @1\n09:05 put_back a @1\n09:12 start a @1")
    assert told(visits["a"])[:3] == ("09:00", 720, "missed")


def test_the_latest_start_lies_behind_the_break() -> None:
    assert latest_start(FRIDAY, at("11:26"), 600) == at("13:06")
    assert latest_start(FRIDAY, at("10:00"), 600) == at("10:10")
    assert latest_start(FRIDAY, at("11:20"), 600) == at("13:00")
    assert elapsed_seconds(FRIDAY, at("11:26"), at("13:06")) == 600


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(TypeError):
        elapsed_seconds(hours(), at("09:00").replace(tzinfo=None), at("10:00"))


def test_a_clock_that_was_set_back_makes_no_negative_time() -> None:
    visits = judged("09:00 take a\n09:05 call a @1\n08:05 start a @1\n08:10 finish a @1")
    assert told(visits["a"]) == ("09:00", 300, "kept", None)
    assert visits["a"].service_seconds == 0

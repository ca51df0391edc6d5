"""Rules 6 to 9: the order, whose turn it is, the legs of a visit, and how people leave."""

import pytest

from shared.domain.service_target import CounterRoster, Promise
from tests.domain.service_target.a_day import at, clock, counter, judged, told

BOTH_BUSY = "08:00 take p K\n08:00 take q P\n08:00 start p @1\n08:00 start q @2\n"
CALLED_IN_VAIN = "09:01 call n @1\n09:02 recall n @1\n09:04 recall n @1\n09:05 miss n @1\n"


def starts(day: str, desks: tuple[CounterRoster, ...], tickets: str, now: str = "23:00") -> list[str | None]:
    visits = judged(day, desks, now=now)
    return [clock(visits[ticket].clock_started_at) for ticket in tickets]


def test_a_free_counter_goes_past_those_whom_it_may_not_serve() -> None:
    day = BOTH_BUSY + "08:10 take a K\n08:11 take b P\n08:30 finish q @2\n08:40 finish p @1"
    assert starts(day, (counter(1, "K"), counter(2, "P")), "ab") == ["08:40", "08:30"]


def test_visitors_are_rearranged_so_that_as_many_clocks_run_as_counters_are_free() -> None:
    day = BOTH_BUSY + "08:10 take a K\n08:11 take b P\n08:30 finish p @1\n08:30 finish q @2"
    assert starts(day, (counter(1, "KP"), counter(2, "K")), "ab") == ["08:30", "08:30"]


def test_a_chain_of_three_is_rearranged() -> None:
    busy = "\n".join(f"08:00 take {t} X\n08:00 start {t} @{n}" for n, t in enumerate("xyz", 1))
    free = "\n".join(f"08:30 finish {t} @{n}" for n, t in enumerate("xyz", 1))
    desks = (counter(1, "ABX"), counter(2, "BCX"), counter(3, "CX"))
    day = f"{busy}\n08:10 take a C\n08:11 take b B\n08:12 take c A\n{free}"
    assert starts(day, desks, "abc") == ["08:30"] * 3


def test_whoever_stands_ahead_is_never_pushed_out_by_the_rearranging() -> None:
    day = BOTH_BUSY + "08:10 take a K\n08:11 take b K\n08:12 take c K\n08:30 finish p @1\n08:31 finish q @2"
    assert starts(day, (counter(1, "KP"), counter(2, "KP")), "abc") == ["08:30", "08:31", None]


def test_whoever_is_called_but_not_started_still_takes_a_free_counter() -> None:
    day = "09:00 take a\n09:01 call a @1\n09:02 take b\n09:03 start a @1\n09:20 finish a @1"
    assert starts(day, (counter(1),), "ab") == ["09:00", "09:20"]


def test_a_visitor_started_out_of_turn_has_the_clock_at_their_own_start() -> None:
    visits = judged("09:00 take a\n09:01 take b\n09:20 start b @1\n09:30 finish b @1\n09:31 start a @1")
    assert told(visits["b"]) == ("09:20", 0, "kept", None)
    assert told(visits["a"]) == ("09:00", 1860, "missed", None)


def test_priority_goes_first_in_the_clocks_too() -> None:
    day = "08:00 take p\n08:00 start p @1\n08:10 take a\n08:20 take v priority\n08:30 finish p @1"
    assert starts(day, (counter(1),), "av") == [None, "08:30"]


def test_priority_elsewhere_overtakes_nobody() -> None:
    day = BOTH_BUSY + (
        "08:05 take a K\n08:10 finish p @1\n08:11 take v P priority\n08:12 finish q @2\n"
        "08:12 start v @2\n08:25 start a @1"
    )
    visits = judged(day, (counter(1, "K"), counter(2, "P")))
    assert (visits["a"].overtaken_by, visits["a"].reason) == ((), None)


def test_a_priority_visitor_who_was_there_first_overtakes_nobody() -> None:
    day = "09:00 take v priority\n09:01 take a\n09:05 start v @1\n09:20 start a @2"
    assert told(judged(day, (counter(1), counter(2)))["a"]) == ("09:01", 1140, "missed", None)


def test_put_back_and_hold_after_a_call_leave_the_clock_as_it_was() -> None:
    visits = judged(
        "09:00 take a\n09:01 call a @1\n09:02 put_back a @1\n09:03 call a @1\n09:04 hold a @1\n09:12 start a @1"
    )
    assert told(visits["a"]) == ("09:00", 720, "missed", None)
    assert visits["a"].first_called_at == at("09:01")


def test_holding_a_visitor_who_is_served_frees_the_counter_and_judges_no_second_start() -> None:
    visits = judged(
        "09:00 take a\n09:05 start a @1\n09:10 take b\n09:20 hold a @1\n09:25 start b @1\n09:40 finish b @1\n"
        "10:00 call a @1\n10:30 start a @1\n10:40 finish a @1"
    )
    assert told(visits["b"]) == ("09:20", 300, "kept", None)
    assert told(visits["a"]) == ("09:00", 300, "kept", None)
    assert (visits["a"].service_seconds, visits["a"].finished_at) == (25 * 60, at("10:40"))


def test_whoever_is_called_again_after_a_hold_stands_in_nobodys_way() -> None:
    day = "09:00 take a\n09:00 start a @1\n09:10 hold a @1\n09:20 call a @1\n09:21 take b"
    assert starts(day, (counter(1),), "b") == ["09:21"]


def test_a_transfer_is_a_new_leg_with_a_clock_of_its_own() -> None:
    desks = (counter(1, "K"), counter(2, "P"))
    visits = judged(
        "09:00 take a K\n09:01 start a @1\n09:30 transfer a P @1\n09:35 start a @2\n09:50 finish a @2", desks
    )
    assert told(visits["a"]) == ("09:00", 60, "kept", None)
    assert told(visits["a/2"]) == ("09:30", 300, "kept", None)
    assert (visits["a"].finished_at, visits["a"].service_seconds) == (at("09:30"), 29 * 60)
    assert (visits["a/2"].wait_seconds, visits["a/2"].service) == (300, "P")


def test_a_transfer_to_a_counter_waits_for_that_counter() -> None:
    day = "08:00 take p\n08:00 start p @2\n09:00 take a\n09:00 start a @1\n"
    visits = judged(day + "09:10 transfer a @1 >2\n09:20 finish p @2", (counter(1), counter(2)))
    assert clock(visits["a/2"].clock_started_at) == "09:20"


def test_who_was_transferred_to_a_counter_left_and_came_back_still_waits_for_that_counter() -> None:
    day = "08:00 take p\n08:00 start p @2\n09:00 take a\n09:00 start a @1\n09:10 transfer a @1 >2\n"
    visits = judged(day + "09:11 leave a\n09:15 reinstate a\n09:20 finish p @2", (counter(1), counter(2)))
    assert clock(visits["a/3"].clock_started_at) == "09:20"


def test_transferring_somebody_who_waited_too_long_does_not_wash_the_wait_away() -> None:
    visits = judged("09:00 take a K\n09:11 call a @1\n09:12 transfer a P @1\n09:13 start a @1")
    assert told(visits["a"]) == ("09:00", 720, "missed", "transferred")
    assert told(visits["a/2"]) == ("09:12", 60, "kept", None)


def test_several_who_were_called_in_vain_see_past_each_other() -> None:
    day = f"""
        08:00 take p
        08:00 start p @1
        08:10 take m
        08:11 take n
        08:12 take z
        {CALLED_IN_VAIN}
        09:05 call m @1
        09:06 recall m @1
        09:08 recall m @1
        09:09 miss m @1
        09:10 start z @1
    """
    assert starts(day, (counter(1),), "mnz") == ["09:01"] * 3


def test_before_the_miss_the_absent_visitor_still_holds_the_turn() -> None:
    day = f"09:00 take n\n09:00 take v\n{CALLED_IN_VAIN}"
    assert starts(day, (counter(1),), "nv", now="09:04:59") == ["09:00", None]
    assert starts(day, (counter(1),), "nv", now="09:05") == ["09:00", "09:00"]


def test_a_no_show_who_was_called_too_late_was_missed() -> None:
    visits = judged("09:00 take n\n09:10:01 call n @1\n09:12 recall n @1\n09:13 recall n @1\n09:14 miss n @1")
    assert told(visits["n"]) == ("09:00", 601, "missed", "no_show")


@pytest.mark.parametrize(
    ("calls", "missed_at", "verdict"),
    [
        ("09:01 call n @1\n09:04 recall n @1", "09:11", "missed"),
        ("09:01 call n @1\n09:02 recall n @1\n09:03 recall n @1", "09:03:59", "not_judged"),
    ],
    ids=["two calls", "three calls in less than three minutes"],
)
def test_a_miss_that_comes_too_early_counts_as_leaving(calls: str, missed_at: str, verdict: str) -> None:
    visits = judged(f"09:00 take n\n09:00 take v\n{calls}\n{missed_at} miss n @1")
    assert visits["v"].clock_started_at == at(missed_at)
    assert (visits["n"].verdict, visits["n"].reason) == (verdict, "left_before_service")


def test_a_no_show_who_returns_begins_a_new_leg() -> None:
    visits = judged(f"09:00 take n\n{CALLED_IN_VAIN}09:20 reinstate n\n09:25 start n @1")
    assert told(visits["n"]) == ("09:00", 60, "not_judged", "no_show")
    assert told(visits["n/2"]) == ("09:20", 300, "kept", None)


@pytest.mark.parametrize(
    ("move", "reason"), [("leave", "left_before_service"), ("cancel", "cancelled"), ("expire", "expired")]
)
def test_leaving_within_the_limit_is_not_judged_and_after_it_is_missed(move: str, reason: str) -> None:
    assert told(judged(f"09:00 take a\n09:10 {move} a")["a"]) == ("09:00", 600, "not_judged", reason)
    assert told(judged(f"09:00 take a\n09:10:01 {move} a")["a"]) == ("09:00", 601, "missed", reason)


def test_whoever_leaves_before_it_was_their_turn_has_no_clock() -> None:
    day = "08:00 take p\n08:00 start p @1\n08:10 take a\n09:00 leave a"
    assert told(judged(day)["a"]) == (None, None, "not_judged", "left_before_service")


def test_whoever_still_waits_is_judged_only_when_the_day_is_over() -> None:
    assert told(judged("15:00 take a", now="15:20")["a"]) == ("15:00", 1200, "not_judged", "still_waiting")
    over = judged("15:00 take a", now="15:20", day_over=True)["a"]
    assert (told(over), over.exclusion) == (("15:00", 1200, "missed", "still_waiting"), "expired")


def test_a_service_outside_the_promise_is_not_judged_though_its_clock_is_shown() -> None:
    promise = Promise(services=frozenset("K"))
    visits = judged(
        "09:00 take a P\n09:20 start a @1\n09:21 take b K\n09:30 finish a @1\n09:50 start b @1",
        promise=promise,
    )
    assert told(visits["a"]) == ("09:00", 1200, "not_judged", "no_promise")
    assert told(visits["b"]) == ("09:30", 1200, "missed", None)


def test_what_was_undone_never_happened() -> None:
    visits = judged(
        "08:00 take p\n08:00 start p @1\n09:00 take a\n09:10 finish p @1\n09:10:15 undo p @1\n09:30 finish p @1"
    )
    assert clock(visits["a"].clock_started_at) == "09:30"
    assert visits["p"].service_seconds == 90 * 60

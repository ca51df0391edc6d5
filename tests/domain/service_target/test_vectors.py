"""The twelve worked examples of domain.md 4.3a."""

import pytest

from tests.domain.service_target.a_day import counter, hours, judged, told

FRIDAY = hours("15:30", ("11:30", "13:00"))


def test_1_the_first_visitor_is_in_time_until_the_last_second() -> None:
    visits = judged("07:50 take a\n08:10 start a @1")
    assert told(visits["a"]) == ("08:00", 600, "kept", None)


def test_1_one_second_later_is_too_late() -> None:
    visits = judged("07:50 take a\n08:10:01 start a @1")
    assert told(visits["a"]) == ("08:00", 601, "missed", None)


def test_2_whoever_comes_to_an_empty_line_starts_their_own_clock() -> None:
    visits = judged("08:00 take p\n08:00 start p @1\n08:20 finish p @1\n09:15 take a\n09:16 start a @1")
    assert told(visits["a"]) == ("09:15", 60, "kept", None)


def test_3_the_clock_starts_when_the_visitor_before_has_been_served() -> None:
    visits = judged(
        "08:30 take p\n08:31 start p @1\n09:00 take a\n09:40 finish p @1\n09:41 call a @1\n09:43 start a @1"
    )
    assert told(visits["a"]) == ("09:40", 180, "kept", None)
    assert visits["a"].wait_seconds == 43 * 60


def test_4_a_free_desk_counts_though_the_number_before_still_sits_at_another() -> None:
    visits = judged(
        """
        08:50 take p
        08:50 take q
        09:00 start p @1
        09:00 start q @2
        09:05 finish q @2
        09:10 take a
        09:25 start a @2
        10:30 finish p @1
        """,
        (counter(1), counter(2)),
    )
    assert told(visits["a"]) == ("09:10", 900, "missed", None)


def test_5_two_free_desks_run_two_clocks_though_nobody_was_called() -> None:
    visits = judged(
        """
        09:00 take p
        09:00 take q
        09:00 start p @1
        09:00 start q @2
        09:10 take a
        09:11 take b
        09:30 finish p @1
        09:36 finish q @2
        """,
        (counter(1), counter(2)),
        now="09:40",
    )
    assert told(visits["a"]) == ("09:30", 600, "not_judged", "still_waiting")
    assert told(visits["b"]) == ("09:36", 240, "not_judged", "still_waiting")


def test_6_a_priority_visitor_does_not_reset_a_clock_that_runs() -> None:
    visits = judged(
        """
        09:00 take p
        09:00 start p @1
        09:20 take a
        09:30 finish p @1
        09:33 take v priority
        09:34 start v @1
        09:45 finish v @1
        09:46 start a @1
        """
    )
    assert told(visits["v"]) == ("09:33", 60, "kept", None)
    assert told(visits["a"]) == ("09:30", 960, "missed", "overtaken_by_priority")
    assert visits["a"].overtaken_by == ("v",)


def test_7_whoever_was_called_in_vain_is_taken_as_never_having_queued() -> None:
    visits = judged(
        """
        09:00 take o
        09:00 start o @1
        09:10 take p
        09:11 take v
        09:30 finish o @1
        09:31 call p @1
        09:32 recall p @1
        09:33:30 recall p @1
        09:34 miss p @1
        09:34 call v @1
        09:35 start v @1
        """
    )
    assert told(visits["v"]) == ("09:30", 300, "kept", None)
    assert told(visits["p"]) == ("09:30", 60, "not_judged", "no_show")


def test_8_a_published_break_suspends_the_clock() -> None:
    visits = judged("11:26 take a\n13:03 start a @1", published=FRIDAY)
    assert told(visits["a"]) == ("11:26", 420, "kept", None)


def test_9_an_unannounced_pause_does_not() -> None:
    visits = judged("09:00 take p\n09:00 start p @1\n09:30 take a\n10:00 finish p @1\n10:13 start a @1")
    assert told(visits["a"]) == ("10:00", 780, "missed", None)


def test_10_a_visitor_who_comes_late_to_a_call_in_time_stands_apart() -> None:
    visits = judged("10:00 take a\n10:02 call a @1\n10:06 recall a @1\n10:12 start a @1")
    assert told(visits["a"]) == ("10:00", 720, "called_in_time", None)


def test_11_whoever_leaves_after_the_limit_was_missed() -> None:
    visits = judged("10:00 take a\n10:15 leave a")
    assert told(visits["a"]) == ("10:00", 900, "missed", "left_before_service")


def test_12_the_rating_ends_the_service_though_finish_is_pressed_later() -> None:
    visits = judged("09:00 take p\n09:00 start p @1\n09:30 take a\n10:00 rate p\n10:20 finish p @1\n10:21 start a @1")
    assert told(visits["a"]) == ("10:00", 1260, "missed", None)
    assert visits["p"].service_seconds == 3600


@pytest.mark.parametrize("closing", [None, "15:30"], ids=["without closing", "with closing"])
@pytest.mark.parametrize("opens", [None, "08:00"], ids=["first taken", "rostered"])
def test_the_vectors_do_not_depend_on_how_the_one_counter_came_in(opens: str | None, closing: str | None) -> None:
    day = "07:50 take p\n08:01 start p @1\n09:40 finish p @1\n09:15 take a\n09:43 start a @1".splitlines()
    visits = judged("\n".join(sorted(day)), (counter(1, opens=opens),), hours(closing))
    assert told(visits["p"]) == ("08:00", 60, "kept", None)
    assert told(visits["a"]) == ("09:40", 180, "kept", None)

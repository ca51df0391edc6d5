"""Rule 10: a visitor who came late to a call in time stands apart, and the guard against misuse of it."""

import pytest

from tests.domain.service_target.a_day import counter, judged, told

TWO = (counter(1), counter(2))
IN_TIME = "10:00 take a\n10:00 take z\n10:02 call a @1\n10:06 recall a @1\n"
Z_FIRST = "10:00 take a\n10:00 take z\n10:01 call z @1\n10:01:30 put_back z @1\n10:02 call a @1\n"


def verdict(day: str) -> str:
    return judged(day, TWO)["a"].verdict


def test_a_call_on_the_last_second_of_the_limit_is_in_time() -> None:
    visits = judged("10:00 take a\n10:10 call a @1\n10:11 recall a @1\n10:12 start a @1")
    assert told(visits["a"]) == ("10:00", 720, "called_in_time", None)
    late = judged("10:00 take a\n10:10:01 call a @1\n10:11 recall a @1\n10:12 start a @1")
    assert late["a"].verdict == "missed"


def test_whoever_is_started_within_the_limit_was_simply_kept() -> None:
    assert verdict(IN_TIME + "10:09 start a @1") == "kept"


def test_the_full_guard_passes() -> None:
    assert verdict(IN_TIME + "10:12 start a @1") == "called_in_time"


@pytest.mark.parametrize(
    "day",
    [
        "10:00 take a\n10:02 call a @1\n10:12 start a @1",
        "10:00 take a\n10:02 call a @1 silent\n10:06 recall a @1\n10:12 start a @1",
        IN_TIME + "10:12 start a @2",
        IN_TIME + "10:07 call z @1\n10:08 put_back z @1\n10:12 start a @1",
        IN_TIME + "10:07 start z @1\n10:08 finish z @1\n10:12 start a @1",
        Z_FIRST + "10:03 recall z @1\n10:06 recall a @1\n10:12 start a @1",
    ],
    ids=[
        "no recall",
        "not sounded",
        "another counter",
        "called another",
        "served another",
        "recalled another",
    ],
)
def test_anything_less_is_missed(day: str) -> None:
    assert verdict(day) == "missed"


def test_what_another_counter_does_meanwhile_does_not_matter() -> None:
    assert verdict(IN_TIME + "10:07 call z @2\n10:08 start z @2\n10:12 start a @1") == "called_in_time"


def test_whom_another_counter_called_after_its_own_call_does_not_matter() -> None:
    day = IN_TIME + "10:07 put_back a @1\n10:07 call a @2\n10:08 put_back a @2\n10:09 call z @2\n"
    assert verdict(day + "10:11 call a @1\n10:12 start a @1") == "called_in_time"


def test_whom_the_counter_called_before_does_not_matter() -> None:
    assert verdict(Z_FIRST + "10:06 recall a @1\n10:12 start a @1") == "called_in_time"


def test_a_recall_that_no_board_sounded_does_not_void_the_call() -> None:
    assert verdict("10:00 take a\n10:02 call a @1\n10:06 recall a @1 silent\n10:12 start a @1") == "called_in_time"

"""The same day under other readings of the promise's words."""

import pytest

from shared.domain.service_target import READINGS, Promise, Visit
from tests.domain.service_target.a_day import counter, judged, told

DAY = """
    07:40 take p
    08:00 start p @1
    08:10 take a
    08:12 guest_book a
    08:20 finish p @1
    08:22 call a @1
    08:31 start a @1
"""


def read(reading: str, day: str = DAY, now: str = "23:00") -> dict[str, Visit]:
    return judged(day, (counter(1),), promise=Promise(how=READINGS[reading]), now=now)


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        ("default", ("08:20", 660, "missed", None)),
        ("first_call", ("08:20", 120, "kept", None)),
        ("from_ticket", ("08:10", 1260, "missed", None)),
        ("from_guest_book", ("08:12", 1140, "missed", None)),
        ("number_order", ("08:20", 660, "missed", None)),
    ],
)
def test_each_reading_has_its_own_clock(reading: str, expected: tuple[str, int, str, None]) -> None:
    assert told(read(reading)["a"]) == expected


def test_every_reading_is_tried_above() -> None:
    assert set(READINGS) == {"default", "first_call", "from_ticket", "from_guest_book", "number_order"}


def test_from_the_ticket_no_clock_starts_before_opening_and_no_break_counts() -> None:
    assert told(read("from_ticket")["p"]) == ("08:00", 0, "kept", None)


def test_from_the_ticket_whoever_left_before_opening_has_no_clock() -> None:
    assert told(read("from_ticket", "07:40 take a\n07:50 leave a")["a"])[:2] == (None, None)


def test_kota_pariaman_promises_five_minutes() -> None:
    day = "09:00 take a\n09:01 guest_book a\n09:06 start a @1\n09:10 take b\n09:15:01 start b @1"
    visits = read("from_guest_book", day)
    assert told(visits["a"]) == ("09:01", 300, "kept", None)
    assert told(visits["b"]) == ("09:10", 301, "missed", None)


def test_number_order_waits_for_the_number_before_though_another_desk_is_free() -> None:
    day = "09:00 take p\n09:00 start p @1\n09:10 take a\n09:25 start a @2\n10:30 finish p @1"
    visits = judged(day, (counter(1), counter(2)), promise=Promise(how=READINGS["number_order"]))
    assert told(visits["a"]) == ("09:25", 0, "kept", None)


def test_number_order_looks_past_a_number_that_was_never_served_and_at_its_own_service_only() -> None:
    day = """
        09:00 take p K
        09:00 start p @1
        09:01 take l K
        09:02 take o P
        09:03 take a K
        09:05 leave l
        09:20 finish p @1
        09:21 start a @1
    """
    assert told(read("number_order", day)["a"]) == ("09:20", 60, "kept", None)


def test_number_order_has_no_clock_while_the_number_before_is_served() -> None:
    assert told(read("number_order", now="08:19")["a"]) == (None, None, "not_judged", "still_waiting")


def test_by_first_call_whoever_was_called_in_time_was_served_in_time_even_if_they_left() -> None:
    day = "09:00 take a\n09:05 call a @1\n09:20 leave a"
    assert told(read("first_call", day)["a"]) == ("09:00", 300, "kept", None)
    assert told(read("default", day)["a"])[2] == "missed"


def test_by_first_call_a_no_show_is_still_not_judged() -> None:
    day = "09:00 take a\n09:05 call a @1\n09:06 recall a @1\n09:08 recall a @1\n09:09 miss a @1"
    assert told(read("first_call", day)["a"]) == ("09:00", 300, "not_judged", "no_show")


def test_an_unknown_reading_is_an_error() -> None:
    with pytest.raises(KeyError):
        read("wishful")

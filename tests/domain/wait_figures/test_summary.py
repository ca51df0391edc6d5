"""The figures above the wait log."""

from shared.domain.wait_figures import nearest_rank, summary
from tests.domain.service_target.a_day import at, counter, judged
from tests.domain.wait_figures.marks import mark_of, marks_of

DAY = """
    09:00 take a
    09:01 start a @1
    09:05 finish a @1
    09:05 take b
    09:20 start b @1
    09:25 finish b @1
    10:00 take c
    10:02 call c @1
    10:06 recall c @1
    10:12 start c @1
    10:20 finish c @1
    10:30 take d
    10:31 leave d
    11:00 take e
    11:00 start e @1
    11:10 take f
    23:00 expire e
    23:00 expire f
"""


def test_judged_is_kept_and_missed_and_the_rest_stands_apart() -> None:
    figures = summary(marks_of(judged(DAY).values()))
    assert (figures["judged"], figures["kept"], figures["missed"]) == (3, 2, 1)
    assert (figures["called_in_time"], figures["not_judged"]) == (1, 2)
    assert figures["kept_share"] == 2 / 3


def test_what_expired_keeps_its_verdict_but_its_times_are_left_out() -> None:
    visits = judged(DAY)
    assert {ticket: visit.exclusion for ticket, visit in visits.items() if visit.exclusion} == {
        "e": "auto_closed",
        "f": "expired",
    }
    assert (visits["e"].verdict, visits["e"].finished_at) == ("kept", None)
    figures = summary(marks_of(visits.values()))
    assert (figures["excluded"], figures["exclusions"]) == (2, {"auto_closed": 1, "expired": 1})
    assert (figures["visits"], figures["timed"], figures["service_timed"]) == (6, 3, 3)
    assert (figures["wait_median"], figures["wait_p90"], figures["wait_max"]) == (720, 900, 900)
    assert (figures["service_median"], figures["service_max"]) == (300, 480)


def test_a_corrected_visit_and_a_service_beyond_belief_are_left_out_too() -> None:
    visits = judged(
        "08:00 take a\n08:01 start a @1\n12:02 finish a @1\n13:00 take b\n13:01 start b @1\n13:02 correct b"
    )
    assert [visits[ticket].exclusion for ticket in "ab"] == ["implausible", "corrected"]
    assert visits["a"].service_seconds == (at("12:02") - at("08:01")).seconds
    assert summary(marks_of(visits.values()))["wait_max"] is None


def test_a_day_without_visitors_has_no_share_and_no_percentiles() -> None:
    figures = summary([])
    assert (figures["judged"], figures["excluded"]) == (0, 0)
    assert {figures["kept_share"], figures["wait_median"], figures["clock_p90"], figures["service_max"]} == {None}


def test_clock_figures_are_those_of_visitors_who_were_served() -> None:
    visits = judged("09:00 take a\n09:02 start a @1\n09:03 finish a @1\n09:03 take b\n09:30 leave b", (counter(1),))
    assert summary(marks_of(visits.values()))["clock_max"] == 120


def test_every_breach_is_counted_under_what_was_said_or_seen_or_as_unexplained() -> None:
    visits = judged(
        "09:00 take a\n09:20 start a @1\n09:21 finish a @1\n09:21 take b\n09:40 leave b\n09:40 take c\n09:59 start c @1"
    )
    said = [
        mark_of(visit, number, "system_down" if number == 1 else None)
        for number, visit in enumerate(visits.values(), 1)
    ]
    figures = summary(said)
    assert figures["missed_for"] == {"system_down": 1, "left_before_service": 1, "unexplained": 1}
    assert (figures["missed"], figures["unexplained"]) == (3, 1)


def test_percentiles_are_by_nearest_rank() -> None:
    assert nearest_rank([15, 20, 35, 40, 50], 30) == 20
    assert nearest_rank([15, 20, 35, 40, 50], 50) == 35
    assert nearest_rank([3, 6, 7, 8, 8, 10, 13, 15, 16, 20], 90) == 16
    assert nearest_rank([1, 2], 50) == 1
    assert nearest_rank([7], 90) == 7
    assert nearest_rank([], 50) is None

"""The clock of a request: due at the end of service on day N, stopped once by a written question (domain.md 4.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.opening_hours import ClosedDay, OpeningHours
from shared.domain.request import Event, RequestClock, Terms, clock_of
from shared.domain.service_time import after_service_time, end_of_service, service_time
from shared.domain.standard import Silence
from shared.domain.working_days import due
from shared.offices import SHIPPED, load_office

HOURS = load_office(SHIPPED / "jambi.toml", today=date(2026, 6, 1)).hours
ZONES = {"WIB": ZoneInfo("Asia/Jakarta"), "WITA": ZoneInfo("Asia/Makassar"), "WIT": ZoneInfo("Asia/Jayapura")}
WIB = ZONES["WIB"]
RECEIVED_3 = Terms(promised=True, working_days=3, start="received", end="first_answer")
COMPLETE_3 = replace(RECEIVED_3, start="clear_and_complete")
FORM_5 = Terms(promised=True, working_days=5, start="form_filled", end="information_given")
AT_ONCE = Terms(promised=True)


def at(text: str, zone: ZoneInfo = WIB) -> datetime:
    """A moment of office time, such as "2026-11-19 09:15"."""
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def events(*told: tuple[str, str] | tuple[str, str, dict[str, object]]) -> list[Event]:
    return [Event(at=at(one[0]), move=one[1], facts=one[2] if len(one) > 2 else {}) for one in told]


def clock(told: Sequence[Event], terms: Terms, now: str, hours: OpeningHours = HOURS) -> RequestClock:
    return clock_of(told, terms, hours, WIB, at(now))


@pytest.mark.parametrize("zone", ZONES.values(), ids=ZONES.keys())
@pytest.mark.parametrize(
    ("received", "days", "due_on"),
    [
        ("2026-03-16", 3, "2026-03-26"),
        ("2026-03-17", 3, "2026-03-27"),
        ("2026-03-19", 1, "2026-03-25"),
        ("2026-04-02", 1, "2026-04-06"),
        ("2026-05-13", 2, "2026-05-19"),
        ("2026-05-26", 1, "2026-05-29"),
        ("2026-08-14", 3, "2026-08-20"),
        ("2026-12-23", 5, "2027-01-04"),
        ("2027-03-04", 3, "2027-03-17"),
    ],
)
def test_a_request_is_due_at_the_end_of_service_of_the_last_day(
    received: str, days: int, due_on: str, zone: ZoneInfo
) -> None:
    for clock_time in ("00:00", "09:15", "23:59"):
        came = at(f"{received} {clock_time}", zone)
        told = [Event(at=came, move="receive")]
        found = clock_of(told, replace(RECEIVED_3, working_days=days), HOURS, zone, came)
        closes = {4: "16:00"}.get(date.fromisoformat(due_on).weekday(), "15:30")
        assert found.due_at == at(f"{due_on} {closes}", zone)
        assert found.verdict == "running"


def test_the_last_second_is_in_time_and_the_next_one_is_not() -> None:
    told = events(("2026-11-19 09:00", "receive"))  # Thursday; three working days end on Tuesday at 15.30
    answered = [*told, *events(("2026-11-24 15:30:00", "answer"))]
    late = [*told, *events(("2026-11-24 15:30:01", "answer"))]
    assert clock(answered, RECEIVED_3, "2026-11-25 08:00").verdict == "kept"
    assert clock(late, RECEIVED_3, "2026-11-25 08:00").verdict == "missed"
    assert clock(told, RECEIVED_3, "2026-11-24 15:30").verdict == "running"
    assert clock(told, RECEIVED_3, "2026-11-24 15:31").verdict == "missed"


def test_a_greeting_of_the_program_answers_nothing() -> None:
    told = events(("2026-11-19 09:00", "receive"), ("2026-11-19 09:00", "greet"))
    found = clock(told, RECEIVED_3, "2026-11-20 08:00")
    assert (found.verdict, found.first_answer_at) == ("running", None)


def test_both_ends_are_recorded_and_the_promise_says_which_one_counts() -> None:
    told = events(("2026-11-19 09:00", "receive"), ("2026-11-20 09:00", "answer_part"), ("2026-12-09 09:00", "answer"))
    first = clock(told, RECEIVED_3, "2026-12-10 08:00")
    assert (first.first_answer_at, first.information_at) == (at("2026-11-20 09:00"), at("2026-12-09 09:00"))
    assert first.verdict == "kept"
    assert clock(told, FORM_5, "2026-12-10 08:00").verdict == "missed"


def test_a_question_stops_the_clock_and_what_was_left_is_left_at_the_reply() -> None:
    """Received Thursday, due Tuesday 15.30. Asked on Monday at 12.00 with 11 hours of service left, answered a week
    later at 14.00: 1.5 hours on that Monday, 7.5 on Tuesday, 2 on Wednesday, so Wednesday is the last day.
    """
    told = events(("2026-11-19 09:00", "receive"), ("2026-11-23 12:00", "ask"))
    waits = clock(told, RECEIVED_3, "2026-11-27 09:00")
    assert (waits.verdict, waits.due_at, waits.left) == ("stands", None, timedelta(hours=11))
    replied = [*told, *events(("2026-11-30 14:00", "hear"))]
    found = clock(replied, RECEIVED_3, "2026-11-30 15:00")
    assert (found.verdict, found.due_at) == ("running", at("2026-12-02 15:30"))


def test_a_second_question_stops_nothing() -> None:
    told = events(
        ("2026-11-19 09:00", "receive"),
        ("2026-11-23 09:00", "ask"),
        ("2026-11-23 10:00", "hear"),
        ("2026-11-23 11:00", "ask"),
    )
    assert clock(told, RECEIVED_3, "2026-11-24 09:00").due_at == at("2026-11-25 15:30")
    assert clock(told, RECEIVED_3, "2026-11-26 09:00").verdict == "missed"


def test_a_question_that_is_asked_too_late_saves_nobody() -> None:
    told = events(("2026-11-19 09:00", "receive"), ("2026-11-25 09:00", "ask"))
    assert clock(told, RECEIVED_3, "2026-12-25 09:00").verdict == "missed"


def test_what_is_missing_and_was_asked_for_within_a_working_day_starts_the_clock_at_the_reply() -> None:
    told = events(("2026-11-19 09:00", "receive"), ("2026-11-20 15:59", "ask"))
    assert clock(told, COMPLETE_3, "2026-12-10 09:00").verdict == "not_started"
    replied = [*told, *events(("2026-12-10 22:00", "hear"))]
    found = clock(replied, COMPLETE_3, "2026-12-11 09:00")
    assert (found.started_at, found.due_at) == (at("2026-12-10 22:00"), at("2026-12-15 15:30"))


def test_a_request_is_complete_from_its_receipt_unless_somebody_asks_within_a_working_day() -> None:
    silent = events(("2026-11-19 09:00", "receive"))
    late = [*silent, *events(("2026-11-23 08:01", "ask"), ("2026-11-23 08:02", "hear"))]
    assert clock(silent, COMPLETE_3, "2026-11-19 10:00").due_at == at("2026-11-24 15:30")
    assert clock(late, COMPLETE_3, "2026-11-23 10:00").started_at == at("2026-11-19 09:00")


def test_the_form_starts_the_clock_only_where_it_was_sent_by_itself() -> None:
    by_hand = events(("2026-11-19 09:00", "receive"), ("2026-11-20 09:00", "send_form", {"by_itself": False}))
    by_itself = events(("2026-11-19 09:00", "receive"), ("2026-11-19 09:00", "send_form", {"by_itself": True}))
    assert clock(by_hand, FORM_5, "2026-11-21 09:00").started_at == at("2026-11-19 09:00")
    assert clock(by_itself, FORM_5, "2026-11-21 09:00").verdict == "not_started"
    filled = [*by_itself, *events(("2026-11-22 20:00", "fill_form"))]
    assert clock(filled, FORM_5, "2026-11-23 09:00").due_at == at("2026-11-27 16:00")


def test_a_form_in_the_outbox_is_not_sent_and_one_that_came_back_was_not() -> None:
    waits = events(("2026-11-19 09:00", "receive"), ("2026-11-19 09:00", "send_form", {"by_itself": True, "queued": 2}))
    out = [*waits, *events(("2026-11-19 09:05", "go_out", {"message": 2, "kind": "greet"}))]
    back = [*out, *events(("2026-11-19 09:06", "come_back", {"message": 2, "kind": "greet"}))]
    told = [clock(one, FORM_5, "2026-11-20 09:00") for one in (waits, out, back)]
    assert [one.verdict for one in told] == ["running", "not_started", "running"]
    assert [one.started_at for one in told] == [at("2026-11-19 09:00"), None, at("2026-11-19 09:00")]


@pytest.mark.parametrize(
    ("told", "now", "verdict", "reason"),
    [
        ([("2026-11-19 09:00", "receive")], "2026-11-19 09:01", "kept", None),
        ([("2026-11-19 10:00", "miss")], "2026-11-19 11:00", "running", None),
        ([("2026-11-19 10:00", "miss")], "2026-11-20 08:00", "missed", None),
        ([("2026-11-19 10:00", "miss"), ("2026-11-19 17:00", "call_back")], "2026-11-20 08:00", "kept", None),
        ([("2026-11-19 10:00", "miss"), ("2026-11-20 08:00", "call_back")], "2026-11-20 09:00", "missed", None),
        ([("2026-11-20 12:00", "miss")], "2026-11-23 08:00", "not_judged", "outside_hours"),  # Friday prayer
        ([("2026-11-21 10:00", "miss")], "2026-11-23 08:00", "not_judged", "outside_hours"),
    ],
)
def test_a_missed_call_is_a_breach_unless_it_is_called_back_the_same_day(
    told: list[tuple[str, str]], now: str, verdict: str, reason: str | None
) -> None:
    rows = [
        row
        for when, move in told
        for row in (
            events((when, "receive"), (when, "miss_call", {"called_at": at(when).isoformat()}))
            if move == "miss"
            else events((when, move))
        )
    ]
    found = clock(rows, AT_ONCE, now)
    assert (found.verdict, found.reason) == (verdict, reason)


def test_what_the_program_sends_counts_when_it_has_gone_out_and_not_when_it_was_written() -> None:
    """An answer that lies in an outbox serves nobody, and a question there stops no clock."""
    asked = [
        *events(("2026-11-19 09:00", "receive")),
        Event(at=at("2026-11-20 09:00"), move="ask", facts={"queued": 2}),
    ]
    assert clock(asked, RECEIVED_3, "2026-11-24 09:00").verdict == "running"
    answered = [
        *events(("2026-11-19 09:00", "receive")),
        Event(at=at("2026-11-24 15:00"), move="answer", facts={"queued": 2}),
    ]
    assert clock(answered, RECEIVED_3, "2026-11-24 15:31").verdict == "missed"
    for gone, verdict in (("2026-11-24 15:30", "kept"), ("2026-11-24 15:31", "missed")):
        told = [*answered, Event(at=at(gone), move="go_out", facts={"message": 2, "kind": "answer"})]
        assert clock(told, RECEIVED_3, "2026-11-25 09:00").verdict == verdict
        assert clock(told, RECEIVED_3, "2026-11-25 09:00").first_answer_at == at(gone)


def test_an_answer_that_came_back_serves_nobody_until_it_has_gone_out_again() -> None:
    message = {"message": 2, "kind": "answer"}
    told = [
        *events(("2026-11-19 09:00", "receive")),
        Event(at=at("2026-11-20 09:00"), move="answer", facts={"queued": 2}),
        Event(at=at("2026-11-20 09:01"), move="go_out", facts=message),
        Event(at=at("2026-11-20 09:05"), move="come_back", facts=message),
    ]
    assert clock(told, RECEIVED_3, "2026-11-25 09:00").verdict == "missed"
    closed = [*told, Event(at=at("2026-11-23 09:00"), move="close", reason="answered")]
    assert clock(closed, RECEIVED_3, "2026-11-24 09:00").verdict == "running"
    assert clock(closed, RECEIVED_3, "2026-11-25 09:00").verdict == "missed"
    again = [*told, Event(at=at("2026-11-23 10:00"), move="go_out", facts=message)]
    assert clock(again, RECEIVED_3, "2026-11-25 09:00").verdict == "kept"


def test_a_question_before_which_the_user_wrote_stops_nothing() -> None:
    """Nobody can tell what they replied to: the question lay unsent when they wrote."""
    told = [
        *events(("2026-11-19 09:00", "receive")),
        Event(at=at("2026-11-20 09:00"), move="ask", facts={"queued": 2}),
        *events(("2026-11-20 10:00", "hear")),
        Event(at=at("2026-11-20 11:00"), move="go_out", facts={"message": 2, "kind": "ask"}),
    ]
    assert clock(told, RECEIVED_3, "2026-11-25 09:00").verdict == "missed"


def test_without_a_promise_nothing_is_judged() -> None:
    found = clock(events(("2026-11-19 09:00", "receive")), Terms(promised=False), "2027-01-01 09:00")
    assert (found.verdict, found.reason) == ("not_judged", "no_promise")


@pytest.mark.parametrize(
    ("door", "when", "verdict", "reason"),
    [
        ("fall_silent", "2026-11-23 09:00", "not_judged", "silence"),
        ("close", "2026-11-23 09:00", "not_judged", "withdrawn"),
        ("close", "2026-11-26 09:00", "missed", None),  # nobody escapes by closing what was late already
    ],
)
def test_what_is_closed_before_it_was_due_is_not_judged(door: str, when: str, verdict: str, reason: str | None) -> None:
    told = [*events(("2026-11-19 09:00", "receive")), Event(at=at(when), move=door, reason="withdrawn")]
    found = clock(told, RECEIVED_3, "2026-12-30 09:00")
    assert (found.verdict, found.reason) == (verdict, reason)


def test_a_year_without_its_joint_leave_is_named() -> None:
    found = clock(events(("2028-01-03 09:00", "receive")), RECEIVED_3, "2028-01-03 10:00")
    assert 2028 in found.unsure_years


def test_terms_are_kept_in_the_journal_as_they_were() -> None:
    terms = replace(FORM_5, silence=Silence(sentence="diam", quantity=24, unit="hours"), requirements=3)
    assert Terms.read(terms.written()) == terms


moments = st.datetimes(datetime(2025, 12, 1), datetime(2027, 3, 30)).map(lambda one: one.replace(tzinfo=UTC))  # noqa: DTZ001 # given its zone in the same line


@given(first=moments, minutes=st.integers(0, 20_000), zone=st.sampled_from(list(ZONES.values())))
def test_service_time_is_what_a_slow_count_of_minutes_says(first: datetime, minutes: int, zone: ZoneInfo) -> None:
    start = first.replace(second=0, microsecond=0)
    span = timedelta(minutes=min(minutes, 4000))
    slow = sum(_serves(start + timedelta(minutes=minute), zone) for minute in range(int(span.total_seconds() // 60)))
    assert service_time(start, start + span, HOURS, zone) == timedelta(minutes=slow)


@given(start=moments, minutes=st.integers(1, 5000), zone=st.sampled_from(list(ZONES.values())))
def test_so_much_later_is_so_much_service_time(start: datetime, minutes: int, zone: ZoneInfo) -> None:
    ends = after_service_time(start, timedelta(minutes=minutes), HOURS, zone)
    assert service_time(start, ends, HOURS, zone) == timedelta(minutes=minutes)


@given(start=moments, asks=st.integers(0, 40), waits=st.integers(0, 400), zone=st.sampled_from(list(ZONES.values())))
def test_a_question_never_makes_a_request_due_earlier_and_never_by_more_than_it_was_open(
    start: datetime, asks: int, waits: int, zone: ZoneInfo
) -> None:
    asked = start + timedelta(hours=asks)
    reply = asked + timedelta(hours=waits)
    plain = [Event(at=start, move="receive")]
    told = [*plain, Event(at=asked, move="ask"), Event(at=reply, move="hear")]
    without = clock_of(plain, RECEIVED_3, HOURS, zone, start).due_at
    found = clock_of(told, RECEIVED_3, HOURS, zone, max(reply, start))
    assert without is not None
    assert found.due_at is not None
    assert found.due_at >= without
    stood = service_time(asked, reply, HOURS, zone)
    latest = after_service_time(without, stood, HOURS, zone) if stood else without
    assert found.due_at <= end_of_service(latest.astimezone(zone).date(), HOURS, zone)


@given(day=st.dates(date(2025, 12, 1), date(2027, 3, 1)), days=st.integers(1, 10))
def test_the_due_moment_is_the_end_of_the_due_day(day: date, days: int) -> None:
    came = datetime(day.year, day.month, day.day, 9, tzinfo=WIB)
    found = clock_of([Event(at=came, move="receive")], replace(RECEIVED_3, working_days=days), HOURS, WIB, came)
    assert found.due_at == end_of_service(due(day, days, HOURS).day, HOURS, WIB)


def _serves(moment: datetime, zone: ZoneInfo) -> bool:
    local = moment.astimezone(zone)
    found = HOURS.on(local.date())
    if isinstance(found, ClosedDay):
        return False
    inside = found.opens <= local.time() < found.closes
    return inside and not any(pause.start <= local.time() < pause.end for pause in found.breaks)


def test_a_request_keeps_the_words_that_it_was_asked_and_an_older_one_counts_the_lines_of_the_list() -> None:
    published = ("Datang", "Surel aktif", "Buku tamu")
    now = Terms(promised=True, requirements=1, asked=("Surel aktif",))
    assert Terms.read(now.written()).requirement_lines(published) == ("Surel aktif",)
    older = {key: value for key, value in Terms(promised=True, requirements=3).written().items() if key != "asked"}
    assert Terms.read(older).requirement_lines(published) == published
    assert Terms.read(older).requirement_lines(published[:2]) == ("Datang", "Surel aktif", None)
    assert Terms.read({**older, "requirements": 0}).requirement_lines(published) == ()

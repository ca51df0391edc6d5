"""An appointment is agreed when somebody is there to keep it, and what became of it is told by its events alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from shared.domain.calendar import Asked, Change
from shared.domain.opening_hours import OpeningHours, ServiceDay
from shared.domain.refusal import Refusal
from shared.domain.request import Event, Request, State, follow, retold
from shared.domain.request.appointment import next_service, refuse_unless_possible
from shared.domain.request.appointment_words import notice
from shared.domain.service_day import WEEKDAYS
from shared.offices import SHIPPED, load_office
from tests.cast import JAKARTA, THURSDAY, moment

OFFICE = load_office(SHIPPED / "kota-pekanbaru.toml", today=THURSDAY)
NOW = moment("09:00")
FRIDAY, SATURDAY, MONDAY = (date(2026, 11, day) for day in (20, 21, 23))
CLOSED = Change(number=1, asked=Asked(kind="closure", first=MONDAY, last=MONDAY, name="Rapat kerja"), entered_at=NOW)
RAMADAN = Change(
    number=2,
    asked=Asked(
        kind="season",
        first=FRIDAY,
        last=MONDAY,
        name="Ramadan",
        week=(ServiceDay(days=WEEKDAYS[:5], opens=time(8), closes=time(15)),),
    ),
    entered_at=NOW,
)


def refusal(meeting: Any, at: datetime, hours: OpeningHours | None = OFFICE.hours) -> Refusal | None:
    try:
        refuse_unless_possible(meeting, at, NOW, hours, JAKARTA)
    except Refusal as refused:
        return refused
    return None


@pytest.mark.parametrize(
    ("clock", "day", "reason", "opens"),
    [
        ("07:59", FRIDAY, "before_opening", moment("08:00", FRIDAY)),
        ("11:30", FRIDAY, "break", moment("13:00", FRIDAY)),
        ("12:59", FRIDAY, "break", moment("13:00", FRIDAY)),
        ("16:00", FRIDAY, "after_closing", moment("08:00", MONDAY)),
        ("10:00", SATURDAY, "weekend", moment("08:00", MONDAY)),
        ("10:00", date(2026, 12, 25), "holiday", moment("08:00", date(2026, 12, 28))),
    ],
)
def test_nobody_is_sent_to_a_closed_door_and_reads_when_it_opens(
    clock: str, day: date, reason: str, opens: datetime
) -> None:
    refused = refusal("visit", moment(clock, day))
    assert refused is not None
    assert (refused.key, refused.facts["reason"], refused.facts["opens_at"]) == ("appointment_closed", reason, opens)
    assert refusal("visit", opens) is None
    assert refusal("zoom", moment(clock, day)) is None


def test_the_offices_own_closure_and_the_hours_of_ramadan_count() -> None:
    closed = replace(OFFICE.hours, changes=(CLOSED,))
    refused = refusal("visit", moment("10:00", MONDAY), closed)
    assert refused is not None
    assert (refused.facts["reason"], refused.facts["name"]) == ("closure", "Rapat kerja")
    assert refused.facts["opens_at"] == moment("08:00", date(2026, 11, 24))
    assert refusal("visit", moment("15:15", MONDAY)) is None
    assert refusal("visit", moment("15:15", MONDAY), replace(OFFICE.hours, changes=(RAMADAN,))) is not None
    assert refusal("visit", moment("11:45", FRIDAY), replace(OFFICE.hours, changes=(RAMADAN,))) is None


def test_an_appointment_lies_ahead_and_at_most_ninety_days() -> None:
    far = moment("10:00", THURSDAY + timedelta(days=90))
    assert refusal("zoom", far) is None
    for meeting, at, key in (
        ("zoom", NOW, "appointment_past"),
        ("visit", NOW - timedelta(seconds=1), "appointment_past"),
        ("zoom", far + timedelta(days=1), "appointment_far"),
    ):
        refused = refusal(meeting, at)
        assert refused is not None
        assert refused.key == key


def test_in_a_rehearsal_the_office_is_always_open() -> None:
    assert refusal("visit", moment("10:00", SATURDAY), None) is None


def test_an_office_that_never_opens_has_no_next_moment() -> None:
    assert next_service(NOW, replace(OFFICE.hours, week=()), JAKARTA) is None


def told(*moves: tuple[str, dict[str, Any]]) -> Request:
    events = [Event(at=NOW, move="receive")]
    events += [
        Event(at=NOW + timedelta(hours=hour), move=move, facts=facts) for hour, (move, facts) in enumerate(moves)
    ]
    return retold(events, "whatsapp")


def agreed(clock: str = "10:00", meeting: str = "visit") -> dict[str, Any]:
    return {"meeting": meeting, "at": moment(clock, MONDAY).isoformat()}


def test_what_became_of_an_appointment_is_told_by_its_events() -> None:
    made = told(("appoint", agreed()), ("move_meeting", agreed("14:00", "zoom")))
    assert made.appointment is not None
    assert (made.appointment.meeting, made.appointment_at) == ("zoom", moment("14:00", MONDAY))
    for move, state in (("keep_meeting", "kept"), ("miss_meeting", "missed"), ("cancel_meeting", "cancelled")):
        after = follow(made, Event(at=NOW, move=move, facts={}))
        assert after.appointment is not None
        assert (after.appointment.state, after.appointment.settled_at, after.appointment_at) == (state, NOW, None)


def test_whoever_was_written_down_as_absent_may_still_come_with_their_number() -> None:
    came = told(("appoint", agreed()), ("miss_meeting", {}), ("keep_meeting", {"ticket": 7, "number": "K-004"}))
    assert came.appointment is not None
    assert (came.appointment.state, came.appointment.ticket, came.appointment.number) == ("kept", 7, "K-004")
    with pytest.raises(Refusal, match="no_appointment"):
        follow(came, Event(at=NOW, move="miss_meeting"))


@pytest.mark.parametrize("end", ["close", "erase_words"])
def test_with_its_request_or_its_words_an_appointment_falls_away(end: str) -> None:
    ended = told(("appoint", agreed()), (end, {}))
    assert ended.appointment is not None
    assert (ended.appointment.state, ended.appointment_at) == ("cancelled", None)
    kept = told(("appoint", agreed()), ("keep_meeting", {}), (end, {}))
    assert kept.appointment is not None
    assert kept.appointment.state == "kept"


def test_a_question_that_was_answered_in_person_is_the_offices_turn_again() -> None:
    asked = told(("take_up", {}), ("ask", {}), ("appoint", agreed()))
    assert asked.state is State.WAITING
    met = follow(asked, Event(at=NOW + timedelta(days=4), move="keep_meeting"))
    assert (met.state, met.awaits_user_since) == (State.ANSWERING, None)


def test_the_notice_says_when_and_where_in_the_users_language() -> None:
    place = {"office": "PST BPS Kota Pekanbaru", "place": "Jl. Rawa Indah 28125", "zone": "WIB"}
    at = moment("14:00", MONDAY)
    assert notice("appoint", "id", "WA-2026-0007", "visit", at, **place) == (
        "Janji temu untuk permintaan WA-2026-0007: Senin, 23-11-2026 pukul 14.00 WIB, di PST BPS Kota Pekanbaru, "
        "Jl. Rawa Indah 28125. Setiba di kantor, sebutkan nomor permintaan ini kepada petugas."
    )
    assert notice("move_meeting", "en", "EM-2026-0001", "zoom", at, **place) == (
        "We have moved the appointment for request EM-2026-0001 to 14:00 WIB on Monday, 23-11-2026, by Zoom."
    )
    assert notice("cancel_meeting", "en", "EM-2026-0001", "visit", at, **place) == (
        "We have cancelled the appointment for request EM-2026-0001 at 14:00 WIB on Monday, 23-11-2026, at PST BPS "
        "Kota Pekanbaru, Jl. Rawa Indah 28125."
    )

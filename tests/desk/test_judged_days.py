"""Closed days are judged once, by the terms they were closed with; whatever comes later changes no verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from shared.database.fsck import check
from shared.domain.judged_day import LoggedVisit
from shared.domain.staff import Role
from shared.domain.standard import WalkInPromise
from shared.domain.wait_figures import Choice, Mark
from shared.front_desk import FrontDesk, operator
from shared.front_desk.days import Days
from shared.front_desk.wait_log import readings_of, wait_log
from tests.cast import THURSDAY, Company, HandClock, moment

FRIDAY = THURSDAY + timedelta(days=1)


def one_kept_and_one_late(crew: Company, clock: HandClock) -> None:
    """Rina serves the first visitor after five minutes and the second after twenty."""
    clock.at("08:00")
    crew.take("K")
    crew.take("P")
    clock.at("08:05")
    crew.serve("rina", 1)
    clock.at("08:10")
    crew.desk("rina").finish(1)
    clock.at("08:30")
    crew.serve("rina", 1)
    clock.at("08:45")
    crew.desk("rina").finish(1)


def turn_the_day(crew: Company) -> None:
    FrontDesk(crew.parts, crew.office, operator(crew.office.code)).turn_the_day()


def night_falls(crew: Company, clock: HandClock) -> None:
    clock.at("03:00", FRIDAY)
    turn_the_day(crew)


def kept(crew: Company, day: date = THURSDAY) -> list[LoggedVisit]:
    """What is kept of a closed day."""
    return crew.desk(None).reading(lambda records: records.judged_visits(day, day))


def log(crew: Company, **narrowed: Any) -> list[Mark]:
    """The log of the two days."""
    choice = Choice(first=THURSDAY, last=FRIDAY, **narrowed)
    return crew.desk(None).reading(lambda r: wait_log(r, crew.office, choice, crew.clock.now())).listed


def verdicts(visits: list[LoggedVisit]) -> list[tuple[str, int | None, str]]:
    return [(v.number, v.visit.clock_seconds, v.visit.verdict) for v in visits]


def walk_in(crew: Company) -> WalkInPromise:
    assert crew.office.standard.walk_in
    return crew.office.standard.walk_in


BOTH = [("K-001", 300, "kept"), ("P-001", 1200, "missed")]


def test_a_day_is_judged_when_it_is_closed_and_never_before(crew: Company, clock: HandClock) -> None:
    one_kept_and_one_late(crew, clock)
    assert kept(crew) == []
    night_falls(crew, clock)
    assert verdicts(kept(crew)) == BOTH


def test_the_log_says_the_same_the_minute_before_the_day_is_closed_and_after(crew: Company, clock: HandClock) -> None:
    one_kept_and_one_late(crew, clock)
    clock.at("02:59", FRIDAY)
    before = log(crew)
    night_falls(crew, clock)
    assert log(crew) == before != []


def test_a_closed_day_and_the_open_day_stand_in_one_log(crew: Company, clock: HandClock) -> None:
    one_kept_and_one_late(crew, clock)
    night_falls(crew, clock)
    clock.at("09:00", FRIDAY)
    crew.take("K")
    assert [(mark.day, mark.number) for mark in log(crew)] == [
        (THURSDAY, "K-001"),
        (THURSDAY, "P-001"),
        (FRIDAY, "K-001"),
    ]
    assert [mark.number for mark in log(crew, verdict="missed")] == ["P-001"]


def test_a_later_profile_changes_no_verdict_of_the_past(crew: Company, clock: HandClock) -> None:
    one_kept_and_one_late(crew, clock)
    night_falls(crew, clock)
    promise = crew.office.standard.walk_in
    assert promise is not None
    milder = replace(crew.office.standard, walk_in=replace(promise, limit_seconds=3600))
    crew.office = replace(crew.office, standard=milder)
    crew.desk("rina").explain_breach(kept(crew)[1].visit.ticket, 1, "system_down")  # type: ignore[arg-type] # ids are numbers here
    assert verdicts(kept(crew)) == BOTH


def test_visitors_are_judged_by_the_promise_that_was_in_force_when_they_came(crew: Company, clock: HandClock) -> None:
    promise = crew.office.standard.walk_in
    assert promise is not None
    earlier = WalkInPromise(sentence="dua puluh menit", limit_seconds=1200, valid_to=THURSDAY)
    later = replace(promise, valid_from=FRIDAY)
    crew.office = replace(
        crew.office, standard=replace(crew.office.standard, walk_in=later, earlier_walk_in=(earlier,))
    )
    one_kept_and_one_late(crew, clock)
    night_falls(crew, clock)
    assert verdicts(kept(crew)) == [("K-001", 300, "kept"), ("P-001", 1200, "kept")]


def test_a_correction_marks_the_visit_and_leaves_its_verdict(crew: Company, clock: HandClock) -> None:
    one_kept_and_one_late(crew, clock)
    night_falls(crew, clock)
    late = int(kept(crew)[1].visit.ticket)
    crew.desk("sari").correct(late, 1, "forgot_start", "Pengguna sudah duduk sejak 08.12")
    assert verdicts(kept(crew)) == BOTH
    assert kept(crew)[1].visit.exclusion == "corrected"
    row = crew.journal()[-1]
    assert (row.move, row.day, row.reason, row.ticket) == ("correct", THURSDAY, "forgot_start", late)
    assert "08.12" not in str(row)


def test_the_reason_of_a_breach_reaches_the_log_whether_said_today_or_tomorrow(crew: Company, clock: HandClock) -> None:
    one_kept_and_one_late(crew, clock)
    late = log(crew, verdict="missed")[0].ticket
    crew.desk("rina").explain_breach(late, 1, "single_officer")
    assert [mark.cause for mark in log(crew, verdict="missed")] == ["single_officer"]
    night_falls(crew, clock)
    crew.desk("rina").explain_breach(late, 1, "system_down")
    assert [mark.cause for mark in log(crew, verdict="missed")] == ["system_down"]
    assert [row.reason for row in crew.journal() if row.move == "breach_reason"] == ["single_officer", "system_down"]


def test_whoever_was_served_in_time_needs_no_reason(crew: Company, clock: HandClock) -> None:
    one_kept_and_one_late(crew, clock)
    with crew.refuses("not_a_breach", number="K-001"):
        crew.desk("rina").explain_breach(log(crew)[0].ticket, 1, "system_down")


def test_a_visitor_whom_nobody_finished_is_closed_by_the_night_and_keeps_the_verdict(
    crew: Company, clock: HandClock
) -> None:
    clock.at("08:00")
    crew.take("K")
    clock.at("08:20")
    crew.serve("rina", 1)
    night_falls(crew, clock)
    (visit,) = kept(crew)
    assert (visit.visit.exclusion, visit.visit.verdict, visit.visit.service_seconds) == ("auto_closed", "missed", None)


def test_a_documented_emergency_suspends_every_clock(crew: Company, clock: HandClock) -> None:
    clock.at("08:00")
    crew.take("K")
    clock.at("08:25")
    crew.desk("sari").declare_emergency(moment("08:05"), moment("08:20"), "power_cut", "Listrik padam se-kota")
    crew.serve("rina", 1)
    night_falls(crew, clock)
    assert verdicts(kept(crew)) == [("K-001", 600, "kept")]


def test_an_officer_may_neither_correct_nor_declare(crew: Company, clock: HandClock) -> None:
    one_kept_and_one_late(crew, clock)
    assert Role.MANAGER not in crew.people["rina"].roles
    with crew.refuses("forbidden"):
        crew.desk("rina").correct(log(crew)[0].ticket, 1, "trial")
    with crew.refuses("forbidden"):
        crew.desk("rina").declare_emergency(moment("08:05"), moment("08:20"), "power_cut")


def test_a_day_that_an_earlier_version_closed_is_judged_afterwards_and_shown_meanwhile(
    crew: Company, clock: HandClock
) -> None:
    one_kept_and_one_late(crew, clock)
    night_falls(crew, clock)
    before = log(crew)
    crew.parts.database.writing(crew.office.code, lambda records: records.forget_judgement(THURSDAY))
    assert (kept(crew), log(crew)) == ([], before)
    house = FrontDesk(crew.parts, crew.office, operator(crew.office.code))
    assert house.judge_unjudged_day() is False
    assert verdicts(kept(crew)) == BOTH
    assert (house.judge_unjudged_day(), log(crew)) == (False, before)


def test_every_closed_day_knows_what_the_other_readings_would_have_said(crew: Company, clock: HandClock) -> None:
    one_kept_and_one_late(crew, clock)
    night_falls(crew, clock)
    readings = crew.desk(None).reading(lambda records: readings_of(records, THURSDAY, FRIDAY))
    assert readings["default"] == {"kept": 1, "missed": 1}
    assert readings["from_ticket"] == {"kept": 1, "missed": 1}
    assert set(readings) == {"default", "first_call", "from_ticket", "number_order", "from_guest_book"}


def test_a_profile_that_changes_during_the_day_changes_no_verdict(crew: Company, clock: HandClock) -> None:
    one_kept_and_one_late(crew, clock)
    milder = replace(crew.office.standard, walk_in=replace(walk_in(crew), limit_seconds=7200))
    crew.office = replace(crew.office, standard=milder)
    assert [(mark.number, mark.verdict) for mark in log(crew)] == [("K-001", "kept"), ("P-001", "missed")]
    night_falls(crew, clock)
    assert verdicts(kept(crew)) == BOTH


def test_a_remark_on_a_day_of_an_earlier_version_fixes_its_terms_first(crew: Company, clock: HandClock) -> None:
    one_kept_and_one_late(crew, clock)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Days, "_judge", lambda _, work, day: work.note("close_day", day=day))
        night_falls(crew, clock)
    late = log(crew, verdict="missed")[0].ticket
    crew.desk("sari").comment(late, 1, "Petugas sakit.")
    milder = replace(crew.office.standard, walk_in=replace(walk_in(crew), limit_seconds=7200))
    crew.office = replace(crew.office, standard=milder)
    crew.desk("sari").comment(late, 1, "Sudah dibahas.")
    assert verdicts(kept(crew)) == BOTH


def test_the_checker_sees_a_kept_verdict_that_the_journal_does_not_tell(
    crew: Company, clock: HandClock, url: str
) -> None:
    one_kept_and_one_late(crew, clock)
    night_falls(crew, clock)
    honest = kept(crew)
    milder = [replace(v, visit=replace(v.visit, verdict="kept")) for v in honest]
    code = crew.office.code
    readings = crew.desk(None).reading(lambda records: records.judged_days()[THURSDAY])
    crew.parts.database.writing(code, lambda records: records.keep_judgement(THURSDAY, readings, milder))
    said = [f"ticket {honest[1].visit.ticket}, leg 1, of {THURSDAY} is kept otherwise than its journal says"]
    assert [(v.invariant, v.what) for v in check(url).violations] == [("I-19", sentence) for sentence in said]
    crew.parts.database.writing(code, lambda records: records.keep_judgement(THURSDAY, {}, honest))
    assert [v.what for v in check(url).violations] == [
        f"the readings of {THURSDAY} are kept otherwise than its journal says"
    ]
    crew.parts.database.writing(code, lambda records: records.keep_judgement(THURSDAY, readings, honest))

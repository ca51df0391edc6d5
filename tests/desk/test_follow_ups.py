"""The follow-up plan of a survey: written by managers, journaled without its words, seen again in the next period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from shared.front_desk.follow_ups import FollowUp, Plan, plan_of, plans
from tests.cast import THURSDAY, Company, HandClock

LINE = FollowUp(
    unsur="U1", programme="Daftar syarat data mikro di kios", due=date(2026, 11, 30), in_charge="Sri ZZKANARI"
)
QUARTER = (date(2026, 10, 1), date(2026, 12, 31))
BEFORE = (date(2026, 7, 1), date(2026, 9, 30))


def plan(crew: Company, first: date = QUARTER[0], last: date = QUARTER[1], before: Any = BEFORE) -> Plan:
    every = crew.desk(None).reading(lambda records: plans(records, crew.parts.vault, last))
    return plan_of(every, first, last, before)


def test_a_line_stands_in_the_plan_of_its_period_and_the_same_line_twice_is_one(crew: Company) -> None:
    number = crew.desk("sari").plan_follow_up(QUARTER[1], LINE)
    assert crew.desk("sari").plan_follow_up(QUARTER[1], LINE) == number
    [line] = plan(crew).now
    assert (line.number, line.day, line.said) == (number, THURSDAY, LINE), "a period under way ends today"


def test_a_line_is_written_anew_and_taken_out(crew: Company) -> None:
    number = crew.desk("sari").plan_follow_up(QUARTER[1], LINE)
    crew.desk("sari").change_follow_up(number, replace(LINE, state="done", due=date(2026, 12, 15)))
    [line] = plan(crew).now
    assert (line.said.state, line.said.due, line.said.programme) == ("done", date(2026, 12, 15), LINE.programme)
    crew.desk("sari").drop_follow_up(number)
    assert plan(crew).now == []
    with crew.refuses("unknown_follow_up"):
        crew.desk("sari").drop_follow_up(number)
    with crew.refuses("unknown_follow_up"):
        crew.desk("sari").change_follow_up(9, LINE)


def test_the_next_period_sees_what_became_of_the_plan(crew: Company) -> None:
    desk = crew.desk("sari")
    desk.plan_follow_up(date(2026, 9, 30), LINE)
    desk.plan_follow_up(date(2026, 9, 30), replace(LINE, unsur="U9", state="done"))
    desk.plan_follow_up(date(2026, 6, 30), replace(LINE, unsur="U3"))
    desk.plan_follow_up(date(2026, 6, 30), replace(LINE, unsur="U4", state="done"))
    seen = plan(crew)
    assert seen.now == []
    assert {line.said.unsur for line in seen.before} == {"U1", "U9", "U3"}, "the older ones only while they are open"
    assert [line.said.unsur for line in plan(crew, *BEFORE, before=(date(2026, 4, 1), date(2026, 6, 30))).now] == [
        "U1",
        "U9",
    ]


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"unsur": "S1"}, "unknown_question"),
        ({"programme": "  "}, "nothing_planned"),
        ({"in_charge": ""}, "nothing_planned"),
        ({"programme": "Hubungi 1471012345678901"}, "identity_number"),
    ],
)
def test_a_line_that_says_nothing_or_too_much_is_refused(crew: Company, change: dict[str, str], key: str) -> None:
    with crew.refuses(key):
        crew.desk("sari").plan_follow_up(QUARTER[1], replace(LINE, **change))  # type: ignore[arg-type] # what the test changes


def test_only_managers_plan(crew: Company) -> None:
    number = crew.desk("sari").plan_follow_up(QUARTER[1], LINE)
    for name in ("rina", "kiosk", None):
        with crew.refuses("forbidden"):
            crew.desk(name).plan_follow_up(QUARTER[1], LINE)
        with crew.refuses("forbidden"):
            crew.desk(name).change_follow_up(number, LINE)
        with crew.refuses("forbidden"):
            crew.desk(name).drop_follow_up(number)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_the_journal_tells_who_changed_which_line_and_the_words_are_sealed(
    crew: Company, clock: HandClock, tmp_path: Path
) -> None:
    number = crew.desk("sari").plan_follow_up(QUARTER[1], LINE)
    crew.desk("sari").drop_follow_up(number)
    rows = [row for row in crew.journal() if row.move == "follow_up"]
    assert [(row.actor, row.reason, dict(row.facts)) for row in rows] == [
        (crew.people["sari"].id, "planned", {"line": number, "unsur": "U1"}),
        (crew.people["sari"].id, "dropped", {"line": number, "unsur": "U1"}),
    ]
    crew.desk("sari").plan_follow_up(QUARTER[1], LINE)
    crew.parts.database.close()
    stored = b"".join(file.read_bytes() for file in tmp_path.glob("pst.db*"))
    assert b"KANARI" not in stored
    assert b"data mikro" not in stored

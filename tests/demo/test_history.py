"""The long history behind the demonstration: the same story for the same date, and something of everything in it."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from shared.app import create_app
from shared.database.fsck import check
from shared.demo import history_from
from shared.domain.journal import JournalRow
from shared.domain.staff import Role
from shared.domain.ticket import State
from shared.evidence import check_pack
from shared.front_desk import FrontDesk, operator
from tests.cast import HandClock, moment, pekanbaru
from tests.demo.test_prepare import MIDDAY, WEDNESDAY, Prepared, demo_settings, prepared_at, rows_of

TUESDAY = date(2026, 11, 17)


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """Three months behind a Wednesday at two; nobody changes it."""
    return prepared_at(tmp_path_factory.mktemp("season"), MIDDAY, "3m")


def story_of(demo: Prepared, day: date) -> list[tuple[Any, ...]]:
    """What happened in the office on a day, whatever numbers the rows and tickets got. A request goes on for days, and
    has its fate by its number: how a day went with them depends on the days before.
    """
    return [
        (row.at, row.move, row.leg, row.counter, row.reason, row.to_state)
        for row in demo.ask(rows_of)
        if row.day == day and row.request is None
    ]


def test_the_same_date_always_tells_the_same_story(season: Prepared, tmp_path: Path) -> None:
    short = prepared_at(tmp_path, MIDDAY, "2d")
    assert len(story_of(short, TUESDAY)) > 40
    assert story_of(short, TUESDAY) == story_of(season, TUESDAY)


def test_two_dates_tell_two_stories(season: Prepared) -> None:
    monday, tuesday = (Counter(row[1] for row in story_of(season, day)) for day in (date(2026, 11, 16), TUESDAY))
    assert monday != tuesday


def test_the_checker_is_content_with_a_season(season: Prepared) -> None:
    report = check(season.settings.database_url)
    assert report.violations == []
    assert report.tickets > 1000


def test_the_evidence_of_a_season_is_clean(season: Prepared, tmp_path: Path) -> None:
    """Every verdict, figure and shift of the pack follows from its raw rows."""
    shutil.copytree(season.settings.data_dir, tmp_path / "season")
    house = create_app(demo_settings(tmp_path / "season"), clock=HandClock(MIDDAY))
    owner = FrontDesk(house.parts, season.told.office, operator(season.told.office.code))
    token = owner.create_token(frozenset({Role.MANAGER}))
    asked = "/kota-pekanbaru/counter/evidence?from=2026-08-01&to=2026-11-18&format=zip"
    answer = house.app.test_client().get(asked, headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 200
    pack = tmp_path / "pack.zip"
    pack.write_bytes(answer.data)
    house.close()
    report = check_pack(pack, season.settings.database_url)
    assert (report.violations, report.visits > 1000, report.rows > 5000) == ([], True, True)
    assert any("both ends of the chain are those of the live journal" in remark for remark in report.remarks)


def test_every_working_day_of_the_season_was_open_and_no_other(season: Prepared) -> None:
    behind = history_from("3m").working_days_before(WEDNESDAY, pekanbaru().hours)
    opened = [row.day for row in season.ask(rows_of) if row.move == "open_day"]
    assert opened == [*behind, WEDNESDAY]
    assert min(behind) == date(2026, 8, 18)
    assert date(2026, 8, 25) not in opened  # the Prophet's birthday


def test_a_season_holds_every_kind_of_visit(season: Prepared) -> None:
    rows: list[JournalRow] = season.ask(rows_of)
    moves = Counter(row.move for row in rows if row.day < WEDNESDAY)
    usual = {"take", "call", "recall", "start", "finish", "miss", "reinstate", "hold", "transfer", "cancel", "expire"}
    assert set(moves) >= usual
    tickets = season.ask(lambda records, _: records.all_tickets())
    assert {ticket.language for ticket in tickets} == {"id", "en"}
    assert any(ticket.priority for ticket in tickets)
    reasons = {row.reason for row in rows if row.move == "breach_reason"}
    assert reasons >= {"long_consultation", "single_officer", "unscheduled_pause", "visitor_late", "system_down"}


def test_on_some_evenings_finish_was_forgotten_and_the_night_closed_the_visit(season: Prepared) -> None:
    tickets = season.ask(lambda records, _: records.all_tickets())
    forgotten = [t for t in tickets if t.state is State.EXPIRED and t.day < WEDNESDAY and t.started_at]
    assert 1 <= len(forgotten) <= 10


def test_about_a_third_of_the_days_had_one_officer(season: Prepared) -> None:
    seats: dict[date, set[int | None]] = {}
    for row in season.ask(rows_of):
        if row.move == "take_counter" and row.day < WEDNESDAY:
            seats.setdefault(row.day, set()).add(row.counter)
    alone = sum(len(counters) == 1 for counters in seats.values()) / len(seats)
    assert 0.2 < alone < 0.5


def test_the_promise_was_mostly_kept_and_in_each_month_sometimes_missed(season: Prepared) -> None:
    visits = season.visits(date(2026, 8, 1), TUESDAY)
    for month in (9, 10, 11):
        verdicts = Counter(v.visit.verdict for v in visits if v.day.month == month)
        assert 0.88 < verdicts["kept"] / (verdicts["kept"] + verdicts["missed"]) < 0.98, month


def test_most_breaches_have_a_reason_and_some_have_none(season: Prepared) -> None:
    missed = [v for v in season.visits(date(2026, 8, 1), TUESDAY) if v.visit.verdict == "missed"]
    explained = sum(v.explained is not None for v in missed) / len(missed)
    assert 0.6 < explained < 1


def test_a_longer_history_than_there_is_needs_a_new_folder_and_is_said_in_one_line(tmp_path: Path) -> None:
    short = prepared_at(tmp_path, MIDDAY, "2d")
    longer = prepared_at(tmp_path, moment("14:20", WEDNESDAY), "5d")
    [line] = longer.said
    assert "16-11-2026" in line
    assert "--data-dir" in line
    assert longer.ask(rows_of) == short.ask(rows_of)


@pytest.mark.parametrize("text", ["", "5", "y", "0d", "-1y", "5w", "1.5y", "10 d"])
def test_a_span_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="--history"):
        history_from(text)


@pytest.mark.parametrize("text", ["7y", "73m", "9999d"])
def test_a_history_before_the_known_holidays_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="holidays"):
        history_from(text).working_days_before(WEDNESDAY, pekanbaru().hours)


def test_spans_are_working_days_months_and_years() -> None:
    hours = pekanbaru().hours
    assert len(history_from("10d").working_days_before(WEDNESDAY, hours)) == 10
    assert min(history_from("1m").working_days_before(WEDNESDAY, hours)) == date(2026, 10, 19)  # a Monday
    years = history_from("5y").working_days_before(WEDNESDAY, hours)
    assert min(years) == date(2021, 11, 18)
    assert 1150 < len(years) < 1260

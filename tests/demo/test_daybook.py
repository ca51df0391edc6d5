"""A day that is played in one commit leaves the same rows as one that is written verb by verb."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, timedelta
from pathlib import Path

import pytest

from shared.app import build_parts
from shared.database import OfficeRecords
from shared.demo.daybook import Daybook
from shared.demo.earlier_days import play_day
from shared.demo.people import hire, passwords_in
from shared.demo.prepare import OFFICE
from shared.demo.stage import Stage
from shared.demo.story_clock import StoryClock
from shared.domain.opening_hours import ServiceDay
from shared.front_desk import FrontDesk, Parts, operator
from shared.settings import Settings
from tests.cast import moment

FRIDAY = date(2026, 11, 13)
AT_NIGHT = moment("04:00", FRIDAY).astimezone(UTC)


@contextmanager
def stage_in(folder: Path, url: str = "") -> Iterator[tuple[Parts, Callable[[Parts], Stage]]]:
    """An office with its officers before a day begins, and its stage."""
    story = StoryClock(AT_NIGHT)
    parts = build_parts(Settings(data_dir=folder, database_url=url or f"sqlite:///{folder / 'pst.db'}"), clock=story)
    officers = hire(FrontDesk(parts, parts.offices[OFFICE], operator(OFFICE)), passwords_in(folder))
    yield parts, lambda of: Stage(of, OFFICE, officers, story)
    parts.database.close()


def play(stage: Stage) -> None:
    hours = stage.office.hours.on(FRIDAY)
    assert isinstance(hours, ServiceDay)
    play_day(stage, FRIDAY, hours)


def everything(records: OfficeRecords) -> tuple[object, ...]:
    rows = records.all_rows()
    return rows, records.all_tickets(), records.head(), records.heard(row.seq for row in rows), records.seats()


def test_a_day_in_one_commit_leaves_the_rows_of_a_day_verb_by_verb(tmp_path: Path, url: str) -> None:
    with stage_in(tmp_path / "slow") as (parts, stage):
        play(stage(parts))
        verb_by_verb = parts.database.reading(OFFICE, everything)
    with stage_in(tmp_path / "fast", url) as (parts, stage):
        parts.database.writing(OFFICE, lambda records: play(stage(replace(parts, database=Daybook(records)))))
        at_once = parts.database.reading(OFFICE, everything)
    assert len(verb_by_verb[0]) > 40  # type: ignore[arg-type] # the rows
    assert at_once == verb_by_verb


def test_a_day_that_is_broken_off_leaves_nothing(tmp_path: Path) -> None:
    with stage_in(tmp_path) as (parts, stage):

        def broken(records: OfficeRecords) -> None:
            half = stage(replace(parts, database=Daybook(records)))
            half.plan(AT_NIGHT + timedelta(hours=5), lambda: half.take("K"))
            half.plan(AT_NIGHT + timedelta(hours=6), lambda: half.take("no such service"))
            half.play()

        with pytest.raises(Exception, match="unknown_service"):
            parts.database.writing(OFFICE, broken)
        assert parts.database.reading(OFFICE, lambda records: (records.seq(), records.all_tickets())) == (0, [])

"""The same days with one, two or three counters."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from shared.demo import history_from, prepare_demo
from shared.rehearsal import Comparison, compare
from shared.settings import Settings
from tests.cast import HandClock, moment, pekanbaru

WEDNESDAY = moment("14:00", date(2026, 11, 18))
DAYS = 6


def settings_in(folder: Path) -> Settings:
    return Settings(data_dir=folder, database_url=f"sqlite:///{folder / 'pst.db'}", printer_url="virtual:")


def compared(folder: Path, *counters: int, visitors: int | None = None, seed: int = 1) -> Comparison:
    return compare(
        settings_in(folder),
        pekanbaru(),
        counters,
        days=DAYS,
        visitors=visitors,
        seed=seed,
        clock=HandClock(WEDNESDAY),
    )


def test_three_counters_keep_the_promise_at_least_as_often_as_one_on_the_same_arrivals(tmp_path: Path) -> None:
    one, three = compared(tmp_path, 1, 3, visitors=24).outcomes
    assert one.figures["missed"] > 0
    assert (three.figures["kept_share"] or 0) >= (one.figures["kept_share"] or 0)
    assert (three.figures["wait_max"] or 0) < (one.figures["wait_max"] or 0)
    assert three.left <= one.left


def test_the_same_seed_is_the_same_days_and_another_seed_is_others(tmp_path: Path) -> None:
    first = compared(tmp_path, 2)
    assert compared(tmp_path, 2) == first
    assert compared(tmp_path, 2, seed=2) != first


def test_as_many_visitors_come_as_were_asked_for_each_day(tmp_path: Path) -> None:
    assert compared(tmp_path, 1, visitors=9).visitors == 9 * DAYS


def test_an_office_without_a_history_is_given_the_visitors_of_the_demonstration(tmp_path: Path) -> None:
    assert compared(tmp_path / "nothing there", 1).own_history is False
    assert not (tmp_path / "nothing there").exists()


def test_an_office_with_some_weeks_behind_it_is_given_its_own_visitors_and_only_read(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    prepare_demo(settings, history_from("1m"), clock=HandClock(WEDNESDAY))
    before = (tmp_path / "pst.db").read_bytes()
    found = compared(tmp_path, 2)
    assert found.own_history is True
    assert found.outcomes[0].figures["judged"] > DAYS
    assert (tmp_path / "pst.db").read_bytes() == before


@pytest.mark.parametrize("counters", [(), (0,), (1, 21)])
def test_a_number_of_counters_that_no_office_has_is_refused(tmp_path: Path, counters: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="--compare"):
        compared(tmp_path, *counters)

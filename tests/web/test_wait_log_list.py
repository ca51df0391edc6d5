"""The log's list: one page of rows, sorted and narrowed by the server, below figures that stay."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest

from tests.cast import THURSDAY, HandClock
from tests.web.front import Front, is_problem
from tests.web.test_wait_log import log, visit


@pytest.fixture
def week(front: Front, clock: HandClock) -> Front:
    """Thursday and Friday: on each Rina keeps one promise at counter 1, and a second visitor is served too late."""
    for day in (THURSDAY, THURSDAY + timedelta(days=1)):
        clock.at("08:00", day)
        front.take("K")
        front.take("P")
        visit(front, clock, "08:04", "08:05", "08:10", "officer:Rina")
        visit(front, clock, "08:24", "08:25", "08:40", "officer:Rina")
    return front


BOTH = "from=2026-11-19&to=2026-11-20"


def numbers(front: Front, query: str) -> list[str]:
    return [f"{row['day'][-2:]} {row['number']}" for row in log(front, f"?{BOTH}&page=1&{query}")["rows"]]


def test_a_page_has_its_rows_newest_first_and_the_figures_of_all(week: Front) -> None:
    page = log(week, f"?{BOTH}&page=1")
    assert (page["total"], page["page"], page["pages"]) == (4, 1, 1)
    assert numbers(week, "") == ["20 P-001", "20 K-001", "19 P-001", "19 K-001"]
    assert (page["summary"]["judged"], page["summary"]["missed"]) == (4, 2)
    assert [row["ticket"] for row in page["rows"]] == [4, 3, 2, 1]


def test_pages_hold_twenty_rows_and_the_last_the_rest(front: Front, clock: HandClock) -> None:
    clock.at("08:00")
    for _ in range(21):
        front.take("K")
    first, second, beyond = (log(front, f"?page={page}") for page in (1, 2, 3))
    assert [len(page["rows"]) for page in (first, second, beyond)] == [20, 1, 0]
    assert (first["total"], first["pages"]) == (21, 2)
    assert second["rows"][0]["number"] == "K-001"


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("sort=issued_at&down=false", ["19 K-001", "19 P-001", "20 K-001", "20 P-001"]),
        ("sort=number&down=false", ["19 K-001", "20 K-001", "19 P-001", "20 P-001"]),
        ("sort=clock_seconds&down=true", ["20 P-001", "19 P-001", "20 K-001", "19 K-001"]),
        ("sort=verdict&down=false", ["19 K-001", "20 K-001", "19 P-001", "20 P-001"]),
    ],
)
def test_the_server_sorts(week: Front, query: str, order: list[str]) -> None:
    assert numbers(week, query) == order


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("verdict=missed", ["20 P-001", "19 P-001"]),
        ("verdict=missed&reason=unexplained", ["20 P-001", "19 P-001"]),
        ("reason=no_show", []),
        ("weekday=4", ["20 P-001", "20 K-001"]),
        ("weekday=4&hour=8&verdict=missed", ["20 P-001"]),
        ("hour=9", []),
        ("minute=4", ["20 K-001", "19 K-001"]),
        ("exclusion=corrected", []),
        ("since=2026-11-19&until=2026-11-19", ["19 P-001", "19 K-001"]),
        ("since=2026-11-20", ["20 P-001", "20 K-001"]),
    ],
)
def test_a_click_on_a_mark_narrows_the_list_and_not_the_figures(week: Front, query: str, listed: list[str]) -> None:
    page = log(week, f"?{BOTH}&page=1&{query}")
    assert numbers(week, query) == listed
    assert page["total"] == len(listed)
    assert (page["summary"]["visits"], page["summary"]["judged"]) == (4, 4)


def test_service_counter_and_officer_narrow_figures_and_list_alike(week: Front) -> None:
    assert log(week, f"?{BOTH}&page=1&service=P")["summary"]["kept_share"] == 0
    assert log(week, f"?{BOTH}&page=1&counter=1")["summary"]["visits"] == 4
    assert log(week, f"?{BOTH}&page=1&counter=2")["total"] == 0
    [rina] = log(week, f"?{BOTH}&page=1")["officers"]
    assert rina["name"] == "Rina"
    assert log(week, f"?{BOTH}&page=1&officer={rina['id']}")["total"] == 4


def test_the_officers_to_choose_from_stay_when_one_is_chosen(week: Front, clock: HandClock) -> None:
    week.post("/counter/1/leave", None, "officer:Rina")
    week.take("K")
    visit(week, clock, "08:50", "08:51", "08:55", "officer:Bagus")
    everybody = log(week, f"?{BOTH}&page=1")["officers"]
    assert [officer["name"] for officer in everybody] == ["Rina", "Bagus"]
    assert log(week, f"?{BOTH}&page=1&officer={everybody[1]['id']}")["officers"] == everybody


def test_the_marks_of_the_charts_lead_to_as_many_visits_as_they_show(week: Front) -> None:
    charts = log(week, f"?{BOTH}&page=1")["charts"]
    for day in charts["days"]:
        assert len(numbers(week, f"since={day['day']}&until={day['day']}&verdict=missed")) == day["missed"] == 1
    for minute in charts["minutes"]:
        shown = minute["kept"] + minute["called_in_time"] + minute["missed"]
        assert len(numbers(week, f"minute={minute['minute']}")) == shown
    worst = charts["worst_hour"]
    narrowed = numbers(week, f"weekday={worst['weekday']}&hour={worst['hour']}&verdict=missed")
    assert len(narrowed) == worst["missed"] == 1


def test_a_download_holds_what_the_list_shows(week: Front) -> None:
    answer = week.get(f"/counter/wait-log?{BOTH}&verdict=missed&since=2026-11-20&format=csv", "manager")
    rows = list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))
    assert [row["number"] for row in rows] == ["P-001"]


@pytest.mark.parametrize("who", ["officer", "kiosk", "display"])
def test_only_a_manager_reads_the_log(front: Front, who: str) -> None:
    assert is_problem(front.get("/counter/wait-log?page=1", who), 403, "forbidden")

"""The wait log: the contract's rows and summary, as JSON, page and CSV."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import Any

import pytest

from tests.cast import THURSDAY, HandClock
from tests.web.front import Front, is_problem

ROW = [
    "number",
    "service",
    "leg",
    "counter",
    "officer",
    "issued_at",
    "clock_started_at",
    "first_called_at",
    "started_at",
    "finished_at",
    "clock_seconds",
    "wait_seconds",
    "service_seconds",
    "verdict",
    "reason",
]
SUMMARY = {
    "judged",
    "kept",
    "called_in_time",
    "missed",
    "not_judged",
    "excluded",
    "kept_share",
    "wait_median",
    "wait_p90",
    "wait_max",
}


def visit(front: Front, clock: HandClock, called: str, started: str, finished: str, officer: str = "officer") -> None:
    """Somebody is called, served and finished at these times."""
    for time, verb in ((called, "call-next"), (started, "start"), (finished, "finish")):
        clock.at(time)
        front.verb(verb, who=officer)


@pytest.fixture
def morning(front: Front, clock: HandClock) -> Front:
    """Two visitors: one served within ten minutes, one after fifteen."""
    clock.at("08:00")
    front.take("K")
    front.take("P")
    visit(front, clock, "08:04", "08:05", "08:10", "officer:Rina")
    visit(front, clock, "08:24", "08:25", "08:40", "officer:Rina")
    return front


def log(front: Front, query: str = "") -> Any:
    answer = front.get(f"/counter/wait-log{query}", "manager")
    assert answer.status_code == 200, answer.json
    return answer.json


def test_a_row_is_the_contracts_row(morning: Front) -> None:
    row = log(morning)["rows"][0]
    assert list(row) == ROW
    assert row == {
        "number": "K-001",
        "service": "K",
        "leg": 1,
        "counter": 1,
        "officer": "Rina",
        "issued_at": "2026-11-19T08:00:00.000+07:00",
        "clock_started_at": "2026-11-19T08:00:00.000+07:00",
        "first_called_at": "2026-11-19T08:04:00.000+07:00",
        "started_at": "2026-11-19T08:05:00.000+07:00",
        "finished_at": "2026-11-19T08:10:00.000+07:00",
        "clock_seconds": 300,
        "wait_seconds": 300,
        "service_seconds": 300,
        "verdict": "kept",
        "reason": None,
    }


def test_the_summary_counts_what_it_measures(morning: Front) -> None:
    summary = log(morning)["summary"]
    assert summary.keys() >= SUMMARY
    assert {name: summary[name] for name in SUMMARY} == {
        "judged": 2,
        "kept": 1,
        "called_in_time": 0,
        "missed": 1,
        "not_judged": 0,
        "excluded": 0,
        "kept_share": 0.5,
        "wait_median": 300,
        "wait_p90": 1500,
        "wait_max": 1500,
    }


def test_an_empty_log_has_no_share(front: Front) -> None:
    empty = log(front)
    assert (empty["rows"], empty["summary"]["kept_share"], empty["summary"]["wait_median"]) == ([], None, None)


def test_a_transferred_visitor_has_a_row_for_each_leg(front: Front, clock: HandClock) -> None:
    front.take("K")
    front.verb("call-next")
    front.verb("start")
    clock.at("08:10")
    front.verb("transfer", body={"service": "P"})
    visit(front, clock, "08:11", "08:12", "08:20")
    rows = log(front)["rows"]
    assert [(row["number"], row["leg"], row["service"]) for row in rows] == [("K-001", 1, "K"), ("K-001", 2, "P")]
    assert rows[1]["wait_seconds"] == 120


def test_a_service_is_filtered_and_an_unknown_one_refused(morning: Front) -> None:
    assert [row["number"] for row in log(morning, "?service=P")["rows"]] == ["P-001"]
    assert log(morning, "?service=P")["summary"]["judged"] == 1
    assert log(morning, "?service=J")["rows"] == []
    assert is_problem(morning.get("/counter/wait-log?service=X", "manager"), 422, "unknown_service")


def test_days_are_office_days_with_both_ends_included(morning: Front, clock: HandClock) -> None:
    clock.at("08:00", THURSDAY + timedelta(days=1))
    morning.take("K")
    assert [row["number"] for row in log(morning)["rows"]] == ["K-001"]
    assert len(log(morning, "?from=2026-11-19&to=2026-11-19")["rows"]) == 2
    assert len(log(morning, "?from=2026-11-19&to=2026-11-20")["rows"]) == 3
    assert log(morning, "?from=2026-11-01&to=2026-11-18")["rows"] == []


@pytest.mark.parametrize("query", ["?from=2026-11-20&to=2026-11-19", "?from=2024-01-01&to=2026-11-19"])
def test_dates_in_the_wrong_order_or_too_far_apart_are_refused(morning: Front, query: str) -> None:
    assert is_problem(morning.get(f"/counter/wait-log{query}", "manager"), 422, "bad_dates")


@pytest.mark.parametrize(
    "query",
    [
        *("?from=yesterday", "?to=2026-13-01", "?from=%00", "?since=2026-02-30", "?format=ods", "?service=KKKK"),
        *("?verdict=late", "?exclusion=lost", "?weekday=7", "?hour=24", "?minute=61", "?minute=ten"),
        *("?sort=name", "?down=perhaps", "?page=0", "?page=x", "?counter=0", "?officer=99999999999"),
    ],
)
def test_what_cannot_be_read_is_refused(morning: Front, query: str) -> None:
    assert is_problem(morning.get(f"/counter/wait-log{query}", "manager"), 422, "invalid_body")


@pytest.mark.parametrize(
    ("query", "accept", "kind"),
    [
        ("", "application/json", "application/json"),
        ("", "*/*", "application/json"),
        ("", "text/html", "text/html"),
        ("?format=json", "text/html", "application/json"),
        ("?format=csv", "text/html", "text/csv"),
        ("?format=csv", "application/json", "text/csv"),
    ],
)
def test_format_wins_over_what_the_client_prefers(morning: Front, query: str, accept: str, kind: str) -> None:
    answer = morning.get(f"/counter/wait-log{query}", "manager", Accept=accept)
    assert (answer.status_code, answer.mimetype) == (200, kind)


def test_the_csv_has_the_same_rows(morning: Front) -> None:
    answer = morning.get("/counter/wait-log?format=csv", "manager")
    assert answer.data.startswith(b"\xef\xbb\xbf")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    rows = list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))
    assert list(rows[0]) == ROW
    plain = [{name: "" if value is None else str(value) for name, value in row.items()} for row in log(morning)["rows"]]
    assert rows == plain


@pytest.mark.parametrize("name", ['=HYPERLINK("http://evil","x")', "+1", "-1", "@SUM(A1)", " =1+1", "＝1+1"])
def test_no_cell_of_the_csv_is_a_formula(front: Front, clock: HandClock, name: str) -> None:
    front.take("K")
    visit(front, clock, "08:04", "08:05", "08:10", f"officer:{name}")
    answer = front.get("/counter/wait-log?format=csv", "manager")
    [row] = csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig")))
    assert row["officer"] == f"'{name}"
    assert log(front)["rows"][0]["officer"] == name


def test_an_expired_visit_is_counted_apart(morning: Front, clock: HandClock) -> None:
    clock.at("15:00")
    morning.take("K")
    clock.at("08:00", THURSDAY + timedelta(days=1))
    morning.take("K")
    found = log(morning, "?from=2026-11-19&to=2026-11-19")
    assert len(found["rows"]) == 3
    assert (found["summary"]["excluded"], found["summary"]["wait_max"]) == (1, 1500)

"""What officers and managers may say about a visit: reasons, comments, corrections, each a line of its journal."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import THURSDAY, HandClock
from tests.web.front import Front, is_problem
from tests.web.test_visit_journal import RINA, morning, told, visit_of

__all__ = ["morning"]


def test_what_people_say_stands_in_the_journal_with_its_words(morning: Front) -> None:
    late = visit_of(morning, "K-002")
    said = [
        ("reason", {"reason": "single_officer"}, RINA),
        ("comment", {"text": "Bagus sedang cuti."}, "manager"),
        ("correction", {"reason": "forgot_start", "text": "Mulai ditekan terlambat."}, "manager"),
    ]
    for what, body, who in said:
        assert morning.post(f"{late}/{what}", body, who).status_code == 204
    found = told(morning, "K-002")
    words = [(e["what"], e["reason"], e["text"]) for e in found["events"] if e["what"] in REMARKS]
    assert words == [
        ("breach_reason", "single_officer", None),
        ("comment", None, "Bagus sedang cuti."),
        ("correct", "forgot_start", "Mulai ditekan terlambat."),
    ]
    assert (found["visit"]["explained"], found["visit"]["exclusion"]) == ("single_officer", "corrected")
    assert found["visit"]["verdict"] == "missed", "no act of the office alone may improve a verdict"


REMARKS = ("breach_reason", "comment", "correct")


def test_a_closed_day_is_told_and_may_be_explained_as_well(morning: Front, clock: HandClock) -> None:
    clock.at("08:00", THURSDAY + timedelta(days=1))
    morning.take("K")
    open_day = told(morning, "K-002")
    assert morning.post(f"{visit_of(morning, 'K-002')}/reason", {"reason": "other"}, "manager").status_code == 204
    closed_day = told(morning, "K-002")
    assert closed_day["events"][:6] == open_day["events"]
    assert closed_day["visit"]["explained"] == "other"


@pytest.mark.parametrize("who", ["officer", "kiosk", "display"])
def test_only_a_manager_reads_or_comments_a_visit(morning: Front, who: str) -> None:
    late = visit_of(morning, "K-002")
    assert is_problem(morning.get(late, who), 403, "forbidden")
    assert is_problem(morning.post(f"{late}/comment", {"text": "x"}, who), 403, "forbidden")
    assert is_problem(morning.post(f"{late}/correction", {"reason": "trial"}, who), 403, "forbidden")


def test_an_officer_gives_a_reason_and_a_kiosk_does_not(morning: Front) -> None:
    late = visit_of(morning, "K-002")
    assert morning.post(f"{late}/reason", {"reason": "system_down"}, "officer").status_code == 204
    assert is_problem(morning.post(f"{late}/reason", {"reason": "system_down"}, "kiosk"), 403, "forbidden")
    assert is_problem(morning.get(late), 401, "unauthenticated")


@pytest.mark.parametrize(
    ("what", "body", "status", "code"),
    [
        ("reason", {"reason": "bad_luck"}, 422, "unknown_reason"),
        ("correction", {"reason": "bad_luck"}, 422, "unknown_reason"),
        ("reason", {}, 422, "invalid_body"),
        ("comment", {"text": ""}, 422, "invalid_body"),
        ("comment", {"text": "   "}, 422, "invalid_body"),
        ("comment", {"text": "x" * 501}, 422, "invalid_body"),
        ("comment", {"text": "x", "verdict": "kept"}, 422, "invalid_body"),
    ],
)
def test_what_cannot_be_said_is_refused(morning: Front, what: str, body: Any, status: int, code: str) -> None:
    assert is_problem(morning.post(f"{visit_of(morning, 'K-002')}/{what}", body, "manager"), status, code)


def test_a_kept_promise_needs_no_reason(morning: Front) -> None:
    answer = morning.post(f"{visit_of(morning, 'K-001')}/reason", {"reason": "other"}, "manager")
    assert is_problem(answer, 409, "not_a_breach")

"""Complaints: anybody may make one, nobody reads it by its code, and its clock runs in working days."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from shared.front_desk.complaints import Complaint
from tests.cast import THURSDAY, Company, HandClock
from tests.web.front import Front, is_problem


def complain(front: Front, who: str | None = None, **body: Any) -> Any:
    return front.post("/kiosk/complaints", {"text": "Meja kosong, saya menunggu lama. ZZKANARI", **body}, who)


def test_an_anonymous_complaint_gets_a_code_and_its_deadlines(front: Front) -> None:
    made = complain(front)
    assert made.status_code == 201
    assert (made.json["state"], made.json["first_answer_due"], made.json["settled_due"]) == (
        "received",
        "2026-11-24",
        "2026-11-26",
    )
    followed = front.get(f"/kiosk/complaints/{made.json['code'].lower()}")
    assert followed.json == made.json
    assert "KANARI" not in followed.text
    assert is_problem(front.get("/kiosk/complaints/PGD-22222222"), 404, "unknown_complaint")


def test_a_manager_answers_step_by_step_and_the_register_shows_it(front: Front, clock: HandClock) -> None:
    code = complain(front, name="Sugeng", contact="0812").json["code"]
    opened = front.post(f"/counter/complaints/{code}/open", {}, "manager:Sari").json
    assert (opened["text"], opened["name"]) == ("Meja kosong, saya menunggu lama. ZZKANARI", "Sugeng")
    clock.passes(hours=2)
    answer = {"state": "answered", "text": "Mohon maaf, meja kedua kini dibuka."}
    assert front.post(f"/counter/complaints/{code}/answer", answer, "manager:Sari").status_code == 200
    front.post(f"/counter/complaints/{code}/answer", {"state": "settled"}, "manager:Sari")
    [row] = front.get("/counter/complaints", "manager").json["complaints"]
    assert [step["state"] for step in row["steps"]] == ["received", "answered", "settled"]
    assert (row["anonymous"], row["late"]) == (False, [])
    again = front.post(f"/counter/complaints/{code}/answer", {"state": "withdrawn"}, "manager:Sari")
    assert is_problem(again, 409, "illegal_step")
    assert front.post(f"/counter/complaints/{code}/open", {}, "manager").json["answers"] == [
        {"position": 2, "text": "Mohon maaf, meja kedua kini dibuka."}
    ]


def test_a_complaint_that_nobody_answered_in_time_is_named_late(front: Front, clock: HandClock) -> None:
    complain(front)
    clock.at("10:00", THURSDAY.replace(day=25))
    [row] = front.get("/counter/complaints", "manager").json["complaints"]
    assert row["late"] == ["first_answer"]
    clock.at("10:00", THURSDAY.replace(day=27))
    [row] = front.get("/counter/complaints", "manager").json["complaints"]
    assert row["late"] == ["first_answer", "settled"]


def test_it_is_linked_to_the_visit_only_where_the_visitor_wants_it(front: Front) -> None:
    ticket = front.take("K")
    complain(front, ticket=ticket["token"])
    complain(front)
    assert [row["ticket"] for row in front.get("/counter/complaints", "manager").json["complaints"]] == [
        ticket["id"],
        None,
    ]


def test_the_kinds_and_channels_are_told_to_everybody(front: Front) -> None:
    told = front.get("/kiosk/complaints").json
    assert {kind["kind"]: kind["settled_days"] for kind in told["kinds"]} == {
        "complaint": 5,
        "information": 5,
        "suggestion": 5,
        "objection": 14,
        "inspection": 60,
    }
    assert "Telepon : (0761) 7874567" in told["channels"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"text": "NIK 1471012345678901"}, "identity_number"),
        ({"text": "   "}, "invalid_body"),
        ({"kind": "gossip"}, "invalid_body"),
    ],
)
def test_what_cannot_be_a_complaint_is_refused(front: Front, body: dict[str, Any], code: str) -> None:
    assert is_problem(complain(front, **body), 422, code)


def test_strangers_cannot_fill_the_register(front: Front) -> None:
    answers = [complain(front).status_code for _ in range(12)]
    assert answers.count(429) > 0
    assert complain(front, "kiosk").status_code == 201


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_no_word_of_a_complaint_can_be_read_in_the_file(crew: Company, tmp_path: Path) -> None:
    crew.desk(None).complain(Complaint(kind="complaint", text="ZZKANARI", contact="kanari@example.com"))
    crew.parts.database.close()
    stored = b"".join(file.read_bytes() for file in tmp_path.glob("pst.db*"))
    assert b"PGD-" in stored
    assert b"KANARI" not in stored
    assert b"kanari" not in stored

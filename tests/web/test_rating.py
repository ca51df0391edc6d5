"""The rating over HTTP: by the link, without an account, and told to managers only in sums."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tests.web.front import OFFICE, Front, is_problem

NINE = {f"U{number}": 4 for number in range(1, 10)}


def served(front: Front) -> dict[str, Any]:
    ticket = front.take("K")
    for verb in ("call-next", "start", "finish"):
        front.verb(verb, who="officer:Rina")
    return ticket


def code_of(front: Front, ticket: dict[str, Any]) -> str:
    return front.house.parts.keys.rating_code(OFFICE, ticket["id"], datetime.fromisoformat(ticket["issued_at"]))


def at_the_kiosk(front: Front, path: str, code: str, who: str = "kiosk", **body: Any) -> Any:
    return front.post(f"/kiosk/rating{path}", {"slip_code": code, **body}, who)


def rating(front: Front, ticket: dict[str, Any], **body: Any) -> Any:
    return front.post(f"/kiosk/tickets/{ticket['token']}/rating", {"instrument": "skm", **body})


def report(front: Front) -> Any:
    return front.get("/counter/satisfaction?from=2026-11-01&to=2026-11-30", "manager").json


def test_the_questionnaires_have_their_questions_in_the_order_in_which_they_are_asked(front: Front) -> None:
    asked = front.get(f"/kiosk/tickets/{served(front)['token']}/rating").json
    assert [question["code"] for question in asked["skm"]["questions"]][-2:] == ["U9", "U8"]
    assert len(asked["skd"]["questions"]) == 16
    assert (asked["skm"]["highest"], asked["skd"]["highest"]) == (4, 10)


def test_a_rating_reaches_the_managers_report_and_no_officer(front: Front) -> None:
    ticket = served(front)
    answer = rating(front, ticket, answers=NINE, comment="Ramah sekali")
    assert (answer.status_code, answer.json) == (200, {"answered": [*sorted(NINE), "comment"]})
    assert report(front)["comments"] == [], "of a single visitor nothing is told"
    for _ in range(4):
        rating(front, served(front), answers=NINE)
    told = report(front)
    assert (told["skm"]["index"], told["skm"]["grade"], told["skm"]["index_rounded_weight"]) == ("100.00", "A", "99.00")
    assert told["comments"] == ["Ramah sekali"]
    assert told["sample"] == {"visitors": 5, "answers": 5, "needed": 5, "still_needed": 0, "provisional": False}
    assert is_problem(front.get("/counter/satisfaction", "officer:Rina"), 403, "forbidden")


def test_an_empty_period_has_no_index(front: Front) -> None:
    told = report(front)
    assert (told["skm"]["index"], told["skm"]["grade"], told["sample"]["provisional"]) == (None, None, True)


def test_bad_answers_are_refused_by_name(front: Front) -> None:
    ticket = served(front)
    assert is_problem(rating(front, ticket, answers={"U1": 9}), 422, "answer_out_of_range")
    assert is_problem(rating(front, ticket, answers={"U1": "4"}), 422, "invalid_body")
    assert is_problem(rating(front, front.take("K"), answers=NINE), 409, "not_served")
    assert is_problem(front.get("/counter/satisfaction?from=2025-01-01&to=2026-11-19", "manager"), 422, "bad_dates")


def test_a_rating_is_taken_back_by_its_link(front: Front) -> None:
    ticket = served(front)
    rating(front, ticket, answers=NINE)
    unknown = front.post(f"/kiosk/tickets/{ticket['token']}/rating/stars/take-back")
    assert is_problem(unknown, 404, "not_found")
    front.post(f"/kiosk/tickets/{ticket['token']}/rating/skm/take-back")
    assert report(front)["skm"]["respondents"] == 0


def test_whoever_comes_back_by_the_link_reads_what_is_still_open(front: Front) -> None:
    ticket = served(front)
    rating(front, ticket, answers={"U1": 4, "U9": 2}, comment="Ramah sekali")
    answer = front.get(f"/kiosk/tickets/{ticket['token']}/rating")
    assert answer.json["skm"]["answered"] == ["U1", "U9", "comment"]
    assert "Ramah" not in answer.text
    assert (answer.json["visit"], answer.json["traits"]) == ({"number": "K-001", "service": "K"}, False)
    assert is_problem(front.get(f"/kiosk/tickets/{front.take('K')['token']}/rating"), 409, "not_served")


def test_a_kiosk_rates_by_the_code_of_the_slip_and_opens_nothing_else_with_it(front: Front) -> None:
    ticket = served(front)
    code = code_of(front, ticket)
    asked = at_the_kiosk(front, "/questions", code)
    assert (asked.status_code, asked.json["visit"]) == (200, {"number": "K-001", "service": "K"})
    assert ticket["token"] not in asked.text
    assert at_the_kiosk(front, "", code, instrument="skm", answers=NINE).json == {"answered": sorted(NINE)}
    assert report(front)["skm"]["respondents"] == 1
    at_the_kiosk(front, "/take-back", code, instrument="skm")
    assert report(front)["skm"]["respondents"] == 0


def test_a_slip_that_lies_on_a_desk_lets_no_officer_rate_themselves(front: Front) -> None:
    code = code_of(front, served(front))
    for who in ("officer:Rina", "manager"):
        assert is_problem(at_the_kiosk(front, "", code, who, instrument="skm", answers=NINE), 403, "forbidden")


def test_nobody_guesses_codes_at_a_kiosk(front: Front) -> None:
    code = code_of(front, served(front))
    for _ in range(10):
        assert is_problem(at_the_kiosk(front, "/questions", "222222"), 404, "unknown_code")
    assert is_problem(at_the_kiosk(front, "/questions", code), 429, "too_many"), "not even with the right one"
    assert at_the_kiosk(front, "/questions", code, "kiosk:Lobi").status_code == 200

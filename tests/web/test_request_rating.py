"""A request is rated once, without a name, by its link, at the place that the office's own text gives the rating."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from shared.database import Database
from shared.domain.office import Office
from shared.front_desk.ratings import Rating
from shared.front_desk.requests import Filled
from shared.offices import SHIPPED, load_office
from tests.cast import THURSDAY, Company, HandClock, company
from tests.web.asked_online import asked, number_of, rina
from tests.web.front import Front, is_problem

QUARTER = "from=2026-10-01&to=2026-12-31"
PUBLIC = "https://pst.example.id"
SKM = {"instrument": "skm", "answers": {"U1": 4, "U2": 3}}


def shipped(code: str) -> Office:
    return load_office(SHIPPED / f"{code}.toml", today=THURSDAY)


def test_a_request_is_rated_once_it_was_answered_and_for_seven_days(either_front: Front, clock: HandClock) -> None:
    made = asked(either_front)
    number, at = number_of(either_front, made), f"/kiosk/requests/{made['token']}"
    assert (made["may_rate"], is_problem(either_front.get(f"{at}/rating"), 409, "not_served")) == (False, True)
    rina(either_front).answer_request(number, "Terlampir.", sent=True)
    assert either_front.get(at).json["may_rate"]
    asks = either_front.get(f"{at}/rating").json
    assert (len(asks["skm"]["questions"]), len(asks["skd"]["questions"]), asks["traits"]) == (9, 16, False)
    assert either_front.post(f"{at}/rating", SKM).json == {"answered": ["U1", "U2"]}
    more = {"instrument": "skm", "answers": {"U2": 1, "U3": 4}}
    assert either_front.post(f"{at}/rating", more).json == {"answered": ["U1", "U2", "U3"]}
    [kept] = rina(either_front).reading(lambda records: records.ratings("skm", THURSDAY, THURSDAY))
    assert (kept.answers, kept.channel, kept.service) == ({"U1": 4, "U2": 1, "U3": 4}, "web_form", "K")
    assert either_front.post(f"{at}/rating/skm/take-back").json == {"answered": []}
    assert is_problem(either_front.post(f"{at}/rating/nps/take-back"), 404, "not_found")
    rina(either_front).close_request(number, "answered")
    clock.passes(days=7)
    assert either_front.post(f"{at}/rating", SKM).status_code == 200
    clock.passes(seconds=1)
    assert is_problem(either_front.post(f"{at}/rating", SKM), 409, "rating_over")


def test_no_row_leads_from_a_request_to_its_rating(front: Front) -> None:
    made = asked(front)
    number = number_of(front, made)
    rina(front).answer_request(number, "Terlampir.", sent=True)
    before = front.seq()
    front.post(f"/kiosk/requests/{made['token']}/rating", SKM)
    assert front.seq() == before
    assert is_problem(front.get(f"//ternate/kiosk/requests/{made['token']}/rating"), 404, "unknown_request")


def test_a_request_and_a_visit_are_rated_apart_and_counted_together(front: Front) -> None:
    ticket = front.take("K")
    for verb in ("call-next", "start", "finish"):
        front.verb(verb)
    front.post(f"/kiosk/tickets/{ticket['token']}/rating", SKM)
    made = asked(front)
    rina(front).answer_request(number_of(front, made), "Terlampir.", sent=True)
    front.post(f"/kiosk/requests/{made['token']}/rating", SKM)
    kept = rina(front).reading(lambda records: records.ratings("skm", THURSDAY, THURSDAY))
    assert sorted(one.channel or "visit" for one in kept) == ["visit", "web_form"]
    told = front.get(f"/counter/satisfaction?{QUARTER}", "manager").json
    assert (told["skm"]["respondents"], told["sample"]["answers"]) == (2, 1)
    assert (told["skm_of_channel"], "channel" in [one["name"] for one in told["characteristics"]]) == ({}, False)


def test_five_of_a_channel_are_told_apart_and_four_are_not(front: Front) -> None:
    for _ in range(5):
        ticket = front.take("K")
        for verb in ("call-next", "start", "finish"):
            front.verb(verb)
        front.post(f"/kiosk/tickets/{ticket['token']}/rating", SKM)
    for place in range(5):
        told = front.get(f"/counter/satisfaction?{QUARTER}", "manager").json
        assert set(told["skm_of_channel"]) <= {"visit"}, place
        made = asked(front)
        rina(front).answer_request(number_of(front, made), "Terlampir.", sent=True)
        front.post(f"/kiosk/requests/{made['token']}/rating", SKM)
    told = front.get(f"/counter/satisfaction?{QUARTER}", "manager").json
    assert {channel: one["respondents"] for channel, one in told["skm_of_channel"].items()} == {
        "visit": 5,
        "web_form": 5,
    }
    [ways] = [one for one in told["characteristics"] if one["name"] == "channel"]
    assert [(group["label"]["en"], group["count"]) for group in ways["groups"]] == [("in person", 5), ("web form", 5)]
    assert told["skm"]["respondents"] == 10


def lines_of(database: Database, folder: Path, code: str, public: str | None, *, closes: bool) -> list[dict[str, Any]]:
    """What went out for an answered request, and after its closing."""
    crew: Company = company(database, folder, shipped(code), HandClock())
    crew.parts.settings = replace(crew.parts.settings, public_url=public)
    filled = Filled(text="Data IPM", email="faiz@example.com", phone="081200000013")
    number = crew.desk(None).ask_by_form(filled).case.stored.id
    crew.desk("rina").answer_request(number, "Terlampir.")
    crew.desk("rina").found_sent(number, 2)
    if closes:
        crew.desk("rina").close_request(number, "answered")
    thread = crew.desk("rina").read_request(number)
    return [{"kind": one.stored.kind, **one.words} for one in thread.messages if one.stored.side != "user"]


@pytest.mark.parametrize(
    ("code", "in_answer", "after"),
    [
        ("kepulauan-riau", True, False),
        ("kota-pekanbaru", False, True),
        ("jambi", False, True),
        ("kota-kediri", False, False),
        ("maluku-utara", False, False),
    ],
)
def test_the_link_goes_out_where_the_text_wants_it(
    database: Database, tmp_path: Path, code: str, in_answer: bool, after: bool
) -> None:
    said = lines_of(database, tmp_path, code, PUBLIC, closes=True)
    assert (f"{PUBLIC}/R/" in said[0]["text"]) == in_answer
    assert said[0]["text"].startswith("Terlampir.")
    assert [one["kind"] for one in said] == (["answer", "invite_rating"] if after else ["answer"])
    assert all(f"{PUBLIC}/R/" in one["text"] for one in said[1:])


def test_without_a_public_address_no_link_goes_out(database: Database, tmp_path: Path) -> None:
    for code in ("kepulauan-riau", "kota-pekanbaru"):
        folder = tmp_path / code
        folder.mkdir()
        assert lines_of(database, folder, code, None, closes=True) == [{"kind": "answer", "text": "Terlampir."}]


def test_whoever_falls_silent_may_rate_too(database: Database, tmp_path: Path) -> None:
    crew = company(database, tmp_path, shipped("jambi"), HandClock())
    crew.parts.settings = replace(crew.parts.settings, public_url=PUBLIC)
    filled = Filled(text="Data IPM", email="faiz@example.com", phone="081200000013")
    number = crew.desk(None).ask_by_form(filled).case.stored.id
    crew.desk("rina").answer_request(number, "Terlampir.")
    crew.desk("rina").found_sent(number, 2)
    for _ in range(20):
        crew.clock.passes(days=1)
        if crew.desk(None).keep_silences():
            newest = crew.desk("rina").read_request(number).messages[-1]
            crew.desk("rina").found_sent(number, newest.stored.position)
    thread = crew.desk("rina").read_request(number)
    assert [one.stored.kind for one in thread.messages] == ["message", "answer", "remind", "fall_silent"]
    assert f"{PUBLIC}/R/" in thread.messages[3].words["text"]
    assert f"{PUBLIC}/R/" not in thread.messages[2].words["text"]
    crew.clock.passes(days=8)
    with crew.refuses("rating_over"):
        crew.desk(None).rate_request(number, Rating(instrument="skm", answers={"U1": 4}))

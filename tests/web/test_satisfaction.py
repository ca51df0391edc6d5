"""The manager's page of satisfaction: what it tells, what it keeps back, and to whom."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from shared.front_desk.ratings import Rating
from tests.cast import HandClock
from tests.domain.satisfaction.surveys import REPORTED_NRR, TEN_RESPONDENTS, a_hundred_with, written
from tests.web.front import Front, is_problem
from tests.web.survey import QUARTER, answer, told, workbook

NINE = {f"U{number}": 3 for number in range(1, 10)}
SIXTEEN = {f"S{number}": 8 for number in range(1, 17)}
LINE = {"unsur": "U1", "programme": "Daftar syarat di kios", "due": "2026-11-30", "in_charge": "Sri Wahyuni"}


def test_ten_respondents_give_the_index_of_the_regulation_and_the_rounded_one_beside_it(front: Front) -> None:
    answer(front, written(TEN_RESPONDENTS))
    skm = told(front)["skm"]
    assert (skm["index"], skm["grade"], skm["index_rounded_weight"], skm["grade_rounded_weight"]) == (
        "82.50",
        "B",
        "81.68",
        "B",
    )
    assert [one["nrr"] for one in skm["unsur"].values()] == [
        "3.10",
        "3.10",
        "3.30",
        "3.20",
        "3.50",
        "3.60",
        "3.30",
        "3.40",
        "3.20",
    ]
    assert (skm["lowest"], skm["highest"]) == (["U1", "U2"], ["U6"])


def test_the_rounded_weight_changes_the_grade_of_the_reported_survey(front: Front) -> None:
    answer(front, a_hundred_with(REPORTED_NRR))
    skm = told(front)["skm"]
    assert (skm["index"], skm["grade"]) == ("88.69", "A")
    assert (skm["index_rounded_weight"], skm["grade_rounded_weight"]) == ("87.81", "B")


def test_every_figure_says_how_many_it_counts_and_leaves_out(front: Front) -> None:
    without = {code: value for code, value in NINE.items() if code != "U8"}
    answer(front, [NINE] * 5 + [without])
    answer(front, [{}], comment="Hanya sepatah kata")
    answer(front, [{}] * 3)
    found = told(front)
    assert (found["skm"]["returned"], found["skm"]["respondents"], found["skm"]["complete"]) == (7, 6, 5)
    assert (found["skm"]["unsur"]["U8"]["answers"], found["skm"]["unsur"]["U8"]["left_out"]) == (5, 1)
    assert found["sample"] == {"visitors": 10, "answers": 6, "needed": 10, "still_needed": 4, "provisional": True}


def test_the_index_is_provisional_until_the_sample_of_krejcie_and_morgan_is_reached(front: Front) -> None:
    answer(front, [NINE] * 23)
    silent, _ = answer(front, [{}, {}])
    bar = {"visitors": 25, "needed": 24}
    assert told(front)["sample"] == {**bar, "answers": 23, "still_needed": 1, "provisional": True}
    front.owner().rate(silent, Rating(instrument="skm", answers=NINE))
    assert told(front)["sample"] == {**bar, "answers": 24, "still_needed": 0, "provisional": False}


def test_each_service_has_its_own_quota_and_its_own_index(front: Front) -> None:
    answer(front, [NINE] * 5, service="K")
    answer(front, [dict.fromkeys(NINE, 4)] * 6, service="P")
    answer(front, [NINE] * 2, service="J")
    found = told(front)
    assert {code: one["answers"] for code, one in found["sample_of_service"].items()} == {"J": 2, "K": 5, "P": 6}
    assert {code: one["index"] for code, one in found["skm_of_service"].items()} == {"P": "100.00"}
    only = told(front, f"{QUARTER}&service=P")
    assert (only["skm"]["index"], only["sample"]["visitors"]) == ("100.00", 6)
    assert is_problem(front.get(f"/counter/satisfaction?{QUARTER}&service=X", "manager"), 422, "unknown_service")


def test_what_a_few_thought_of_one_service_cannot_be_had_by_subtracting_the_others(front: Front) -> None:
    answer(front, [NINE] * 5, service="K", comment="Baik")
    answer(front, [dict.fromkeys(NINE, 1)], service="D", comment="Buruk")
    assert (told(front)["skm"]["told"], told(front)["skm_of_service"]) == (True, {})
    rest = told(front, f"{QUARTER}&service=K")
    assert (rest["skm"]["respondents"], rest["skm"]["told"], rest["skm"]["index"]) == (5, False, None)
    assert (rest["comments_told"], rest["comments"]) == (False, [])
    sheet = list(workbook(front, f"{QUARTER}&service=K").worksheets[-1].iter_rows(values_only=True))
    assert not any(3 in row[1:] for row in sheet), "nor from the answers in the file"
    answer(front, [dict.fromkeys(NINE, 4)] * 4, service="D")
    assert told(front, f"{QUARTER}&service=K")["skm"]["index"] == "75.00"
    assert told(front)["skm_of_service"].keys() == {"D", "K"}


def test_what_the_visitor_of_one_day_thought_cannot_be_had_by_subtracting_days(front: Front) -> None:
    for query in ("from=2026-10-01&to=2026-11-18", "from=2026-10-02&to=2026-12-31", "from=2026-11-19&to=2026-11-19"):
        for kind in ("", "&format=xlsx", "&format=pdf", "&format=csv", "&format=poster"):
            refused = front.get(f"/counter/satisfaction?{query}{kind}", "manager")
            assert is_problem(refused, 422, "whole_months_needed"), query
    assert told(front, "from=2026-11-01&to=2026-11-19")["to"] == "2026-11-19", "the running month up to today"


def test_comments_stand_in_an_order_of_their_own(front: Front) -> None:
    answer(front, [NINE] * 2, comment="b")
    answer(front, [NINE] * 2, comment="c")
    answer(front, [NINE] * 2, comment="a")
    assert told(front)["comments"] == ["a", "a", "b", "b", "c", "c"]


def test_of_fewer_than_five_people_only_their_number_is_told(front: Front) -> None:
    answer(front, [NINE] * 4, who={"sex": 2, "birth_year": 2003}, comment="Tentang saya")
    answer(front, [SIXTEEN] * 4, instrument="skd")
    found = told(front)
    assert (found["skm"]["respondents"], found["skm"]["told"], found["skm"]["index"]) == (4, False, None)
    assert found["sample"]["answers"] == 4
    assert {(one["nrr"], sum(one["counts"])) for one in found["skm"]["unsur"].values()} == {(None, 0)}
    assert all(one["groups"] == [] for one in found["characteristics"])
    [skd] = found["skd"].values()
    assert (skd["respondents"], skd["index"]) == (4, None)
    few = told(front, f"{QUARTER}&service=P")
    assert (few["comments"], few["comments_told"]) == ([], False)


def test_traits_are_told_by_their_names_and_small_groups_stand_together(front: Front) -> None:
    answer(front, [NINE] * 6, who={"sex": 2, "birth_year": 2003, "occupation": 1})
    answer(front, [NINE] * 5, who={"sex": 1, "schooling": 6, "occupation": 3})
    answer(front, [NINE] * 2, who={"sex": 1, "occupation": 2})
    tables = {one["name"]: one for one in told(front)["characteristics"]}
    assert list(tables) == ["sex", "age_band", "schooling", "occupation", "service"]
    assert [(group["label"]["id"], group["count"]) for group in tables["sex"]["groups"]] == [
        ("Laki-laki", 7),
        ("Perempuan", 6),
    ]
    assert [group["label"]["id"] for group in tables["occupation"]["groups"]] == ["Pelajar/Mahasiswa"]
    assert tables["occupation"]["together"] == 7, "two researchers stand with the five civil servants"


def test_the_trend_looks_back_over_quarters(front: Front, clock: HandClock) -> None:
    answer(front, [NINE] * 5)
    now = clock.now()
    clock.passes(seconds=(timedelta(days=64)).total_seconds())
    assert clock.now() > now
    front.take("K")
    found = told(front, "from=2027-01-01&to=2027-03-31")
    assert [(one["from"], one["to"], one["index"]) for one in found["trend"]][-2:] == [
        ("2026-07-01", "2026-09-30", None),
        ("2026-10-01", "2026-12-31", "75.00"),
    ]


def test_without_dates_the_quarter_under_way_is_told(front: Front) -> None:
    found = told(front, "")
    assert (found["from"], found["to"], found["under_way"]) == ("2026-10-01", "2026-12-31", True)


@pytest.mark.parametrize(
    "query", ["from=9999-12-31", "to=9999-12-31", "from=1900-01-01&to=1900-02-01", "from=2026-11-01&to=2026-10-01"]
)
def test_dates_that_no_calendar_of_ours_has_are_refused(front: Front, query: str) -> None:
    assert is_problem(front.get(f"/counter/satisfaction?{query}", "manager"), 422, "bad_dates")


def test_skd_is_told_on_its_own_scale_with_the_anti_corruption_mean(front: Front) -> None:
    answer(front, [{**SIXTEEN, "S12": 10}] * 5, instrument="skd", overall=9)
    found = told(front)
    [(version, skd)] = found["skd"].items()
    assert (version, skd["respondents"], skd["index"], skd["overall"]) == ("skd-2026", 5, "81.25", "9.00")
    assert skd["corruption_perception"] == "8.40"
    assert (skd["importance_asked"], skd["lines"], skd["statements"]["S1"]["gap"]) == (False, None, None)
    assert (found["skm"]["index"], found["skm"]["respondents"]) == (None, 0), "nothing is converted"


def test_where_importance_was_asked_the_gap_and_the_quadrant_are_told(front: Front, clock: HandClock) -> None:
    clock.passes(seconds=-(timedelta(days=365)).total_seconds())
    importance = {**dict.fromkeys(SIXTEEN, 8), "S3": 10}
    answer(front, [{**SIXTEEN, "S3": 5}] * 5, instrument="skd", importance=importance)
    [(version, skd)] = told(front, "from=2025-10-01&to=2025-12-31")["skd"].items()
    assert version == "skd-2025"
    assert (skd["statements"]["S3"]["gap"], skd["statements"]["S3"]["quadrant"]) == ("-5.00", "improve")
    assert (skd["statements"]["S1"]["gap"], skd["statements"]["S1"]["quadrant"]) == ("0.00", "enough")
    assert skd["index_by_importance"] == "77.69"


def test_the_plan_is_written_changed_and_taken_out_over_http(front: Front) -> None:
    made = front.post("/counter/follow-ups", {**LINE, "period_ends": "2026-12-31"}, "manager:Sari")
    assert made.status_code == 201
    number = made.json["id"]
    [line] = told(front)["plan"]
    assert line == {**LINE, "id": number, "day": "2026-11-19", "state": "planned"}
    front.post(f"/counter/follow-ups/{number}", {**LINE, "state": "done"}, "manager:Sari")
    assert told(front)["plan"][0]["state"] == "done"
    assert told(front, "from=2027-01-01&to=2027-03-31")["plan_before"][0]["id"] == number
    assert front.post(f"/counter/follow-ups/{number}/drop", {}, "manager:Sari").status_code == 200
    assert told(front)["plan"] == []
    assert is_problem(front.post(f"/counter/follow-ups/{number}/drop", {}, "manager:Sari"), 404, "unknown_follow_up")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"unsur": "U10"}, "unknown_question"),
        ({"due": "30-11-2026"}, "invalid_body"),
        ({"programme": ""}, "nothing_planned"),
        ({"programme": "x" * 301}, "invalid_body"),
        ({"in_charge": "1471012345678901"}, "identity_number"),
        ({"state": "maybe"}, "invalid_body"),
    ],
)
def test_a_bad_line_is_refused_by_name_and_nothing_is_written(front: Front, change: dict[str, str], code: str) -> None:
    body = {**LINE, "period_ends": "2026-12-31", **change}
    assert is_problem(front.post("/counter/follow-ups", body, "manager:Sari"), 422, code)
    assert told(front)["plan"] == []


def test_the_page_opens_for_managers_alone(front: Front) -> None:
    page = front.get("/counter/satisfaction", "manager", Accept="text/html")
    assert (page.status_code, page.mimetype) == (200, "text/html")
    written_into_it = page.get_data(as_text=True)
    assert "counter-satisfaction" in written_into_it
    for kind in ("", "?format=pdf", "?format=poster", "?format=xlsx", "?format=csv", "?format=json"):
        assert is_problem(front.get(f"/counter/satisfaction{kind}", "officer"), 403, "forbidden")
        assert is_problem(front.get(f"/counter/satisfaction{kind}"), 401, "unauthenticated")
        assert front.ask("GET", f"//ternate/counter/satisfaction{kind}", None, "manager").status_code == 404


def test_no_answer_tells_of_a_visit(front: Front) -> None:
    answer(front, [NINE] * 5, who={"name": "ZZKANARI", "sex": 2, "birth_year": 2003}, comment="Bagus")
    everything = json.dumps(told(front))
    for trace in ("KANARI", "K-001", "2003", "issued_at", '"ticket"'):
        assert trace not in everything

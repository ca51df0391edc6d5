"""What the figures mean: the promise that was in force, documented emergencies, rehearsals, and one word for why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from shared.domain.standard import WalkInPromise
from tests.cast import THURSDAY, HandClock
from tests.web.front import OFFICE, Front
from tests.web.log_files import paper_of, read
from tests.web.test_wait_log import log
from tests.web.test_wait_log_list import BOTH, numbers, week

__all__ = ["week"]


def promise(front: Front, walk_in: WalkInPromise | None) -> None:
    """The office publishes another promise, or none."""
    parts = front.house.parts
    office = parts.offices[OFFICE]
    changed = replace(office, standard=replace(office.standard, walk_in=walk_in))
    parts.offices = {**parts.offices, OFFICE: changed}


def published(front: Front) -> WalkInPromise:
    walk_in = front.house.parts.offices[OFFICE].standard.walk_in
    assert walk_in is not None
    return walk_in


def test_the_definition_is_that_of_the_promise(front: Front) -> None:
    answer = log(front)
    assert answer["limit_seconds"] == 600
    assert "Maksimal 10 menit berarti paling lama 600 detik." in answer["definition"]
    promise(front, replace(published(front), limit_seconds=900, start="number_issued", end="first_called"))
    answer = log(front, "?page=1")
    assert answer["limit_seconds"] == 900
    assert answer["definition"][:2] == [
        "Batas waktu dihitung sejak nomor terbit, paling awal sejak jam layanan dibuka.",
        "Batas waktu berakhir saat nomor pengguna pertama kali dipanggil.",
    ]
    assert answer["definition"][-1] == "Maksimal 15 menit berarti paling lama 900 detik."


def test_an_office_that_promised_nothing_says_so(front: Front) -> None:
    promise(front, None)
    answer = log(front)
    assert answer["limit_seconds"] is None
    assert answer["definition"] == ["Kantor ini tidak menjanjikan batas waktu tunggu pada rentang ini."]


def test_a_promise_that_changed_within_the_period_is_told(front: Front) -> None:
    promise(front, replace(published(front), valid_from=THURSDAY))
    assert "Janji berubah pada rentang ini" in log(front, "?from=2026-11-10&to=2026-11-19")["definition"][-1]


@pytest.fixture
def dark_morning(week: Front, clock: HandClock) -> Front:
    """On Friday the power was out from 08:12 to 08:20."""
    body = {"from": "2026-11-20T08:12:00+07:00", "until": "2026-11-20T08:20:00+07:00", "reason": "power_cut"}
    answer = week.post("/counter/emergencies", {**body, "text": "Gardu PLN padam.\nGenset habis."}, "manager:Sari")
    assert answer.status_code == 200
    return week


def emergency(answer: Any) -> dict[str, Any]:
    [told] = answer["emergencies"]
    return {name: told[name] for name in ("day", "reason", "text")} | {"by": told["by"]["name"]}


def test_an_emergency_stands_beside_every_figure_that_it_changed(dark_morning: Front) -> None:
    said = {"day": "2026-11-20", "reason": "power_cut", "text": "Gardu PLN padam. Genset habis.", "by": "Sari"}
    answer = log(dark_morning, f"?{BOTH}")
    assert emergency(answer) == said
    late = next(row for row in log(dark_morning, f"?{BOTH}&page=1")["rows"] if row["day"] == "2026-11-20")
    visit = dark_morning.get(f"/counter/visits/{late['ticket']}/{late['leg']}", "manager").json
    assert [event["emergency"] for event in visit["beginnings"]] == [False, False, False]
    assert emergency(visit) == said
    assert [event["emergency"] for event in visit["events"] if event["what"] == "clock_paused"] == [True]
    paper = read(paper_of(dark_morning, f"&{BOTH}"))
    assert "Listrik padam" in paper
    assert "Gardu PLN padam." in paper
    assert log(dark_morning, "?from=2026-11-19&to=2026-11-19")["emergencies"] == []


def test_a_rehearsal_is_left_out_and_named(front: Front, clock: HandClock) -> None:
    parts = front.house.parts
    parts.settings = replace(parts.settings, always_open=True)
    front.take("K")
    assert log(front)["rehearsal"] is True
    clock.at("08:00", THURSDAY.replace(day=20))
    parts.settings = replace(parts.settings, always_open=False)
    front.take("J")
    answer = log(front, f"?{BOTH}")
    assert [row["number"] for row in answer["rows"]] == ["J-001"]
    assert (answer["rehearsal"], answer["rehearsals_left_out"]) == (False, ["2026-11-19"])
    assert "Hari latihan yang tidak dihitung" in read(paper_of(front, f"&{BOTH}"))


def test_the_word_of_people_wins_in_rows_filters_and_figures_alike(week: Front) -> None:
    [late] = [row for row in log(week, "?page=1&from=2026-11-20&to=2026-11-20")["rows"] if row["verdict"] == "missed"]
    week.post(f"/counter/visits/{late['ticket']}/1/reason", {"reason": "system_down"}, "manager")
    answer = log(week, f"?{BOTH}&page=1&reason=system_down")
    assert answer["summary"]["missed_for"] == {"system_down": 1, "unexplained": 1}
    assert [(row["number"], row["reason"], row["seen"]) for row in answer["rows"]] == [("P-001", "system_down", None)]


def test_first_legs_and_counted_clocks_can_be_listed_alone(week: Front, clock: HandClock) -> None:
    clock.at("09:00", THURSDAY.replace(day=20))
    week.take("K")
    for verb, body in (("call-next", None), ("start", None), ("transfer", {"service": "P"})):
        week.verb(verb, body=body, who="officer:Rina")
    assert numbers(week, "since=2026-11-20&first_leg=true") == ["20 K-002", "20 P-001", "20 K-001"]
    assert numbers(week, "since=2026-11-20") == ["20 K-002", "20 K-002", "20 P-001", "20 K-001"]
    assert numbers(week, "since=2026-11-20&timed=true") == ["20 K-002", "20 P-001", "20 K-001"]


def test_an_empty_value_asks_for_nothing_special(week: Front) -> None:
    assert log(week, "?from=&to=&service=&format=")["summary"] == log(week)["summary"]

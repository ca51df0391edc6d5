"""What the live page tells of the day around the counters: the calendar of today, and requests from afar, as counts."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from tests.cast import THURSDAY, HandClock
from tests.web.front import Front

RINA, SARI = "officer:Rina", "manager:Sari"
SAID = "Mohon data kemiskinan untuk Rahmi."


def live(front: Front) -> Any:
    return front.get("/counter/live", "manager").json


def enters(front: Front, place: str, body: dict[str, Any]) -> None:
    assert front.post(f"/counter/calendar/{place}", body, SARI).status_code == 201


def test_an_ordinary_day_has_its_usual_hours(front: Front) -> None:
    opening = live(front)["opening"]
    assert (opening["today"], opening["season"]) == ({"opens": "08:00", "closes": "15:30"}, None)
    assert opening["usual"] == opening["today"]


def test_shortened_hours_of_a_season_are_told_beside_the_usual_ones(front: Front, clock: HandClock) -> None:
    hours = {"opens": "08:00", "closes": "14:00"}
    ramadan = {"first": "2026-11-20", "last": "2026-11-23", "ordinary": hours, "friday": hours}
    enters(front, "seasons", ramadan)
    clock.at("09:00", THURSDAY.replace(day=20))
    opening = live(front)["opening"]
    assert (opening["season"], opening["today"]) == ("Ramadan", {"opens": "08:00", "closes": "14:00"})
    assert opening["usual"] == {"opens": "08:00", "closes": "16:00"}
    clock.at("09:00", THURSDAY.replace(day=24))
    assert live(front)["opening"]["season"] is None


def test_a_closure_and_a_holiday_are_told_by_their_names(front: Front, clock: HandClock) -> None:
    enters(front, "closures", {"first": "2026-11-20", "last": "2026-11-20", "name": "Rapat kerja daerah"})
    clock.at("09:00", THURSDAY.replace(day=20))
    opening = live(front)["opening"]
    assert (opening["reason"], opening["name"], opening["today"]) == ("closure", "Rapat kerja daerah", None)
    clock.at("09:00", THURSDAY.replace(month=12, day=25))
    assert live(front)["opening"]["reason"] == "holiday"


def test_requests_are_counted_by_channel_and_nothing_of_a_person_is_told(front: Front, clock: HandClock) -> None:
    assert {row["channel"]: row["open"] for row in live(front)["channels"]} == dict.fromkeys(
        ("pst_online", "whatsapp", "email", "web_form"), 0
    )
    for channel in ("email", "email", "zoom"):
        asked = {"channel": channel, "text": SAID, "name": "Rahmi Yulianti", "email": "rahmi@example.com"}
        assert front.post("/counter/requests", asked, RINA, Idempotency_Key=uuid4().hex).status_code == 201
    clock.at("09:00", THURSDAY.replace(day=26))
    answer = front.get("/counter/live", "manager")
    rows = {row["channel"]: row for row in answer.json["channels"]}
    assert (rows["email"]["open"], rows["email"]["ours"], rows["zoom"]["open"]) == (2, 2, 1)
    assert [clock["due_at"][:10] for clock in rows["email"]["clocks"]] == ["2026-11-24"] * 2
    assert rows["zoom"]["clocks"] == []  # nothing is promised there, so nothing is late
    assert not any(word in answer.text for word in ("Rahmi", "rahmi@", "kemiskinan", "EM-2026"))


def test_what_is_written_and_not_sent_yet_is_still_the_offices_turn(front: Front) -> None:
    asked = {"channel": "email", "text": SAID, "email": "rahmi@example.com"}
    received = front.post("/counter/requests", asked, RINA, Idempotency_Key=uuid4().hex)
    request = f"/counter/requests/{received.json['id']}"

    def emails() -> tuple[int, int]:
        row = next(row for row in live(front)["channels"] if row["channel"] == "email")
        return row["ours"], len(row["clocks"])

    answered = front.post(f"{request}/answer", {"text": "Ada di tabel berikut."}, RINA, Idempotency_Key=uuid4().hex)
    assert answered.status_code == 200, answered.text
    assert emails() == (1, 1)
    opened = front.get(request, RINA)
    [mine] = [message for message in opened.json["messages"] if message["side"] == "office"]
    sent = front.post(f"{request}/sent", {"message": mine["position"]}, RINA, Idempotency_Key=uuid4().hex)
    assert sent.status_code == 200, sent.text
    assert emails() == (0, 0)

"""Requests over HTTP: taken, worked on, answered and closed; who may what; and what the inbox never says."""

from __future__ import annotations

from uuid import uuid4

import pytest

from shared.front_desk.desk import Work
from shared.front_desk.requests import Asked, FileSent, Said
from tests.cast import THURSDAY, HandClock
from tests.web.at_the_inbox import TEXT, ask, do, inbox, take, thread
from tests.web.front import Front, is_problem


def test_a_pasted_message_is_a_numbered_request_with_its_due_moment(either_front: Front) -> None:
    front = either_front
    taken = take(front, name="ZZKANARI Faiz", service="K")
    assert (taken["number"], taken["channel"], taken["state"]) == ("WA-2026-0001", "whatsapp", "received")
    assert (taken["due_at"], taken["verdict"], taken["level"]) == ("2026-11-24T15:30:00.000+07:00", "running", "calm")
    assert (taken["officer"]["name"], taken["turn"]) == ("Rina", "office")
    listed = front.get("/counter/requests", "officer")
    assert [row["number"] for row in listed.json["requests"]] == ["WA-2026-0001"]
    for secret in ("ZZKANARI", "IPM", "0000001"):
        assert secret not in listed.text
        assert secret not in front.get("/counter/queue", "officer").text
    opened = thread(front, taken)
    assert [message["text"] for message in opened["messages"]] == [TEXT]
    assert opened["person"] == {"name": "ZZKANARI Faiz", "phone": "+6281200000013"}


def test_every_step_from_the_question_to_reopening(either_front: Front, clock: HandClock) -> None:
    front = either_front
    request = take(front)
    clock.passes(hours=1)
    asked = do(front, request, "ask", text="Tingkat kota atau kecamatan?")
    assert (asked["state"], asked["turn"], asked["not_gone"]["by_hand"]) == ("waiting", "user", 1)
    [_, question] = thread(front, request)["messages"]
    assert question["links"] == ["https://wa.me/6281200000013?text=Tingkat%20kota%20atau%20kecamatan%3F"]
    sent = do(front, request, "sent", message=2)
    assert thread(front, request)["messages"][1]["links"] == []
    assert (sent["not_gone"]["by_hand"], sent["turn"]) == (0, "user")
    clock.passes(hours=2)
    heard = ask(front, f"/{request['id']}/hear", {"text": "Kota saja."})
    assert (heard.status_code, heard.json["turn"], heard.json["started_at"]) == (
        201,
        "office",
        "2026-11-19T11:00:00.000+07:00",
    )
    for place in range(request["requirements"]):
        do(front, request, "tick", requirement=place, met=True)
    assert do(front, request, "complete")["state"] == "complete"
    assert do(front, request, "take-up")["state"] == "answering"
    assert do(front, request, "answer", text="Ini sebagian.", whole=False, sent=True)["verdict"] == "kept"
    assert do(front, request, "answer", text="Ini lengkap.", sent=True)["state"] == "answered"
    assert do(front, request, "close", reason="answered")["state"] == "closed"
    assert (inbox(front)["requests"], [row["number"] for row in inbox(front)["ended"]]) == ([], ["WA-2026-0001"])
    assert do(front, request, "reopen")["state"] == "reopened"
    opened = thread(front, request)
    assert [message["side"] for message in opened["messages"]] == ["user", "office", "user", "office", "office"]
    assert all(line["met"] and line["text"] for line in opened["requirements_list"])
    assert [step["move"] for step in opened["steps"]][-1] == "reopen"


def test_an_open_question_stops_the_clock_and_says_how_much_will_be_left(front: Front, clock: HandClock) -> None:
    request = take(front)
    clock.at("15:00", THURSDAY.replace(day=23))
    stands = do(front, request, "ask", text="Tahun berapa?", sent=True)
    assert (stands["stands"], stands["verdict"], stands["level"]) == (True, "stands", "calm")
    assert stands["left_seconds"] == 8 * 3600
    assert stands["due_at"] is None


def test_the_inbox_shows_what_is_due_next_first_and_what_waits_for_users_last(front: Front, clock: HandClock) -> None:
    waits, first = take(front), take(front)
    do(front, waits, "ask", text="Tahun berapa?", sent=True)
    do(front, waits, "sent", message=2)
    clock.at("09:00", THURSDAY.replace(day=20))
    call = ask(front, "/calls", {"outcome": "promised"}).json
    later = take(front, channel="email", email="zz@example.com", phone=None)
    found = [row["number"] for row in inbox(front)["requests"]]
    assert found == [first["number"], later["number"], call["number"], waits["number"]]


@pytest.mark.parametrize(
    ("clock_time", "day", "level"),
    [("09:00", 19, "calm"), ("14:10", 23, "calm"), ("14:45", 23, "soon"), ("15:30", 24, "soon"), ("15:31", 24, "late")],
)
def test_it_turns_orange_after_seven_tenths_of_its_service_time_and_red_when_due(
    front: Front, clock: HandClock, clock_time: str, day: int, level: str
) -> None:
    """Pekanbaru promises three working days: from Thursday 08.00 to Tuesday 15.30 there are 29 hours of service."""
    take(front)
    clock.at(clock_time, THURSDAY.replace(day=day))
    [row] = inbox(front)["requests"]
    assert (row["level"], row["soon_at"]) == (level, "2026-11-23T14:18:00.000+07:00")
    counted = front.get("/counter/queue", "officer").json["requests"]
    assert counted == {"open": 1, "clocks": [{"soon_at": row["soon_at"], "due_at": row["due_at"]}]}


def test_what_waits_to_be_sent_by_hand_is_counted_at_the_counter_until_it_is_sent(front: Front) -> None:
    request = take(front)
    do(front, request, "ask", text="Tahun berapa?")
    counts = [front.get("/counter/queue", "officer").json["requests"]["open"]]
    do(front, request, "sent", message=2)
    counts.append(front.get("/counter/queue", "officer").json["requests"]["open"])
    assert counts == [1, 0]


def test_the_page_gets_every_stretch_of_service_that_its_clocks_need(front: Front) -> None:
    assert inbox(front)["service"] == [[["2026-11-19T08:00:00.000+07:00", "2026-11-19T15:30:00.000+07:00"]]]
    take(front)
    days = inbox(front)["service"]
    assert [stretches[0][0][:10] for stretches in days] == ["2026-11-19", "2026-11-20", "2026-11-23", "2026-11-24"]
    assert [len(stretches) for stretches in days] == [1, 2, 1, 1]


def test_calls_are_logged_with_or_without_words(either_front: Front, clock: HandClock) -> None:
    front = either_front
    served = ask(front, "/calls", {"outcome": "served", "text": "Kode wilayah"})
    assert (served.status_code, served.json["number"], served.json["state"]) == (201, "TL-2026-0001", "closed")
    key = uuid4().hex
    missed = ask(front, "/calls", {"outcome": "missed"}, Idempotency_Key=key)
    again = ask(front, "/calls", {"outcome": "missed"}, Idempotency_Key=key)
    assert (missed.status_code, again.status_code, again.json["number"]) == (201, 200, missed.json["number"])
    assert missed.json["call"] == {"missed_at": "2026-11-19T08:00:00.000+07:00", "tries": 0}
    clock.passes(minutes=10)
    assert do(front, missed.json, "called-back", reached=False)["call"]["tries"] == 1
    assert do(front, missed.json, "called-back", reached=True)["state"] == "closed"


def test_an_appointment_is_kept_with_its_moment(front: Front) -> None:
    request = take(front)
    told = {"meeting": "zoom", "at": "2026-11-23T14:00:00+07:00", "text": "Senin pukul 14.00 lewat Zoom."}
    assert do(front, request, "appoint", **told)["appointment_at"] == "2026-11-23T14:00:00.000+07:00"
    assert do(front, take(front), "appoint", **told)["appointment"] == {
        "at": "2026-11-23T14:00:00.000+07:00",
        "meeting": "zoom",
        "state": "stands",
        "number": None,
    }


def test_a_file_is_saved_and_never_shown(either_front: Front) -> None:
    front = either_front
    page = b"<script>alert(1)</script>"
    name = "surat\u202e..\\/é\n.html"
    files = [FileSent(name=name, type="text/html", content=page)]
    desk = front.owner()
    case = desk.hear(Asked(channel="email", said=Said(text="Terlampir", files=files), email="zz@example.com")).case
    place = f"/counter/requests/{case.stored.id}/messages/1/files/1"
    saved = front.get(place, "officer", Accept="text/html")
    assert saved.data == page
    assert saved.headers["Content-Type"] == "application/octet-stream"
    assert saved.headers["X-Content-Type-Options"] == "nosniff"
    assert saved.headers["Content-Disposition"].startswith("attachment; filename=")
    assert "sandbox" in saved.headers["Content-Security-Policy"]
    assert "\u202e" not in saved.headers["Content-Disposition"]
    assert is_problem(front.get(f"{place}9", "officer"), 404, "unknown_file")
    assert is_problem(front.get(f"/counter/requests/{10**30}/messages/1/files/1", "officer"), 404, "unknown_request")


def test_what_programs_put_into_a_message_is_left_out_and_the_message_is_taken(either_front: Front) -> None:
    pasted = '{"channel": "whatsapp", "text": "Mohon\\u0000 data \\ud83d\\n🫩 \\u200eIPM\\ue000"}'
    answer = ask(either_front, "", pasted, Content_Type="application/json")
    assert answer.status_code == 201, answer.json
    [message] = thread(either_front, answer.json)["messages"]
    assert message["text"] == "Mohon data \n🫩 \u200eIPM\ue000"


def test_what_came_back_after_the_end_is_shown_until_it_has_gone_however_long_ago(
    front: Front, clock: HandClock
) -> None:
    request = take(front)
    do(front, request, "answer", text="Terlampir.")
    do(front, request, "sent", message=2)
    do(front, request, "close", reason="answered")
    clock.passes(days=40)
    assert inbox(front)["ended"] == []
    bounces(front, request["id"], position=2)
    [row] = inbox(front)["ended"]
    assert (row["number"], row["owed"], row["not_gone"]["failed"]) == ("WA-2026-0001", True, 1)
    do(front, request, "sent", message=2)
    assert [one["owed"] for one in inbox(front)["ended"]] == [False]


def bounces(front: Front, request: int, position: int) -> None:
    """Words of the office come back undelivered."""
    desk = front.owner()
    message = desk.reading(lambda records: records.message(request, position))
    assert message is not None

    def comes_back(work: Work) -> None:
        work.records.change_message(request, position, delivery="failed", problem="bounced")
        desk._note_back(work, message)
        work.touch()

    desk.perform(comes_back)

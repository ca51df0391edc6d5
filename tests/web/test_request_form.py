"""The web form: what each office promises and asks for, its receipt, and the page of a request by its link alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from shared.front_desk import FrontDesk
from shared.front_desk.requests import Asked, Said
from shared.web.follow import token_of
from tests.cast import HandClock
from tests.web.asked_online import FRIDAY, SAID, ask, asked, number_of, rina
from tests.web.front import OFFICE, Front, is_problem


def test_a_request_gets_a_number_a_day_and_a_page_of_its_own(either_front: Front) -> None:
    made = asked(either_front)
    assert (made["number"], made["state"], made["verdict"]) == ("WF-2026-0001", "received", "running")
    assert (made["due_day"], made["promise"]["working_days"]) == ("2026-11-24", 3)
    assert [left["day"] for left in made["left_out"]] == ["2026-11-21", "2026-11-22"]
    assert made["thread"][0]["text"] == SAID
    page = either_front.get(f"/kiosk/requests/{made['token']}")
    assert page.json == made
    assert made["url"].endswith(f"/R/{made['token']}")
    assert either_front.get(f"//r/{made['token'].lower()}").json == made


def test_the_same_key_makes_one_request_and_an_answer_that_was_lost_is_given_again(either_front: Front) -> None:
    first, again = (ask(either_front, key="a" * 32) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json == again.json
    assert is_problem(ask(either_front, key="a" * 32, text="Hal lain"), 422, "idempotency_key_reused")
    assert is_problem(either_front.post("/kiosk/requests", {"text": SAID}), 400, "idempotency_key_missing")


@pytest.mark.parametrize(
    ("office", "days", "sentence", "contacts"),
    [
        ("kepulauan-riau", 5, "5 Hari kerja", [["email"], ["phone"]]),
        ("kota-pekanbaru", 3, "maksimal 3 (tiga) hari kerja setelah permintaan jelas", [["email"]]),
        ("kota-kediri", 1, "maksimal 1 hari kerja setelah permintaan konsultasi diterima", [["email", "phone"]]),
        ("jambi", 3, "maksimal 3 (tiga) hari kerja setelah permintaan jelas", [["email"], ["phone"]]),
        ("maluku-utara", 3, "maksimal 3 (tiga) hari kerja setelah permintaan jelas", [["email"], ["phone"]]),
    ],
)
def test_each_office_promises_and_asks_what_its_own_text_says(
    front: Front, office: str, days: int, sentence: str, contacts: list[list[str]]
) -> None:
    form = front.get(f"//{office}/kiosk/requests").json
    published = front.house.parts.offices[office].standard
    assert form["promise"]["working_days"] == days
    assert sentence in form["promise"]["sentence"]
    assert any(form["promise"]["sentence"] in line for part in published.components for line in part.lines)
    assert form["requirements"] == list(published.requirements_on("web_form"))
    assert form["contacts"] == contacts
    made = asked(front, office, phone="0812-0000-0013")
    assert made["promise"]["working_days"] == days
    for group in contacts:
        lacking = ask(front, office, **(dict.fromkeys(group) | {"phone": None if "phone" in group else "081200000013"}))
        assert is_problem(lacking, 422, f"{group[0]}_needed" if len(group) == 1 else "contact_needed")
        assert lacking.json["item"] == group[0]


def test_an_office_whose_text_promises_nothing_online_says_so_and_judges_nothing(front: Front) -> None:
    offices = front.house.parts.offices
    silent = replace(
        offices[OFFICE], standard=replace(offices[OFFICE].standard, requests=(), contacts=(), requirements=())
    )
    front.house.parts.offices = {**offices, OFFICE: silent}
    assert front.get("/kiosk/requests").json["promise"] is None
    made = asked(front, email=None)
    assert (made["promise"], made["verdict"], made["reason"], made["due_day"]) == (
        None,
        "not_judged",
        "no_promise",
        None,
    )


def test_step_two_of_kepulauan_riau_is_this_form(front: Front, clock: HandClock) -> None:
    """Its clock begins when the form is filled: at once by the web form, later where a link was sent by WhatsApp."""
    riau = "kepulauan-riau"
    made = asked(front, riau, phone="0812-0000-0013")
    assert (made["verdict"], made["due_day"], made["awaits_form"]) == ("running", "2026-11-26", False)
    house = FrontDesk(front.house.parts, front.house.parts.offices[riau], None)
    chat = house.hear(Asked(channel="whatsapp", said=Said(text="Halo"), phone="0812-0000-0014")).case.stored
    house.perform(lambda work: house._move_request(work, chat.id, "send_form", facts={"by_itself": True}))
    at = f"//{riau}/kiosk/requests/{token_of(front.house.parts, riau, chat)}"
    assert (front.get(at).json["verdict"], front.get(at).json["awaits_form"]) == ("not_started", True)
    clock.at("10:00", FRIDAY)
    filled = front.post(f"{at}/messages", {"text": "Data ekspor karet 2024"}).json
    assert (filled["verdict"], filled["due_day"], filled["awaits_form"]) == ("running", "2026-11-27", False)


def test_a_minor_leaves_no_contact_and_reads_the_answer_on_the_page(front: Front) -> None:
    made = asked(front, email=None, minor=True)
    assert is_problem(ask(front, minor=True), 422, "contact_of_minor")
    number = number_of(front, made)
    rina(front).answer_request(number, "IPM 2025: 83,79.", sent=True)
    [said, answer] = front.get(f"/kiosk/requests/{made['token']}").json["thread"]
    assert (said["side"], answer["side"], answer["kind"]) == ("user", "office", "answer")
    [stored] = [m for m in rina(front).reading(lambda records: records.messages_of(number)) if m.side == "office"]
    assert stored.delivery == "sent"


def test_a_question_stops_the_clock_and_the_reply_on_the_page_starts_it(either_front: Front, clock: HandClock) -> None:
    made = asked(either_front)
    number = number_of(either_front, made)
    rina(either_front).ask_user(number, "Tahun berapa?")
    rina(either_front).found_sent(number, 2)
    at = f"/kiosk/requests/{made['token']}"
    shown = either_front.get(at).json
    assert (shown["state"], shown["verdict"]) == ("waiting", "not_started")
    assert shown["closes_at"].startswith("2026-11-2")
    clock.at("09:00", FRIDAY)
    answer = either_front.post(f"{at}/messages", {"text": "2015 sampai 2025"}, Idempotency_Key="k" * 32)
    assert (answer.json["state"], answer.json["verdict"], answer.json["due_day"]) == (
        "received",
        "running",
        "2026-11-25",
    )
    again = either_front.post(f"{at}/messages", {"text": "2015 sampai 2025"}, Idempotency_Key="k" * 32)
    assert (again.status_code, len(again.json["thread"])) == (200, 3)


def test_a_reply_within_thirty_days_opens_it_again_and_later_it_is_refused(front: Front, clock: HandClock) -> None:
    made = asked(front)
    number, at = number_of(front, made), f"/kiosk/requests/{made['token']}"
    rina(front).answer_request(number, "Terlampir.", sent=True)
    rina(front).close_request(number, "answered")
    closed = front.get(at).json
    assert (closed["state"], closed["end_reason"], closed["verdict"]) == ("closed", "answered", "kept")
    clock.passes(days=29)
    assert front.post(f"{at}/messages", {"text": "Masih kurang satu tahun"}).json["state"] == "reopened"
    rina(front).close_request(number, "withdrawn")
    clock.passes(days=31)
    assert is_problem(front.post(f"{at}/messages", {"text": "Halo"}), 409, "reopen_too_late")


def test_whoever_holds_the_link_erases_their_words_and_the_number_stays(either_front: Front) -> None:
    made = asked(either_front, name="Kanari")
    at = f"/kiosk/requests/{made['token']}"
    for _ in range(2):
        erased = either_front.post(f"{at}/erase").json
        assert (erased["erased"], erased["thread"], erased["state"]) == (True, [], "closed")
    assert (erased["number"], erased["end_reason"]) == ("WF-2026-0001", "withdrawn")
    assert "KANARI" not in either_front.get(at).text.upper()
    assert is_problem(either_front.post(f"{at}/messages", {"text": "Halo"}), 409, "erased")
    thread = rina(either_front).read_request(number_of(either_front, made))
    assert (thread.person, [message.words for message in thread.messages]) == ({}, [{}])


@pytest.mark.parametrize(
    ("body", "code", "item"),
    [
        ({"text": "NIK 1471 0123 4567 8901"}, "identity_number", "text"),
        ({"name": "Faiz 1471012345678901"}, "identity_number", "name"),
        ({"text": " \n "}, "nothing_said", "text"),
        ({"email": "bukan alamat"}, "bad_email", None),
        ({"phone": "12"}, "bad_phone", None),
        ({"service": "ZZ"}, "unknown_service", None),
        ({"website": "http://x"}, "hidden_field_filled", "website"),
        ({"text": "x" * 4001}, "invalid_body", None),
    ],
)
def test_what_cannot_be_a_request_is_refused_in_the_readers_language(
    front: Front, body: dict[str, Any], code: str, item: str | None
) -> None:
    sentences = set()
    for language in ("id", "en"):
        said = {"text": SAID, "email": "kanari@example.com"} | body
        answer = front.post("/kiosk/requests", said, Idempotency_Key="b" * 32, Accept_Language=language)
        assert is_problem(answer, 422, code)
        assert answer.json.get("item") == item or item is None
        sentences.add(answer.json["detail"])
    assert len(sentences) == 2
    assert front.house.parts.database.reading(OFFICE, lambda records: records.all_requests()) == []

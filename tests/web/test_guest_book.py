"""The guest book over HTTP: anybody may read the form, nobody reads an answer back, and nothing personal leaks."""

from __future__ import annotations

from typing import Any

import pytest

from shared.front_desk.book import Book
from tests.cast import THURSDAY
from tests.web.front import Front, is_problem

RAHMI = {
    "name": "ZZKANARI Rahmi",
    "phone": "0899-0000-0001",
    "email": "kanari@example.com",
    "birth_year": 2003,
    "sex": 2,
    "occupation": 1,
    "institution": "Universitas Riau (contoh)",
    "use": 1,
    "means": [1, 4],
    "purpose": "Garis kemiskinan Kota Pekanbaru",
}


def write(front: Front, who: str | None = "kiosk", **body: Any) -> Any:
    return front.post("/kiosk/guestbook", body, who)


def stored(front: Front, ticket: int) -> dict[str, Any]:
    desk = front.owner()
    vault = front.house.parts.vault
    return desk.reading(lambda records: Book(records, vault).answers(records.entry_of_ticket(ticket)))


def form(front: Front, query: str = "") -> Any:
    return front.get(f"/kiosk/guestbook{query}").json


def test_anybody_may_read_what_the_form_asks_in_both_languages(front: Front) -> None:
    asked = form(front)
    by_name = {item["name"]: item for item in asked["items"]}
    assert by_name["sex"]["options"][0] == {"code": 1, "text": {"id": "Laki-laki", "en": "Male"}}
    assert by_name["use_other"]["follows"] == {"item": "use", "code": 5}
    assert [item["name"] for item in asked["items"]][-5:] == ["phone", "email", "country", "province", "city"]
    assert not any(item["required"] for item in asked["items"])
    assert asked["minors_born_since"] == THURSDAY.year - 18
    assert {consent["purpose"] for consent in asked["consents"]} == {"follow_up", "survey"}


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_notice_has_at_most_sixty_words_and_says_whose_how_long_and_where_to_ask(
    front: Front, language: str
) -> None:
    notice = form(front)["notice"][language]
    assert len(notice.split()) <= 60
    for said in ("PST BPS Kota Pekanbaru", "90", "(0761) 7874567"):
        assert said in notice


def test_dtsen_has_a_form_of_its_own_and_an_unknown_one_is_not_found(front: Front) -> None:
    assert [item["name"] for item in form(front, "?form=dtsen")["items"]][:2] == ["dtsen_kind", "purpose"]
    assert is_problem(front.get("/kiosk/guestbook?form=visa"), 404, "not_found")


def test_a_kiosk_a_phone_and_an_officer_write_one_entry_and_are_told_only_what_is_answered(front: Front) -> None:
    ticket = front.take("K")
    first = write(front, ticket=ticket["token"], answers={"name": "Rahmi", "sex": 2})
    assert (first.status_code, first.json["answered"]) == (201, ["name", "sex"])
    phone = write(front, None, ticket=ticket["token"], answers={"purpose": "Skripsi"}, channel="phone")
    assert (phone.status_code, phone.json["entry"]) == (201, first.json["entry"])
    assert "Rahmi" not in phone.text
    assert write(front, "officer", ticket=ticket["token"], answers={"use": 1}, channel="officer").status_code == 201
    assert stored(front, ticket["id"]) == {"name": "Rahmi", "sex": 2, "purpose": "Skripsi", "use": 1}


def test_the_phone_knows_which_items_are_answered_and_never_with_what(front: Front) -> None:
    ticket = front.take("K")
    write(front, ticket=ticket["token"], answers={"name": "ZZKANARI", "sex": 2})
    held = front.get(f"/kiosk/tickets/{ticket['token']}")
    assert held.json["answered"] == ["name", "sex"]
    assert "KANARI" not in held.text


def test_without_a_ticket_only_screens_of_the_office_may_write(front: Front) -> None:
    body = {"form": "reception", "answers": {"name": "Tamu", "host": "Kepala"}}
    assert is_problem(write(front, None, **body), 401, "unauthenticated")
    assert is_problem(write(front, "display", **body), 403, "forbidden")
    other = front.ask("POST", "/kiosk/guestbook", body, "kiosk", office="ternate")
    assert is_problem(other, 404, "unknown_office")
    assert write(front, "kiosk", **body).status_code == 201


def test_a_wrong_link_writes_nothing(front: Front) -> None:
    ticket = front.take("K")
    assert is_problem(write(front, None, ticket=ticket["token"][:-2] + "AA", answers={}), 404, "unknown_ticket")


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"nik": "1"}, "unknown_item"),
        ({"Budi 081234567890": ""}, "unknown_item"),
        ({"purpose": "NIK 1471012345678901"}, "identity_number"),
        ({"sex": 9}, "unknown_option"),
        ({"sex": "2"}, "bad_answer"),
        ({"phone": "12"}, "bad_phone"),
        ({"email": "x"}, "bad_email"),
        ({"birth_year": 2010, "phone": "081200000005"}, "contact_of_minor"),
        ({"group": 3, "group_men": 2, "group_women": 2}, "head_count"),
        ({"means": {"1": 1}}, "invalid_body"),
        ({"sex": True}, "invalid_body"),
        ({"sex": 1.5}, "invalid_body"),
    ],
)
def test_what_cannot_be_an_answer_is_refused_in_a_friendly_sentence_and_changes_nothing(
    front: Front, answers: dict[str, Any], code: str
) -> None:
    ticket = front.take("K")
    seq = front.seq()
    answer = write(front, ticket=ticket["token"], answers={"name": "Rahmi", **answers})
    assert is_problem(answer, 422, code)
    assert (front.seq(), stored(front, ticket["id"])) == (seq, {})


def test_nothing_that_was_written_reaches_a_screen_or_the_line(front: Front) -> None:
    ticket = front.take("K")
    write(front, ticket=ticket["token"], answers=RAHMI, consents={"survey": True})
    front.verb("call-next")
    pages = [
        front.get("/display/board", "display").text,
        front.get("/kiosk/services", "kiosk").text,
        front.get(f"/kiosk/tickets/{ticket['token']}").text,
        front.get("/counter/queue", "manager").text,
        front.get("/counter/live", "manager").text,
        front.get("/counter/wait-log", "manager").text,
    ]
    for page in pages:
        for trace in ("KANARI", "kanari", "0899", "8990000"):
            assert trace not in page


def test_a_seal_that_no_longer_opens_costs_nobody_their_place_in_line(front: Front) -> None:
    ticket = front.take("K")
    write(front, ticket=ticket["token"], answers=RAHMI)
    entry = front.owner().reading(lambda records: records.entry_of_ticket(ticket["id"]))
    assert entry is not None
    front.house.parts.database.writing("kota-pekanbaru", lambda records: records.keep_entry(entry.id, sealed=b"bent"))
    held = front.get(f"/kiosk/tickets/{ticket['token']}")
    assert (held.status_code, held.json["answered"]) == (200, ["means", "occupation", "sex", "use"])
    assert is_problem(front.post(f"/counter/tickets/{ticket['id']}/open", {}, "officer"), 409, "seal_unreadable")
    assert front.post(f"/kiosk/tickets/{ticket['token']}/leave").status_code == 200


def test_what_staff_write_for_a_visitor_has_their_name_in_the_journal(front: Front) -> None:
    ticket = front.take("K")
    write(front, "officer:Rina", ticket=ticket["token"], answers={"sex": 1}, channel="officer")
    row = front.owner().reading(lambda records: records.all_rows())[-1]
    assert front.owner().reading(lambda records: records.names())[row.actor or 0] == "Rina"


def test_a_link_can_be_written_with_only_so_often(front: Front) -> None:
    ticket = front.take("K")
    steps = [write(front, None, ticket=ticket["token"], answers={}).status_code for _ in range(121)]
    assert (steps[:120].count(201), steps[-1]) == (120, 429)


def test_a_child_at_the_kiosk_announces_no_hundred_guests(front: Front) -> None:
    csrf = front.paired("kiosk")

    def announces(key: str) -> Any:
        headers = {"X-CSRF-Token": csrf, "Idempotency-Key": key, "Accept": "application/json"}
        said = {"form": "reception", "answers": {"name": "Tamu"}}
        return front.browser.post("/kota-pekanbaru/kiosk/guestbook", json=said, headers=headers)

    assert {announces(str(number)).status_code for number in range(20)} == {201}
    assert is_problem(announces("one too many"), 429, "too_many")
    assert announces("7").status_code == 201, "whoever is in the middle of it goes on"
    assert front.post("/kiosk/guestbook", {"form": "reception"}, "kiosk").status_code == 201, "a token is no child"

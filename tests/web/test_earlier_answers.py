"""Kota Malang's defect must not come here: whoever types a number learns nothing of the one to whom it belongs."""

from __future__ import annotations

from typing import Any

import pytest

from shared.front_desk.book import Book
from tests.cast import HandClock
from tests.web.front import Front, is_problem

RAHMI = {
    "name": "ZZKANARI Rahmi",
    "phone": "0899-0000-0001",
    "email": "kanari@example.com",
    "sex": 2,
    "occupation": 1,
    "institution": "Universitas KANARI",
}
TRACES = ("KANARI", "kanari", "0899", "8990000")


def write(front: Front, ticket: dict[str, Any], who: str | None = None, channel: str = "phone", **answers: Any) -> Any:
    said = {"ticket": ticket["token"], "answers": answers, "channel": channel}
    answer = front.post("/kiosk/guestbook", said, who)
    assert answer.status_code == 201, answer.json
    return answer


def link(ticket: dict[str, Any]) -> str:
    return f"/kiosk/tickets/{ticket['token']}/earlier-answers"


def stored(front: Front, ticket: dict[str, Any]) -> dict[str, Any]:
    vault = front.house.parts.vault
    return front.owner().reading(lambda records: Book(records, vault).answers(records.entry_of_ticket(ticket["id"])))


@pytest.fixture
def known(front: Front, clock: HandClock) -> Front:
    """Rahmi was here yesterday."""
    write(front, front.take("K"), "kiosk", "kiosk", **RAHMI)
    clock.passes(days=1)
    return front


def test_her_own_phone_is_asked_and_told_which_items_are_answered_never_with_what(known: Front) -> None:
    ticket = known.take("K")
    write(known, ticket, name="zzkanari RAHMI", phone="+62 899 0000 0001")
    assert known.get(link(ticket)).json == {"offer": True}
    used = known.post(link(ticket))
    assert used.json == {"answered": ["email", "institution", "name", "occupation", "phone", "sex"]}
    assert not any(trace in used.text for trace in TRACES)
    assert stored(known, ticket)["institution"] == "Universitas KANARI"
    assert known.get(link(ticket)).json == {"offer": False}


@pytest.mark.parametrize("typed", [{"phone": "0899-0000-0001"}, {"email": "kanari@example.com"}])
def test_another_name_with_her_contact_hears_word_for_word_what_an_unknown_number_hears(
    known: Front, typed: dict[str, str]
) -> None:
    thief, stranger = known.take("K"), known.take("K")
    other = {"phone": "0812-1234-5678", "email": "budi@example.com"}
    written = [
        write(known, thief, name="Budi", **typed),
        write(known, stranger, name="Budi", **{kind: other[kind] for kind in typed}),
    ]
    assert [answer.json["answered"] for answer in written] == [sorted(["name", *typed])] * 2
    asked = [known.get(link(ticket)) for ticket in (thief, stranger)]
    used = [known.post(link(ticket)) for ticket in (thief, stranger)]
    assert asked[0].data == asked[1].data
    assert used[0].data == used[1].data
    assert is_problem(used[0], 409, "no_earlier_answers")
    seen = [known.get(f"/kiosk/tickets/{thief['token']}{path}").text for path in ("", "/my-data")]
    assert not any(trace in page for trace in ("KANARI", "kanari", "Universitas") for page in seen)
    assert stored(known, thief).keys() == {"name", *typed}


def test_a_kiosk_is_never_asked_not_even_with_the_right_name(known: Front) -> None:
    ticket = known.take("K")
    write(known, ticket, "kiosk", "kiosk", name=RAHMI["name"], phone=RAHMI["phone"])
    assert is_problem(known.get(link(ticket), "kiosk"), 403, "forbidden")
    assert is_problem(known.post(link(ticket), {}, "kiosk"), 403, "forbidden")
    pages = [known.get("/kiosk/services", "kiosk").text, known.get(f"/kiosk/tickets/{ticket['token']}", "kiosk").text]
    assert not any(word in page for page in pages for word in ("offer", "returning", "Universitas"))
    assert stored(known, ticket).keys() == {"name", "phone"}


def test_a_link_can_ask_six_times_an_hour_and_all_links_together_sixty(known: Front) -> None:
    ticket = known.take("K")
    write(known, ticket, name="Budi", phone=RAHMI["phone"])
    asked = [known.get(link(ticket)).status_code for _ in range(7)]
    assert asked == [200] * 6 + [429]
    others = [known.take("K") for _ in range(10)]
    answers = [known.get(link(other)).status_code for other in others for _ in range(6)]
    assert (answers.count(200), answers[-1]) == (54, 429)


def test_the_officer_sees_a_day_then_a_name_with_a_trace_and_no_queue_carries_either(known: Front) -> None:
    ticket = known.take("K")
    write(known, ticket, name="Bu Rahmi", phone=RAHMI["phone"])
    at = f"/counter/tickets/{ticket['id']}/returning"
    assert known.get(at, "officer").json == {"before": "2026-11-19"}
    assert known.post(f"{at}/open", {}, "officer").json == {"name": "ZZKANARI Rahmi"}
    screens = [known.get(path, "manager").text for path in ("/counter/queue", "/counter/live")]
    assert not any(word in screen for screen in screens for word in ("KANARI", "before", "returning"))
    assert known.post(at, {"same": True}, "officer").json["answered"][:2] == ["email", "institution"]
    told = known.post(f"/counter/tickets/{ticket['id']}/rights/export", {}, "manager").json
    assert [visit["day"] for visit in told["visits"]] == ["2026-11-19", "2026-11-20"]
    assert [read["what"] for read in told["reads"]] == ["returning", "returning", "export"]


def test_whoever_says_no_stays_another(known: Front) -> None:
    ticket = known.take("K")
    write(known, ticket, name="Budi", phone=RAHMI["phone"])
    at = f"/counter/tickets/{ticket['id']}/returning"
    assert known.post(at, {"same": False}, "officer").status_code == 200
    assert known.get(at, "officer").json == {"before": None}
    assert is_problem(known.post(at, {"same": True}, "officer"), 409, "no_earlier_answers")

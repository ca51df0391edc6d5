"""One program serves the five offices at once, and nothing of one is visible in another."""

from __future__ import annotations

import pytest

from tests.steps.walk import FiveOffices, Walk


def canary(code: str) -> str:
    return f"ZZ{code.replace('-', '')}ZZ"


def live_through_a_morning(walk: Walk) -> None:
    """A visitor where the office takes any, a complaint, and a request that is answered; all say whose they are."""
    said = canary(walk.code)
    if walk.office.takes_walk_ins:
        walk.ticket = walk.post("/kiosk/tickets", {"service": "K"}, "kiosk")
        walk.post("/kiosk/guestbook", {"ticket": walk.ticket["token"], "answers": {"name": said, "purpose": said}})
        for verb in ("call-next", "start", "finish"):
            walk.press(verb)
    walk.post("/kiosk/complaints", {"kind": "complaint", "text": said, "name": said})
    came = {"channel": walk.office.standard.channels[0], "text": said, "name": said, "email": f"{said}@example.com"}
    walk.request = walk.post("/counter/requests", came, "officer")
    walk.on_request("answer", {"text": said})


@pytest.fixture
def busy(five: FiveOffices) -> dict[str, Walk]:
    """All five after the same morning."""
    walks = {code: five.walk(code) for code in five.offices}
    for walk in walks.values():
        live_through_a_morning(walk)
    return walks


def places(five: FiveOffices) -> list[str]:
    """Every address of an office that is read and needs nothing but the office."""
    rules = five.house.app.url_map.iter_rules()
    return [rule.rule for rule in rules if "GET" in (rule.methods or ()) and rule.arguments == {"office"}]


def test_no_page_of_an_office_says_a_word_of_another(five: FiveOffices, busy: dict[str, Walk]) -> None:
    read = 0
    for code in five.offices:
        for place in places(five):
            for token in (None, *five.tokens[code].values()):
                for accept in ("application/json", "text/html"):
                    answer = five.ask("GET", place.replace("<office>", code), None, token, Accept=accept)
                    read += answer.status_code == 200
                    strange = [
                        other for other in five.offices if other != code and canary(other).encode() in answer.data
                    ]
                    assert strange == [], (code, place)
    assert read > 5 * len(places(five)), "most places are there for somebody"


def test_nobody_of_an_office_is_known_in_another(five: FiveOffices, busy: dict[str, Walk]) -> None:
    for code in five.offices:
        for other in five.offices:
            if other != code:
                answer = five.ask("GET", f"/{other}/counter/requests", None, five.tokens[code]["officer"])
                assert (answer.status_code, answer.json["code"]) == (404, "unknown_office")


def test_a_request_is_found_by_its_own_office_alone(five: FiveOffices, busy: dict[str, Walk]) -> None:
    for code, walk in busy.items():
        mine = walk.get(f"/counter/requests/{walk.request['id']}", "officer").text
        assert canary(code) in mine
        for other in busy.values():
            if other.code != code:
                answer = other.get(f"/counter/requests/{walk.request['id']}", "officer")
                assert canary(code) not in answer.text
                assert (answer.status_code, answer.json["code"]) == (404, "unknown_request")

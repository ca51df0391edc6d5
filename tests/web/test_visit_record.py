"""The officer's record and the visitor's rights over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from shared.vault import Vault
from tests.cast import HandClock
from tests.web.front import Front, is_problem
from tests.web.test_guest_book import RAHMI, write


def a_visit(front: Front) -> dict[str, Any]:
    """Rahmi wrote her entry and is served by Rina."""
    ticket = front.take("K")
    assert write(front, ticket=ticket["token"], answers=RAHMI, consents={"survey": True}).status_code == 201
    front.verb("call-next", who="officer:Rina")
    front.verb("start", who="officer:Rina")
    return ticket


def opened(front: Front, ticket: int) -> Any:
    return front.post(f"/counter/tickets/{ticket}/open", {"reason": "serving"}, "officer:Rina").json


def test_an_officer_opens_the_entry_with_its_copy_sheet_and_writes_a_need(front: Front) -> None:
    ticket = a_visit(front)
    need: dict[str, Any] = {
        "position": 1,
        "answers": {"detail": "Garis kemiskinan", "level": 3, "period": 4, "obtained": 1},
    }
    assert front.post(f"/counter/tickets/{ticket['id']}/needs", need, "officer:Rina").status_code == 201
    record = opened(front, ticket["id"])
    assert record["answers"]["name"] == "ZZKANARI Rahmi"
    assert record["needs"] == [{"position": 1, "leg": 1, **need["answers"]}]
    assert record["copy_sheet"][0] == {"label": {"id": "Nama lengkap", "en": "Full name"}, "value": "ZZKANARI Rahmi"}
    front.post(f"/counter/tickets/{ticket['id']}/needs/99999999999999999999/drop", {}, "officer:Rina")
    front.post(f"/counter/tickets/{ticket['id']}/needs/1/drop", {}, "officer:Rina")
    assert opened(front, ticket["id"])["needs"] == []


def test_the_form_of_a_need_names_its_options(front: Front) -> None:
    items = {item["name"]: item for item in front.get("/counter/needs-form", "officer").json["items"]}
    assert [option["code"] for option in items["obtained"]["options"]] == [1, 2, 3, 4]
    assert items["level_other"]["follows"] == {"item": "level", "code": 7}


def test_a_need_with_an_identity_number_is_refused(front: Front) -> None:
    ticket = a_visit(front)
    need = {"position": 1, "answers": {"result": "NIK 1471 0123 4567 8901"}}
    assert is_problem(front.post(f"/counter/tickets/{ticket['id']}/needs", need, "officer"), 422, "identity_number")


def test_a_visitor_asks_by_their_link_and_the_manager_sees_the_deadline(front: Front, clock: HandClock) -> None:
    ticket = a_visit(front)
    asked = front.post(f"/kiosk/tickets/{ticket['token']}/rights", {"kind": "erase"})
    assert (asked.status_code, asked.json["due_at"]) == (201, "2026-11-22T08:00:00.000+07:00")
    [request] = front.get("/counter/rights", "manager").json["requests"]
    assert (request["kind"], request["tickets"]) == ("erase", [ticket["id"]])
    assert front.post(f"/counter/tickets/{ticket['id']}/rights/erase", {}, "manager").status_code == 200
    assert front.get("/counter/rights", "manager").json["requests"] == []
    assert opened(front, ticket["id"])["answers"] == {
        name: answer for name, answer in RAHMI.items() if name in ("sex", "occupation", "use", "means")
    }
    gone = front.post(f"/counter/tickets/{ticket['id']}/rights/export", {}, "manager")
    assert is_problem(gone, 404, "nothing_stored")


def at_the_desk(front: Front) -> Any:
    return front.get("/counter/queue", "officer").json["counters"][0]


def by_number(front: Front, number: str, day: str = "2026-11-19") -> Any:
    return front.get(f"/counter/tickets/by-number?day={day}&number={number}", "manager:Sari")


def test_the_console_knows_how_much_was_written_and_never_what(front: Front) -> None:
    a_visit(front)
    assert at_the_desk(front)["guest_book"] == {"answered": len(RAHMI), "missing": [], "group": None}
    shown = front.get("/counter/queue", "officer").text
    assert not any(word in shown for word in ("KANARI", "kanari", "0899", "Riau"))


def test_a_dtsen_visit_has_an_outcome_of_its_own(front: Front) -> None:
    """domain.md 1.2: settled here, follow-up, not found, or incomplete; the identity number is never kept."""
    ticket = front.take("D")
    front.verb("call-next", who="officer:Rina")
    asked = front.get("/counter/needs-form?record=dtsen", "officer").json["items"]
    assert [item["name"] for item in asked] == ["dtsen_result", "result"]
    path = f"/counter/tickets/{ticket['id']}/needs"
    outcome = {"dtsen_result": 2, "result": "Sanggahan diteruskan ke dinas sosial"}
    assert front.post(path, {"position": 1, "answers": outcome}, "officer:Rina").status_code == 201
    assert opened(front, ticket["id"])["needs"] == [{"position": 1, "leg": 1, **outcome}]
    refused = front.post(path, {"position": 1, "answers": {"obtained": 1}}, "officer:Rina")
    assert is_problem(refused, 422, "unknown_item")
    refused = front.post(path, {"position": 1, "answers": {"result": "NIK 1471012345678901"}}, "officer:Rina")
    assert is_problem(refused, 422, "identity_number")
    assert is_problem(front.get("/counter/needs-form?record=nik", "officer"), 404, "not_found")


def test_a_group_is_counted_and_an_answer_that_is_taken_back_is_not(front: Front) -> None:
    ticket = a_visit(front)
    heads = {"group": 32, "group_men": 14, "group_women": 18, "purpose": None}
    assert write(front, ticket=ticket["token"], answers=heads).status_code == 201
    book = at_the_desk(front)["guest_book"]
    assert (book["answered"], book["group"]) == (len(RAHMI) - 1 + 3, 32)


def test_a_visitor_who_wrote_nothing_has_no_guest_book(front: Front) -> None:
    front.take("R")
    front.verb("call-next", who="officer:Rina")
    desk = at_the_desk(front)
    assert desk["guest_book"] is None


def test_a_secret_that_is_lost_costs_the_words_and_never_the_line(
    front: Front, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_visit(front)
    monkeypatch.setattr(front.house.parts, "vault", Vault(b"another secret, as long as the first"))
    names_nobody = [name for name in RAHMI if name in ("sex", "occupation", "use", "means")]
    assert at_the_desk(front)["guest_book"]["answered"] == len(names_nobody)


def test_a_manager_finds_a_visit_by_the_number_on_its_slip(front: Front) -> None:
    ticket = a_visit(front)
    found = by_number(front, "k-001").json
    slip = {"ticket": ticket["id"], "number": "K-001", "day": "2026-11-19", "service": "K"}
    assert found == {**slip, "stored": "used", "requests": []}
    front.post(f"/kiosk/tickets/{ticket['token']}/rights", {"kind": "restrict"})
    assert by_number(front, "K-001").json["requests"][0]["kind"] == "restrict"
    front.post(f"/counter/tickets/{ticket['id']}/rights/restrict", {"restricted": True}, "manager")
    assert by_number(front, "K-001").json["stored"] == "restricted"
    front.post(f"/counter/tickets/{ticket['id']}/rights/erase", {}, "manager")
    assert by_number(front, "K-001").json["stored"] == "erased"


def test_a_number_that_nobody_has_is_not_found_and_one_without_an_entry_has_nothing(front: Front) -> None:
    front.take("K")
    assert by_number(front, "K-001").json["stored"] == "nothing"
    assert is_problem(by_number(front, "K-002"), 404, "unknown_ticket")
    assert is_problem(by_number(front, "K-001", "2026-11-18"), 404, "unknown_ticket")
    assert is_problem(by_number(front, "K-001", "kemarin"), 422, "invalid_body")


def test_the_page_of_requests_names_numbers_and_days_and_nobody(front: Front) -> None:
    ticket = a_visit(front)
    front.post(f"/kiosk/tickets/{ticket['token']}/rights", {"kind": "export"})
    page = front.get("/counter/rights", "manager", Accept="text/html")
    assert (page.status_code, "counter-rights" in page.text) == (200, True)
    assert '"number": "K-001"' in page.text
    assert "KANARI" not in page.text
    [request] = front.get("/counter/rights", "manager").json["requests"]
    assert request["visits"] == [
        {"ticket": ticket["id"], "number": "K-001", "day": "2026-11-19", "service": "K"},
    ]
    assert request["stored"] == "used"


def test_whoever_was_erased_has_nothing_open_any_more(front: Front) -> None:
    ticket = a_visit(front)
    for kind in ("export", "erase"):
        front.post(f"/kiosk/tickets/{ticket['token']}/rights", {"kind": kind})
    assert len(front.get("/counter/rights", "manager").json["requests"]) == 2
    front.post(f"/counter/tickets/{ticket['id']}/rights/erase", {}, "manager")
    assert front.get("/counter/rights", "manager").json["requests"] == []


def test_an_export_holds_everything_and_who_looked(front: Front) -> None:
    ticket = a_visit(front)
    opened(front, ticket["id"])
    told = front.post(f"/counter/tickets/{ticket['id']}/rights/export", {}, "manager:Sari").json
    assert told["visits"][0]["answers"]["email"] == "kanari@example.com"
    assert [(read["actor"], read["what"]) for read in told["reads"]] == [("Rina", "visit"), ("Sari", "export")]
    assert told["consents"][0]["purpose"] == "survey"


def test_a_consent_is_taken_back_by_the_link(front: Front) -> None:
    ticket = a_visit(front)
    assert front.post(f"/kiosk/tickets/{ticket['token']}/consents/survey/withdraw").json == {
        "purpose": "survey",
        "given": False,
    }
    assert is_problem(front.post(f"/kiosk/tickets/{ticket['token']}/consents/ads/withdraw"), 422, "unknown_purpose")


def test_whoever_wrote_nothing_has_nothing_to_ask_for(front: Front) -> None:
    ticket = front.take("K")
    assert is_problem(front.post(f"/kiosk/tickets/{ticket['token']}/rights", {"kind": "export"}), 404, "nothing_stored")

"""The officer's record and the visitor's rights over HTTP."""

from __future__ import annotations

from typing import Any

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


def test_an_export_holds_everything_and_who_looked(front: Front) -> None:
    ticket = a_visit(front)
    opened(front, ticket["id"])
    told = front.post(f"/counter/tickets/{ticket['id']}/rights/export", {}, "manager:Sari").json
    assert told["answers"]["email"] == "kanari@example.com"
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

"""The manager sees how people asked, once enough of them asked from afar."""

from __future__ import annotations

from tests.domain.satisfaction.surveys import TEN_RESPONDENTS, written
from tests.journeys.screens import BOARD, DESK, Screens
from tests.journeys.test_accessibility import axe, passes
from tests.journeys.test_satisfaction import SIDEWAYS, card, rates, satisfaction
from tests.journeys.the_inbox import do

__all__ = ["axe"]

AT_THE_DESK, FROM_AFAR = written(TEN_RESPONDENTS[:5]), written(TEN_RESPONDENTS[5:])


def rates_from_afar(office: Screens, answers: dict[str, int]) -> None:
    """Somebody asks by the web form, is answered and says how it was."""
    asked = office.at.ask("POST", "/kiosk/requests", "kiosk", {"text": "Data IPM", "email": "faiz@example.com"})
    assert asked.status == 201, asked.data
    rows = office.at.ask("GET", "/counter/requests", "dewi").data["requests"]
    [mine] = [one for one in rows if one["number"] == asked.data["number"]]
    do(office, mine, "answer", text="Terlampir.", sent=True)
    body = {"instrument": "skm", "answers": answers}
    rated = office.at.ask("POST", f"/kiosk/requests/{asked.data['token']}/rating", "kiosk", body)
    assert rated.status == 200, rated.data


def test_how_they_asked_stands_beside_who_they_were(office: Screens, axe: str) -> None:
    for answers in AT_THE_DESK:
        rates(office, answers)
    for answers in FROM_AFAR:
        rates_from_afar(office, answers)
    manager = satisfaction(office)
    told = card(manager, "Karakteristik responden")
    ways = told.locator(".trait", has=manager.get_by_role("heading", name="Cara meminta"))
    assert ways.locator("dt").all_inner_texts() == ["datang langsung", "formulir web"]
    assert ways.locator("dd").all_inner_texts() == ["5", "5"]
    for size in (DESK, BOARD):
        manager.set_viewport_size({"width": size["width"], "height": size["height"]})
        assert manager.evaluate(SIDEWAYS) == []
        passes(manager, axe)
        ways.scroll_into_view_if_needed()
        office.picture(manager, f"satisfaction-ways-{size['width']}")

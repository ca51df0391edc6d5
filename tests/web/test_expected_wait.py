"""The expected wait over HTTP: at the kiosk before a number is taken, with the number, and on the visitor's phone."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cast import Company, HandClock
from tests.desk.quiet_day import FOUR_TO_FIVE_MINUTES, next_morning, quiet_day
from tests.web.front import OFFICE, Front

LOW, HIGH = FOUR_TO_FIVE_MINUTES
KNOWN = {"from": LOW, "to": HIGH, "visits": 20}


@pytest.fixture
def crew(front: Front, clock: HandClock) -> Company:
    """Friday morning after a quiet day; Rina sits at her counter."""
    crew = Company(front.house.parts, front.house.parts.offices[OFFICE], clock)
    quiet_day(crew)
    next_morning(crew)
    return crew


def tiles(front: Front) -> dict[str, Any]:
    """What the kiosk shows beside each service."""
    services = front.get("/kiosk/services", "kiosk").json["services"]
    return {service["code"]: service["estimate"] for service in services}


def phone(front: Front, ticket: dict[str, Any]) -> Any:
    return front.get(f"/kiosk/tickets/{ticket['token']}").json["estimate"]


def test_an_office_without_history_estimates_nothing(front: Front) -> None:
    assert set(tiles(front).values()) == {None}
    ticket = front.take("K")
    assert (ticket["estimate"], phone(front, ticket)) == (None, None)


@pytest.mark.usefixtures("crew")
def test_kiosk_ticket_and_phone_say_the_same_range_and_of_how_many_visits_it_is(front: Front) -> None:
    assert tiles(front) == dict.fromkeys("KPJRDG", KNOWN)
    ticket = front.take("K")
    assert (ticket["estimate"], phone(front, ticket)) == (KNOWN, KNOWN)


@pytest.mark.usefixtures("crew")
def test_whoever_finds_a_line_as_none_before_is_told_nothing(front: Front) -> None:
    front.take("P")
    assert set(tiles(front).values()) == {None}
    assert front.take("K")["estimate"] is None


def test_nobody_who_was_called_is_told_to_wait(front: Front, crew: Company) -> None:
    ticket = front.take("K")
    crew.desk("rina").call_next(1)
    assert phone(front, ticket) is None
    crew.desk("rina").start(1)
    assert phone(front, ticket) is None

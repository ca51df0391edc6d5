"""Coming back after a missed call, or after leaving by oneself."""

from __future__ import annotations

from datetime import timedelta

import pytest

from shared.domain.ticket import State, Ticket
from tests.cast import THURSDAY, Company, HandClock


def missed(crew: Company) -> Ticket:
    """A visitor who did not come when Rina called."""
    crew.take("K")
    crew.desk("rina").call_next(1)
    return crew.desk("rina").miss(1)


def next_label(crew: Company) -> str:
    return crew.desk("bagus").call_next(2).label


def test_within_thirty_minutes_a_no_show_goes_to_the_head_of_the_line(crew: Company, clock: HandClock) -> None:
    gone = missed(crew)
    crew.take("K", priority=True)
    clock.passes(minutes=30)
    back = crew.desk("bagus").reinstate(gone.id)
    assert (back.state, back.at_head, back.leg) == (State.WAITING, True, 2)
    assert next_label(crew) == "K-001"


def test_later_than_that_they_go_to_the_end(crew: Company, clock: HandClock) -> None:
    gone = missed(crew)
    crew.take("K")
    clock.passes(minutes=31)
    assert crew.desk("bagus").reinstate(gone.id).at_head is False
    assert next_label(crew) == "K-002"


def test_whoever_left_by_phone_may_come_back_for_thirty_minutes(crew: Company, clock: HandClock) -> None:
    ticket = crew.take("K")
    crew.desk(None).leave(ticket.id)
    clock.passes(minutes=30)
    assert crew.desk("rina").reinstate(ticket.id).state is State.WAITING
    crew.desk(None).leave(ticket.id)
    clock.passes(minutes=30, seconds=1)
    with crew.refuses("illegal_move", number="K-001", state="cancelled", move="reinstate"):
        crew.desk("rina").reinstate(ticket.id)


def test_whom_staff_took_out_of_the_line_stays_out(crew: Company) -> None:
    ticket = crew.take("K")
    crew.desk("rina").cancel(ticket.id)
    with crew.refuses("illegal_move", state="cancelled", move="reinstate"):
        crew.desk("rina").reinstate(ticket.id)


def test_whoever_was_served_or_still_waits_has_nowhere_to_come_back_from(crew: Company) -> None:
    served, waiting = crew.take("K"), crew.take("K")
    crew.serve("rina", 1)
    with crew.refuses("illegal_move", state="serving"):
        crew.desk("rina").reinstate(served.id)
    with crew.refuses("illegal_move", state="waiting"):
        crew.desk("rina").reinstate(waiting.id)


def test_yesterdays_visitor_does_not_come_back_today(crew: Company, clock: HandClock) -> None:
    gone = missed(crew)
    clock.at("08:00", THURSDAY + timedelta(days=1))
    crew.take("K")
    with crew.refuses("illegal_move", number="K-001", state="no_show"):
        crew.desk("rina").reinstate(gone.id)


def test_an_unknown_ticket_cannot_come_back(crew: Company) -> None:
    crew.take("K")
    with crew.refuses("unknown_ticket"):
        crew.desk("rina").reinstate(999)


@pytest.mark.parametrize("who", ["sari", "kiosk", "board", None])
def test_only_officers_bring_visitors_back(crew: Company, who: str | None) -> None:
    gone = missed(crew)
    with crew.refuses("forbidden"):
        crew.desk(who).reinstate(gone.id)

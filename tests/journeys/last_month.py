"""An office with a month behind it, played by hand: the journeys of the wait log look back on it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from shared.app import build_parts
from shared.domain.ticket import Ticket
from shared.settings import settings_from
from tests.cast import Company, HandClock, moment
from tests.journeys.hired import Hired
from tests.journeys.office import THURSDAY_MORNING, Office, own_house
from tests.running import OFFICE

SEPTEMBER = date(2026, 9, 15)
TUESDAY, WEEK_LATER, WEDNESDAY = date(2026, 10, 6), date(2026, 10, 13), date(2026, 10, 14)


class Comes(NamedTuple):
    """A visitor of counter 1: when they took a number, were called, started and finished."""

    took: str
    called: str
    started: str
    finished: str


DAYS = {
    # The second visitor waits 30 minutes for a long consultation, and 12 more for Rina.
    TUESDAY: (Comes("08:00", "08:04", "08:05", "08:30"), Comes("08:10", "08:38", "08:42", "08:55")),
    # The longest: the counter is free at 08:40, and the second visitor is started at 08:58.
    WEEK_LATER: (
        Comes("08:00", "08:04", "08:05", "08:40"),
        Comes("08:10", "08:52", "08:58", "09:00"),
        Comes("08:15", "09:01", "09:05", "09:20"),
    ),
    WEDNESDAY: (Comes("09:00", "09:01", "09:02", "09:10"),),
}
"""Six visitors, two of them missed, both on a Tuesday between eight and nine."""
UNUSUAL_DAY = [
    ("08:00", "take", "K"),
    ("08:02", "call_next", None),
    ("08:03", "start", None),
    ("08:10", "transfer", "P"),
    ("08:11", "call_next", None),
    ("08:12", "start", None),
    ("08:20", "finish", None),
    ("08:30", "take", "P"),
    ("08:31", "call_next", None),
    ("08:33", "recall", None),
    ("08:34", "recall", None),
    ("08:36", "miss", None),
    ("09:00", "take", "P"),
    ("09:01", "call_next", None),
    ("09:02", "start", None),
    ("09:05", "finish", None),
]
"""The month before, on a day of its own: three numbers and four visits, one of them transferred and one a no-show.

The power failed between two of them.
"""


def last_month(hired: Hired) -> Office:
    """An office on 19 November whose September and October are over; its server is not started yet."""
    office = own_house(hired, THURSDAY_MORNING, {})
    clock = HandClock(moment("07:30", SEPTEMBER))
    parts = build_parts(settings_from(office.house.environment), clock=clock)
    crew = Company(parts, parts.offices[OFFICE], clock)
    _play_unusual(crew)
    taken = {day: _play(crew, day, visitors) for day, visitors in DAYS.items()}
    crew.desk("rina").explain_breach(taken[TUESDAY][1].id, 1, "long_consultation")
    parts.database.close()
    return office


def _play_unusual(crew: Company) -> None:
    for at, what, service in UNUSUAL_DAY:
        crew.clock.at(at, SEPTEMBER)
        rina = crew.desk("rina")
        if what == "take":
            crew.take(service or "")
        elif what == "transfer":
            rina.transfer(1, service=service)
        else:
            getattr(rina, what)(1)
    start, until = moment("08:40", SEPTEMBER), moment("08:50", SEPTEMBER)
    crew.desk("sari").declare_emergency(start, until, "power_cut", "Gardu padam")


def _play(crew: Company, day: date, visitors: tuple[Comes, ...]) -> list[Ticket]:
    """Everything that happens on a day, in the order of the clock; the tickets that were taken."""
    taken = []
    steps = [(at, what) for visitor in visitors for what, at in visitor._asdict().items()]
    for at, what in sorted(steps):
        crew.clock.at(at, day)
        rina = crew.desk("rina")
        if what == "took":
            taken.append(crew.take("K"))
        else:
            {"called": rina.call_next, "started": rina.start, "finished": rina.finish}[what](1)
    return taken

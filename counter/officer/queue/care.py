"""What an officer should not forget: a breach without its reason, a reminder, a visitor served in long silence."""

from __future__ import annotations

from typing import Any

from counter.officer.queue.scene import Scene
from shared.database.records.line import Seat
from shared.domain.journal import JournalRow
from shared.domain.judged_day import LoggedVisit
from shared.domain.ticket import State, Ticket

OVERTAKEN = "overtaken_by_priority"
ANSWERS = frozenset({"call", "recall", "start"})
"""What an officer does at a counter that was reminded; after it the reminder has done its work."""


def unexplained(scene: Scene) -> list[dict[str, Any]]:
    """Today's missed visits whose reason nobody has given, newest first; the judge itself knows who was overtaken."""
    asked = [v for v in scene.visits if v.visit.verdict == "missed" and not v.explained and v.visit.reason != OVERTAKEN]
    told = [_breach(scene, visit) for visit in asked]
    return sorted(told, key=lambda breach: (breach["at"], breach["ticket"]), reverse=True)


def _breach(scene: Scene, logged: LoggedVisit) -> dict[str, Any]:
    visit = logged.visit
    seconds = visit.clock_seconds or 0
    return {
        "ticket": visit.ticket,
        "leg": visit.leg,
        "number": logged.number,
        "service": visit.service,
        "late_seconds": seconds - scene.limit_seconds,
        "clock_seconds": seconds,
        "counter": visit.counter,
        "officer": scene.person(logged.officer),
        "ending": visit.reason,
        "at": scene.at(scene.decided_at(visit)),
    }


def reminders(scene: Scene) -> list[dict[str, Any]]:
    """Who was last reminded of which visitor, while that visitor still waits and nothing was done at the counter."""
    waits = {t.id: t for t in scene.tickets if t.state in (State.WAITING, State.CALLED)}
    open_ones: dict[tuple[int, int], JournalRow] = {}
    for row in scene.rows:
        if row.move == "remind" and row.counter is not None and row.ticket in waits:
            open_ones[(row.counter, row.ticket)] = row
        elif row.move in ANSWERS:
            open_ones = {place: reminder for place, reminder in open_ones.items() if place[0] != row.counter}
    return [
        {
            "counter": counter,
            "ticket": ticket,
            "number": waits[ticket].label,
            "by": scene.person(row.actor),
            "at": scene.at(row.at),
        }
        for (counter, ticket), row in open_ones.items()
    ]


def silent_since(scene: Scene, ticket: Ticket | None, seat: Seat | None) -> str | None:
    """While somebody is served: when the officer of the counter last pressed anything there."""
    if ticket is None or ticket.state is not State.SERVING or seat is None:
        return None
    pressed = [row.at for row in scene.rows if row.counter == seat.counter and row.actor == seat.officer]
    return scene.at(pressed[-1]) if pressed else None

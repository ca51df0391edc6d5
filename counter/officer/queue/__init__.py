"""What the console shows: the counters, the line in calling order with its reasons and clocks, and what needs care."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from counter.officer.guest_book import visits_without_number
from counter.officer.queue import care, desks, line
from counter.officer.queue.requests import requests_due
from counter.officer.queue.scene import Scene
from shared.database import OfficeRecords
from shared.domain.office import Office
from shared.domain.ticket import State
from shared.events import Snapshot
from shared.front_desk import Parts
from shared.web.printer_state import printer_state


def snapshot_for(parts: Parts) -> Snapshot:
    """The console's screen as a function of the rows."""

    def queue(records: OfficeRecords, office: Office, now: datetime, _: str) -> dict[str, Any]:
        return queue_json(Scene(records, office, now), parts)

    return queue


def queue_json(scene: Scene, parts: Parts) -> dict[str, Any]:
    """The console's screen, from a moment that was looked at already."""
    walk_in = scene.office.standard.walk_in
    return {
        "seq": scene.records.seq(),
        "counters": [desks.desk_json(scene, counter, parts.vault) for counter in scene.office.counters],
        "waiting": [line.waiting(scene, ticket) for ticket in scene.line],
        "on_hold": [line.held(scene, ticket) for ticket in scene.tickets if ticket.state is State.ON_HOLD],
        "missed": [line.gone(scene, ticket) for ticket in scene.tickets if ticket.state is State.NO_SHOW],
        "left": [line.gone(scene, ticket) for ticket in scene.tickets if line.left_by_themselves(scene, ticket)],
        "finished": line.finished(scene),
        "unexplained": care.unexplained(scene),
        "reminders": care.reminders(scene),
        "breaks": [{"from": scene.at(start), "until": scene.at(end)} for start, end in scene.breaks],
        "calls": line.calls(scene),
        "boards": parts.boards(scene.office.code),
        "without_number": visits_without_number(scene.records, scene.office, scene.day.day) if scene.day else [],
        "requests": requests_due(scene),
        "printer": printer_state(scene.records, parts),
        "limit_seconds": walk_in.limit_seconds if walk_in else None,
    }

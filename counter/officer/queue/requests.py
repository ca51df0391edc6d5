"""How many requests wait for the office, for whoever works at a counter at the same time."""

from __future__ import annotations

from typing import Any

from counter.officer.queue.scene import Scene
from shared.domain.request import is_owed
from shared.front_desk.requests import inbox_of


def requests_due(scene: Scene) -> dict[str, Any]:
    """How many wait for an officer, to write or to send what is written; and when each clock turns orange and red: a
    screen counts along by itself.
    """
    cases = inbox_of(scene.records, scene.office, scene.now)
    unsent = {message.request for message in scene.records.messages_to_deliver("by_hand", "failed")}
    ours = [case for case in cases if case.turn == "office" or case.stored.id in unsent]
    return {
        "open": len(unsent | {case.stored.id for case in ours}),
        "clocks": [
            {"soon_at": scene.at(case.urgency.soon_at), "due_at": scene.at(case.clock.due_at)}
            for case in ours
            if is_owed(case.clock, case.terms)
        ],
    }

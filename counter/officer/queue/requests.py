"""How many requests wait for the office, for whoever works at a counter at the same time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from counter.officer.queue.scene import Scene
from shared.domain.request import is_owed
from shared.front_desk.requests import Case, inbox_of


def requests_due(scene: Scene) -> dict[str, Any]:
    """How many wait for an officer, to write or to send what is written; and when each clock turns orange and red: a
    screen counts along by itself.
    """
    unsent = unsent_requests(scene)
    ours = of_the_office(inbox_of(scene.records, scene.office, scene.now), unsent)
    return {"open": len(unsent | {case.stored.id for case in ours}), "clocks": clocks_json(scene, ours)}


def unsent_requests(scene: Scene) -> set[int]:
    """The requests with words that an officer has to send."""
    return {message.request for message in scene.records.messages_to_deliver("by_hand", "failed")}


def of_the_office(cases: Iterable[Case], unsent: set[int]) -> list[Case]:
    """Those in which the office has to do something: to write, or to send what is written."""
    return [case for case in cases if case.turn == "office" or case.stored.id in unsent]


def clocks_json(scene: Scene, cases: Iterable[Case]) -> list[dict[str, Any]]:
    """When the clock of each that is owed turns orange and red."""
    return [
        {"soon_at": scene.at(case.urgency.soon_at), "due_at": scene.at(case.clock.due_at)}
        for case in cases
        if is_owed(case.clock, case.terms)
    ]

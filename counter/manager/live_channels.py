"""What the manager's live page says of requests from afar: how many wait for each channel. Counts alone, no person."""

from __future__ import annotations

from typing import Any

from counter.officer.queue.scene import Scene
from shared.domain.request import is_owed
from shared.front_desk.requests import Case, inbox_of


def channels_json(scene: Scene) -> list[dict[str, Any]]:
    """Each channel with open requests: how many are open, how many are the office's turn, and when each clock turns
    orange and red, so that a screen counts along by itself.
    """
    cases = inbox_of(scene.records, scene.office, scene.now)
    there = dict.fromkeys(case.stored.channel for case in cases)
    order = [*scene.office.standard.channels, *there]
    return [_channel(scene, one, [c for c in cases if c.stored.channel == one]) for one in dict.fromkeys(order)]


def _channel(scene: Scene, channel: str, cases: list[Case]) -> dict[str, Any]:
    ours = [case for case in cases if case.turn == "office"]
    return {
        "channel": channel,
        "open": len(cases),
        "ours": len(ours),
        "clocks": [
            {"soon_at": scene.at(case.urgency.soon_at), "due_at": scene.at(case.clock.due_at)}
            for case in ours
            if is_owed(case.clock, case.terms)
        ],
    }

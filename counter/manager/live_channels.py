"""What the manager's live page says of requests from afar: how many wait for each channel. Counts alone, no person."""

from __future__ import annotations

from typing import Any

from counter.officer.queue.requests import clocks_json, of_the_office, unsent_requests
from counter.officer.queue.scene import Scene
from shared.front_desk.requests import Case, inbox_of


def channels_json(scene: Scene) -> list[dict[str, Any]]:
    """Each channel with open requests: how many are open, how many are the office's turn, and when each clock turns
    orange and red, so that a screen counts along by itself. What is only still to be sent of a closed request is the
    consoles' matter.
    """
    cases, unsent = inbox_of(scene.records, scene.office, scene.now), unsent_requests(scene)
    there = dict.fromkeys([*scene.office.standard.channels, *(case.stored.channel for case in cases)])
    return [_channel(scene, one, [c for c in cases if c.stored.channel == one], unsent) for one in there]


def _channel(scene: Scene, channel: str, cases: list[Case], unsent: set[int]) -> dict[str, Any]:
    ours = of_the_office(cases, unsent)
    return {"channel": channel, "open": len(cases), "ours": len(ours), "clocks": clocks_json(scene, ours)}

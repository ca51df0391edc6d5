"""The staff's side: sign in, call and serve, review the log."""

from __future__ import annotations

from apiflask import APIBlueprint

from counter import login, whatsapp
from counter.manager import (
    calendar,
    complaints,
    evidence,
    institutions,
    live,
    recap,
    request_log,
    rights,
    satisfaction,
    standard,
    wait_log,
)
from counter.officer import (
    calling,
    guest_book,
    paper,
    print_jobs,
    queue,
    remarks,
    requests,
    returning,
    visit,
)
from shared.events import Screen
from shared.front_desk import Parts

PLACES = (
    login,
    calling,
    remarks,
    paper,
    print_jobs,
    live,
    wait_log,
    visit,
    guest_book,
    returning,
    requests,
    rights,
    standard,
    satisfaction,
    complaints,
    recap,
    request_log,
    institutions,
    evidence,
    calendar,
    whatsapp,
)
"""What staff do, and what calls them, each with routes of its own."""

blueprint = APIBlueprint("counter", __name__, url_prefix="/<office>/counter", tag="Counter")
blueprints = (blueprint,)
for place in PLACES:
    place.add_routes(blueprint)


def screens(parts: Parts) -> tuple[Screen, ...]:
    """The screens of this room that are told of changes."""
    return (
        Screen("/counter", "queue", queue.snapshot_for(parts)),
        Screen("/requests", "requests", requests.snapshot_of(parts)),
        Screen("/manager", "live", live.snapshot_for(parts)),
    )


def prepare(parts: Parts) -> None:
    """Nothing to build."""

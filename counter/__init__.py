"""The staff's side: sign in, call and serve, review the log."""

from __future__ import annotations

from apiflask import APIBlueprint

from counter import login
from counter.manager import complaints, evidence, institutions, live, recap, rights, satisfaction, standard, wait_log
from counter.officer import calling, guest_book, paper, print_jobs, queue, remarks, returning, visit
from shared.events import Screen
from shared.front_desk import Parts

blueprint = APIBlueprint("counter", __name__, url_prefix="/<office>/counter", tag="Counter")
blueprints = (blueprint,)
login.add_routes(blueprint)
calling.add_routes(blueprint)
remarks.add_routes(blueprint)
paper.add_routes(blueprint)
print_jobs.add_routes(blueprint)
live.add_routes(blueprint)
wait_log.add_routes(blueprint)
visit.add_routes(blueprint)
guest_book.add_routes(blueprint)
returning.add_routes(blueprint)
rights.add_routes(blueprint)
standard.add_routes(blueprint)
satisfaction.add_routes(blueprint)
complaints.add_routes(blueprint)
recap.add_routes(blueprint)
institutions.add_routes(blueprint)
evidence.add_routes(blueprint)


def screens(parts: Parts) -> tuple[Screen, ...]:
    """The screens of this room that are told of changes."""
    return (
        Screen("/counter", "queue", queue.snapshot_for(parts)),
        Screen("/manager", "live", live.snapshot_for(parts)),
    )


def prepare(parts: Parts) -> None:
    """Nothing to build."""

"""The visitor's side: the touch kiosk, and the page on the visitor's own phone."""

from __future__ import annotations

from apiflask import APIBlueprint

from kiosk import (
    complaint,
    earlier_answers,
    guestbook,
    my_data,
    my_ticket,
    privacy,
    rating,
    request_views,
    requests,
    standards,
    take_number,
)
from shared.events import Screen
from shared.front_desk import Parts
from shared.web.pairing import add_pairing

blueprint = APIBlueprint("kiosk", __name__, url_prefix="/<office>/kiosk", template_folder="templates", tag="Kiosk")
short_links = APIBlueprint("link", __name__)
blueprints = (blueprint, short_links)
take_number.add_routes(blueprint)
my_ticket.add_routes(blueprint)
my_ticket.add_short_link(short_links)
standards.add_routes(blueprint)
guestbook.add_routes(blueprint)
my_data.add_routes(blueprint)
earlier_answers.add_routes(blueprint)
privacy.add_routes(blueprint)
rating.add_routes(blueprint)
complaint.add_routes(blueprint)
requests.add_routes(blueprint)
requests.add_short_link(short_links)
add_pairing(blueprint, "kiosk")


def screens(parts: Parts) -> tuple[Screen, ...]:
    """The screens of this room that are told of changes."""
    return (
        Screen("/kiosk", "services", take_number.snapshot_for(parts)),
        Screen("/visitor", "ticket", my_ticket.snapshot_for(parts)),
        Screen("/request", "request", request_views.snapshot_for(parts)),
    )


def prepare(parts: Parts) -> None:
    """Nothing to build."""

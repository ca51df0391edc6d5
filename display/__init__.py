"""The waiting room: the board that shows and speaks the calls."""

from __future__ import annotations

from apiflask import APIBlueprint

from display import board
from shared.events import Screen
from shared.front_desk import Parts
from shared.web.pairing import add_pairing

blueprint = APIBlueprint("display", __name__, url_prefix="/<office>/display", tag="Board")
blueprints = (blueprint,)
board.add_routes(blueprint)
add_pairing(blueprint, "display")


def screens(parts: Parts) -> tuple[Screen, ...]:  # noqa: ARG001 # every room is asked the same way
    """The screens of this room that are told of changes."""
    return (Screen("/display", "board", board.snapshot),)


def prepare(parts: Parts) -> None:
    """Build the voice packs; takes about a second for an office at its first start."""
    for office in parts.served():
        board.build_voice(parts.settings.data_dir, office)

"""Slips at the counter: print one again, and see what a virtual printer made."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, send_file

from counter.officer.calling import answer
from shared.domain.refusal import Refusal
from shared.domain.staff import STAFF_ROLES
from shared.printing import VirtualPrinter
from shared.web import allow, asking, desk, parts
from shared.web.views import link


def add_routes(blueprint: APIBlueprint) -> None:
    """Paper, for staff."""

    @blueprint.post("/tickets/<int:ticket>/print")
    @blueprint.doc(summary="Print the slip again, marked as a copy")
    @allow(*STAFF_ROLES)
    def print_again(ticket: int) -> Response:
        front_desk = desk()
        return answer(front_desk, front_desk.print_again(ticket, link().tickets))

    @blueprint.get("/slip.png")
    @blueprint.doc(summary="The last slip of the virtual printer, as a picture")
    @allow(*STAFF_ROLES)
    def last_slip() -> Response:
        slip = VirtualPrinter(parts().settings.data_dir / "slips" / asking().office.code).last_slip
        if not slip.is_file():
            raise Refusal("no_slip")
        return send_file(slip, mimetype="image/png", max_age=0)

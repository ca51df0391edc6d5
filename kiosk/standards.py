"""The published service standard of the office, word for word, readable by everyone."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response

from shared.web import anyone, asking, standard_page


def add_routes(blueprint: APIBlueprint) -> None:
    """One page."""

    @blueprint.get("/standards")
    @blueprint.doc(summary="The published service standard")
    @anyone
    def standards() -> Response:
        office = asking().office
        return standard_page("standards.html", office=office, standard=office.standard, kind="phone")

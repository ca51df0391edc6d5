"""The published service standard of the office, word for word, readable by everyone."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response
from flask_babel import get_locale

from kiosk.my_ticket import qr_picture
from shared.domain.refusal import Refusal
from shared.domain.standard_text import parts_of, promises_of, sites
from shared.web import anyone, asking, standard_page
from shared.web.views import link


def add_routes(blueprint: APIBlueprint) -> None:
    """The page, and the codes that carry it and the sites it names from the kiosk to a phone."""

    @blueprint.get("/standards")
    @blueprint.doc(summary="The published service standard")
    @anyone
    def standards() -> Response:
        office = asking().office
        return standard_page(
            "standards.html",
            office=office,
            standard=office.standard,
            parts=parts_of(office.standard),
            promises=promises_of(office.standard),
            sites=sites(office.standard),
            spoken=str(get_locale() or "id"),
        )

    @blueprint.get("/standards/qr.svg")
    @blueprint.doc(hide=True)
    @anyone
    def standards_code() -> Response:
        return qr_picture(link().page(f"/{asking().office.code}/kiosk/standards"))

    @blueprint.get("/standards/sites/<int:place>.svg")
    @blueprint.doc(hide=True)
    @anyone
    def site_code(place: int) -> Response:
        addresses = sites(asking().office.standard)
        if not 1 <= place <= len(addresses):
            raise Refusal("not_found")
        return qr_picture(addresses[place - 1])

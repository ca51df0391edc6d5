"""The published service standard of the office, word for word, readable by everyone."""

from __future__ import annotations

from contextvars import copy_context
from typing import Literal

from apiflask import APIBlueprint
from flask import Response
from flask_babel import get_locale, gettext
from pydantic import BaseModel

from kiosk.my_ticket import qr_picture
from kiosk.requests import on_shared_screen
from shared.domain.office import Office
from shared.domain.refusal import Refusal
from shared.domain.standard_text import parts_of, promises_of, sites
from shared.web import anyone, asking, parts, standard_page
from shared.web.views import link


class Printed(BaseModel):
    """On which paper, in portrait."""

    paper: Literal["a4", "a3", "a2"] = "a3"


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
            on_kiosk=on_shared_screen(),
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

    @blueprint.get("/standards/poster.pdf")
    @blueprint.input(Printed, location="query", arg_name="wish")
    @blueprint.doc(summary="The published service standard as a poster (PDF)")
    @anyone
    def standards_poster(wish: Printed) -> Response:
        office = asking().office
        address = link().page(f"/{office.code}/kiosk/standards")
        request = copy_context()
        answer = Response(
            parts().files.call(lambda: request.run(_poster, office, address, wish.paper)), mimetype="application/pdf"
        )
        name = f"{gettext('poster-standar')}-{office.code}-{wish.paper}.pdf"
        answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
        return answer


def _poster(office: Office, address: str, paper: Literal["a4", "a3", "a2"]) -> bytes:
    from kiosk.poster import poster  # noqa: PLC0415 # 15 MB that most days need not

    return poster(office.standard, office.name, address, paper, str(get_locale() or "id"))

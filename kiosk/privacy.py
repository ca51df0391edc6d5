"""The whole privacy text behind the short notice, readable by everyone, on a screen or on paper."""

from __future__ import annotations

from datetime import timedelta

from apiflask import APIBlueprint
from flask import Response, jsonify
from flask_babel import get_locale

from kiosk.my_ticket import LINK_LASTS
from shared.domain.guest_book.privacy import Part, Periods, privacy_parts
from shared.domain.opening_hours import office_day
from shared.front_desk.rights import ANSWERED_WITHIN, WORDS_KEPT
from shared.web import anyone, asking, desk, standard_page
from shared.web.errors import prefers_html
from shared.web.views import both

PERIODS = Periods(
    answer_hours=ANSWERED_WITHIN // timedelta(hours=1),
    link_days=LINK_LASTS.days,
    comment_days=WORDS_KEPT.days,
)


def add_routes(blueprint: APIBlueprint) -> None:
    """One page."""

    @blueprint.get("/privacy")
    @blueprint.doc(summary="What is done with a visitor's data (UU 27/2022 Pasal 21): page, or JSON when asked")
    @anyone
    def privacy() -> Response:
        office = asking().office
        parts = privacy_parts(office, office_day(desk().now(), office.time_zone), PERIODS)
        if not prefers_html():
            return jsonify({"parts": [_written(part) for part in parts]})
        return standard_page("privacy.html", office=office, parts=parts, spoken=str(get_locale() or "id"))


def _written(part: Part) -> dict[str, object]:
    return {"letter": part.letter, "heading": both(part.heading), "lines": [both(line) for line in part.lines]}

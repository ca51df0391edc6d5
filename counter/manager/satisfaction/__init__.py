"""What visitors thought, for the manager: SKM with its index and grade, SKD beside it, and how many still to ask."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, jsonify
from flask_babel import gettext

from counter.login import me
from counter.manager.satisfaction import follow_ups
from counter.manager.satisfaction.asked import Asked, find
from counter.manager.satisfaction.exports import export
from counter.manager.satisfaction.told import found_json
from shared.domain.staff import Role
from shared.web import allow, asking, desk, page, parts
from shared.web.errors import prefers_html


def add_routes(blueprint: APIBlueprint) -> None:
    """Page, JSON and files of a period under one address; never who gave an answer."""

    @blueprint.get("/satisfaction")
    @blueprint.input(Asked, location="query", arg_name="asked")
    @blueprint.doc(summary="SKM and SKD of a period, with the sample that is still missing")
    @allow(Role.MANAGER)
    def report(asked: Asked) -> Response:
        office, now, vault = asking().office, desk().now(), parts().vault
        found = desk().reading(lambda records: find(records, vault, office, asked, now))
        if asked.format not in (None, "json"):
            return export(asked.format, found)
        told = found_json(found)
        if asked.format == "json" or not prefers_html():
            return jsonify(told)
        chosen = asked.written(found.first, found.last)
        return page("counter-satisfaction", gettext("Kepuasan"), "staff", told, me=me(asking().known), chosen=chosen)

    follow_ups.add_routes(blueprint)

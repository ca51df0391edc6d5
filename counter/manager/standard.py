"""The published standard as a manager must know it: what it promises, how it is read, and what it lacks."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from apiflask import APIBlueprint
from flask import Response, jsonify
from flask_babel import gettext

from counter.login import me
from shared.domain.office import Office
from shared.domain.staff import Role
from shared.domain.standard_components import REQUIRED
from shared.web import allow, asking, page
from shared.web.errors import prefers_html
from shared.web.views import both


def add_routes(blueprint: APIBlueprint) -> None:
    """One page; the standard itself is a reviewed file, so nothing of it is changed here."""

    @blueprint.get("/standard")
    @blueprint.doc(summary="The standard in force: components of the law, promises, steps, and the readings chosen")
    @allow(Role.MANAGER)
    def standard() -> Response:
        told = standard_json(asking().office)
        if not prefers_html():
            return jsonify(told)
        return page("counter-standard", gettext("Standar pelayanan"), "staff", told, me=me(asking().known))


def standard_json(office: Office) -> dict[str, Any]:
    """What the profile says, and what the law would have."""
    standard, walk_in = office.standard, office.standard.walk_in
    return {
        "title": standard.title,
        "unit": standard.unit,
        "decree": standard.decree,
        "valid_from": standard.valid_from.isoformat(),
        "valid_to": standard.valid_to and standard.valid_to.isoformat(),
        "components": [
            {"name": both(part.name), "delivery": part.delivery, "published": part.is_in(standard)} for part in REQUIRED
        ],
        "walk_in": walk_in and {"sentence": walk_in.sentence, "limit_seconds": walk_in.limit_seconds},
        "requests": [asdict(promise) for promise in standard.requests],
        "silence": standard.silence and asdict(standard.silence),
        "steps": [asdict(step) for step in standard.steps],
        "readings": [asdict(reading) for reading in standard.readings],
    }

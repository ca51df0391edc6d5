"""What visitors thought, for the manager: SKM with its index and grade, SKD beside it, and how many still to ask."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from apiflask import APIBlueprint
from flask import Response, jsonify

from counter.manager.period import Period
from shared.domain.satisfaction import Sample, Skd, Skm, half_up
from shared.domain.staff import Role
from shared.front_desk.satisfaction import Satisfaction, satisfaction
from shared.web import allow, asking, desk, parts
from shared.web.views import both


def add_routes(blueprint: APIBlueprint) -> None:
    """The figures of a period; never who gave them."""

    @blueprint.get("/satisfaction")
    @blueprint.input(Period, location="query", arg_name="period")
    @blueprint.doc(summary="SKM and SKD of a period, with the sample that is still missing")
    @allow(Role.MANAGER)
    def report(period: Period) -> Response:
        first, last = period.days(asking().office, desk().now())
        vault = parts().vault
        found = desk().reading(lambda records: satisfaction(records, vault, first, last))
        return jsonify({"from": first.isoformat(), "to": last.isoformat(), **_json(found)})


def _json(found: Satisfaction) -> dict[str, Any]:
    return {
        "skm": skm_json(found.skm),
        "skm_of_service": {service: skm_json(figures) for service, figures in found.skm_of_service.items()},
        "skd": {version: skd_json(figures) for version, figures in found.skd.items()},
        "sample": sample_json(found.sample),
        "traits": found.traits,
        "comments": found.comments,
    }


def skm_json(figures: Skm) -> dict[str, Any]:
    """The index as text with its two decimals: a float would not be the figure that was computed."""
    index, rounded = figures.index, figures.index_rounded_weight
    return {
        "respondents": figures.respondents,
        "unsur": {one.unsur.code: {"nrr": _decimals(one.nrr), "counts": list(one.counts)} for one in figures.unsur},
        "index": str(index.value) if index else None,
        "grade": index.grade.letter if index else None,
        "performance": both(index.grade.performance) if index else None,
        "index_rounded_weight": str(rounded.value) if rounded else None,
        "lowest": [unsur.code for unsur in figures.lowest],
        "highest": [unsur.code for unsur in figures.highest],
    }


def skd_json(figures: Skd) -> dict[str, Any]:
    """SKD on its own scale; nothing is converted into SKM."""
    return {
        "respondents": figures.respondents,
        "statements": {
            one.code: {
                "answers": one.answers,
                "satisfaction": _decimals(one.satisfaction),
                "importance": _decimals(one.importance),
                "gap": _decimals(one.gap),
            }
            for one in figures.statements
        },
        "index": str(figures.index) if figures.index is not None else None,
    }


def sample_json(sample: Sample) -> dict[str, Any]:
    """The bar of Krejcie and Morgan: "sementara" until it is full."""
    return {
        "visitors": sample.visitors,
        "answers": sample.answers,
        "needed": sample.needed,
        "still_needed": sample.still_needed,
        "provisional": sample.provisional,
    }


def _decimals(figure: Fraction | None) -> str | None:
    return None if figure is None else str(half_up(figure, 2))

"""The satisfaction of visitors as JSON: every figure with how many it counts and how many it leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from counter.manager.satisfaction.asked import Found
from counter.manager.satisfaction.traits import characteristics
from shared.domain.satisfaction import SKD_VERSIONS, Sample, Skd, Skm, half_up, of_version, priorities
from shared.front_desk.follow_ups import Planned
from shared.front_desk.satisfaction import PeriodFigures
from shared.web.views import at_office, both

IPAK = "corruption_perception"


def found_json(found: Found) -> dict[str, Any]:
    """Everything that the page shows."""
    report, figures = found.report, found.report.figures
    return {
        "from": found.first.isoformat(),
        "to": found.last.isoformat(),
        "under_way": found.under_way,
        "made_at": at_office(found.made_at, found.office),
        "skm": {
            **skm_json(figures.skm),
            "returned": figures.returned,
            "complete": figures.complete,
            "told": figures.told,
        },
        "skm_of_service": {service: skm_json(one) for service, one in figures.skm_of_service.items()},
        "skm_of_channel": {channel: skm_json(one) for channel, one in figures.skm_of_channel.items()},
        "skd": {version: skd_json(one) for version, one in figures.skd.items()},
        "sample": sample_json(figures.sample),
        "sample_of_service": {service: sample_json(one) for service, one in figures.sample_of_service.items()},
        "trend": [_period_json(one) for one in report.before],
        "characteristics": [
            {
                "name": one.name,
                "title": both(one.title),
                "groups": [{"label": both(label), "count": count} for label, count in one.groups],
                "together": one.together,
            }
            for one in characteristics(found)
        ],
        "comments": figures.comments,
        "comments_told": figures.comments_told,
        "plan": _plan_json(report.plan.now),
        "plan_before": _plan_json(report.plan.before),
    }


def skm_json(figures: Skm) -> dict[str, Any]:
    """The index as text with its two decimals: a float would not be the figure that was computed."""
    index, rounded = figures.index, figures.index_rounded_weight
    return {
        "respondents": figures.respondents,
        "unsur": {
            one.unsur.code: {
                "name": both(one.unsur.name),
                "nrr": decimals(one.nrr),
                "counts": list(one.counts),
                "answers": one.answers,
                "left_out": figures.respondents - one.answers,
            }
            for one in figures.unsur
        },
        "index": str(index.value) if index else None,
        "grade": index.grade.letter if index else None,
        "performance": both(index.grade.performance) if index else None,
        "index_rounded_weight": str(rounded.value) if rounded else None,
        "grade_rounded_weight": rounded.grade.letter if rounded else None,
        "lowest": [unsur.code for unsur in figures.lowest],
        "highest": [unsur.code for unsur in figures.highest],
    }


def skd_json(figures: Skd) -> dict[str, Any]:
    """SKD on its own scale; nothing is converted into SKM."""
    asked, lines = of_version(SKD_VERSIONS, figures.version), priorities(figures)
    return {
        "respondents": figures.respondents,
        "importance_asked": asked.importance,
        "statements": {
            one.code: {
                "question": both(asked.wording(one.code).question),
                "answers": one.answers,
                "left_out": figures.respondents - one.answers,
                "satisfaction": decimals(one.satisfaction),
                "importance": decimals(one.importance),
                "gap": decimals(one.gap),
                "quadrant": lines.of.get(one.code) if lines else None,
            }
            for one in figures.statements
        },
        "lines": lines and {"satisfaction": decimals(lines.satisfaction), "importance": decimals(lines.importance)},
        "index": _text(figures.index),
        "index_by_importance": _text(figures.index_by_importance),
        IPAK: decimals(figures.corruption_perception),
        "overall": decimals(figures.overall),
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


def _period_json(one: PeriodFigures) -> dict[str, Any]:
    index = one.skm.index
    return {
        "from": one.first.isoformat(),
        "to": one.last.isoformat(),
        "index": str(index.value) if index else None,
        "grade": index.grade.letter if index else None,
        "respondents": one.skm.respondents,
        "provisional": one.sample.provisional,
    }


def _plan_json(lines: Sequence[Planned]) -> list[dict[str, Any]]:
    return [
        {
            "id": one.number,
            "day": one.day.isoformat(),
            "unsur": one.said.unsur,
            "programme": one.said.programme,
            "due": one.said.due.isoformat(),
            "in_charge": one.said.in_charge,
            "state": one.said.state,
        }
        for one in lines
    ]


def decimals(figure: Fraction | None) -> str | None:
    """Two decimals, rounded once."""
    return None if figure is None else str(half_up(figure, 2))


def _text(figure: object) -> str | None:
    return None if figure is None else str(figure)

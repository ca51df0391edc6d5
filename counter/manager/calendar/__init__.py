"""The office's calendar for its head: a year with where each date comes from, and what may still be changed."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from apiflask import APIBlueprint
from flask import Response, jsonify
from flask_babel import gettext
from pydantic import BaseModel, Field

from counter.login import me
from counter.manager.calendar import entered
from counter.manager.calendar.year import year_json
from shared.domain.opening_hours import office_day
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.domain.working_days import LONGEST, due
from shared.web import allow, asking, desk, page, parts
from shared.web.errors import prefers_html

USUAL_PROMISE = 3
"""Working days, as most standards promise."""


class AskedYear(BaseModel):
    """Which year; this one unless another is asked for."""

    year: Annotated[int | None, Field(ge=1, le=9999)] = None


class AskedDue(BaseModel):
    """A promise that somebody wonders about."""

    received: date
    days: Annotated[int, Field(ge=1, le=LONGEST)] = USUAL_PROMISE


def add_routes(blueprint: APIBlueprint) -> None:
    """Page and JSON of a year, the preview of a promise, and the changes."""

    @blueprint.get("/calendar")
    @blueprint.input(AskedYear, location="query", arg_name="asked")
    @blueprint.doc(summary="A year of the office: holidays, joint leave, closures and seasons, with their sources")
    @allow(Role.MANAGER)
    def calendar(asked: AskedYear) -> Response:
        told = _year(asked.year)
        if not prefers_html():
            return jsonify(told)
        return page(
            "counter-calendar",
            gettext("Kalender kantor"),
            "staff",
            told,
            me=me(asking().known),
            chosen={"year": told["year"]},
        )

    @blueprint.get("/calendar/due")
    @blueprint.input(AskedDue, location="query", arg_name="asked")
    @blueprint.doc(summary="When a promise of working days would end, and every day that does not count")
    @allow(Role.MANAGER)
    def preview(asked: AskedDue) -> Response:
        try:
            found = due(asked.received, asked.days, asking().office.hours)
        except OverflowError:
            raise Refusal("bad_dates") from None
        return jsonify(
            {
                "received": asked.received.isoformat(),
                "days": asked.days,
                "due": found.day.isoformat(),
                "left_out": [
                    {"day": one.day.isoformat(), "reason": one.reason, "name": one.name} for one in found.left_out
                ],
                "unsure_years": list(found.unsure_years),
            }
        )

    entered.add_routes(blueprint)


def _year(year: int | None) -> dict[str, Any]:
    """The year by the calendar of now, in one snapshot."""
    profile, now, vault = asking().office, desk().now(), parts().vault
    today = office_day(now, profile.time_zone)
    return desk().reading(
        lambda records: year_json(records, vault, records.with_calendar(profile), today, year or today.year)
    )

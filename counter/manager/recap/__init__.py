"""The recapitulation of a period as a page, JSON, CSV and XLSX, and the respondent file of the SKD."""

from __future__ import annotations

from typing import Any, Literal

from apiflask import APIBlueprint
from flask import Response, jsonify
from flask_babel import gettext

from counter.login import me
from counter.manager.files.workbook import XLSX
from counter.manager.recap import respondents
from counter.manager.recap.asked import OfPeriod
from counter.manager.recap.files import comma_separated, spreadsheet
from counter.manager.recap.words import remarks, titles, units
from counter.manager.saved_file import saved_file
from shared.domain.opening_hours import office_day
from shared.domain.staff import Role
from shared.front_desk.recap import Line, Recap, Table, recap
from shared.front_desk.respondents import Respondents
from shared.front_desk.respondents import respondents as found_respondents
from shared.web import allow, asking, desk, page, parts
from shared.web.errors import prefers_html
from shared.web.views import both


class Asked(OfPeriod):
    """The days, and as what; `format` wins over what the client prefers."""

    format: Literal["json", "csv", "xlsx"] | None = None


def add_routes(blueprint: APIBlueprint) -> None:
    """One address for page and files of counts; the respondent file has its own."""

    @blueprint.get("/recap")
    @blueprint.input(Asked, location="query", arg_name="asked")
    @blueprint.doc(summary="Visits, needs and visitors of a period: counts alone")
    @allow(Role.MANAGER)
    def recapitulation(asked: Asked) -> Response:
        office, vault, now = asking().office, parts().vault, desk().now()
        today = office_day(now, office.time_zone)
        first, last = asked.days(office, now)
        found = desk().reading(lambda records: recap(records, office, vault, first, last, today))
        called = gettext("rekapitulasi")
        name = f"{called}-{office.code}-{first}-{last}"
        if asked.format == "csv":
            return saved_file(f"{name}.csv", "text/csv", lambda: comma_separated(found))
        if asked.format == "xlsx":
            return saved_file(f"{name}.xlsx", XLSX, lambda: spreadsheet(found, office, (first, last), now))
        respond = desk().reading(lambda records: found_respondents(records, office, first, last))
        told = {"from": first.isoformat(), "to": last.isoformat(), **recap_json(found), "respondents": _json(respond)}
        if asked.format == "json" or not prefers_html():
            return jsonify(told)
        chosen = {"from": told["from"], "to": told["to"]}
        return page("counter-recap", gettext("Rekapitulasi"), "staff", told, me=me(asking().known), chosen=chosen)

    respondents.add_routes(blueprint)


def recap_json(found: Recap) -> dict[str, Any]:
    """The tables, each with what it counts and leaves out."""
    return {
        "visits": found.visits,
        "entries": found.entries,
        "restricted": found.restricted,
        "groups": found.groups,
        "receptions": found.receptions,
        "rehearsals_left_out": [day.isoformat() for day in found.rehearsed.left_out],
        "tells_people": found.tells_people,
        "remarks": list(remarks(found)),
        "tables": [_table(table) for table in found.tables],
    }


def _table(table: Table) -> dict[str, Any]:
    lines = [_line(line) for line in table.lines]
    counts = {"counted": table.counted, "left_out": table.left_out}
    named = {"title": titles()[table.name], "unit_name": units()[table.unit]}
    return {"name": table.name, "unit": table.unit, **named, **counts, "lines": lines}


def _line(line: Line) -> dict[str, Any]:
    return {
        "label": both(line.label),
        "count": line.count,
        "below": both(line.below) if line.below else None,
        "pooled": [both(text) for text in line.pooled],
    }


def _json(found: Respondents) -> dict[str, Any]:
    return {
        "respondents": len(found.entries),
        "needs": sum(len(found.needs[entry.id]) for entry in found.entries),
        "agreed": len(found.agreed),
        "left_out": dict(found.left_out),
    }

"""The register of complaints, their words opened with a trace, and what was done about them."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from typing import Annotated, Any, Literal

from apiflask import APIBlueprint
from flask import Response, jsonify
from flask_babel import gettext
from pydantic import Field

from counter.login import me
from counter.manager.complaint_files import WRITERS
from counter.manager.complaint_rows import complaint_row
from counter.manager.period import Period, checked_span
from counter.manager.saved_file import saved_file
from shared.database import OfficeRecords
from shared.domain.complaint import Channel, Kind, State
from shared.domain.office import Office
from shared.domain.opening_hours import office_day
from shared.domain.staff import STAFF_ROLES, Role
from shared.front_desk.complaints import TEXT_LENGTH, Registered, find, register
from shared.web import allow, asking, desk, page
from shared.web.bodies import Body
from shared.web.errors import prefers_html
from shared.web.words import Words

Days = tuple[date, date]
LOOKS_BACK = timedelta(days=366)
"""What is open may be older than a quarter: an objection with a field check takes sixty working days."""


class Asked(Period):
    """Which complaints, and as what."""

    format: Literal["json", "csv", "xlsx"] = "json"
    kind: Kind | None = None
    state: State | None = None
    channel: Channel | None = None
    late: bool = False


class Answer(Body):
    """The next step, and what was said to whoever complained."""

    state: State
    text: Annotated[Words, Field(max_length=TEXT_LENGTH)] | None = None


def add_routes(blueprint: APIBlueprint) -> None:
    """Reading the register opens nothing; reading one complaint does, and leaves a trace."""
    _add_steps(blueprint)

    @blueprint.get("/complaints")
    @blueprint.input(Asked, location="query", arg_name="asked")
    @blueprint.doc(summary="The register of complaints, of the last year unless asked otherwise, with their deadlines")
    @allow(Role.MANAGER)
    def complaints(asked: Asked) -> Response:
        office, now = asking().office, desk().now()
        last = asked.last or office_day(now, office.time_zone)
        earliest = last - min(LOOKS_BACK, last - date.min)
        first, last = checked_span(asked.first or earliest, last)
        told = desk().reading(lambda records: _register(records, office, now, asked, (first, last)))
        if asked.format != "json":
            mimetype, write = WRITERS[asked.format]
            name = f"{gettext('register-pengaduan')}-{office.code}-{first}-{last}.{asked.format}"
            return saved_file(name, mimetype, lambda: write(told["complaints"]))
        if not prefers_html():
            return jsonify(told)
        chosen = {"from": told["from"], "to": told["to"]}
        return page("counter-complaints", gettext("Pengaduan"), "staff", told, me=me(asking().known), chosen=chosen)


def _add_steps(blueprint: APIBlueprint) -> None:
    @blueprint.post("/complaints/<code>/open")
    @blueprint.doc(summary="Open a complaint's words; the look is written down")
    @allow(*STAFF_ROLES)
    def open_complaint(code: str) -> Response:
        return jsonify(desk().read_complaint(code))

    @blueprint.post("/complaints/<code>/answer")
    @blueprint.input(Answer, location="json")
    @blueprint.doc(summary="Write down what was done about a complaint")
    @allow(*STAFF_ROLES)
    def answer(code: str, json_data: Answer) -> Response:
        desk().answer_complaint(code, json_data.state, json_data.text)
        return jsonify(_row_of(code))

    @blueprint.post("/complaints/<code>/erase")
    @blueprint.doc(summary="Destroy a complaint's words for whoever shows its code; the row and its times stay")
    @allow(Role.MANAGER)
    def erase(code: str) -> Response:
        desk().erase_complaint(code)
        return jsonify(_row_of(code))


def _register(records: OfficeRecords, office: Office, now: datetime, asked: Asked, days: Days) -> dict[str, Any]:
    """The counts are of the whole period, the rows of what was asked for."""
    every = register(records, office, *days, now)
    return {
        "from": days[0].isoformat(),
        "to": days[1].isoformat(),
        "total": len(every),
        "late": sum(bool(one.late) for one in every),
        "counts": Counter(one.state for one in every),
        "complaints": [complaint_row(records, office, now, one) for one in every if _is_asked(one, asked)],
    }


def _is_asked(found: Registered, asked: Asked) -> bool:
    stored = found.stored
    pairs = ((asked.kind, stored.kind), (asked.state, found.state), (asked.channel, stored.channel))
    return all(wanted in (None, is_so) for wanted, is_so in pairs) and (bool(found.late) or not asked.late)


def _row_of(code: str) -> dict[str, Any]:
    office, now = asking().office, desk().now()

    def look(records: OfficeRecords) -> dict[str, Any]:
        return complaint_row(records, office, now, find(records, office, code, now))

    return desk().reading(look)

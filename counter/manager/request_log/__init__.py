"""The log of requests: every channel but the desk, each in working days against its own promise."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from apiflask import APIBlueprint
from flask import Response, jsonify
from flask_babel import gettext

from counter.login import me
from counter.manager.period import Period
from counter.manager.request_log.files import WRITERS
from counter.manager.request_log.rows import line_json, promise_json, row_json
from counter.manager.saved_file import saved_file
from shared.database import OfficeRecords
from shared.domain.office import Office
from shared.domain.request.figures import Judged, figures_of
from shared.domain.staff import Role
from shared.domain.standard import Channel
from shared.front_desk.requests import Case, cases
from shared.web import allow, asking, desk, page
from shared.web.errors import prefers_html

Verdict = Literal["kept", "missed", "running", "stands", "not_started", "not_judged"]


class Asked(Period):
    """Which requests, and as what."""

    format: Literal["json", "csv", "xlsx"] | None = None
    channel: Channel | None = None
    verdict: Verdict | None = None


def add_routes(blueprint: APIBlueprint) -> None:
    """Times and verdicts; no word that anybody wrote and nobody's contact."""

    @blueprint.get("/request-log")
    @blueprint.input(Asked, location="query", arg_name="asked")
    @blueprint.doc(summary="Requests of a period with the clock of their promise, per channel, in working days")
    @allow(Role.MANAGER)
    def request_log(asked: Asked) -> Response:
        office, now = asking().office, desk().now()
        first, last = asked.days(office, now)
        told = desk().reading(lambda records: _log(records, office, now, asked, (first, last)))
        if asked.format in WRITERS:
            mimetype, write = WRITERS[asked.format]
            called = gettext("log-permintaan")
            name = f"{called}-{office.code}-{first}-{last}.{asked.format}"
            return saved_file(name, mimetype, lambda: write(told["rows"]))
        if asked.format == "json" or not prefers_html():
            return jsonify(told)
        chosen = {"from": told["from"], "to": told["to"]}
        return page(
            "counter-request_log", gettext("Log permintaan"), "staff", told, me=me(asking().known), chosen=chosen
        )


def _log(
    records: OfficeRecords, office: Office, now: datetime, asked: Asked, days: tuple[date, date]
) -> dict[str, Any]:
    """The figures are of the whole period, whatever is filtered: a filter never makes a promise look better."""
    found = cases(records, office, records.requests_of_days(*days), now)
    judged = [Judged(channel=case.stored.channel, terms=case.terms, clock=case.clock) for case in found]
    names = records.names()
    return {
        "from": days[0].isoformat(),
        "to": days[1].isoformat(),
        "channels": [line_json(line) for line in figures_of(judged, office.hours, office.time_zone)],
        "promises": [promise_json(promise) for promise in office.standard.requests],
        "rows": [row_json(case, office, names) for case in found if _wanted(case, asked)],
    }


def _wanted(case: Case, asked: Asked) -> bool:
    return asked.channel in (None, case.stored.channel) and asked.verdict in (None, case.clock.verdict)

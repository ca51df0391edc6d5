"""The wait-time log: how long visitors waited, whether the promise was kept, and why not."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Response, jsonify
from flask_babel import gettext

from counter.login import me
from counter.manager.wait_log import journal
from counter.manager.wait_log.asked import PAGE_LENGTH, Asked, choice_of
from counter.manager.wait_log.exports import export
from counter.manager.wait_log.found import Found, find
from counter.manager.wait_log.rows import log_row, page_row
from shared.domain.staff import Role
from shared.web import allow, asking, desk, page, parts
from shared.web.errors import prefers_html


def add_routes(blueprint: APIBlueprint) -> None:
    """Page, JSON and files under one address; `format` wins over what the client prefers."""

    @blueprint.get("/wait-log")
    @blueprint.input(Asked, location="query", arg_name="asked")
    @blueprint.doc(summary="The wait-time log")
    @allow(Role.MANAGER)
    def log(asked: Asked) -> Response:
        office, vault, now = asking().office, parts().vault, desk().now()
        choice = choice_of(asked, office, now)
        wants_page = asked.page is not None or (asked.format is None and prefers_html())
        found = desk().reading(lambda records: find(records, vault, office, choice, now, asked, whole=not wants_page))
        if asked.format in ("csv", "xlsx", "pdf"):
            return export(asked.format, found)
        if not wants_page:
            rows = [log_row(visit, office, found.names) for visit in found.visits]
            return jsonify({"rows": rows, "summary": found.summary, **found.terms_json()})
        written = _page(found, asked)
        if asked.format == "json" or not prefers_html():
            return jsonify(written)
        title = gettext("Catatan waktu tunggu")
        return page("counter-wait_log", title, "staff", written, me=me(asking().known), chosen=asked.written(choice))

    journal.add_routes(blueprint)


def _page(found: Found, asked: Asked) -> dict[str, Any]:
    """One page of rows, with everything that stands above it."""
    return {
        "rows": [page_row(visit, found.office, found.names) for visit in found.visits],
        "total": found.total,
        "page": asked.page or 1,
        "pages": max(1, -(-found.total // PAGE_LENGTH)),
        "summary": found.summary,
        **found.terms_json(),
        "charts": found.charts_json(),
        "longest": found.longest_json(),
        "readings": found.readings,
        "officers": [{"id": number, "name": name} for number, name in sorted(found.names.items())],
    }

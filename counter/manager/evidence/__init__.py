"""The evidence pack of an inspection: what it will hold, and the pack itself, made aside and sent in blocks."""

from __future__ import annotations

from collections.abc import Iterator
from contextvars import copy_context
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from apiflask import APIBlueprint
from flask import Response, jsonify
from flask_babel import gettext

from counter.login import me
from counter.manager.evidence.asked import Asked
from counter.manager.evidence.gathering import Gathering
from counter.manager.evidence.pack import assembled
from counter.manager.evidence.told import told_json
from shared.domain.staff import Role
from shared.web import allow, asking, desk, page, parts
from shared.web.errors import prefers_html

BLOCK = 1 << 16


def add_routes(blueprint: APIBlueprint) -> None:
    """The page, what it says as JSON, and the pack under one address."""

    @blueprint.get("/evidence")
    @blueprint.input(Asked, location="query", arg_name="asked")
    @blueprint.doc(summary="The evidence pack of a period: what it holds, or with `format=zip` the pack itself")
    @allow(Role.MANAGER)
    def evidence(asked: Asked) -> Response:
        office, now = asking().office, desk().now()
        first, last = asked.days(office, now)
        if asked.format == "zip":
            return _saved(first, last)
        told = desk().reading(lambda records: told_json(records, office, first, last, now))
        if asked.format == "json" or not prefers_html():
            return jsonify(told)
        chosen = {"from": told["from"], "to": told["to"]}
        return page("counter-evidence", gettext("Berkas bukti"), "staff", told, me=me(asking().known), chosen=chosen)


def _saved(first: date, last: date) -> Response:
    """The pack as an attachment. It is larger than a report, so it lies in a folder of its own until it is sent."""
    office, vault, now = asking().office, parts().vault, desk().now()
    place = TemporaryDirectory(prefix="evidence-", ignore_cleanup_errors=True)
    folder, request = Path(place.name), copy_context()
    try:
        found = desk().reading(lambda records: Gathering(records, vault, office, now, folder).gather(first, last))
        pack = parts().files.call(lambda: request.run(assembled, found, folder))
        answer = Response(_blocks(pack), mimetype="application/zip")
    except BaseException:
        place.cleanup()
        raise
    answer.content_length = pack.stat().st_size
    answer.headers["Content-Disposition"] = f'attachment; filename="{pack.name}"'
    answer.call_on_close(place.cleanup)
    return answer


def _blocks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as content:
        while block := content.read(BLOCK):
            yield block

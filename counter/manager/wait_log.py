"""The wait-time log: how long visitors waited, and whether the promise was kept."""

from __future__ import annotations

import csv
from datetime import date, datetime, timedelta
from io import StringIO
from typing import Annotated, Any, Literal

from apiflask import APIBlueprint
from flask import Response, jsonify
from flask_babel import gettext
from pydantic import BaseModel, ConfigDict, Field

from counter.login import me
from shared.domain.office import Office
from shared.domain.opening_hours import office_day
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.front_desk.promise import JudgedVisit, WaitLog, wait_log
from shared.web import allow, asking, at_office, desk, page
from shared.web.errors import prefers_html

LONGEST_SPAN = timedelta(days=366)
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
COLUMNS = (
    "number",
    "service",
    "leg",
    "counter",
    "officer",
    "issued_at",
    "clock_started_at",
    "first_called_at",
    "started_at",
    "finished_at",
    "clock_seconds",
    "wait_seconds",
    "service_seconds",
    "verdict",
    "reason",
)


class Which(BaseModel):
    """Which days (office days, both included; default today), which service, and how to answer."""

    model_config = ConfigDict(populate_by_name=True)
    first: Annotated[date | None, Field(alias="from")] = None
    last: Annotated[date | None, Field(alias="to")] = None
    service: Annotated[str, Field(max_length=3)] | None = None
    format: Literal["json", "csv"] | None = None


def add_routes(blueprint: APIBlueprint) -> None:
    """Page, JSON and CSV under one address; `format` wins over what the client prefers."""

    @blueprint.get("/wait-log")
    @blueprint.input(Which, location="query", arg_name="which")
    @blueprint.doc(summary="The wait-time log")
    @allow(Role.MANAGER)
    def log(which: Which) -> Response:
        office, now = asking().office, desk().now()
        first, last = _days(which, office, now)
        service = office.service(which.service).code if which.service else None
        found = desk().reading(lambda records: wait_log(records, office, first, last, now, service))
        if which.format == "csv":
            return _csv(found, office, first, last)
        written = _json(found, office)
        if which.format == "json" or not prefers_html():
            return jsonify(written)
        chosen = {"from": first.isoformat(), "to": last.isoformat(), "service": service}
        title = gettext("Catatan waktu tunggu")
        return page("counter-wait_log", title, "staff", written, me=me(asking().known), chosen=chosen)


def _days(which: Which, office: Office, now: datetime) -> tuple[date, date]:
    today = office_day(now, office.time_zone)
    last = which.last or today
    first = which.first or last
    if not timedelta() <= last - first <= LONGEST_SPAN:
        raise Refusal("bad_dates")
    return first, last


def _json(found: WaitLog, office: Office) -> dict[str, Any]:
    rows = [_row(judged, office) for judged in found.visits]
    return {"rows": rows, "summary": {**found.summary, "definition": _definition()}}


def _row(judged: JudgedVisit, office: Office) -> dict[str, Any]:
    visit = judged.visit
    return {
        "number": judged.ticket.label,
        "service": visit.service,
        "leg": visit.leg,
        "counter": visit.counter,
        "officer": judged.officer,
        "issued_at": at_office(visit.issued_at, office),
        "clock_started_at": at_office(visit.clock_started_at, office),
        "first_called_at": at_office(visit.first_called_at, office),
        "started_at": at_office(visit.started_at, office),
        "finished_at": at_office(visit.finished_at, office),
        "clock_seconds": visit.clock_seconds,
        "wait_seconds": visit.wait_seconds,
        "service_seconds": visit.service_seconds,
        "verdict": visit.verdict,
        "reason": visit.reason,
    }


def _csv(found: WaitLog, office: Office, first: date, last: date) -> Response:
    out = StringIO()
    table = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    table.writeheader()
    for judged in found.visits:
        table.writerow({column: _harmless(value) for column, value in _row(judged, office).items()})
    answer = Response("\ufeff" + out.getvalue(), mimetype="text/csv")
    name = f"waktu-tunggu-{office.code}-{first}-{last}.csv"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _harmless(value: object) -> object:
    """A text that a spreadsheet would run as a formula is written as text."""
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.strip().startswith(FORMULA_STARTS) else value


def _definition() -> str:
    """What the clock measures, as it stands on the page and in reports (domain.md 4.3)."""
    sentence: str = gettext(
        "Batas waktu dihitung sejak saat terakhir dari tiga peristiwa: pengguna terdaftar dalam antrean; jam layanan "
        "dibuka, pertama kali hari itu atau kembali sesudah istirahat yang diumumkan; pengguna menjadi giliran dan "
        "ada meja yang melayani jenis layanan itu bebas. Batas waktu berakhir saat pengguna mulai dilayani petugas di "
        "meja layanan. Waktu di luar jam layanan dan istirahat yang diumumkan tidak dihitung. Pengguna yang dipanggil "
        "tetapi tidak hadir dianggap tidak pernah mengantre. Maksimal 10 menit berarti paling lama 600 detik."
    )
    return sentence

"""Choose a language and a service, take a number, see it."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Annotated, Any, Literal

from apiflask import APIBlueprint
from flask import Response, jsonify, request
from flask_babel import gettext
from pydantic import Field

from shared.database import OfficeRecords
from shared.domain import calling_order
from shared.domain.expected_wait import WaitRange
from shared.domain.office import Office
from shared.domain.opening_hours import Opening, office_day
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.domain.ticket import Ticket
from shared.events import Snapshot
from shared.front_desk import Parts
from shared.front_desk.expected_wait import ExpectedWaits, expected_wait
from shared.web import allow, anyone, asking, at_office, desk, limits, page, parts, shown, ticket_json
from shared.web.bodies import Body
from shared.web.pairing import welcome_device
from shared.web.printer_state import printer_state
from shared.web.views import estimate_json, link


class TakeNumber(Body):
    """What a visitor chooses. `priority` is a claim; its reason is never asked (UU 27/2022). `guest_book`
    is the Idempotency-Key of the entry that the same visitor wrote before taking a place in line."""

    service: Annotated[str, Field(min_length=1, max_length=3)]
    language: Literal["id", "en"] = "id"
    priority: bool = False
    guest_book: Annotated[str, Field(min_length=1, max_length=200)] | None = None


def add_routes(blueprint: APIBlueprint) -> None:
    """The kiosk's page and what it asks for."""

    @blueprint.get("/")
    @blueprint.doc(hide=True)
    @anyone
    def kiosk() -> Response:
        person = asking().person_who(Role.KIOSK, Role.OFFICER, Role.MANAGER)
        if person is None:
            return welcome_device("kiosk")
        snapshot = shown(snapshot_for(parts()))
        return page("kiosk-kiosk", gettext("Ambil nomor antrean"), "kiosk", snapshot, device=person.name)

    @blueprint.get("/services")
    @blueprint.doc(summary="Services with their waiting counts, and whether numbers are given now")
    @allow(Role.KIOSK, Role.OFFICER, Role.MANAGER)
    def services() -> Response:
        return jsonify(shown(snapshot_for(parts())))

    @blueprint.post("/tickets")
    @allow(Role.KIOSK, Role.OFFICER, Role.MANAGER)
    @blueprint.input(TakeNumber, location="json")
    @blueprint.doc(summary="Take a number; needs an Idempotency-Key", responses={201: "The ticket"})
    def take(json_data: TakeNumber) -> tuple[Response, int]:
        if "Idempotency-Key" not in request.headers:
            raise Refusal("idempotency_key_missing")
        front_desk = desk()
        if asking().known.kind == "device" and not front_desk.has_done("take"):
            limits.count(limits.TAKES, str(asking().known.id))
        chosen = (json_data.service, json_data.language, json_data.priority)
        ticket = front_desk.take(*chosen, link().tickets, json_data.guest_book)
        office, now = asking().office, front_desk.now()
        ahead, expected = front_desk.reading(lambda records: _place(records, office, ticket, now))
        answer = ticket_json(ticket, office, ahead, link(), expected=expected)
        return jsonify(answer), 200 if front_desk.was_repeated else 201


def snapshot_for(parts: Parts) -> Snapshot:
    """The kiosk's screen as a function of the rows and the hour."""

    def services(records: OfficeRecords, office: Office, now: datetime, _: str) -> dict[str, Any]:
        opening = office.hours.at(now, office.time_zone)
        opened = opening.gives_numbers or parts.settings.always_open
        waiting = Counter(ticket.service for ticket in records.waiting())
        waits = ExpectedWaits(records, office, now, [service.code for service in office.services])
        return {
            "seq": records.seq(),
            "open": opened,
            "closed": None if opened else _closed(opening, office),
            "break": _break(opening, office, now),
            "opens_at": at_office(opening.opens_at, office),
            "closes_at": at_office(opening.closes_at, office),
            "changes_at": at_office(opening.changes_at, office),
            "hours": _hours(opening),
            "counters_open": len(records.seats()),
            "services": [
                {
                    "code": service.code,
                    "waiting": waiting[service.code],
                    "estimate": estimate_json(waits.of_service(service.code)),
                    **_quota(records, office, service.code, service.quota, now),
                }
                for service in office.services
            ],
            "printer": printer_state(records, parts)["state"],
        }

    return services


def _place(
    records: OfficeRecords, office: Office, ticket: Ticket, now: datetime
) -> tuple[int | None, WaitRange | None]:
    """How many are ahead, and how long it may take."""
    ahead = calling_order.ahead(ticket, records.waiting(), office.counters)
    return ahead, expected_wait(records, office, ticket, now)


def _closed(opening: Opening, office: Office) -> dict[str, Any]:
    return {"reason": opening.reason, "name": opening.name, "opens_at": at_office(opening.opens_at, office)}


def _break(opening: Opening, office: Office, now: datetime) -> dict[str, Any] | None:
    """Numbers are given in a break too; the visitor is told when serving goes on."""
    if opening.pause is None:
        return None
    until = datetime.combine(now.astimezone(office.time_zone).date(), opening.pause.end, office.time_zone)
    return {
        "name": {"id": opening.pause.name, "en": opening.pause.name_en},
        "until": at_office(until, office),
    }


def _hours(opening: Opening) -> list[list[str]]:
    if opening.today is None:
        return []
    day = opening.today
    edges = [day.opens, *(m for pause in day.breaks for m in (pause.start, pause.end)), day.closes]
    return [[f"{start:%H:%M}", f"{end:%H:%M}"] for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _quota(records: OfficeRecords, office: Office, code: str, quota: int | None, now: datetime) -> dict[str, Any]:
    if quota is None:
        return {"open": True, "quota_left": None}
    left = max(0, quota - records.issued_on(office_day(now, office.time_zone), code))
    return {"open": left > 0, "quota_left": left}

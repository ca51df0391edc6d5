"""The guest book of kiosk, tablet and phone: what it asks, and one door for what was answered."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from apiflask import APIBlueprint
from flask import Response, jsonify, request
from pydantic import Field

from kiosk.my_ticket import held
from shared.domain.guest_book import FOLLOWS, FORMS, FormName
from shared.domain.guest_book.consent import NOTICE, PURPOSES, in_force
from shared.domain.guest_book.lists import first_year_of_minors
from shared.domain.opening_hours import office_day
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.front_desk.guest_book import ROUTE, Said
from shared.web import allow, anyone, asking, desk, holder, limits
from shared.web.asking import identify
from shared.web.bodies import Answers, Body, Consents
from shared.web.views import both, item_json

SCREENS = (Role.KIOSK, Role.OFFICER, Role.MANAGER)


class WriteGuestBook(Body):
    """One step of an entry. `ticket` is the token of the visit's link; without it the entry belongs to no number yet,
    or to a visit that has none, for this `service`."""

    ticket: Annotated[str, Field(max_length=64)] | None = None
    form: FormName = "skd"
    service: Annotated[str, Field(max_length=8)] | None = None
    answers: Answers = Field(default_factory=dict)
    consents: Consents = Field(default_factory=dict)
    channel: Literal["kiosk", "phone", "tablet", "officer"] = "kiosk"
    language: Literal["id", "en"] = "id"

    def said(self) -> Said:
        """The same as the desk takes it."""
        return Said(
            form=self.form,
            service=self.service,
            answers=self.answers,
            consents=self.consents,
            channel=self.channel,
            language=self.language,
        )


def add_routes(blueprint: APIBlueprint) -> None:
    """The form, and the entry. What was answered is never read back here: only staff see it."""
    _add_writing(blueprint)

    @blueprint.get("/guestbook")
    @blueprint.doc(summary="What the guest book asks: items, options, consents and the notice")
    @anyone
    def form() -> Response:
        name = request.args.get("form", "skd")
        if name not in FORMS:
            raise Refusal("not_found")
        return jsonify(form_json(name))

    @blueprint.post("/guestbook/drop")
    @blueprint.doc(summary="Keep nothing of an entry without a ticket; needs the Idempotency-Key of its writing")
    @allow(*SCREENS)
    def drop() -> tuple[str, int]:
        desk().drop_guest_book()
        return "", 204


def _add_writing(blueprint: APIBlueprint) -> None:
    @blueprint.post("/guestbook")
    @blueprint.input(WriteGuestBook, location="json")
    @blueprint.doc(summary="Write one step of an entry", responses={201: "What is answered, never with what"})
    @holder
    def write(json_data: WriteGuestBook) -> tuple[Response, int]:
        office, person = asking().office, asking().person
        ticket = held(json_data.ticket, office.code) if json_data.ticket else None
        asking().person = person if ticket else identify(office, SCREENS, "kiosk")
        caller = f"ticket:{ticket.id}" if ticket and person is None else ""
        if caller:
            limits.count(limits.STEPS, caller, office.code)
        elif ticket is None and asking().known.kind == "device" and not desk().has_done(ROUTE):
            limits.count(limits.TAKES, "guest", str(asking().known.id))
        written = desk(caller=caller).write_guest_book(ticket.id if ticket else None, json_data.said())
        return jsonify({"entry": written.id, "answered": written.answered, "missing": written.missing}), 201


def form_json(form: FormName) -> dict[str, Any]:
    """A form as a page shows it."""
    office, rules = asking().office, asking().office.guest_book
    today = office_day(desk().now(), office.time_zone)
    notice = {"office": office.name, "days": rules.keeps_days, "contact": office.privacy_contact}
    return {
        "form": form,
        "order": rules.order,
        "items": [
            {**item_json(item, today, FOLLOWS.get(item.name)), "required": item.name in rules.required}
            for item in rules.items(form)
        ],
        "consents": [_consent(purpose) for purpose in PURPOSES],
        "notice": {"id": NOTICE.id.format(**notice), "en": NOTICE.en.format(**notice)},
        "minors_born_since": first_year_of_minors(today),
    }


def _consent(purpose: str) -> dict[str, Any]:
    text = in_force(purpose, office_day(desk().now(), asking().office.time_zone))
    return {"purpose": purpose, "version": text.version, "text": both(text.text)}

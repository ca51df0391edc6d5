"""The visitor's own phone: may the answers of an earlier visit be used? They are taken over, and never shown.

At the kiosk nobody is asked: anybody can type a name and a number there (BPS Kota Malang's defect).
"""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, jsonify

from kiosk.my_ticket import held
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.domain.ticket import Ticket
from shared.web import asking, desk, holder, limits


def add_routes(blueprint: APIBlueprint) -> None:
    """One question and one answer, by the link alone."""

    @blueprint.get("/tickets/<token>/earlier-answers")
    @blueprint.doc(summary="Whether the visitor is asked to use the answers of an earlier visit; never which")
    @holder
    def earlier_answers(token: str) -> Response:
        ticket = _on_their_phone(token)
        return jsonify({"offer": desk(caller=f"ticket:{ticket.id}").may_use_earlier_answers(ticket.id)})

    @blueprint.post("/tickets/<token>/earlier-answers")
    @blueprint.doc(summary="Yes, it is me: use them. Answers which items are answered now, never with what")
    @holder
    def use_earlier_answers(token: str) -> Response:
        ticket = _on_their_phone(token)
        return jsonify({"answered": desk(caller=f"ticket:{ticket.id}").use_earlier_answers(ticket.id)})


def _on_their_phone(token: str) -> Ticket:
    """The ticket of this link; not for a kiosk, which knows the links of the numbers that it gave."""
    person = asking().person
    if person is not None and person.may(Role.KIOSK):
        raise Refusal("forbidden")
    ticket = held(token, asking().office.code)
    limits.count(limits.EARLIER, "ticket", str(ticket.id), ticket.day.isoformat(), asking().office.code)
    limits.count(limits.OFFICE_EARLIER, "office", asking().office.code)
    return ticket

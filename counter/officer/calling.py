"""The officer's buttons: each is one verb of the desk."""

from __future__ import annotations

from typing import Annotated

from apiflask import APIBlueprint
from flask import Response, jsonify
from pydantic import Field

from counter.officer.queue import snapshot_for
from shared.domain import calling_order
from shared.domain.staff import STAFF_ROLES, Role
from shared.domain.ticket import Ticket
from shared.front_desk import FrontDesk
from shared.front_desk.expected_wait import expected_wait
from shared.web import allow, asking, desk, parts, shown, ticket_json
from shared.web.bodies import Body
from shared.web.words import Words

Counter = Annotated[int, Field(ge=1, le=999)]


class AtCounter(Body):
    """The ticket that the officer sees; another one at the counter is refused with `ticket_changed`."""

    ticket: int | None = None


class CallNumber(Body):
    """A certain number; out of order it needs a reason."""

    number: Annotated[Words, Field(min_length=1, max_length=16)]
    reason: Annotated[Words, Field(min_length=1, max_length=200)] | None = None


class Transfer(AtCounter):
    """To which service, or to which counter."""

    service: Annotated[str, Field(min_length=1, max_length=3)] | None = None
    counter: Counter | None = None


class TakeCounter(Body):
    """Whether to replace an officer who is gone."""

    take_over: bool = False


def add_routes(blueprint: APIBlueprint) -> None:
    """One route for each verb."""
    _add_chair(blueprint)
    _add_calls(blueprint)
    _add_moves(blueprint)
    _add_ticket_verbs(blueprint)


def _add_chair(blueprint: APIBlueprint) -> None:
    @blueprint.get("/queue")
    @blueprint.doc(summary="Counters, the line in calling order, and what surrounds them")
    @allow(*STAFF_ROLES)
    def queue() -> Response:
        return jsonify(shown(snapshot_for(parts())))

    @blueprint.post("/<int:counter>/take")
    @blueprint.input(TakeCounter, location="json")
    @blueprint.doc(summary="Sit down at a counter")
    @allow(Role.OFFICER)
    def take_counter(counter: int, json_data: TakeCounter) -> Response:
        desk().take_counter(counter, json_data.take_over)
        return jsonify({"counter": counter})

    @blueprint.post("/<int:counter>/leave")
    @blueprint.doc(summary="Leave a counter")
    @allow(Role.OFFICER)
    def leave_counter(counter: int) -> Response:
        desk().leave_counter(counter)
        return jsonify({"counter": counter})


def _add_calls(blueprint: APIBlueprint) -> None:
    @blueprint.post("/<int:counter>/call-next")
    @blueprint.doc(summary="Call the visitor who is next at this counter")
    @allow(Role.OFFICER)
    def call_next(counter: int) -> Response:
        front_desk = desk()
        return answer(front_desk, front_desk.call_next(counter))

    @blueprint.post("/<int:counter>/call")
    @blueprint.input(CallNumber, location="json")
    @blueprint.doc(summary="Call a certain number")
    @allow(Role.OFFICER)
    def call(counter: int, json_data: CallNumber) -> Response:
        front_desk = desk()
        return answer(front_desk, front_desk.call(counter, json_data.number, json_data.reason))

    @blueprint.post("/<int:counter>/transfer")
    @blueprint.input(Transfer, location="json")
    @blueprint.doc(summary="Send the visitor on to another service or counter")
    @allow(Role.OFFICER)
    def transfer(counter: int, json_data: Transfer) -> Response:
        front_desk = desk()
        moved = front_desk.transfer(counter, json_data.service, json_data.counter, json_data.ticket)
        return answer(front_desk, moved)


def _add_moves(blueprint: APIBlueprint) -> None:
    """The verbs that need nothing but the counter, and may name the ticket."""
    for route, verb, summary in (
        ("recall", FrontDesk.recall, "Call again"),
        ("start", FrontDesk.start, "Start serving"),
        ("hold", FrontDesk.hold, "Set the visitor aside"),
        ("put-back", FrontDesk.put_back, "Take the call back"),
        ("no-show", FrontDesk.miss, "The visitor did not come"),
        ("finish", FrontDesk.finish, "The service is over"),
        ("undo", FrontDesk.undo, "Take back the last call, finish, no-show or transfer within 20 seconds"),
    ):

        @blueprint.post(f"/<int:counter>/{route}", endpoint=route.replace("-", "_"))
        @blueprint.input(AtCounter, location="json")
        @blueprint.doc(summary=summary)
        @allow(Role.OFFICER)
        def move(counter: int, json_data: AtCounter, verb: object = verb) -> Response:
            front_desk = desk()
            return answer(front_desk, verb(front_desk, counter, json_data.ticket))  # type: ignore[operator] # one of the verbs above


def _add_ticket_verbs(blueprint: APIBlueprint) -> None:
    @blueprint.post("/tickets/<int:ticket>/reinstate")
    @blueprint.doc(summary="Bring back a visitor who missed their call or left")
    @allow(Role.OFFICER)
    def reinstate(ticket: int) -> Response:
        front_desk = desk()
        return answer(front_desk, front_desk.reinstate(ticket))

    @blueprint.post("/tickets/<int:ticket>/cancel")
    @blueprint.doc(summary="Take a visitor out of the line")
    @allow(Role.OFFICER)
    def cancel(ticket: int) -> Response:
        front_desk = desk()
        return answer(front_desk, front_desk.cancel(ticket))


def answer(front_desk: FrontDesk, ticket: Ticket) -> Response:
    """The moved ticket, as the contract writes it."""
    office = asking().office
    waiting, expected = front_desk.reading(
        lambda records: (records.waiting(), expected_wait(records, office, ticket, front_desk.now()))
    )
    ahead = calling_order.ahead(ticket, waiting, office.counters)
    return jsonify(ticket_json(ticket, office, ahead, expected=expected))

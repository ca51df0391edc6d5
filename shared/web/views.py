"""Tickets and times as the contract writes them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from flask import request

from shared.database.records.rights import RightRequest
from shared.database.records.visitors import StoredVisitor
from shared.domain.expected_wait import WaitRange
from shared.domain.guest_book import Item
from shared.domain.office import Office
from shared.domain.text import Text
from shared.domain.ticket import Ticket
from shared.front_desk.complaints import Registered
from shared.keys import Keys
from shared.web.asking import parts


def at_office(moment: datetime | None, office: Office) -> str | None:
    """RFC 3339 with the office's offset, in milliseconds."""
    return moment.astimezone(office.time_zone).isoformat(timespec="milliseconds") if moment else None


def both(text: Text) -> dict[str, str]:
    """A sentence in both languages, for a page that chooses."""
    return {"id": text.id, "en": text.en}


def estimate_json(expected: WaitRange | None) -> dict[str, int] | None:
    """How much longer the wait may be expected to take, in seconds, and of how many visits this is known."""
    return {"from": expected.low, "to": expected.high, "visits": expected.visits} if expected else None


def ticket_json(
    ticket: Ticket,
    office: Office,
    ahead: int | None,
    link: Link | None = None,
    *,
    expected: WaitRange | None = None,
) -> dict[str, Any]:
    """The contract's ticket. With `link` it carries the address of its page: only for its holder and who took it."""
    written = {
        "id": ticket.id,
        "number": ticket.label,
        "service": ticket.service,
        "state": ticket.state.value,
        "counter": ticket.counter,
        "issued_at": at_office(ticket.issued_at, office),
        "first_called_at": at_office(ticket.first_called_at, office),
        "started_at": at_office(ticket.started_at, office),
        "finished_at": at_office(ticket.finished_at, office),
        "ahead": ahead,
        "estimate": estimate_json(expected),
    }
    if link is not None:
        token = link.keys.ticket_token(office.code, ticket.id, ticket.issued_at)
        written |= {"token": token, "url": link.address(token)}
    return written


class Link:
    """Makes ticket addresses. In capitals, because a QR code of capitals and digits is a third smaller."""

    def __init__(self, keys: Keys, host: str) -> None:
        self.keys = keys
        self._host = host.rstrip("/")  # known now: the writer's thread, which asks for it, knows no request

    @property
    def tickets(self) -> str:
        """What every ticket's address begins with; its token follows."""
        return f"{self._host}/T/".upper()

    def address(self, token: str) -> str:
        """The page of the ticket with this token, as the visitor's phone reaches it."""
        return self.tickets + token.upper()

    def request(self, token: str) -> str:
        """The page of the request with this token, for whoever asked."""
        return f"{self._host}/R/{token}".upper()

    def page(self, path: str) -> str:
        """A page of this server as a phone reaches it."""
        return self._host + path


def link() -> Link:
    """Ticket addresses for the host that was asked, or for the configured public one."""
    return Link(parts().keys, parts().settings.public_url or request.host_url)


def complaint_json(found: Registered, office: Office) -> dict[str, Any]:
    """A complaint as anybody may see it who has its code: steps and deadlines, never what was said."""
    return {
        "code": found.stored.code,
        "kind": found.stored.kind,
        "state": found.state,
        "received_at": at_office(found.stored.received_at, office),
        "first_answer_due": found.deadlines.first_answer.isoformat(),
        "settled_due": found.deadlines.settled.isoformat(),
        "unsure_years": list(found.deadlines.unsure_years),
        "late": list(found.late),
        "erased": found.erased,
        "steps": [{"state": step.state, "at": at_office(step.at, office)} for step in found.steps],
    }


def right_json(request: RightRequest, office: Office) -> dict[str, Any]:
    """What a visitor asked of their data, with its deadline."""
    return {
        "kind": request.kind,
        "asked_at": at_office(request.asked_at, office),
        "due_at": at_office(request.due_at, office),
        "done_at": at_office(request.done_at, office),
    }


def stored_of(visitor: StoredVisitor | None) -> str:
    """What is kept of a visitor: `nothing`, `erased`, `restricted` or `used`."""
    if visitor is None:
        return "nothing"
    if visitor.erased_at is not None:
        return "erased"
    return "restricted" if visitor.restricted_at else "used"


def item_json(item: Item, today: date, follows: tuple[str, int] | None) -> dict[str, Any]:
    """A question of a form as a page shows it, in both languages."""
    return {
        "name": item.name,
        "kind": item.kind.value,
        "ask": both(item.ask),
        "options": [
            {"code": option.code, "text": both(option.text)} for option in (item.codes.on(today) if item.codes else ())
        ],
        "follows": {"item": follows[0], "code": follows[1]} if follows else None,
        "most": item.most,
    }

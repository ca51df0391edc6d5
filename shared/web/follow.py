"""Links for whoever holds one: to a place in line, and to a request from afar, as a letter may name it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from flask import Flask

from shared.database.records.requests import StoredRequest
from shared.domain.ticket import Ticket
from shared.front_desk import Parts

FOLLOW_PAGE = "/<office>/kiosk/requests/<token>"
"""The page of a request for whoever asked, as the kiosk's routes name it."""


def follow_link(app: Flask, parts: Parts) -> Callable[[str, StoredRequest], str | None]:
    """Where a request is followed: only at an address that phones reach, and on a page that this process shows."""
    reached = parts.settings.public_url
    if reached is None or all(rule.rule != FOLLOW_PAGE for rule in app.url_map.iter_rules()):
        return lambda _office, _request: None
    return lambda office, request: f"{reached.rstrip('/')}/{office}/kiosk/requests/{token_of(parts, office, request)}"


def token_of(parts: Parts, office: str, request: StoredRequest) -> str:
    """What stands in the link of this office's request."""
    return parts.keys.request_token(office, request.id, request.visitor)


def ticket_of(parts: Parts, token: str) -> tuple[str, Ticket] | None:
    """The office and the ticket whose link this is; None for every wrong one."""
    claimed = parts.keys.claimed(token)
    if claimed is None:
        return None
    ticket, proof = claimed
    office = parts.database.house(lambda house: house.office_of_ticket(ticket))
    if office is None:
        return None
    found = parts.database.reading(office, lambda records: records.ticket(ticket))
    return (office, found) if parts.keys.proves_ticket(office, ticket, found.issued_at, proof) else None


def request_of(parts: Parts, token: str, offices: Iterable[str]) -> tuple[str, StoredRequest] | None:
    """The office and the request whose link this is; None for every wrong one, for short links name no office."""
    claimed = parts.keys.claimed(token)
    if claimed is None:
        return None
    number, proof = claimed
    for office in offices:
        found = parts.database.reading(office, lambda records: records.request(number))
        if found is not None and parts.keys.proves_request(office, number, found.visitor, proof):
            return office, found
    return None

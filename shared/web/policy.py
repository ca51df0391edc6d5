"""Every route declares who may use it, or the program does not start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Flask, g, request

from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.web.asking import Asking, identify, office_in_url, visitor_or_person

MARK = "pst_policy"
"""The attribute of a view that says who may use it."""
V = TypeVar("V", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Policy:
    """Who may use a route: holders of a role, everybody, or whoever holds a ticket's link."""

    roles: tuple[Role, ...] = ()
    everybody: bool = False


def allow(*roles: Role) -> Callable[[V], V]:
    """Only those who hold one of the roles."""
    return _declare(Policy(roles=roles))


def anyone(view: V) -> V:
    """Everybody; a person who is known is still recognised."""
    return _declare(Policy(everybody=True))(view)


def holder(view: V) -> V:
    """Whoever holds the link in the URL; the view itself checks the link."""
    return _declare(Policy(everybody=True))(view)


def _declare(policy: Policy) -> Callable[[V], V]:
    def mark(view: V) -> V:
        setattr(view, MARK, policy)
        return view

    return mark


def check_routes(app: Flask) -> None:
    """Stop the program if a route declares nobody."""
    for rule in app.url_map.iter_rules():
        if not hasattr(app.view_functions[rule.endpoint], MARK):
            raise RuntimeError(f"route {rule.rule} does not declare who may use it")


def settle_who_asks(app: Flask) -> None:
    """Before each request: the office of the URL, then the person, then whether they may."""

    @app.url_value_preprocessor
    def _take_office(_: str | None, values: dict[str, Any] | None) -> None:
        g.office_code = values.pop("office", None) if values else None

    @app.before_request
    def _settle() -> None:
        if not request.host:
            raise Refusal("bad_request")  # a link made from such a name would lead nowhere
        if request.endpoint is None or g.get("office_code") is None:
            return
        policy: Policy = getattr(app.view_functions[request.endpoint], MARK)
        office = office_in_url(g.office_code)
        room = (request.blueprint or "").split(".")[0]
        g.asking = Asking(office)
        if policy.everybody:
            g.asking.person = visitor_or_person(office, room)
        else:
            g.asking.person = identify(office, policy.roles, room)

"""Who is asking which office: settled before any view runs, the same way everywhere (contract, "Who is asking")."""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from flask import Request, current_app, g, request

from shared.database.records.house import Known
from shared.domain.office import Office
from shared.domain.refusal import Refusal
from shared.domain.staff import Person, Role
from shared.events import Snapshot
from shared.front_desk import FrontDesk, Parts, operator, person_of
from shared.front_desk.people import SESSION_IDLE_AFTER
from shared.keys import hashed

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
CSRF_HEADER = "X-CSRF-Token"
LONGEST_KEY = 200
NOTED_EVERY = timedelta(minutes=1)


@dataclass(slots=True)
class Asking:
    """One request's office and person."""

    office: Office
    person: Person | None = None

    @property
    def known(self) -> Person:
        """The person, where the route lets nobody else in."""
        if self.person is None:
            raise Refusal("unauthenticated")
        return self.person

    def person_who(self, *roles: Role) -> Person | None:
        """The person if they hold one of the roles, else None."""
        return self.person if self.person and self.person.may(*roles) else None


def parts() -> Parts:
    """The running program's parts."""
    return cast("Parts", current_app.extensions["pst"])


def asking() -> Asking:
    """Whose request this is."""
    return cast("Asking", g.asking)


def desk(*, request_id: str | None = None, caller: str = "") -> FrontDesk:
    """The front desk for whoever is asking. An `Idempotency-Key` makes the ticket verbs safe to repeat."""
    key = request_id or request.headers.get("Idempotency-Key")
    if key is not None and not (0 < len(key) <= LONGEST_KEY and key.isprintable()):
        raise Refusal("idempotency_key_invalid")
    return FrontDesk(parts(), asking().office, asking().person, request_id=key, caller=caller)


def shown(snapshot: Snapshot, subject: str = "") -> Any:
    """What a screen of this office shows now: the same function of the rows that feeds its socket."""
    office, now = asking().office, parts().clock.now()
    return parts().database.reading(
        office.code, lambda records: snapshot(records, records.with_calendar(office), now, subject)
    )


def office_in_url(code: str) -> Office:
    """The office that the URL names, or `unknown_office`."""
    return parts().office(code)


def identify(office: Office, roles: tuple[Role, ...], room: str) -> Person:
    """Whom a bearer token or a cookie proves, or `unauthenticated`, `forbidden`, `csrf`, `unknown_office`."""
    reasons = []
    for secret, by_cookie in secrets_shown(request, office.code, room):
        known = whose(parts(), secret)
        if known is None or is_over(known, parts().clock.now()):
            continue
        try:
            return _admitted(known, office, roles, by_cookie=by_cookie)
        except Refusal as refusal:
            reasons.append(refusal)
    raise reasons[0] if reasons else Refusal("unauthenticated")


def whose(parts: Parts, secret: str) -> Known | None:
    """Whose secret this is, if it is one of ours."""
    return parts.database.house(lambda house: house.known(hashed(secret)))


def visitor_or_person(office: Office, room: str) -> Person | None:
    """The person if one is proven, else None: for pages that show a code or the sign-in to strangers."""
    try:
        return identify(office, (), room)
    except Refusal:
        return None


def person_or_stranger(office: Office, roles: tuple[Role, ...], room: str) -> Person | None:
    """Like `identify` where strangers are welcome: None for whoever shows no token. A wrong one is refused.

    A cookie proves nobody without its CSRF token, and its bearer may do here what every stranger may.
    """
    if request.headers.get("Authorization", "").lower().startswith("bearer"):
        return identify(office, roles, room)
    person = visitor_or_person(office, room)
    return person if person and person.may(*roles) else None


def secrets_shown(shown: Request, office: str, room: str) -> Iterator[tuple[str, bool]]:
    """The secrets that a request carries: a bearer token, else the room's device cookie and the staff session."""
    kind, _, token = shown.headers.get("Authorization", "").partition(" ")
    if kind.lower() == "bearer":
        yield token.strip(), False
        return
    for name in (cookie_name(room, office), cookie_name("session", office)):
        if value := shown.cookies.get(name):
            yield value, True


def cookie_name(kind: str, office: str) -> str:
    """One cookie for each office and purpose; `__Host-` binds it to the host where https makes that possible."""
    plain = f"pst-{kind}-{office}"
    return f"__Host-{plain}" if request.is_secure else plain


def is_over(known: Known, now: datetime) -> bool:
    """Whether a session has ended: twelve hours after sign-in, or idle for thirty minutes."""
    if known.expires_at is not None and known.expires_at <= now:
        return True
    return known.kind == "session" and now - known.seen_at > SESSION_IDLE_AFTER


def note_presence(known: Known, office: Office) -> None:
    """Remember, at most once a minute, that a session or device is in use."""
    if parts().clock.now() - known.seen_at > NOTED_EVERY:
        FrontDesk(parts(), office, operator(office.code)).seen(known)


def _admitted(known: Known, office: Office, roles: tuple[Role, ...], *, by_cookie: bool) -> Person:
    if known.office != office.code:
        raise Refusal("unknown_office")
    person = person_of(known)
    if roles and not person.may(*roles):
        raise Refusal("forbidden")
    if by_cookie and request.method not in SAFE_METHODS:
        shown = request.headers.get(CSRF_HEADER, "")
        if not person.csrf or not hmac.compare_digest(shown.encode(), person.csrf.encode()):
            raise Refusal("csrf")
    note_presence(known, office)
    return person

"""Complaints, and the clock of the national complaint system SP4N-LAPOR that they run against."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from shared.domain.opening_hours import OpeningHours
from shared.domain.refusal import Refusal
from shared.domain.staff import STAFF_ROLES, Role
from shared.domain.text import Text
from shared.domain.working_days import due

Kind = Literal["complaint", "information", "suggestion", "objection", "inspection"]
State = Literal["received", "answered", "forwarded", "settled", "withdrawn"]
Channel = Literal["kiosk", "phone", "officer", "telephone", "email", "letter"]
"""How it came: written at the kiosk, on the visitor's own phone, or told to staff at the desk, by telephone, …"""

ENDED: tuple[State, ...] = ("settled", "withdrawn")
FOLLOWS: Mapping[State, tuple[State, ...]] = {
    "received": ("answered", "forwarded", "settled", "withdrawn"),
    "answered": ("answered", "forwarded", "settled", "withdrawn"),
    "forwarded": ("answered", "settled", "withdrawn"),
    "settled": ("answered",),
    "withdrawn": (),
}
"""What may come next. A settled complaint may be taken up again; every step is a row, and none is changed."""


@dataclass(frozen=True, slots=True)
class Limit:
    """Within how many working days a complaint is first answered, and settled."""

    name: Text
    first_answer: int
    settled: int


LIMITS: Mapping[Kind, Limit] = {
    "complaint": Limit(Text("Pengaduan", "Complaint"), 3, 5),
    "information": Limit(Text("Permintaan informasi", "Request for information"), 3, 5),
    "suggestion": Limit(Text("Saran", "Suggestion"), 3, 5),
    "objection": Limit(Text("Keberatan tanpa pemeriksaan lapangan", "Objection without a field check"), 3, 14),
    "inspection": Limit(Text("Keberatan dengan pemeriksaan lapangan", "Objection with a field check"), 3, 60),
}
"""As published for SP4N-LAPOR; another rule is another row here."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The last days that are in time, by the office's own calendar; `unsure_years` as in `working_days.Due`."""

    first_answer: date
    settled: date
    unsure_years: tuple[int, ...] = ()


def deadlines(kind: Kind, received: date, hours: OpeningHours) -> Deadlines:
    """Until when a complaint that came on this day is answered and settled."""
    limit = LIMITS[kind]
    last = due(received, limit.settled, hours)
    return Deadlines(due(received, limit.first_answer, hours).day, last.day, last.unsure_years)


def channel_for(roles: Collection[Role], said: Channel | None) -> Channel:
    """How a complaint came follows from who writes it down; only staff know of other ways than their own screen."""
    if STAFF_ROLES.intersection(roles):
        return said or "officer"
    return "kiosk" if Role.KIOSK in roles else "phone"


def refuse_unless_follows(before: State, after: State) -> None:
    """Refuse `illegal_step` for what cannot come next."""
    if after not in FOLLOWS[before]:
        raise Refusal("illegal_step", before=before, after=after)

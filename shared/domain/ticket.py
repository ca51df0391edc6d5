"""The ticket: its states, the table of moves, and what each move changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from shared.domain.refusal import Refusal

BACK_TO_THE_HEAD = timedelta(minutes=30)
"""A no-show who returns within this time goes to the head of the line, else to the end (screens.md 7)."""


class State(StrEnum):
    """Where a ticket stands."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    ON_HOLD = "on_hold"
    NO_SHOW = "no_show"
    SERVED = "served"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


AT_A_COUNTER = frozenset({State.CALLED, State.SERVING})
OPEN = frozenset({State.WAITING, State.CALLED, State.SERVING, State.ON_HOLD})

MOVES: Mapping[str, tuple[frozenset[State], State | None]] = {
    "call": (frozenset({State.WAITING, State.ON_HOLD}), State.CALLED),
    "recall": (frozenset({State.CALLED}), State.CALLED),
    "start": (frozenset({State.CALLED}), State.SERVING),
    "put_back": (frozenset({State.CALLED}), State.WAITING),
    "hold": (AT_A_COUNTER, State.ON_HOLD),
    "transfer": (AT_A_COUNTER, State.WAITING),
    "miss": (frozenset({State.CALLED}), State.NO_SHOW),
    # A visitor who left by phone may change their mind: the contract lets an officer reinstate them.
    "reinstate": (frozenset({State.NO_SHOW, State.CANCELLED}), State.WAITING),
    "finish": (frozenset({State.SERVING}), State.SERVED),
    "cancel": (frozenset({State.WAITING, State.CALLED, State.ON_HOLD}), State.CANCELLED),
    "expire": (OPEN, State.EXPIRED),
    # Another officer takes over the counter with the visitor at it; the ticket's state stays.
    "take_over": (AT_A_COUNTER, None),
}
UNDOABLE = frozenset({"call", "finish", "miss", "transfer"})


def written_number(series: str, number: int) -> str:
    """A number as people read it: K-005. It grows past 999 and never wraps."""
    return f"{series}-{number:03d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """A visitor's place in line. All times are UTC; those after `leg` belong to the present leg."""

    id: int
    day: date
    series: str
    number: int
    service: str
    state: State
    issued_at: datetime
    language: str = "id"
    priority: bool = False
    taken_by: int | None = None
    version: int = 1
    leg: int = 1
    registered_at: datetime
    wanted_counter: int | None = None
    at_head: bool = False
    counter: int | None = None
    officer: int | None = None
    calls: int = 0
    called_at: datetime | None = None
    first_called_at: datetime | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    ended_at: datetime | None = None
    held_by: int | None = None

    @property
    def label(self) -> str:
        """The number as people read it."""
        return written_number(self.series, self.number)

    def move(
        self,
        name: str,
        now: datetime,
        *,
        by: int | None = None,
        at: int | None = None,
        reason: str | None = None,
        **facts: Any,
    ) -> Move:
        """Move the ticket by the table, or refuse with `illegal_move`. `at` is the counter."""
        sources, target = MOVES[name]
        if self.state not in sources:
            raise Refusal("illegal_move", number=self.label, state=self.state.value, move=name)
        counter = at if at is not None else self.counter
        change = _CHANGES[name](self, now, by, counter, facts)
        after = replace(self, state=target or self.state, version=self.version + 1, **change)
        return Move(self, after, name, now, by=by, counter=counter, reason=reason, facts=facts)


@dataclass(frozen=True, slots=True)
class Move:
    """One change of one ticket: what the journal remembers, and the ticket before and after it."""

    before: Ticket | None
    after: Ticket
    name: str
    at: datetime
    by: int | None = None
    counter: int | None = None
    reason: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    undoes: int | None = None


def take(ticket: Ticket) -> Move:
    """The first move: the number is issued."""
    facts = {"service": ticket.service, "priority": ticket.priority, "language": ticket.language}
    return Move(None, ticket, "take", ticket.issued_at, by=ticket.taken_by, facts=facts)


def undo(now_is: Ticket, was: Ticket, now: datetime, *, by: int | None, counter: int | None, undoes: int) -> Move:
    """Go back to the ticket as it `was` before journal row `undoes`; the row stays, this one is added."""
    after = replace(was, version=now_is.version + 1)
    return Move(now_is, after, "undo", now, by=by, counter=counter, undoes=undoes)


def _call(ticket: Ticket, now: datetime, by: int | None, counter: int | None, _: Mapping[str, Any]) -> dict[str, Any]:
    first = ticket.first_called_at or now  # written once: a later call never improves the record
    return {
        "counter": counter,
        "officer": by,
        "calls": ticket.calls + 1,
        "called_at": now,
        "first_called_at": first,
        "held_by": None,
    }


def _recall(ticket: Ticket, now: datetime, *_: object) -> dict[str, Any]:
    return {"calls": ticket.calls + 1, "called_at": now}


def _take_over(_: Ticket, __: datetime, by: int | None, *___: object) -> dict[str, Any]:
    return {"officer": by}


def _start(ticket: Ticket, now: datetime, *_: object) -> dict[str, Any]:
    return {"started_at": ticket.started_at or now}


def _leave_counter(*_: object) -> dict[str, Any]:
    return {"counter": None, "officer": None}


def _hold(_: Ticket, __: datetime, ___: int | None, counter: int | None, ____: Mapping[str, Any]) -> dict[str, Any]:
    return {**_leave_counter(), "held_by": counter}


def _end(_: Ticket, now: datetime, *__: object) -> dict[str, Any]:
    return {**_leave_counter(), "ended_at": now, "held_by": None}


def _finish(_: Ticket, now: datetime, *__: object) -> dict[str, Any]:
    return {"finished_at": now, "ended_at": now}


def _transfer(ticket: Ticket, now: datetime, _: int | None, __: int | None, facts: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **_new_leg(ticket, now),
        "service": facts.get("service") or ticket.service,
        "wanted_counter": facts.get("to_counter"),
        "at_head": False,
    }


def _reinstate(ticket: Ticket, now: datetime, *_: object) -> dict[str, Any]:
    soon = ticket.ended_at is not None and now - ticket.ended_at <= BACK_TO_THE_HEAD
    return {**_new_leg(ticket, now), "at_head": soon}


def _new_leg(ticket: Ticket, now: datetime) -> dict[str, Any]:
    fresh = dict.fromkeys(("called_at", "first_called_at", "started_at", "finished_at", "ended_at", "held_by"))
    return {**_leave_counter(), **fresh, "leg": ticket.leg + 1, "registered_at": now, "calls": 0}


_CHANGES: Mapping[str, Any] = {
    "call": _call,
    "recall": _recall,
    "start": _start,
    "put_back": _leave_counter,
    "hold": _hold,
    "transfer": _transfer,
    "miss": _end,
    "reinstate": _reinstate,
    "finish": _finish,
    "cancel": _end,
    "expire": _end,
    "take_over": _take_over,
}

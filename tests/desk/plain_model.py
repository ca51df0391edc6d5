"""The desk once more, as plainly as possible: lists and dictionaries, no database, no transactions.

The state machine plays the same morning here and on the real desk, and the two must agree on every answer.
"""

from __future__ import annotations

from copy import copy, deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

OVER = {"served", "no_show", "cancelled", "expired"}
UNDOABLE = {"call", "finish", "miss", "transfer"}
TWENTY_SECONDS = timedelta(seconds=20)
HALF_AN_HOUR = timedelta(minutes=30)
LEADS_FROM = {
    "call": {"waiting", "on_hold"},
    "recall": {"called"},
    "start": {"called"},
    "put_back": {"called"},
    "hold": {"called", "serving"},
    "transfer": {"called", "serving"},
    "miss": {"called"},
    "finish": {"serving"},
    "reinstate": {"no_show", "cancelled"},
    "cancel": {"waiting", "called", "on_hold"},
}
LEADS_TO = {
    "call": "called",
    "recall": "called",
    "start": "serving",
    "put_back": "waiting",
    "hold": "on_hold",
    "transfer": "waiting",
    "miss": "no_show",
    "finish": "served",
    "reinstate": "waiting",
    "cancel": "cancelled",
}


class No(Exception):  # noqa: N818 # what the model answers where the desk refuses
    """The model refuses; the text is the key."""


@dataclass
class Visitor:
    """What the model knows of a ticket."""

    id: int
    day: date
    label: str
    service: str
    priority: bool
    registered: datetime
    state: str = "waiting"
    counter: int | None = None
    officer: int | None = None
    leg: int = 1
    calls: int = 0
    at_head: bool = False
    wanted: int | None = None
    ended: datetime | None = None
    left_alone: bool = False
    moves: int = 1


@dataclass
class Last:
    """The newest thing that happened at a counter, and the visitor before it."""

    move: str
    actor: int
    at: datetime
    before: Visitor | None = None


@dataclass
class Model:
    """One office with its counters and what each of them serves."""

    serves: dict[int, set[str]]
    now: datetime
    today: date
    visitors: list[Visitor] = field(default_factory=list)
    given: dict[tuple[date, str], int] = field(default_factory=dict)
    seats: dict[int, int] = field(default_factory=dict)
    last: dict[int, Last] = field(default_factory=dict)

    def trial(self) -> Model:
        """A copy to try something on; a refusal throws it away."""
        return deepcopy(self)

    def take(self, service: str, *, priority: bool) -> Visitor:
        number = self.given.get((self.today, service), 0) + 1
        self.given[(self.today, service)] = number
        label = f"{service}-{number:03d}"
        visitor = Visitor(len(self.visitors) + 1, self.today, label, service, priority, self.now)
        self.visitors.append(visitor)
        return visitor

    def line(self, counter: int) -> list[Visitor]:
        mine = [
            v
            for v in self.visitors
            if v.state == "waiting" and v.service in self.serves[counter] and v.wanted in (None, counter)
        ]
        return sorted(mine, key=lambda v: (not v.at_head, not v.priority, v.registered, v.id))

    def at(self, counter: int) -> Visitor | None:
        return next((v for v in self.visitors if v.counter == counter and v.state in ("called", "serving")), None)

    def sit(self, officer: int, counter: int, *, take_over: bool = False) -> None:
        holder = self.seats.get(counter)
        if holder == officer:
            return
        if holder is not None and not take_over:
            raise No("counter_taken")
        for other in [c for c, who in self.seats.items() if who == officer]:
            self.leave_counter(officer, other)
        self.seats[counter] = officer
        self.last[counter] = Last("take_counter", officer, self.now)
        if visitor := self.at(counter):
            visitor.officer = officer
            visitor.moves += 1

    def leave_counter(self, officer: int, counter: int) -> None:
        if self.seats.get(counter) != officer:
            return
        if self.at(counter):
            raise No("counter_busy")
        del self.seats[counter]
        self.last[counter] = Last("leave_counter", officer, self.now)

    def call_next(self, officer: int, counter: int) -> Visitor:
        self.sit(officer, counter)
        if here := self.at(counter):
            return self._still_called(here)
        line = self.line(counter)
        if not line:
            raise No("nobody_waiting")
        return self._move(line[0], "call", officer, counter)

    def call(self, officer: int, counter: int, label: str, *, reason: bool) -> Visitor:
        self.sit(officer, counter)
        found = [v for v in self.visitors if v.label == label and v.day == self.today]
        if not found:
            raise No("unknown_ticket")
        visitor = found[0]
        if here := self.at(counter):
            if here.id == visitor.id:
                return self._still_called(here)
            raise No("counter_busy")
        if visitor.state == "waiting" and self.line(counter)[:1] != [visitor] and not reason:
            raise No("reason_needed")
        return self._move(visitor, "call", officer, counter)

    def press(self, officer: int, counter: int, move: str, ticket: int | None) -> Visitor:
        return self._move(self._here(officer, counter, ticket), move, officer, counter)

    def transfer(self, officer: int, counter: int, service: str | None, to_counter: int | None) -> Visitor:
        here = self._here(officer, counter, None)
        wanted = service or here.service
        if not any(wanted in serves for where, serves in self.serves.items() if to_counter in (None, where)):
            raise No("nobody_serves")
        visitor = self._move(here, "transfer", officer, counter)
        visitor.service, visitor.wanted = service or visitor.service, to_counter
        return visitor

    def reinstate(self, ticket: int) -> Visitor:
        visitor = self.visitors[ticket]
        too_late = visitor.ended is None or self.now - visitor.ended > HALF_AN_HOUR
        if visitor.day != self.today or (visitor.state == "cancelled" and (too_late or not visitor.left_alone)):
            raise No("illegal_move")
        visitor.at_head = not too_late
        return self._move(visitor, "reinstate", 0, None)

    def cancel(self, ticket: int, *, alone: bool) -> Visitor:
        visitor = self.visitors[ticket]
        if alone and visitor.state == "cancelled":
            return visitor
        visitor = self._move(visitor, "cancel", 0, visitor.counter)
        visitor.left_alone = alone
        return visitor

    def undo(self, officer: int, counter: int) -> Visitor:
        self.sit(officer, counter)
        last = self.last.get(counter)
        if last is None or last.move not in UNDOABLE or last.before is None:
            raise No("nothing_to_undo")
        if last.actor != officer or self.now - last.at > TWENTY_SECONDS:
            raise No("nothing_to_undo")
        now_is = self.visitors[last.before.id - 1]
        if now_is.moves != last.before.moves + 1:
            raise No("ticket_changed")
        was = copy(last.before)
        was.moves = now_is.moves + 1
        self.visitors[was.id - 1] = was
        self.last[counter] = Last("undo", officer, self.now)
        return was

    def turn_the_day(self, day: date) -> None:
        for visitor in self.visitors:
            if visitor.state not in OVER:
                visitor.state, visitor.counter, visitor.officer = "expired", None, None
                visitor.moves += 1
        self.seats.clear()
        self.last.clear()
        self.today = day

    def _here(self, officer: int, counter: int, ticket: int | None) -> Visitor:
        self.sit(officer, counter)
        here = self.at(counter)
        if ticket is not None and (here is None or here.id != ticket):
            raise No("ticket_changed")
        if here is None:
            raise No("nobody_called")
        return here

    def _still_called(self, visitor: Visitor) -> Visitor:
        if visitor.state == "serving":
            raise No("counter_busy")
        return visitor

    def _move(self, visitor: Visitor, move: str, officer: int, counter: int | None) -> Visitor:
        if visitor.state not in LEADS_FROM[move]:
            raise No("illegal_move")
        before = copy(visitor)
        visitor.state = LEADS_TO[move]
        visitor.moves += 1
        visitor.calls += move in ("call", "recall")
        if visitor.state in ("called", "serving"):
            visitor.counter, visitor.officer = counter, officer
        elif visitor.state != "served":  # the log names who served
            visitor.counter, visitor.officer = None, None
        visitor.ended = self.now if visitor.state in OVER else visitor.ended
        if move in ("transfer", "reinstate"):
            visitor.leg, visitor.calls, visitor.registered, visitor.ended = visitor.leg + 1, 0, self.now, None
            visitor.wanted = None if move == "transfer" else visitor.wanted  # who was sent to a desk returns to it
            visitor.at_head = visitor.at_head and move == "reinstate"
        if counter is not None:
            self.last[counter] = Last(move, officer, self.now, before)
        return visitor

"""A request and its states: it moves only by the table, and every move is one row of the journal (rule 4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from shared.domain.refusal import Refusal
from shared.domain.request.appointment import Appointment, after_event
from shared.domain.request.events import Event
from shared.domain.standard import Channel

REOPENS_WITHIN = timedelta(days=30)
"""A closed request keeps its number and its history when it is taken up again in this time (domain.md 4.5)."""
CHANNEL_LETTERS: Mapping[Channel, str] = {
    "whatsapp": "WA",
    "email": "EM",
    "telephone": "TL",
    "pst_online": "PO",
    "halopst": "HP",
    "web_form": "WF",
    "zoom": "ZM",
}
"""What the number of a request begins with: a series for each channel, none of them a walk-in one."""


class State(StrEnum):
    """Where a request stands."""

    RECEIVED = "received"
    COMPLETE = "complete"  # the request is clear and its requirements are met
    ANSWERING = "answering"
    WAITING = "waiting"  # for the user, whom the office asked something
    ANSWERED = "answered"
    CLOSED = "closed"
    SILENT = "closed_for_silence"
    REOPENED = "reopened"


ENDED = frozenset({State.CLOSED, State.SILENT})
_OPEN = frozenset(State) - ENDED
AWAITING = frozenset({State.WAITING, State.ANSWERED})
"""Where the next word is the user's."""

MOVES: Mapping[str, tuple[frozenset[State], State | None]] = {
    "tick": (_OPEN, None),
    "complete": (frozenset({State.RECEIVED, State.WAITING, State.REOPENED}), State.COMPLETE),
    "take_up": (frozenset({State.RECEIVED, State.COMPLETE, State.REOPENED}), State.ANSWERING),
    "ask": (_OPEN, State.WAITING),
    "hear": (_OPEN, None),
    "send_form": (_OPEN, None),
    "fill_form": (_OPEN, None),
    "greet": (_OPEN, None),
    "answer_part": (_OPEN, State.ANSWERING),
    "answer": (_OPEN, State.ANSWERED),
    "appoint": (_OPEN, None),
    "move_meeting": (_OPEN, None),
    "cancel_meeting": (_OPEN, None),
    "keep_meeting": (_OPEN, None),
    "miss_meeting": (_OPEN, None),
    "miss_call": (_OPEN, None),
    "try_call": (_OPEN, None),
    "call_back": (_OPEN, None),
    "remind": (AWAITING, None),
    "invite_rating": (frozenset(State), None),
    "close": (_OPEN, State.CLOSED),
    "fall_silent": (AWAITING, State.SILENT),
    "reopen": (ENDED, State.REOPENED),
    "go_out": (frozenset(State), None),
    "come_back": (frozenset(State), None),
    "erase_words": (frozenset(State), None),
}
"""From which states a move is possible, and where it leads; None: the state stays, or the user's words decide it."""

AWAITS = frozenset({"ask", "answer"})
"""Words of the office after which the next word is the user's."""
BEGINS = AWAITS | {"cancel_meeting"}
"""Words that begin a silence when they have gone out; the last one where something awaited the user before it."""
_ENDS_WAITING = AWAITS | {"hear", "keep_meeting", "reopen", "answer_part", "fill_form"}
"""After these nobody waits for the user; words of the office begin a silence only when they have gone out."""
_NOBODYS_WORK = frozenset({"go_out", "come_back", "erase_words"})
"""Moves that make nobody the officer of a request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request as its events tell it. `ticked` are the requirements that are met, by their place in the list."""

    channel: Channel
    received_at: datetime
    state: State
    before_question: State = State.RECEIVED
    ticked: frozenset[int] = frozenset()
    officer: int | None = None
    awaits_user_since: datetime | None = None
    """When the office last wrote something that awaits the user, or an appointment came to nothing after it, from when
    they have the whole silence anew; None while the last word is the user's.
    """
    awaited_words: int | None = None
    """The place in the thread of the words that await the user, where they wait or waited to be sent."""
    reminder_written: bool = False
    reminded_at: datetime | None = None
    """When the reminder went out; None before, while it waits for a server or for an officer's hand, and when it came
    back undelivered.
    """
    reminder_words: int | None = None
    """The place of the reminder in the thread, where it waits or waited to be sent."""
    ended_at: datetime | None = None
    appointment: Appointment | None = None

    @property
    def appointment_at(self) -> datetime | None:
        """When an appointment is that stands; None once it was settled, moved away or cancelled."""
        return self.appointment.at if self.appointment and self.appointment.stands else None

    @property
    def ended(self) -> bool:
        """Whether it is closed, by whichever door."""
        return self.state in ENDED


def number_of(channel: Channel, year: int, number: int) -> str:
    """The number as people read it, "WA-2026-0007"; each channel counts for itself, anew each year."""
    return f"{CHANNEL_LETTERS[channel]}-{year}-{number:04d}"


def follow(request: Request, event: Event) -> Request:
    """The request after one more event. Refuses `illegal_request_move`, and `reopen_too_late` after thirty days."""
    allowed, target = MOVES[event.move]
    if request.state not in allowed:
        raise Refusal("illegal_request_move", move=event.move, state=request.state.value)
    if event.move == "reopen" and request.ended_at is not None and event.at - request.ended_at > REOPENS_WITHIN:
        raise Refusal("reopen_too_late", days=REOPENS_WITHIN.days)
    officer = request.officer if event.move in _NOBODYS_WORK else event.by or request.officer
    appointment = after_event(request.appointment, event)
    after = replace(request, state=target or request.state, officer=officer, appointment=appointment)
    return _told(_changed(after, request.state, event), event)


def retold(events: Iterable[Event], channel: Channel) -> Request:
    """The request as its own events tell it, from the first on. ValueError where the first did not receive it."""
    told = iter(events)
    first = next(told, None)
    if first is None or first.move != "receive":
        raise ValueError("a request begins with its receipt")
    request = Request(channel=channel, received_at=first.at, state=State.RECEIVED, officer=first.by)
    for event in told:
        request = follow(request, event)
    return request


def _told(request: Request, event: Event) -> Request:
    """Whose turn it is to write. What waits to be sent, or came back, awaits nobody."""
    if event.move in AWAITS:
        request = replace(request, awaited_words=event.facts.get("queued"))
    there = event.move in AWAITS and "queued" not in event.facts
    gone = event.move == "go_out" and _tells_of(event, BEGINS, request.awaited_words) and request.state in AWAITING
    if there or gone:
        return replace(request, awaits_user_since=event.at, reminder_written=False, reminded_at=None)
    if _came_back(request, event) or event.move in _ENDS_WAITING:
        return replace(request, awaits_user_since=None, reminder_written=False, reminded_at=None)
    if event.move in ("miss_meeting", "cancel_meeting") and request.awaits_user_since is not None:
        place = event.facts.get("queued")  # until they know that it was called off, they wait for the appointment
        words = request.awaited_words if place is None else place
        since = event.at if place is None else None
        return replace(request, awaited_words=words, awaits_user_since=since, reminder_written=False, reminded_at=None)
    return request


def _came_back(request: Request, event: Event) -> bool:
    """Whether words that would await the user were not delivered after all."""
    if event.move != "come_back":
        return False
    return event.facts["kind"] in AWAITS or _tells_of(event, BEGINS, request.awaited_words)


def _tells_of(event: Event, kinds: Set[str], place: int | None) -> bool:
    """Whether it is these very words that go out or come back; older ones of the thread may do so after newer."""
    return event.facts["kind"] in kinds and event.facts["message"] == place


def _changed(after: Request, stood: State, event: Event) -> Request:
    """What a move says beside the state that it leads to; `stood` is the state before."""
    changes: dict[str, Any] = {}
    match event.move:
        case "hear" | "keep_meeting" if stood in AWAITING:  # a question is answered, or an answer is asked about
            changes["state"] = after.before_question if stood is State.WAITING else State.ANSWERING
        case "ask" if stood is not State.WAITING:
            changes["before_question"] = State.ANSWERING if stood is State.ANSWERED else stood
        case "tick":
            line = {int(event.facts["requirement"])}
            changes["ticked"] = after.ticked | line if event.facts["met"] else after.ticked - line
        case "remind":
            place = event.facts.get("queued")
            changes |= {"reminder_written": True, "reminder_words": place}
            changes["reminded_at"] = event.at if place is None else None
        case "go_out" | "come_back" if _tells_of(event, {"remind"}, after.reminder_words) and after.reminder_written:
            changes["reminded_at"] = event.at if event.move == "go_out" else None
        case "close" | "fall_silent" | "reopen":
            changes["ended_at"] = None if event.move == "reopen" else event.at
    return replace(after, **changes)

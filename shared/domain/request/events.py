"""What happens to a request, and the promise that was in force when it came (rule 8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

from shared.domain.journal import JournalRow
from shared.domain.standard import Channel, RequestEnd, RequestPromise, RequestStart, Silence, Standard


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened, at an aware moment. `by` is who did it; None: the user, or the program."""

    at: datetime
    move: str
    by: int | None = None
    reason: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


def event_of(row: JournalRow) -> Event:
    """What a row of the journal tells of a request. Words came when they came to where they were fetched from."""
    arrived = row.facts.get("arrived_at")
    at = datetime.fromisoformat(arrived) if arrived else row.at
    return Event(at=at, move=row.move, by=row.actor, reason=row.reason, facts=row.facts)


def as_they_went_out(events: Iterable[Event]) -> list[Event]:
    """The events by when the user could know of them: what was laid into an outbox, the program's or the officer's
    own, counts from the moment at which it went out, and not at all until then.

    A question before which the user wrote by themselves stops nothing: nobody can tell what they replied to. Nor does
    one that was sent when the request had been found complete.
    """
    told = list(events)
    gone: dict[int, datetime] = {}
    for event in told:
        if event.move == "go_out":
            gone.setdefault(event.facts["message"], event.at)
        elif event.move == "come_back":  # undelivered: it counts again when it has gone out once more
            gone.pop(event.facts["message"], None)
    known = []
    for place, event in enumerate(told):
        at = gone.get(event.facts["queued"]) if "queued" in event.facts else event.at
        if at is not None and not (event.move == "ask" and _was_crossed(told[place + 1 :], at)):
            known.append(replace(event, at=at))
    return sorted(known, key=lambda event: event.at)


def has_gone_out(events: Iterable[Event], words: Event) -> bool:
    """Whether these words of the office, one of the events, have left it and did not come back."""
    return any(known.facts is words.facts for known in as_they_went_out(events))


def _was_crossed(later: Sequence[Event], gone_at: datetime) -> bool:
    return any(event.move in ("hear", "complete") and event.at < gone_at for event in later)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The part of a standard that one request runs against; kept with it, so that a new standard changes no old case.

    `promised` is false where the standard promises nothing on the channel; then nothing is judged.
    """

    promised: bool
    working_days: int | None = None
    start: RequestStart = "received"
    end: RequestEnd = "first_answer"
    requirements: int = 0
    """How many requirements are asked of the user; the officer ticks each of them, by its place."""
    asked: tuple[str, ...] = ()
    """The requirements word for word. Empty in what was written before they were known by way of service: then it is
    every line of the published list."""
    silence: Silence | None = None

    @property
    def at_once(self) -> bool:
        """Whether the user is served while they are on the line ("langsung dilayani")."""
        return self.promised and self.working_days is None

    def requirement_lines(self, published: Sequence[str]) -> tuple[str | None, ...]:
        """What the officer ticks, in its words. An older request counts the lines of the `published` list, by their
        place; None: the list has lost that line since then.
        """
        known = (*(self.asked or published), *[None] * self.requirements)
        return known[: self.requirements]

    def written(self) -> dict[str, Any]:
        """The same as the journal keeps it."""
        return asdict(self)

    @staticmethod
    def read(written: Mapping[str, Any]) -> Terms:
        """The terms that the journal kept."""
        silence = written["silence"]
        asked = tuple(written.get("asked", ()))
        return Terms(**{**written, "asked": asked, "silence": Silence(**silence) if silence else None})


def terms_for(standard: Standard, channel: Channel) -> Terms:
    """What the standard promises to whoever asks on this channel."""
    promise: RequestPromise | None = standard.request_promise(channel)
    asked = standard.requirements_on(channel)
    if promise is None:
        return Terms(promised=False, requirements=len(asked), asked=asked, silence=standard.silence)
    return Terms(
        promised=True,
        working_days=promise.working_days,
        start=promise.start,
        end=promise.end,
        requirements=len(asked),
        asked=asked,
        silence=standard.silence,
    )

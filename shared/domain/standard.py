"""A service standard as it was published (UU 25/2009 Pasal 21), word for word, and what a machine needs of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from shared.domain.service_target.readings import ClockEnd, ClockStart
from shared.domain.standard_quoted import QuoteError, check_requirements

Channel = Literal["whatsapp", "email", "telephone", "pst_online", "halopst", "web_form", "zoom"]
Contact = Literal["email", "phone"]
RequestStart = Literal["received", "clear_and_complete", "form_filled"]
RequestEnd = Literal["first_answer", "information_given"]
"""When a request counts as served: an officer's first answer with substance, or the information itself."""
Way = Literal["walk_in", "online"]
RatingPlace = Literal["before_closing", "after_closing"]
Doer = Literal["ours", "elsewhere", "people"]
Deed = Literal[
    "arrival",
    "waiting",
    "guest_book",
    "consultation",
    "information",
    "follow_on",
    "request",
    "web_form",
    "working_day_clock",
    "messages",
    "answer",
    "confirmation",
    "close",
    "rating",
    "end",
]
"""What the program does for a step that is ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPromise:
    """What is promised to somebody who asks without coming (domain.md 4.4): so many working days, or at once."""

    channels: tuple[Channel, ...]
    sentence: str
    working_days: int | None = None
    """None: at once, while the office is open ("langsung dilayani")."""
    start: RequestStart = "received"
    end: RequestEnd = "first_answer"

    def __post_init__(self) -> None:
        if not self.channels:
            raise ValueError("a promise without a channel is made to nobody")
        if self.working_days is not None and self.working_days < 1:
            raise ValueError("working_days must be at least 1; leave it out for a service at once")


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """When a request is closed because its user does not answer any more (domain.md 4.5).

    Hours are hours of the clock, day and night; days are days of the calendar unless they are working days.
    """

    sentence: str
    quantity: int
    unit: Literal["hours", "days", "working_days"]
    closes: Literal["officer", "program"] = "officer"

    def __post_init__(self) -> None:
        if self.quantity < 1:
            raise ValueError("silence closes after at least 1 hour or day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the published procedure, in its words, and who does it.

    `ours`: the program does it, named by `does`. `elsewhere`: on a site that is not ours, at `link`. `people`: told to
    the visitor, done by people.
    """

    way: Way
    text: str
    doer: Doer
    does: Deed | None = None
    link: str | None = None

    def __post_init__(self) -> None:
        needed = {"ours": self.does, "elsewhere": self.link, "people": self.text}[self.doer]
        if not needed:
            raise ValueError(f"step {self.text!r} needs {'does' if self.doer == 'ours' else 'link'}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing that the published list asks for, in its words, and of whom: who comes, who asks from afar, or both.

    `channels` narrows it among those who ask from afar; none named: all of them.
    """

    way: Literal["walk_in", "online", "both"]
    text: str
    channels: tuple[Channel, ...] = ()

    def __post_init__(self) -> None:
        if self.channels and self.way == "walk_in":
            raise ValueError(f"requirement {self.text!r} is asked of those who come, who use no channel")

    def asked_on(self, channel: Channel) -> bool:
        """Whether it is asked of somebody who asks on this channel."""
        return self.way != "walk_in" and (not self.channels or channel in self.channels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Where the published text is silent or contradicts itself: the question, the reading chosen here, and why."""

    question: str
    chosen: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One component of the published standard (UU 25/2009 Pasal 21), word for word."""

    heading: str
    lines: tuple[str, ...]
    numbered: bool = True
    summary: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkInPromise:
    """The published waiting limit: its sentence, and what a machine needs of it (domain.md 4.3).

    `start` and `end` are the events between which the clock runs; `services` are those that the text covers (none
    named: every walk-in service). From `valid_from` to `valid_to`, both included, it is the promise in force.
    """

    sentence: str
    limit_seconds: int
    services: tuple[str, ...] = ()
    start: ClockStart = "previous_visitor_finished"
    end: ClockEnd = "service_started"
    valid_from: date | None = None
    valid_to: date | None = None

    def in_force_on(self, day: date) -> bool:
        """Whether a visitor of this day was given this promise."""
        return (self.valid_from or day) <= day <= (self.valid_to or day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """A service standard as it was published, and since when it is in force."""

    title: str
    unit: str
    decree: str
    """The number of the decree; empty where the published text leaves it empty, which is then said openly."""
    valid_from: date
    valid_to: date | None = None
    components: tuple[Component, ...]
    walk_in: WalkInPromise | None = None
    earlier_walk_in: tuple[WalkInPromise, ...] = ()
    requests: tuple[RequestPromise, ...] = ()
    silence: Silence | None = None
    contacts: tuple[tuple[Contact, ...], ...] = ()
    """What the requirements want of whoever asks in writing, for the web form: one of each group."""
    requirements: tuple[Requirement, ...] = ()
    """The published list of requirements by way of service; empty: each line is asked of everybody."""
    steps: tuple[Step, ...] = ()
    readings: tuple[Reading, ...] = ()

    def __post_init__(self) -> None:
        lines = [line for component in self.components for line in (*component.lines, component.summary or "")]
        quoted: list[tuple[str, tuple[str | int, ...]]] = []
        quoted += [(self.silence.sentence, ("silence", "sentence"))] if self.silence else []
        quoted += [(promise.sentence, ("walk_in", "sentence")) for promise in self.walk_ins[:1]]
        quoted += [(promise.sentence, ("requests", at, "sentence")) for at, promise in enumerate(self.requests)]
        quoted += [(step.text, ("steps", at, "text")) for at, step in enumerate(self.steps)]
        for text, place in quoted:
            if not any(text in line for line in lines):
                raise QuoteError(f"the published text nowhere says {text!r}", *place)
        promised = [channel for promise in self.requests for channel in promise.channels]
        if twice := {channel for channel in promised if promised.count(channel) > 1}:
            raise ValueError(f"two promises for the same channel: {', '.join(sorted(twice))}")
        check_requirements(self.requirements, self.published_requirements, promised)

    def request_promise(self, channel: str) -> RequestPromise | None:
        """What was promised to those who ask on this channel; nothing on one that there is not."""
        return next((promise for promise in self.requests if channel in promise.channels), None)

    def requirements_on(self, channel: Channel) -> tuple[str, ...]:
        """What the text asks of whoever asks on this channel, in its words and its order."""
        if not self.requirements:
            return self.published_requirements
        return tuple(asked.text for asked in self.requirements if asked.asked_on(channel))

    @property
    def published_requirements(self) -> tuple[str, ...]:
        """The published list of requirements, line by line, whatever the way of service."""
        return next((component.lines for component in self.components if component.heading == "Persyaratan"), ())

    @property
    def channels(self) -> tuple[Channel, ...]:
        """Every channel other than the desk that the standard promises."""
        return tuple(channel for promise in self.requests for channel in promise.channels)

    def walk_in_on(self, day: date) -> WalkInPromise | None:
        """The promise that was in force on a day (rule 8); None when walk-in visitors were promised nothing."""
        return next((promise for promise in self.walk_ins if promise.in_force_on(day)), None)

    @property
    def walk_ins(self) -> tuple[WalkInPromise, ...]:
        """Every walk-in promise that was ever published, the present one first."""
        return ((self.walk_in,) if self.walk_in else ()) + self.earlier_walk_in

    @property
    def rating_place(self) -> RatingPlace | None:
        """Where the procedure for those who ask from afar puts their rating (domain.md 4.2, no. 20); None: nowhere."""
        ours = [step.does for step in self.steps if step.way == "online" and step.does in ("rating", "close")]
        if "rating" not in ours:
            return None
        return "before_closing" if "close" in ours[ours.index("rating") :] else "after_closing"

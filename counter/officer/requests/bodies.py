"""What an officer says about a request."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from shared.domain.standard import Channel
from shared.front_desk.requests import Asked, Said
from shared.web.bodies import Body, Moment, Pasted
from shared.web.files import Files
from shared.web.words import Words

LONGEST = 20_000
Text = Annotated[str, Field(max_length=LONGEST)]


class Person(Pasted):
    """Whoever asks, as far as they said."""

    name: Annotated[Words, Field(max_length=120)] | None = None
    phone: Annotated[Words, Field(max_length=40)] | None = None
    email: Annotated[Words, Field(max_length=254)] | None = None
    service: Annotated[str, Field(min_length=1, max_length=8)] | None = None
    language: Literal["id", "en"] = "id"

    def asked(self, channel: Channel, text: str) -> Asked:
        """The same as the desk takes it."""
        said = {"name": self.name, "phone": self.phone, "email": self.email, "service": self.service}
        return Asked(channel=channel, said=Said(text=text), language=self.language, **said)


class NewRequest(Person):
    """A message that came on some channel, pasted."""

    channel: Channel
    text: Text


class Call(Person):
    """A telephone call: `served` at once, `missed`, or an answer `promised`; words are optional."""

    outcome: Annotated[str, Field(min_length=1, max_length=16)]
    text: Text = ""
    called_at: Moment | None = None


class Heard(Pasted):
    """What the user wrote once more."""

    text: Text


class Written(Body):
    """What the officer writes to the user; `sent` when they have sent it themselves already."""

    text: Text
    sent: bool = False


class Asks(Written):
    """A question, and files that belong to it."""

    files: Files = Field(default_factory=list)


class Answer(Asks):
    """An answer; not `whole` where more will follow."""

    whole: bool = True


class Appointment(Body):
    """When and how to go on, and what the user is told beside that: for Zoom at least the link. `sent` as above."""

    meeting: Literal["zoom", "visit"]
    at: Moment
    text: Text = ""
    sent: bool = False


class Cancelled(Body):
    """Why an appointment does not take place, in words for the user."""

    text: Text = ""


class Arrived(Body):
    """What a visitor came for, where the request does not say it; priority as for every number."""

    service: Annotated[str, Field(min_length=1, max_length=8)] | None = None
    priority: bool = False


class Tick(Body):
    """A requirement by its place in the standard, from 0."""

    requirement: int
    met: bool


class Close(Body):
    """Why it is closed: answered, nothing_more, withdrawn, duplicate, handed_over or misdirected."""

    reason: Annotated[str, Field(min_length=1, max_length=32)]


class SentByHand(Body):
    """Which message of the thread was sent by hand."""

    message: int


class CalledBack(Body):
    """Whether somebody answered."""

    reached: bool

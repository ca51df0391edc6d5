"""What a mail turns out to be, once it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingFile:
    """A file in a mail, under a name that is safe to save."""

    name: str
    type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingLetter:
    """Words of somebody. `mark` tells this very mail again, `answers_to` are the Message-IDs that it answers.

    `text` keeps what the mail quotes: each quoted line begins with ">". `by_machine` is an auto-reply. `ungreeted`
    may be one, or went to a list of people: a person's word as any other, which the program itself never answers.
    """

    mark: str
    answers_to: Sequence[str] = ()
    name: str = ""
    address: str | None = None
    subject: str = ""
    text: str = ""
    files: Sequence[IncomingFile] = ()
    by_machine: bool = False
    ungreeted: bool = False


@dataclass(frozen=True, slots=True)
class Bounce:
    """A server could not deliver a letter: one of these Message-IDs is its name."""

    marks: Sequence[str]


@dataclass(frozen=True, slots=True)
class Delay:
    """A server still tries to deliver a letter; there is nothing to do."""


class Aside(StrEnum):
    """Why a mail stays in the mailbox, flagged, for somebody to look at it there."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    FOREIGN_BOUNCE = "foreign_bounce"  # a letter came back that the program did not send


Opened = IncomingLetter | Bounce | Delay | Aside

"""A message on its way to a user, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Protocol

from shared.domain.standard import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """A file that goes out with a message; its content is kept out of whatever prints a message."""

    name: str
    type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One message to send. It is named by its request and its place in the thread; `number` is what the user knows.

    `answers_to` are the provider's names of the thread's earlier messages (Message-ID), the newest last. `name` is the
    same for every attempt at this message and guessed by nobody. `by_program`: nobody at the office wrote it. `quiet`:
    how long ago this user last wrote on the channel, None where they never did.
    """

    request: int
    position: int
    number: str
    text: str
    language: str
    phone: str | None = None
    email: str | None = None
    subject: str | None = None
    answers_to: Sequence[str] = ()
    name: str = ""
    by_program: bool = False
    quiet: timedelta | None = None
    files: Sequence[Enclosed] = ()


class Problem(StrEnum):
    """Why a message did not go out, as staff read it."""

    UNREACHABLE = "unreachable"  # the server does not answer
    UNTRUSTED = "untrusted"  # its certificate is not one to trust, so nothing was said to it
    REFUSED_LOGIN = "refused_login"
    REFUSED_MESSAGE = "refused_message"
    NO_ADDRESS = "no_address"  # nobody told us where to write
    WINDOW_CLOSED = "window_closed"  # WhatsApp lets an office write freely for 24 hours after the user's last word
    BOUNCED = "bounced"
    ERASED = "erased"
    BROKEN = "broken"  # something that nobody foresaw
    UNREADABLE = "unreadable"  # no key opens its seal any more
    TOO_LARGE = "too_large"  # a file, or a letter with its files
    REFUSED_FILE = "refused_file"  # a kind of file that the provider takes from nobody
    RESTORED = "restored"  # it waited when a backup was made that was restored later: it may have gone out since
    GONE = "gone"  # a file that the provider no longer keeps


@dataclass(frozen=True, slots=True)
class Sent:
    """The peer took it; `mark` is what replies will call it (a Message-ID, a provider's number)."""

    mark: str


@dataclass(frozen=True, slots=True)
class NotSent:
    """It did not go out; `final` when trying again would not help."""

    problem: Problem
    final: bool = False


OF_THE_CHANNEL = frozenset({Problem.UNREACHABLE, Problem.UNTRUSTED, Problem.REFUSED_LOGIN})
"""What hinders every message and is no message's fault: each of them waits until the channel is mended."""

SendOutcome = Sent | NotSent


class Delivered:
    """It reached the user's telephone. Whether they read it is not ours to know."""


@dataclass(frozen=True, slots=True)
class Report:
    """What the provider says later of a message that it took, named by the provider's `mark`.

    `place` is its request and position, where the provider brings them back: they name it also when the answer to our
    own sending was lost, so that it is not sent a second time. `of_a_part`: it tells of an earlier part of a long
    text, which goes by a mark of its own.
    """

    mark: str
    news: Sent | Delivered | NotSent
    place: tuple[int, int] | None = None
    of_a_part: bool = False


@dataclass(frozen=True, slots=True)
class NotFetched:
    """A file that a user sent could not be had from the provider; `final` when trying again would not help."""

    problem: Problem
    final: bool = False


class Fetcher(Protocol):
    """Brings the files that users sent on a channel which hands over only their names."""

    @property
    def channel(self) -> Channel:
        """Which channel it is."""

    def fetch(self, source: str) -> bytes | NotFetched:
        """The file of this name, within a time limit of its own. Called in a thread that may block."""


class Sender(Protocol):
    """A connected channel as the worker sees it."""

    @property
    def channel(self) -> Channel:
        """Which channel it is."""

    def send(self, letter: Outgoing) -> SendOutcome:
        """Hand the message to the peer, within a time limit of its own. Called in a thread that may block."""

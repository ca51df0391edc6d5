"""What came of sending a slip to a printer, in words that the desk and the staff pages can rely on."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class Reason(StrEnum):
    """Why a slip was certainly not printed, or why a printer is not ready."""

    UNREACHABLE = "unreachable"
    NO_PAPER = "no_paper"
    OFFLINE = "offline"
    STALE = "stale"
    NO_DRIVER = "no_driver"


PASSING = frozenset({Reason.UNREACHABLE, Reason.NO_PAPER, Reason.OFFLINE})
"""Troubles that someone may put right while the visitor still stands at the kiosk."""


@dataclass(frozen=True)
class Printed:
    """The printer confirmed, in order, that it has dealt with every byte of the slip."""

    paper_low: bool = False
    code: ClassVar[str] = "printed"
    final: ClassVar[bool] = True


@dataclass(frozen=True)
class Sent:
    """The bytes went out, but this printer does not say what became of them."""

    code: ClassVar[str] = "sent"
    final: ClassVar[bool] = True


@dataclass(frozen=True)
class NotPrinted:
    """No byte of the slip left this machine, so that trying again cannot print it twice."""

    reason: Reason
    code: ClassVar[str] = "not_printed"

    @property
    def final(self) -> bool:
        """Whether trying again is pointless."""
        return self.reason not in PASSING


@dataclass(frozen=True)
class Unsure:
    """Something went wrong half way: the slip may lie in the tray. Never print it again unasked."""

    code: ClassVar[str] = "unsure"
    final: ClassVar[bool] = True


Outcome = Printed | Sent | NotPrinted | Unsure


@dataclass(frozen=True)
class Condition:
    """How a printer is right now. A mute one (answers is False) may have troubles that we cannot know of."""

    reason: Reason | None = None
    paper_low: bool = False
    answers: bool = True

    @property
    def ready(self) -> bool:
        """Whether a slip would be sent."""
        return self.reason is None

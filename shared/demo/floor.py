"""The floor: what visitors and officers can do, whether in a story or at a running office."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from shared.demo.agenda import Deed


class Holder(Protocol):
    """Whoever holds a number."""

    @property
    def id(self) -> int:
        """The ticket."""

    @property
    def label(self) -> str:
        """The number as people read it."""


class Floor(Protocol):
    """A front office in which a day is played. A ticket is named by its id."""

    now: datetime

    def plan(self, moment: datetime, deed: Deed) -> None:
        """Have something done at a moment."""

    def take(self, service: str, language: str, *, priority: bool) -> Holder:
        """A visitor takes a number."""

    def leave(self, ticket: int) -> None:
        """A visitor leaves, if they still wait."""

    def sit_down(self, counter: int) -> None:
        """The officer takes the counter."""

    def stand_up(self, counter: int) -> None:
        """The officer leaves the counter."""

    def call_next(self, counter: int) -> Holder | None:
        """The officer calls whoever is next; None when nobody waits."""

    def call(self, counter: int, number: str) -> None:
        """The officer calls a visitor who was set aside."""

    def recall(self, counter: int) -> None:
        """The officer calls again."""

    def miss(self, counter: int) -> None:
        """Nobody came."""

    def reinstate(self, counter: int, ticket: int) -> None:
        """The officer brings back a visitor who missed their call."""

    def start(self, counter: int) -> None:
        """The visitor sits down."""

    def hold(self, counter: int) -> None:
        """The visitor is set aside."""

    def transfer(self, counter: int, service: str) -> None:
        """The visitor is sent on to another service."""

    def finish(self, counter: int) -> None:
        """The visitor has what they came for."""

"""The agenda: deeds in the order of their moments."""

from __future__ import annotations

import itertools
from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import datetime
from heapq import heappop, heappush

Deed = Callable[[], object]


class Agenda(ABC):
    """What is planned, and the moment at which the play stands."""

    def __init__(self, begins: datetime) -> None:
        self.now = begins
        self._planned: list[tuple[datetime, int, Deed]] = []
        self._order = itertools.count()

    def plan(self, moment: datetime, deed: Deed) -> None:
        """Have something done at a moment; deeds of one moment are done as they were planned."""
        heappush(self._planned, (moment, next(self._order), deed))

    def play(self) -> None:
        """Do what is planned, and what that leads to."""
        while self._planned:
            self.wait_until(self._planned[0][0])
            if self._planned[0][0] <= self.now:
                _, _, deed = heappop(self._planned)
                deed()

    @abstractmethod
    def wait_until(self, moment: datetime) -> None:
        """Let time pass until that moment, or a part of it: what is planned meanwhile may come earlier."""

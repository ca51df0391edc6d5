"""The only place that asks what time it is: UTC at start plus monotonic time. A step of the wall clock moves nobody."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

TOLERANCE = timedelta(seconds=60)
"""How far the wall clock may drift from ours before it counts as a step."""


def _wall() -> datetime:
    return datetime.now(UTC)


class Clock:
    """Gives `now` in UTC. It is `suspect` after a step of the wall clock, or when it starts before the journal ends."""

    def __init__(self, wall: Callable[[], datetime] = _wall, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._wall = wall
        self._monotonic = monotonic
        self.adopt()

    def now(self) -> datetime:
        """The present moment in UTC; never goes back while the program runs."""
        return self._start + timedelta(seconds=self._monotonic() - self._started)

    def wall_now(self) -> datetime:
        """What the machine's own clock says, right or wrong."""
        return self._wall()

    @property
    def suspect(self) -> bool:
        """Whether somebody should look: our time and the wall's disagree."""
        return abs(self._wall() - self.now()) > TOLERANCE

    def adopt(self) -> None:
        """Believe the wall clock from now on; only done at start and between days."""
        self._start = self._wall()
        self._started = self._monotonic()

    def journal_ends_at(self, moment: datetime | None) -> None:
        """Tell the clock what was written last. A machine that boots before that moment has the wrong date: time then
        goes on from where the journal ends, so that whoever waits is still timed.
        """
        if moment is not None and self.now() < moment:
            self._start, self._started = moment, self._monotonic()

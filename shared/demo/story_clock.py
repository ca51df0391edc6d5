"""The clock of a story: goes from moment to moment as it is told, never back, and is never suspect."""

from __future__ import annotations

from datetime import datetime, timedelta

from shared.clock import Clock


class StoryClock(Clock):
    """Stands still until it is put forward."""

    def __init__(self, start: datetime) -> None:
        self._start_of_story = start
        self._told = timedelta()
        super().__init__(self._wall_in_story, self._seconds_told)

    def _wall_in_story(self) -> datetime:
        return self._start_of_story + self._told

    def _seconds_told(self) -> float:
        return self._told.total_seconds()

    @property
    def suspect(self) -> bool:
        """A story knows what time it is."""
        return False

    def journal_ends_at(self, moment: datetime | None) -> None:
        """A story goes on where the journal ends."""
        if moment is not None:
            self.forward_to(moment)

    def forward_to(self, moment: datetime) -> None:
        """Let time pass until `moment`; one that is over already changes nothing."""
        self._told = max(self._told, moment - self._start_of_story)

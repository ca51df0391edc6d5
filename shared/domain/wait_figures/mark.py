"""One visit as the figures count it."""

from datetime import date, datetime
from typing import NamedTuple


class Mark(NamedTuple):
    """The least that figures, charts and filters need of a visit, so that a year of visits is read in one go.

    `hour` is the office hour in which the leg was registered; spans are whole seconds. `told_from` and `told_to` are
    the expected wait as it stood when the number was issued. `issued_at` is when this leg was registered, in UTC.
    """

    day: date
    ticket: int
    leg: int
    number: str
    issued_at: datetime
    hour: int
    service: str | None
    counter: int | None
    officer: int | None
    verdict: str
    reason: str | None
    explained: str | None
    exclusion: str | None
    started: bool
    clock_seconds: int | None
    wait_seconds: int | None
    service_seconds: int | None
    told_from: int | None
    told_to: int | None

    @property
    def cause(self) -> str | None:
        """Why it went as it did: what people said, or else what the judge saw."""
        return self.explained or self.reason

    @property
    def cause_of_breach(self) -> str:
        """The same under the word by which breaches without a cause are counted."""
        return self.cause or "unexplained"

    @property
    def timed(self) -> bool:
        """Whether the clock and the wait of this visit count in medians and in the distribution."""
        return self.started and not self.exclusion and self.clock_seconds is not None

    @property
    def came_true(self) -> bool | None:
        """Whether the wait fell into the range that was told; None where none was told or nobody was served."""
        if self.told_from is None or self.told_to is None or self.wait_seconds is None or self.exclusion:
            return None
        return self.told_from <= self.wait_seconds <= self.told_to

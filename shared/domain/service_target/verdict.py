"""The verdict on one leg of a visit: kept, called in time, missed or not judged, and why."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from shared.domain.service_target.clock import Clock
from shared.domain.service_target.day import Promise, TicketId
from shared.domain.service_target.leg import Ending, Leg
from shared.domain.service_target.timetable import Timetable, moment_of

Verdict = Literal["kept", "called_in_time", "missed", "not_judged"]
Reason = Literal[
    "overtaken_by_priority",
    "left_before_service",
    "no_show",
    "cancelled",
    "transferred",
    "expired",
    "still_waiting",
    "no_promise",
]

Exclusion = Literal["expired", "auto_closed", "corrected", "implausible"]

REASON_OF_ENDING: dict[Ending, Reason] = {
    "no_show": "no_show",
    "left": "left_before_service",
    "cancelled": "cancelled",
    "transferred": "transferred",
    "expired": "expired",
}
LONGEST_BELIEVABLE_SERVICE = 4 * 3600
"""Seconds; a longer service means that Finish was forgotten, so its times say nothing."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One leg of one ticket as the wait log shows it; moments are UTC and whole seconds.

    `finished_at` is the *selesai* of domain.md 4.3: the earliest of finish, rating and that counter's next
    call. `clock_seconds` of a running clock is read at the moment of judging. A visit with an `exclusion` keeps its
    verdict (no act of the office alone may improve it), but its times are left out of the percentiles: nobody closed
    it (`expired` before service, `auto_closed` in it), a manager corrected it, or its length is beyond belief.
    """

    ticket: TicketId
    leg: int
    service: str | None
    counter: int | None
    priority: bool
    issued_at: datetime
    clock_started_at: datetime | None
    first_called_at: datetime | None
    started_at: datetime | None
    finished_at: datetime | None
    clock_seconds: int | None
    wait_seconds: int | None
    service_seconds: int | None
    verdict: Verdict
    reason: Reason | None
    overtaken_by: tuple[TicketId, ...]
    exclusion: Exclusion | None


@dataclass(frozen=True, slots=True)
class Judge:
    """Applies one promise to legs whose clocks are known (rules 8 to 11)."""

    promise: Promise
    timetable: Timetable
    day_over: bool

    def visit(self, leg: Leg, clock: Clock, overtaken_by: tuple[TicketId, ...]) -> Visit:
        """The leg with its times, its verdict and the reason."""
        verdict, reason = self._verdict(leg, clock, bool(overtaken_by))
        service_seconds = None if leg.finished is None else leg.served_seconds
        return Visit(
            ticket=leg.ticket,
            leg=leg.number,
            service=leg.service,
            counter=leg.counter,
            priority=leg.priority,
            issued_at=moment_of(leg.issued),
            clock_started_at=_moment(clock.started),
            first_called_at=_moment(leg.first_called),
            started_at=_moment(leg.started),
            finished_at=_moment(leg.finished),
            clock_seconds=clock.seconds,
            wait_seconds=None if leg.started is None else leg.started - leg.issued,
            service_seconds=service_seconds,
            verdict=verdict,
            reason=reason,
            overtaken_by=overtaken_by,
            exclusion=self._exclusion(leg, service_seconds),
        )

    def _verdict(self, leg: Leg, clock: Clock, overtaken: bool) -> tuple[Verdict, Reason | None]:
        if not self.promise.covers(leg.service):
            return "not_judged", "no_promise"
        late = clock.seconds is not None and clock.seconds > self.promise.limit
        if self._answered(leg):
            return self._served(leg, clock, late, overtaken)
        if leg.ending is not None:
            return "missed" if late else "not_judged", REASON_OF_ENDING[leg.ending]
        return "missed" if late and self.day_over else "not_judged", "still_waiting"

    def _answered(self, leg: Leg) -> bool:
        """Whether the promised thing happened: the start, or the call where the reading says so."""
        by_call = self.promise.how.clock_until == "first_called" and leg.ending != "no_show"
        return leg.started is not None or (by_call and leg.first_called is not None)

    def _served(self, leg: Leg, clock: Clock, late: bool, overtaken: bool) -> tuple[Verdict, Reason | None]:
        if not late:
            return "kept", None
        if self.promise.how.clock_until == "service_started" and self._called_in_time(leg, clock):
            return "called_in_time", None
        return "missed", "overtaken_by_priority" if overtaken else None

    def _called_in_time(self, leg: Leg, clock: Clock) -> bool:
        """The visitor came late to a call that was in time, loud, repeated and undivided (rule 10)."""
        if clock.started is None or leg.first_called is None or leg.first_caller is None:
            return False
        in_time = self.timetable.elapsed(clock.started, leg.first_called) <= self.promise.limit
        same_counter = leg.counter == leg.first_caller
        return in_time and same_counter and leg.recalled and leg.sounded and leg.undivided

    def _exclusion(self, leg: Leg, service_seconds: int | None) -> Exclusion | None:
        if leg.corrected:
            return "corrected"
        if leg.expired or (self.day_over and leg.waits):
            return "expired" if leg.started is None else "auto_closed"
        return "implausible" if (service_seconds or 0) > LONGEST_BELIEVABLE_SERVICE else None


def _moment(second: int | None) -> datetime | None:
    return None if second is None else moment_of(second)

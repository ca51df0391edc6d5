"""What happened in a rehearsal, in the rehearsal's own time, judged like any day of the office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from shared.domain.judged_day import terms_of
from shared.domain.office import Office
from shared.domain.service_target import ServiceHours, Step, TicketId, Verdict, Visit, judge_day
from shared.domain.wait_figures import nearest_rank

THEN_WAITS = frozenset({"take", "put_back", "transfer", "reinstate"})
"""After these moves a visitor is in line."""
BEST_FIRST: tuple[Verdict, ...] = ("not_judged", "kept", "called_in_time", "missed")


@dataclass(frozen=True, slots=True)
class Report:
    """The figures at the end. Each is a number of visitors: who was sent on or came back counts once, by their worst.

    Waits are seconds from the number to the start, as the rehearsal counts them.
    """

    visitors: int
    served: int
    kept: int
    missed: int
    called_in_time: int
    left: int
    wait_median: int | None
    wait_max: int | None


@dataclass(slots=True)
class Diary:
    """The moves in their order. `sounded`: whether a board was there to be heard."""

    office: Office
    begins: datetime
    sounded: bool = False
    steps: list[Step] = field(default_factory=list)

    def note(self, at: datetime, move: str, ticket: int | None = None, **more: Any) -> None:
        """Write down one move."""
        self.steps.append(Step(at=at, move=move, ticket=ticket, sounded=self.sounded, **more))

    def count(self, move: str) -> int:
        """How often it happened so far."""
        return sum(step.move == move for step in self.steps)

    def waiting(self) -> int:
        """How many visitors are in line now."""
        last = {step.ticket: step.move for step in self.steps if step.ticket is not None}
        return sum(move in THEN_WAITS for move in last.values())

    def report(self, now: datetime) -> Report:
        """The verdicts by the office's own promise; the hours are those of the rehearsal."""
        day: date = self.begins.astimezone(self.office.time_zone).date()
        terms = terms_of(self.office, day, [])
        hours = ServiceHours(self.begins)
        visits = judge_day(self.steps, terms.promise, hours, terms.counters, now, day_over=True)
        waits = sorted(_worst(visits, lambda visit: visit.wait_seconds).values())
        verdicts = Counter(map(BEST_FIRST.__getitem__, _worst(visits, _rank).values()))
        return Report(
            visitors=self.count("take"),
            served=len(waits),
            kept=verdicts["kept"],
            missed=verdicts["missed"],
            called_in_time=verdicts["called_in_time"],
            left=self.count("leave"),
            wait_median=nearest_rank(waits, 50),
            wait_max=nearest_rank(waits, 100),
        )


def _rank(visit: Visit) -> int:
    return BEST_FIRST.index(visit.verdict)


def _worst(visits: Iterable[Visit], figure: Callable[[Visit], int | None]) -> dict[TicketId, int]:
    """The largest figure of each visitor who has one, whatever the number of their legs."""
    found: dict[TicketId, int] = {}
    for visit in visits:
        value = figure(visit)
        if value is not None:
            found[visit.ticket] = max(value, found.get(visit.ticket, value))
    return found

"""What happened in a rehearsal, in the rehearsal's own time, judged like any day of the office."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from shared.domain.judged_day import terms_of
from shared.domain.office import Office
from shared.domain.service_target import ServiceHours, Step, judge_day
from shared.domain.wait_figures import nearest_rank


@dataclass(frozen=True, slots=True)
class Report:
    """The figures at the end; waits are seconds from the number to the start, as the rehearsal counts them."""

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

    def report(self, now: datetime) -> Report:
        """The verdicts by the office's own promise; the hours are those of the rehearsal."""
        day: date = self.begins.astimezone(self.office.time_zone).date()
        terms = terms_of(self.office, day, [])
        hours = ServiceHours(self.begins)
        visits = judge_day(self.steps, terms.promise, hours, terms.counters, now, day_over=True)
        verdicts = Counter(visit.verdict for visit in visits)
        waits = sorted(visit.wait_seconds for visit in visits if visit.wait_seconds is not None)
        return Report(
            visitors=self.count("take"),
            served=len({visit.ticket for visit in visits if visit.started_at is not None}),
            kept=verdicts["kept"],
            missed=verdicts["missed"],
            called_in_time=verdicts["called_in_time"],
            left=self.count("leave"),
            wait_median=nearest_rank(waits, 50),
            wait_max=nearest_rank(waits, 100),
        )

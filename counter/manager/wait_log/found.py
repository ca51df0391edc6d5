"""What the log found: the same for page, JSON, spreadsheet and report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from counter.manager.emergencies import told_emergencies
from counter.manager.wait_log.asked import PAGE_LENGTH, Asked
from counter.manager.wait_log.definition import definition
from counter.manager.wait_log.rows import page_row
from shared.database import OfficeRecords
from shared.database.records.judged import Readings
from shared.domain.judged_day import LoggedVisit
from shared.domain.office import Office
from shared.domain.wait_figures import Charts, Choice, Mark, Summary, charts, in_order, summary
from shared.front_desk.wait_log import Rehearsed, readings_of, wait_log
from shared.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The answer. `visits` are the listed visits in the order asked for, all of them or one page; `total` is how many
    are listed. Figures and charts are over everything that the choice counts.
    """

    office: Office
    choice: Choice
    made_at: datetime
    summary: Summary
    charts: Charts
    longest: LoggedVisit | None
    readings: Readings
    visits: Sequence[LoggedVisit]
    total: int
    names: Mapping[int, str]
    """The officers who served or called somebody on these days, by their number: also when only one is chosen."""

    rehearsed: Rehearsed
    emergencies: Sequence[Mapping[str, Any]]

    @property
    def limit_seconds(self) -> int | None:
        """The limit that was in force at the end of the period; None where nothing was promised."""
        promise = self.office.standard.walk_in_on(self.choice.last)
        return promise.limit_seconds if promise else None

    @property
    def definition(self) -> list[str]:
        """What the clock measures, as it stands on the page and in reports."""
        return definition(self.office, self.choice)

    def terms_json(self) -> dict[str, Any]:
        """What the figures mean: limit, definition, documented emergencies, and the rehearsals among the days."""
        return {
            "limit_seconds": self.limit_seconds,
            "definition": self.definition,
            "emergencies": self.emergencies,
            "rehearsal": self.rehearsed.alone,
            "rehearsals_left_out": [day.isoformat() for day in self.rehearsed.left_out],
        }

    def charts_json(self) -> dict[str, Any]:
        """The charts with days as dates of the calendar."""
        return {**self.charts, "days": [{**day, "day": day["day"].isoformat()} for day in self.charts["days"]]}

    def longest_json(self) -> dict[str, Any] | None:
        """The visit whose clock ran longest."""
        return page_row(self.longest, self.office, self.names) if self.longest else None


def find(
    records: OfficeRecords, vault: Vault, office: Office, choice: Choice, now: datetime, asked: Asked, *, whole: bool
) -> Found:
    """Look the choice up: all listed visits, or the page that was asked for."""
    everybody = wait_log(records, office, replace(choice, officer=None), now)
    log = everybody.narrowed(choice)
    listed = in_order(filter(lambda mark: asked.lists(mark.day), log.listed), asked.sort, down=asked.down and not whole)
    start = 0 if whole else ((asked.page or 1) - 1) * PAGE_LENGTH
    shown = listed if whole else listed[start : start + PAGE_LENGTH]
    longest = _longest(log.counted)
    return Found(
        office=office,
        choice=choice,
        made_at=now,
        summary=summary(log.counted),
        charts=charts(log.counted),
        longest=next(iter(log.visits(records, longest)), None),
        readings=readings_of(records, choice.first, choice.last, log.rehearsed.left_out),
        visits=log.visits(records, shown),
        total=len(listed),
        names=_officers(records, everybody.counted),
        rehearsed=log.rehearsed,
        emergencies=told_emergencies(records, vault, office, records.emergencies(choice.first, choice.last)),
    )


def _officers(records: OfficeRecords, marks: Iterable[Mark]) -> dict[int, str]:
    names = records.names()
    return {number: names.get(number, "") for number in {mark.officer for mark in marks} if number}


def _longest(marks: Sequence[Mark]) -> list[Mark]:
    timed = [mark for mark in marks if mark.timed]
    return [max(timed, key=lambda mark: mark.clock_seconds or 0)] if timed else []

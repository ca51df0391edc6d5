"""Closed days as they were judged: written once a day, rewritten when somebody says more about a visit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, RowMapping, delete, insert, select, tuple_

from shared.database import tables
from shared.database.records.base import Records
from shared.domain.expected_wait import Situation
from shared.domain.judged_day import LoggedVisit
from shared.domain.service_target import Visit
from shared.domain.wait_figures import Mark

_VISIT = tables.judged_visit
_MARK = [_VISIT.c.started_at.is_not(None).label(name) if name == "started" else _VISIT.c[name] for name in Mark._fields]
_OF_VISIT = [name for name in Visit.__slots__ if name in _VISIT.c]

Readings = Mapping[str, Mapping[str, int]]
"""How many visits of a day had which verdict, under each reading of the promise's words."""


class JudgedRecords(Records):
    """What the judge said. Derived from the journal, so that it may be written again."""

    def keep_judgement(
        self, day: date, readings: Readings, visits: Sequence[LoggedVisit], *, rehearsal: bool = False
    ) -> None:
        """Keep a closed day's visits; an earlier judgement of the same day goes."""
        self.forget_judgement(day)
        columns = {"office": self.office, "day": day, "readings": readings, "rehearsal": rehearsal}
        self._connection.execute(insert(tables.judged_day).values(columns))
        if visits:
            self._connection.execute(insert(_VISIT), [{"office": self.office, **_columns(v)} for v in visits])

    def forget_judgement(self, day: date) -> None:
        """Drop what is kept of a day, because it is open again or judged anew."""
        for table in (_VISIT, tables.judged_day):
            self._connection.execute(delete(table).where(self._here(table), table.c.day == day))

    def unjudged_days(self, first: date = date.min, last: date = date.max) -> list[date]:
        """Closed days whose judgement is not kept, oldest first: they were closed by an earlier version."""
        days, judged = tables.service_day, tables.judged_day
        kept = select(judged.c.day).where(self._here(judged))
        closed = (self._here(days), days.c.closed_at.is_not(None), days.c.day.between(first, last))
        missing = select(days.c.day).where(*closed, days.c.day.not_in(kept)).order_by(days.c.day)
        return list(self._connection.execute(missing).scalars())

    def rehearsed_days(self, first: date, last: date) -> list[date]:
        """The judged days within two dates that were rehearsals, oldest first."""
        table = tables.judged_day
        within = (self._here(table), table.c.day.between(first, last), table.c.rehearsal)
        return list(self._connection.execute(select(table.c.day).where(*within).order_by(table.c.day)).scalars())

    def judged_days(self) -> dict[date, Readings]:
        """Every day whose judgement is kept; for the checker."""
        kept = select(tables.judged_day.c.day, tables.judged_day.c.readings).where(self._here(tables.judged_day))
        return {row.day: row.readings for row in self._connection.execute(kept)}

    def readings(self, first: date, last: date, without: Collection[date] = ()) -> list[Readings]:
        """What the other readings of the promise would have said on the days within two dates."""
        table = tables.judged_day
        within = (self._here(table), table.c.day.between(first, last))
        rows = self._connection.execute(select(table.c.day, table.c.readings).where(*within))
        return [row.readings for row in rows if row.day not in without]

    def marks(self, first: date, last: date) -> list[Mark]:
        """The visits of the days within two dates, as narrow as figures need them."""
        within = select(*_MARK).where(self._here(_VISIT), _VISIT.c.day.between(first, last))
        return [Mark(*row) for row in self._connection.execute(within)]

    def judged_visits(self, first: date, last: date) -> list[LoggedVisit]:
        """The visits of the days within two dates with everything that is kept of them, oldest first."""
        return self._visits(_VISIT.c.day.between(first, last))

    def judged_visits_of(self, marks: Iterable[Mark]) -> list[LoggedVisit]:
        """The visits behind a few marks."""
        places = [(mark.day, mark.ticket, mark.leg) for mark in marks]
        return self._visits(tuple_(_VISIT.c.day, _VISIT.c.ticket, _VISIT.c.leg).in_(places)) if places else []

    def _visits(self, *where: Any) -> list[LoggedVisit]:
        rows = select(_VISIT).where(self._here(_VISIT), *where).order_by(_VISIT.c.ticket, _VISIT.c.leg)
        return [_logged(row) for row in self._connection.execute(rows)]


def _columns(logged: LoggedVisit) -> dict[str, Any]:
    visit = {name: getattr(logged.visit, name) for name in _OF_VISIT}
    told_from, told_to = logged.told or (None, None)
    return {
        **visit,
        "overtaken_by": list(logged.visit.overtaken_by),
        "day": logged.day,
        "hour": logged.hour,
        "number": logged.number,
        "officer": logged.officer,
        "explained": logged.explained,
        "staffed": logged.situation.staffed if logged.situation else None,
        "in_front": logged.situation.in_front if logged.situation else None,
        "told_from": told_from,
        "told_to": told_to,
    }


def _logged(row: Row[Any]) -> LoggedVisit:
    columns = row._mapping
    visit = {name: columns[name] for name in _OF_VISIT} | {"overtaken_by": tuple(columns["overtaken_by"])}
    return LoggedVisit(
        day=columns["day"],
        hour=columns["hour"],
        number=columns["number"],
        officer=columns["officer"],
        explained=columns["explained"],
        situation=_situation(columns),
        told=None if columns["told_from"] is None else (columns["told_from"], columns["told_to"]),
        visit=Visit(**visit),
    )


def _situation(columns: RowMapping) -> Situation | None:
    if columns["staffed"] is None:
        return None
    return Situation(columns["service"], columns["hour"], columns["staffed"], columns["in_front"])

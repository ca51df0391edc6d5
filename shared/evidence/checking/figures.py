"""The figures of a pack must follow from its journal: judged, counted and seated again, by the rows alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from shared.domain.journal import JournalRow
from shared.domain.judged_day import LoggedVisit, visits_until
from shared.domain.judged_day.terms import Terms
from shared.evidence import requests, tables
from shared.evidence.checking.report import PackReport
from shared.evidence.counted import Counted
from shared.evidence.opening import BrokenFileError, Pack
from shared.evidence.tables import Line, Table

FIGURES = "I-19"
MOST_SHOWN = 60


class Retold:
    """The rows of the period, and what they tell; fed row by row."""

    def __init__(self, pack: Pack, report: PackReport) -> None:
        self._pack, self._report = pack, report
        self._zone = ZoneInfo(pack.manifest.office.zone)
        period = pack.manifest.period
        self._counted = Counted(period.first, period.last, self._zone)
        self._days: defaultdict[date, list[JournalRow]] = defaultdict(list)

    def look_at(self, row: JournalRow) -> None:
        """The next row."""
        self._counted.look_at(row)
        if self._pack.manifest.within(row.day) and row.request is None:
            self._days[row.day].append(row)

    def compare(self) -> None:
        """Hold every table against the rows."""
        counted, terms, sounded = self._counted, self._counted.terms, self._sounded()
        self._hold(tables.TERMS, counted.terms_lines())
        self._hold(tables.ROSTER, counted.roster_lines())
        self._hold(tables.PRIORITIES, counted.priority_lines())
        self._hold_complaints()
        self._hold_requests()
        untold = [day for day, of_day in terms.items() if of_day is None]
        if untold:
            self._report.remark(
                f"{len(untold)} days do not say by which terms they are judged: their verdicts were not computed again"
            )
            return
        visits = [visit for day in terms for visit in self._visits(day, terms, sounded)]
        self._report.visits = len(visits)
        self._hold(tables.VISITS, [tables.visit_line(visit, self._zone) for visit in visits])
        self._hold(tables.CLOCKS, tables.clock_lines((visit.mark for visit in visits), terms))
        if set(self._pack.manifest.rehearsals_left_out) != counted.rehearsals:
            self._report.fault(FIGURES, "the manifest names other rehearsals than the journal")

    def _visits(self, day: date, terms: Mapping[date, Terms | None], sounded: set[int]) -> list[LoggedVisit]:
        of_day = terms[day]
        if of_day is None or day in self._counted.rehearsals:
            return []
        made_at: datetime = self._pack.manifest.made_at
        return visits_until(self._days[day], sounded, of_day, made_at)

    def _sounded(self) -> set[int]:
        """The calls that a board confirmed to have sounded; boards answer outside the chain."""
        return {int(seq) for seq, _, sounded in self._lines(tables.HEARD) if sounded and seq.isdigit()}

    def _hold_complaints(self) -> None:
        """Those columns that the journal tells, and the lines of those complaints that it names."""
        told = self._counted.complaint_lines()
        width, named = tables.COMPLAINT_TOLD, {line[0] for line in told}
        columns = tables.COMPLAINTS._replace(columns=tables.COMPLAINTS.columns[:width])
        written = [line[:width] for line in self._lines(tables.COMPLAINTS)]
        if self._counted.complaints_untold:
            written = [line for line in written if line[0] in named]
            self._report.remark("an early version wrote complaints without their numbers: those were not compared")
        self._differ(columns, written, told)

    def _hold_requests(self) -> None:
        """Those columns that the journal tells; and the sums, by what the pack says of each."""
        table, width = requests.REQUESTS, requests.REQUEST_TOLD
        written = self._lines(table)
        told = table._replace(columns=table.columns[:width])
        self._differ(told, [line[:width] for line in written], self._counted.request_lines())
        self._hold(requests.REQUEST_CLOCKS, requests.request_clock_lines(written))

    def _hold(self, table: Table, told: Sequence[Line]) -> None:
        self._differ(table, self._lines(table), told)

    def _differ(self, table: Table, written: Sequence[Line], told: Sequence[Line]) -> None:
        theirs, ours = ({tuple(line[: table.keys]): line for line in lines} for lines in (written, told))
        if len(theirs) != len(written):
            self._report.fault(FIGURES, f"{table.file} holds a line twice")
        for key in sorted(theirs.keys() | ours.keys()):
            name = " ".join(key)[:MOST_SHOWN]
            if key not in ours:
                self._report.fault(FIGURES, f"{table.file} tells of {name!r}, the journal does not")
            elif key not in theirs:
                self._report.fault(FIGURES, f"{table.file} does not tell of {name!r}, the journal does")
            else:
                for column, said, true in zip(table.columns, theirs[key], ours[key], strict=True):
                    if said != true:
                        what = f"{table.file}, {name!r}: {column} is {said[:MOST_SHOWN]!r}"
                        self._report.fault(FIGURES, f"{what}, but the journal tells {true[:MOST_SHOWN]!r}")

    def _lines(self, table: Table) -> list[Line]:
        try:
            heading, *lines = self._pack.lines(table.file)
        except (BrokenFileError, ValueError) as error:
            self._report.fault("pack", str(error))
            return []
        if tuple(heading) != table.columns or any(len(line) != len(table.columns) for line in lines):
            self._report.fault(FIGURES, f"{table.file} has other columns than a pack of this version")
            return []
        return lines

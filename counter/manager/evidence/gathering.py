"""Everything of a pack that comes from the database: read in one snapshot, written aside line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from counter.manager.evidence import people_lines, standard_lines
from counter.manager.evidence.people_lines import request_line
from counter.manager.evidence.written import comma_separated
from shared.database import OfficeRecords
from shared.domain.judged_day.terms import Terms
from shared.domain.office import Office
from shared.domain.opening_hours import office_day
from shared.domain.recap.floor import whole_months
from shared.domain.wait_figures import Choice, Mark
from shared.evidence import journal_cells, layout, requests, tables
from shared.evidence.counted import Counted
from shared.evidence.layout import Chain
from shared.front_desk.complaints import Registered, register
from shared.front_desk.requests import cases
from shared.front_desk.satisfaction import Satisfaction, as_told, satisfaction
from shared.front_desk.wait_log import wait_log
from shared.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What the files hold, as the summary tells it; the files themselves lie in a folder."""

    office: Office
    first: date
    last: date
    made_at: datetime
    chain: Chain
    marks: list[Mark]
    terms: Mapping[date, Terms | None]
    rehearsals: list[date]
    clocks: list[tables.Line]
    roster: list[tables.Line]
    priorities: list[tables.Line]
    request_clocks: list[tables.Line]
    complaints: list[Registered]
    satisfaction: Satisfaction | None


class Gathering:
    """One snapshot on its way into a folder."""

    def __init__(self, records: OfficeRecords, vault: Vault, office: Office, now: datetime, folder: Path) -> None:
        self._records, self._vault, self._office, self._now, self._folder = records, vault, office, now, folder
        self._zone = office.time_zone

    def gather(self, first: date, last: date) -> Gathered:
        """Write every CSV of the pack. A further clock is one more writer here."""
        counted = Counted(first, last, self._zone)
        chain = self._write_journal(counted, first, last)
        marks = self._write_visits(first, last)
        clocks, roster = tables.clock_lines(marks, counted.terms), counted.roster_lines()
        priorities = counted.priority_lines()
        for table, lines in (
            (tables.TERMS, counted.terms_lines()),
            (tables.CLOCKS, clocks),
            (tables.ROSTER, roster),
            (tables.PRIORITIES, priorities),
        ):
            self._write(table.file, table.columns, lines)
        request_clocks = self._write_requests(first, last)
        found = self._satisfaction(first, last)
        complaints = register(self._records, self._office, first, last, self._now)
        self._write(
            layout.COMPLAINTS,
            tables.COMPLAINTS.columns,
            [people_lines.complaint_line(one, self._zone) for one in complaints],
        )
        self._write(layout.SKM, people_lines.SKM_COLUMNS, people_lines.skm_lines(found))
        standard = standard_lines.standard_lines(self._office.standard, first, last)
        self._write(layout.STANDARD, standard_lines.COLUMNS, standard)
        return Gathered(
            office=self._office,
            first=first,
            last=last,
            made_at=self._now,
            chain=chain,
            marks=marks,
            terms=counted.terms,
            rehearsals=sorted(counted.rehearsals),
            clocks=clocks,
            roster=roster,
            priorities=priorities,
            request_clocks=request_clocks,
            complaints=complaints,
            satisfaction=found,
        )

    def _write_journal(self, counted: Counted, first: date, last: date) -> Chain:
        """The raw rows with their links, and what boards answered about the calls among them."""
        span = self._records.span_of_days(first, last)
        rows, end = 0, None
        with comma_separated(self._folder / layout.JOURNAL, journal_cells.COLUMNS) as write:
            for row, link in self._records.links(*span) if span else ():
                write(journal_cells.cells(journal_cells.without_secrets(row, link)))
                rows, end = rows + 1, link
                counted.look_at(row)
        with comma_separated(self._folder / layout.HEARD, tables.HEARD.columns) as write:
            for seq, *answers in self._records.board_answers(*span) if span else ():
                write([str(seq), *(tables.clock(answer, self._zone) for answer in answers)])
        if span is None:
            return Chain(rows=0)
        before = self._records.hash_of(span[0] - 1)
        return Chain(rows=rows, first_seq=span[0], last_seq=span[1], hash_before=before, last_hash=end)

    def _write_visits(self, first: date, last: date) -> list[Mark]:
        """The judged visits, a month at a time; rehearsals promised nobody anything and are left out."""
        counted: list[Mark] = []
        with comma_separated(self._folder / layout.VISITS, tables.VISITS.columns) as write:
            for begins, ends in _months(first, last):
                log = wait_log(self._records, self._office, Choice(first=begins, last=ends), self._now)
                marks = [mark for mark in log.counted if mark.day not in log.rehearsed.days]
                marks.sort(key=lambda mark: (mark.day, mark.issued_at, mark.ticket, mark.leg))
                for visit in log.visits(self._records, marks) if marks else ():
                    write(tables.visit_line(visit, self._zone))
                counted += marks
        return counted

    def _write_requests(self, first: date, last: date) -> list[tables.Line]:
        """Each request that was received on these days, and the sums of their clocks; never a word of them."""
        found = cases(self._records, self._office, self._records.requests_of_days(first, last), self._now)
        lines = [request_line(case, self._zone) for case in found]
        self._write(requests.REQUESTS.file, requests.REQUESTS.columns, lines)
        sums = requests.request_clock_lines(lines)
        self._write(requests.REQUEST_CLOCKS.file, requests.REQUEST_CLOCKS.columns, sums)
        return sums

    def _satisfaction(self, first: date, last: date) -> Satisfaction | None:
        """The figures as they may be told; None where the period is not made of whole months."""
        if not whole_months(first, last, office_day(self._now, self._zone)):
            return None
        return as_told(satisfaction(self._records, self._vault, first, last))

    def _write(self, name: str, columns: tuple[str, ...], lines: Iterable[Sequence[str]]) -> None:
        with comma_separated(self._folder / name, columns) as write:
            for line in lines:
                write(line)


def _months(first: date, last: date) -> Iterator[tuple[date, date]]:
    while first <= last:
        next_month = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield first, min(last, next_month - timedelta(days=1))
        first = next_month

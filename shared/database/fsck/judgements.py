"""What is kept of closed days must be what their journal says, judged again by the terms that they were closed with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from shared.database.records import OfficeRecords
from shared.domain.expected_wait import LOOKS_BACK, ranges
from shared.domain.journal import JournalRow
from shared.domain.judged_day import LoggedVisit, count_readings, terms_of_closing, visits_until


def wait_range_faults(records: OfficeRecords) -> Iterator[str]:
    """Whether the expected waits are those of the visits that are kept (I-19)."""
    last = records.last_judged_day()
    made = ranges(records.past_waits(last - LOOKS_BACK, last)) if last else []
    if set(made) != set(records.all_wait_ranges()):
        yield "the expected waits are not those of the visits that are kept"


def judgement_faults(records: OfficeRecords, journal: Sequence[JournalRow]) -> Iterator[str]:
    """Every closed day whose kept visits or readings differ from a fresh judgement of its rows (I-19)."""
    rows_of: defaultdict[date, list[JournalRow]] = defaultdict(list)
    for row in journal:
        rows_of[row.day].append(row)
    kept: defaultdict[date, list[LoggedVisit]] = defaultdict(list)
    for visit in records.judged_visits(date.min, date.max):
        kept[visit.day].append(visit)
    for day, readings in sorted(records.judged_days().items()):
        rows, sounded = rows_of[day], records.sounded(day)
        terms = terms_of_closing(rows)
        if terms is None:
            yield f"{day} was judged, but no row says by which terms"
            continue
        ends = rows[-1].at
        fresh = {(v.visit.ticket, v.visit.leg): v for v in visits_until(rows, sounded, terms, ends)}
        stored = {(v.visit.ticket, v.visit.leg): v for v in kept[day]}
        yield from (
            f"ticket {ticket}, leg {leg}, of {day} is kept otherwise than its journal says"
            for ticket, leg in sorted(fresh.keys() | stored.keys())
            if fresh.get((ticket, leg)) != stored.get((ticket, leg))
        )
        if readings != count_readings(rows, sounded, terms, ends):
            yield f"the readings of {day} are kept otherwise than its journal says"

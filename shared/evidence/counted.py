"""What the journal's rows tell without judging a clock: who sat where, how many came first, by which terms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, tzinfo
from functools import cached_property

from shared.domain.complaint import ENDED
from shared.domain.journal import JournalRow
from shared.domain.judged_day import is_rehearsed, terms_told
from shared.domain.judged_day.terms import Terms
from shared.domain.request.events import event_of
from shared.evidence.requests import told_by_events
from shared.evidence.tables import ALL, Line, clock, terms_line

OF_TERMS = frozenset({"open_day", "close_day", "emergency"})
ERASED = "erased"


class Counted:
    """Looks at every row of a pack once, in order; keeps no more of them than it needs."""

    def __init__(self, first: date, last: date, zone: tzinfo) -> None:
        self._first_day, self._last_day, self._zone = first, last, zone
        self._of_terms: defaultdict[date, list[JournalRow]] = defaultdict(list)
        self._shifts: list[list[JournalRow | None]] = []
        self._sits: dict[tuple[date, int | None], int] = {}
        self._numbers: Counter[tuple[date, str]] = Counter()
        self._first: Counter[tuple[date, str]] = Counter()
        self._complaints: defaultdict[int, list[JournalRow]] = defaultdict(list)
        self._requests: defaultdict[int, list[JournalRow]] = defaultdict(list)
        self.complaints_untold = False

    def look_at(self, row: JournalRow) -> None:
        """The next row. Those about other days stand in a pack to keep the chain whole; of them only what became of
        the requests of the period counts.
        """
        if row.request is not None:
            self._requests[row.request].append(row)
        elif self._first_day <= row.day <= self._last_day:
            self._look_at_day(row)

    def _look_at_day(self, row: JournalRow) -> None:
        if row.move in OF_TERMS:
            self._of_terms[row.day].append(row)
        elif row.move == "take":
            place = (row.day, str(row.facts.get("service", "")))
            self._numbers[place] += 1
            self._first[place] += bool(row.facts.get("priority"))
        elif row.move in ("take_counter", "leave_counter"):
            self._sit(row)
        elif row.move == "complaint":
            self._complain(row)

    @cached_property
    def rehearsals(self) -> set[date]:
        """The days on which nobody was promised anything: nothing but their terms is in the tables. To be asked, like
        everything below, when the last row was looked at.
        """
        return {day for day, rows in self._of_terms.items() if is_rehearsed(rows)}

    @cached_property
    def terms(self) -> Mapping[date, Terms | None]:
        """By what each day is judged; None where its rows do not say."""
        return {day: terms_told(rows) for day, rows in sorted(self._of_terms.items())}

    def terms_lines(self) -> list[Line]:
        """A line for each day of work."""
        return [
            terms_line(day, terms, rehearsal=is_rehearsed(self._of_terms[day])) for day, terms in self.terms.items()
        ]

    def roster_lines(self) -> list[Line]:
        """A line for each time that an officer sat down; no end where they sit there still."""
        rehearsals = self.rehearsals
        return [
            _shift(began, ended, self._zone)
            for began, ended in self._shifts
            if began is not None and began.day not in rehearsals
        ]

    def priority_lines(self) -> list[Line]:
        """Numbers given and how many of them went first, by month and service, and of the whole period."""
        given, first = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        rehearsals = self.rehearsals
        for (day, service), numbers in self._numbers.items():
            if day in rehearsals:
                continue
            for month in (f"{day:%Y-%m}", ALL):
                for of in (service, ALL):
                    given[(month, of)] += numbers
                    first[(month, of)] += self._first[(day, service)]
        return [[*key, str(numbers), str(first[key])] for key, numbers in sorted(given.items())]

    def complaint_lines(self) -> list[Line]:
        """Those columns of the register that the journal tells."""
        return [_complaint(number, rows, self._zone) for number, rows in sorted(self._complaints.items())]

    def request_lines(self) -> list[Line]:
        """Those columns of the requests that the journal tells: of all that were received in the period."""
        return [
            told_by_events(number, rows[0].facts["channel"], [event_of(row) for row in rows], self._zone)
            for number, rows in sorted(self._requests.items())
            if rows[0].move == "receive" and self._first_day <= rows[0].day <= self._last_day
        ]

    def _sit(self, row: JournalRow) -> None:
        place = (row.day, row.counter)
        if row.move == "take_counter":
            self._sits[place] = len(self._shifts)
            self._shifts.append([row, None])
        elif place in self._sits:
            self._shifts[self._sits.pop(place)][1] = row

    def _complain(self, row: JournalRow) -> None:
        """An early version named complaints by their codes: such rows cannot be told apart here."""
        number = row.facts.get("complaint")
        if isinstance(number, int):
            self._complaints[number].append(row)
        else:
            self.complaints_untold = True


def _shift(began: JournalRow, ended: JournalRow | None, zone: tzinfo) -> Line:
    return [
        *(began.day.isoformat(), str(began.counter), clock(began.at, zone), str(began.actor or "")),
        *(clock(ended.at if ended else None, zone), (ended.reason or "") if ended else ""),
        *(str(began.seq), str(ended.seq) if ended else ""),
    ]


def _complaint(number: int, rows: Sequence[JournalRow], zone: tzinfo) -> Line:
    steps = [row for row in rows if row.reason != ERASED]
    came, answered = steps[0] if steps else None, steps[1] if len(steps) > 1 else None
    ended = steps[-1] if steps and steps[-1].reason in ENDED else None
    state = (steps[-1].reason or "received") if steps else ""
    return [
        *(str(number), str(came.facts.get("kind", "")) if came else ""),
        *(clock(row.at if row else None, zone) for row in (came, answered, ended)),
        state,
    ]

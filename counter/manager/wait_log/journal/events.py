"""Everything that happened to a visit, oldest first: the journal's rows, the boards' answers, and what was computed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from shared.database.records.journal import Heard
from shared.domain.journal import JournalRow, label_of, standing
from shared.domain.judged_day.terms import emergencies
from shared.domain.judged_day.told_visit import ToldVisit
from shared.domain.office import Office
from shared.web import at_office

BEGINS_A_LEG = frozenset({"transfer", "reinstate"})
TOLD_FACTS = ("language", "priority", "service", "to_counter", "expected", "turn", "told")
"""What a row knows besides who, where and why, and may be shown."""

Event = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Telling:
    """What the events are told from: the day's rows, who is who, what boards answered, what people wrote."""

    office: Office
    rows: Sequence[JournalRow]
    told: ToldVisit
    names: Mapping[int, str]
    heard: Mapping[int, Heard]
    notes: Mapping[int, str]


class _Dated(NamedTuple):
    """An event in its place: what happened in one second is told in the order of its rank."""

    second: datetime
    rank: int
    seq: int
    event: Event


ROW, ANSWER, COMPUTED = range(3)


def events(telling: Telling) -> list[Event]:
    """Each event as `what` happened `at` which moment, and what else is known; `computed` ones are in no journal."""
    dated = [*_rows(telling), *_answers(telling), *_passings(telling), *_computed(telling)]
    return [each.event for each in sorted(dated, key=lambda each: each[:3])]


def _dated(telling: Telling, at: datetime, rank: int, seq: int, what: str, **more: Any) -> _Dated:
    event = {"what": what, "at": at_office(at, telling.office), "computed": rank == COMPUTED, **more}
    return _Dated(at.replace(microsecond=0), rank, seq, event)


def _mine(telling: Telling) -> list[JournalRow]:
    """The rows of this leg: also the one by which the leg after it began."""
    visit = telling.told.logged.visit
    own = [row for row in telling.rows if row.ticket == visit.ticket]
    return [row for row in own if row.leg == visit.leg or (row.move in BEGINS_A_LEG and row.leg == visit.leg + 1)]


def _rows(telling: Telling) -> Iterator[_Dated]:
    undone = {row.undoes for row in telling.rows if row.undoes is not None}
    calls = 0
    for row in _mine(telling):
        calls += row.move in ("call", "recall")
        yield _dated(
            telling,
            row.at,
            ROW,
            row.seq,
            row.move,
            by=telling.names.get(row.actor or 0),
            counter=row.counter,
            reason=row.reason,
            text=telling.notes.get(row.seq),
            nth=calls if row.move in ("call", "recall") else None,
            undone=row.seq in undone,
            facts={name: row.facts[name] for name in TOLD_FACTS if row.facts.get(name)},
        )


def _answers(telling: Telling) -> Iterator[_Dated]:
    """What the boards confirmed of the calls."""
    for row in _mine(telling):
        if heard := telling.heard.get(row.seq):
            for what, at in (("shown", heard.shown_at), ("sounded", heard.sounded_at)):
                if at is not None:
                    yield _dated(telling, at, ANSWER, row.seq, what)


def _passings(telling: Telling) -> Iterator[_Dated]:
    """The others who were called before this visitor though they stood behind; `running`: while this clock ran."""
    visit, number = telling.told.logged.visit, telling.told.logged.number
    labels = {row.ticket: label_of(row) for row in telling.rows if row.move == "take"}
    for row in standing(telling.rows):
        passed = number in row.facts.get("passed", ()) or number == row.facts.get("expected")
        if row.move == "call" and passed and row.ticket != visit.ticket and _waited_at(telling, row.at):
            yield _dated(
                telling,
                row.at,
                ROW,
                row.seq,
                "passed" if number in row.facts.get("passed", ()) else "called_out_of_order",
                by=telling.names.get(row.actor or 0),
                counter=row.counter,
                number=labels.get(row.ticket),
                reason=row.reason,
                running=number in row.facts.get("running", ()),
            )


def _waited_at(telling: Telling, moment: datetime) -> bool:
    visit = telling.told.logged.visit
    return visit.issued_at <= moment and (visit.started_at is None or moment < visit.started_at)


def _computed(telling: Telling) -> Iterator[_Dated]:
    """What no row says: the clock that started, stood still and went on, and the limit that passed."""
    told = telling.told
    if told.logged.visit.clock_started_at is not None:
        yield _dated(telling, told.logged.visit.clock_started_at, COMPUTED, 0, "clock_started")
    stops = emergencies(telling.rows)
    for since, until in told.paused:
        documented = any(start < until and since < end for start, end in stops)
        ends = at_office(until, telling.office)
        yield _dated(telling, since, COMPUTED, 0, "clock_paused", until=ends, emergency=documented)
    if told.limit_passed_at is not None:
        yield _dated(telling, told.limit_passed_at, COMPUTED, 0, "limit_passed")

"""`pst replay`: judge days that are written down in a file, without an office or a database."""

from typing import TypedDict

from shared.domain.service_target.day import Promise
from shared.domain.service_target.judging import judge_day
from shared.domain.service_target.readings import READINGS
from shared.domain.service_target.verdict import Visit
from shared.domain.service_target.written_day import WrittenDay, read_day
from shared.domain.service_target.written_values import ReplayError


class ReplayedVisit(TypedDict):
    """What the contract prints for a ticket; a ticket with several legs is shown by its last one."""

    clock_started_at: str | None
    clock_seconds: int | None
    verdict: str
    reason: str | None


__all__ = ["ReplayError", "ReplayedDay", "ReplayedVisit", "replay"]

ReplayedDay = dict[str, ReplayedVisit]


def replay(document: object, reading: str = "default") -> ReplayedDay | list[ReplayedDay]:
    """Judge the day, or each of the days, of a parsed JSON document under a reading.

    Whoever still waits when the file ends is judged at closing, or at the last event if that is later.
    ReplayError says what is wrong, with the event's index (from 0) where it is an event.
    """
    if reading not in READINGS:
        raise ReplayError(None, f"no reading is called {reading!r}; there are {', '.join(sorted(READINGS))}")
    if not isinstance(document, list):
        return _replayed(read_day(document), reading)
    return [_replayed(_day_of_many(day, number), reading) for number, day in enumerate(document)]


def _day_of_many(day: object, number: int) -> WrittenDay:
    try:
        return read_day(day)
    except ReplayError as error:
        raise ReplayError(error.index, error.sentence, day=number) from None


def _replayed(day: WrittenDay, reading: str) -> ReplayedDay:
    promise = Promise(day.limit_seconds, how=READINGS[reading])
    visits = judge_day(day.steps, promise, day.hours, day.counters, day.ends_at, day_over=True)
    return {str(visit.ticket): _shown(visit) for visit in visits}


def _shown(visit: Visit) -> ReplayedVisit:
    started = visit.clock_started_at
    return {
        "clock_started_at": None if started is None else started.strftime("%H:%M:%S"),
        "clock_seconds": visit.clock_seconds,
        "verdict": visit.verdict,
        "reason": visit.reason,
    }

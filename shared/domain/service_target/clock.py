"""When each leg's clock starts and stops under a reading of the promise."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from shared.domain.service_target.leg import Leg
from shared.domain.service_target.readings import ClockStart, Reading
from shared.domain.service_target.timetable import Timetable

Starts = Callable[[Sequence[Leg]], list[int | None]]


@dataclass(frozen=True, slots=True)
class Clock:
    """One leg's clock, in whole seconds: where it started (None: not yet), where it stops or stands now."""

    started: int | None
    until: int
    seconds: int | None


def clocks_of(legs: Sequence[Leg], reading: Reading, timetable: Timetable, now: int) -> list[Clock]:
    """The clock of every leg, in the order of the legs; a clock that still runs is read at `now`."""
    starts = CLOCK_STARTS[reading.clock_from](legs)
    return [_clock(leg, start, reading, timetable, now) for leg, start in zip(legs, starts, strict=True)]


def _clock(leg: Leg, start: int | None, reading: Reading, timetable: Timetable, now: int) -> Clock:
    until, over = _stop(leg, reading, now), now
    if leg.started is not None:
        start = leg.started if start is None else min(start, leg.started)
    elif leg.ended is not None:
        over = leg.ended
    if start is not None:
        start = max(start, timetable.opening)
        if leg.started is None and start > over:
            start = None
    return Clock(start, until, None if start is None else timetable.elapsed(start, until))


def _stop(leg: Leg, reading: Reading, now: int) -> int:
    if leg.first_called is not None and (leg.ending == "no_show" or reading.clock_until == "first_called"):
        return leg.first_called
    if leg.started is not None:
        return leg.started
    return now if leg.ended is None else leg.ended


def _by_turn(legs: Sequence[Leg]) -> list[int | None]:
    return [leg.clock_started for leg in legs]


def _by_ticket(legs: Sequence[Leg]) -> list[int | None]:
    return [leg.issued for leg in legs]


def _by_guest_book(legs: Sequence[Leg]) -> list[int | None]:
    """Where no guest book was filed, the ticket itself stands for it (offices without numbers)."""
    return [leg.issued if leg.guest_book is None else leg.guest_book for leg in legs]


def _by_predecessor(legs: Sequence[Leg]) -> list[int | None]:
    """The number before, in the same service, of somebody who was served or still may be."""
    starts: list[int | None] = []
    before: dict[str | None, Leg] = {}
    for leg in legs:
        ahead = before.get(leg.service)
        if ahead is None:
            starts.append(leg.issued)
        else:
            starts.append(None if ahead.finished is None else max(leg.issued, ahead.finished))
        if leg.ended is None:
            before[leg.service] = leg
    return starts


CLOCK_STARTS: dict[ClockStart, Starts] = {
    "previous_visitor_finished": _by_turn,
    "number_issued": _by_ticket,
    "guest_book_filled": _by_guest_book,
    "previous_number_finished": _by_predecessor,
}

"""The day's hours in whole seconds: when clocks may start, and how much time counts."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from shared.domain.service_target.day import ServiceHours

T = TypeVar("T", int, datetime)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ONE_SECOND = timedelta(seconds=1)


def second_of(at: datetime) -> int:
    """The whole second in which a moment lies; TypeError for a moment without a zone."""
    return (at - EPOCH) // ONE_SECOND


def moment_of(second: int) -> datetime:
    """The moment, in UTC, at which a whole second begins."""
    return EPOCH + timedelta(seconds=second)


class Timetable:
    """Published service hours, with breaks joined so that a split break is the same break (rule 2)."""

    def __init__(self, hours: ServiceHours) -> None:
        self.opening = second_of(hours.opening)
        self.closing = None if hours.closing is None else second_of(hours.closing)
        self.breaks = joined((second_of(start), second_of(end)) for start, end in hours.breaks)

    def turning_points(self) -> list[int]:
        """The seconds at which clocks may start again without anybody moving."""
        return [self.opening, *(end for _, end in self.breaks)]

    def clocks_may_start(self, at: int) -> bool:
        """Whether `at` lies within service hours and outside every break."""
        if at < self.opening or (self.closing is not None and at >= self.closing):
            return False
        return not any(start <= at < end for start, end in self.breaks)

    def elapsed(self, start: int, end: int) -> int:
        """The seconds that count: without those before opening and inside breaks; never negative."""
        start = max(start, self.opening)
        if end <= start:
            return 0
        paused = (min(end, to) - max(start, since) for since, to in self.breaks)
        return end - start - sum(seconds for seconds in paused if seconds > 0)

    def latest(self, start: int, seconds: int) -> int:
        """The last second at which no more than `seconds` have counted since `start`."""
        start = max(start, self.opening)
        last = start + seconds
        for since, to in self.breaks:
            if to > start and since <= last:
                last += to - max(since, start)
        return last


def elapsed_seconds(hours: ServiceHours, start: datetime, end: datetime) -> int:
    """The seconds of service time between two moments (rule 2)."""
    return Timetable(hours).elapsed(second_of(start), second_of(end))


def latest_start(hours: ServiceHours, clock_started_at: datetime, limit_seconds: int) -> datetime:
    """The last moment at which a visitor with this clock can be started and the promise still be kept."""
    return moment_of(Timetable(hours).latest(second_of(clock_started_at), limit_seconds))


def joined(spans: Iterable[tuple[T, T]]) -> list[tuple[T, T]]:
    """The same time without overlaps, in order; a span that ends before it starts is none."""
    apart: list[tuple[T, T]] = []
    for start, end in sorted(pair for pair in spans if pair[0] < pair[1]):
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart

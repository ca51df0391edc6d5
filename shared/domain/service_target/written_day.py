"""A day as it is written in a replay file: read strictly, with the place of every mistake."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shared.domain.service_target.day import CounterRoster, ServiceHours, Step
from shared.domain.service_target.written_events import EventReader
from shared.domain.service_target.written_values import ReplayError, read_time

DEFAULT_LIMIT_SECONDS = 600


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """One day of a replay file, ready to be judged."""

    hours: ServiceHours
    limit_seconds: int
    counters: list[CounterRoster]
    steps: list[Step]

    @property
    def ends_at(self) -> datetime:
        """When whoever still waits is judged: at closing, or at the last event if that is later."""
        moments = [self.hours.opening, *(step.at for step in self.steps)]
        return max([*moments, self.hours.closing] if self.hours.closing else moments)


def read_day(written: object) -> WrittenDay:
    """Read one day of the file; ReplayError for whatever cannot be understood."""
    if not isinstance(written, Mapping):
        raise ReplayError(None, "a day must be a JSON object with opening, counters and events")
    counters, numbers = _counters(written.get("counters", {}))
    limit = written.get("limit_seconds", DEFAULT_LIMIT_SECONDS)
    if isinstance(limit, bool) or not isinstance(limit, int) or limit <= 0:
        raise ReplayError(None, "limit_seconds must be a whole number of seconds above 0")
    return WrittenDay(_hours(written), limit, counters, EventReader(numbers).read(written.get("events")))


def _hours(written: Mapping[str, object]) -> ServiceHours:
    opening = read_time(written.get("opening"), "opening")
    closing = _optional_time(written.get("closing"), "closing")
    if closing is not None and closing <= opening:
        raise ReplayError(None, "closing must come after opening")
    breaks = written.get("breaks") or []
    if not isinstance(breaks, list):
        raise ReplayError(None, 'breaks must be a list of pairs such as ["11:30", "13:00"]')
    return ServiceHours(opening, closing, tuple(_break(pair) for pair in breaks))


def _break(pair: object) -> tuple[datetime, datetime]:
    if not isinstance(pair, list) or len(pair) != len(("start", "end")):
        raise ReplayError(None, 'a break must be a pair such as ["11:30", "13:00"]')
    start, end = (read_time(moment, "a break") for moment in pair)
    if end <= start:
        raise ReplayError(None, f"the break from {pair[0]} must end after it starts")
    return start, end


def _counters(written: object) -> tuple[list[CounterRoster], dict[str, int]]:
    """The counters, and the numbers by which their names are known while the day is judged."""
    if not isinstance(written, Mapping):
        raise ReplayError(None, "counters must be an object of counters by name")
    numbers = {str(name): number for number, name in enumerate(written, start=1)}
    return [_counter(str(name), numbers[str(name)], roster) for name, roster in written.items()], numbers


def _counter(name: str, number: int, roster: object) -> CounterRoster:
    if not isinstance(roster, Mapping):
        raise ReplayError(None, f"counter {name} must be an object with its services")
    services = roster.get("services")
    if services is not None and not (isinstance(services, list) and all(isinstance(s, str) for s in services)):
        raise ReplayError(None, f"the services of counter {name} must be a list of codes")
    return CounterRoster(
        number,
        None if services is None else frozenset(services),
        _optional_time(roster.get("open_from"), f"open_from of counter {name}"),
        _optional_time(roster.get("open_to"), f"open_to of counter {name}"),
    )


def _optional_time(written: object, what: str) -> datetime | None:
    return None if written is None else read_time(written, what)

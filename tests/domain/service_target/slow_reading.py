"""The rules of 4.3a read slowly and literally: a second opinion on when each clock starts.

It shares no code with the product beyond the names of its data: every state is found by reading the whole
journal again, every matching by trying everything, every no-show by a journal of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.domain.service_target import CounterRoster, ServiceHours, Step

LegName = tuple[object, int]
DEEMED = CounterRoster(-1)


@dataclass
class SlowLeg:
    """One leg, with the index of the step that began it and of the steps that are its own."""

    name: LegName
    service: str | None
    only_at: int | None
    priority: bool
    steps: list[tuple[int, Step]]

    @property
    def issued(self) -> datetime:
        return self.steps[0][1].at

    def waits(self, at: datetime, next_leg: datetime | None) -> bool:
        """Whether the leg stands in line once all moves of this second are done."""
        if self.issued > at or (next_leg is not None and next_leg <= at):
            return False
        return not any(
            step.at <= at and step.move in {"start", "leave", "cancel", "miss", "expire"} for _, step in self.steps
        )

    def start(self) -> datetime | None:
        return next((step.at for _, step in self.steps if step.move == "start"), None)

    def called_in_vain(self) -> bool:
        calls: list[datetime] = []
        for _, step in self.steps:
            if step.move in {"call", "recall"}:
                calls.append(step.at)
            if step.move == "start":
                return False
            if step.move == "miss":
                return len(calls) >= 3 and step.at - calls[0] >= timedelta(minutes=3)
        return False


def slow_clock_starts(
    steps: Sequence[Step], hours: ServiceHours, counters: Sequence[CounterRoster]
) -> dict[LegName, datetime | None]:
    """When the clock of each leg starts."""
    legs = _legs(steps)
    absent = [leg for leg in legs if leg.called_in_vain()]
    present = [leg for leg in legs if leg not in absent]
    found = {leg.name: _first_turn(leg, present, legs, steps, hours, counters) for leg in present}
    for leg in absent:
        line = [other for other in legs if other in present or other is leg]
        found[leg.name] = _first_turn(leg, line, legs, steps, hours, counters)
    return found


def _legs(steps: Sequence[Step]) -> list[SlowLeg]:
    legs: list[SlowLeg] = []
    for index, step in enumerate(steps):
        mine = [leg for leg in legs if leg.name[0] == step.ticket]
        if step.move in {"take", "transfer", "reinstate"}:
            last = mine[-1] if mine else None
            inherits = last is not None and step.service is None
            legs.append(
                SlowLeg(
                    (step.ticket, len(mine) + 1),
                    last.service if last and inherits else step.service,
                    last.only_at if last and inherits and step.to_counter is None else step.to_counter,
                    last.priority if last else step.priority,
                    [(index, step)],
                )
            )
        elif mine:
            mine[-1].steps.append((index, step))
    return legs


def _first_turn(
    leg: SlowLeg,
    line: list[SlowLeg],
    legs: list[SlowLeg],
    steps: Sequence[Step],
    hours: ServiceHours,
    counters: Sequence[CounterRoster],
) -> datetime | None:
    started = leg.start()
    for at in _moments(steps, hours, counters):
        if started is not None and at >= started:
            break
        if _in_hours(at, hours) and leg in _whose_turn(at, line, legs, steps, hours, counters):
            return at
    return None if started is None else max(started, hours.opening)


def _moments(steps: Sequence[Step], hours: ServiceHours, counters: Sequence[CounterRoster]) -> list[datetime]:
    rosters = [at for c in counters for at in (c.open_from, c.open_to) if at is not None]
    return sorted({hours.opening, *(end for _, end in hours.breaks), *rosters, *(step.at for step in steps)})


def _in_hours(at: datetime, hours: ServiceHours) -> bool:
    closed = hours.closing is not None and at >= hours.closing
    return at >= hours.opening and not closed and not any(a <= at < b for a, b in hours.breaks)


def _whose_turn(
    at: datetime,
    line: list[SlowLeg],
    legs: list[SlowLeg],
    steps: Sequence[Step],
    hours: ServiceHours,
    counters: Sequence[CounterRoster],
) -> list[SlowLeg]:
    followed = {(leg.name[0], leg.name[1] - 1): leg.issued for leg in legs}
    waiting = [leg for leg in line if leg.waits(at, followed.get(leg.name))]
    waiting.sort(key=lambda leg: (not leg.priority, leg.issued, str(leg.name[0])))
    free = _free(at, steps, counters)
    served: list[SlowLeg] = []
    for leg in waiting:
        if _all_can_sit([*served, leg], free):
            served.append(leg)
    return served


def _all_can_sit(legs: list[SlowLeg], free: list[CounterRoster]) -> bool:
    if not legs:
        return True
    return any(
        _may_serve(counter, legs[0]) and _all_can_sit(legs[1:], [c for c in free if c is not counter])
        for counter in free
    )


def _may_serve(counter: CounterRoster, leg: SlowLeg) -> bool:
    if counter is DEEMED:
        return True
    if leg.only_at is not None:
        return counter.number == leg.only_at
    return counter.services is None or leg.service in counter.services


def _free(at: datetime, steps: Sequence[Step], counters: Sequence[CounterRoster]) -> list[CounterRoster]:
    entered = [c for c in counters if _entered(c, at, steps)]
    inside = [c for c in entered if c.open_to is None or at < c.open_to]
    return [c for c in inside if not _busy(c, at, steps)] if entered else [DEEMED]


def _entered(counter: CounterRoster, at: datetime, steps: Sequence[Step]) -> bool:
    used = [s.at for s in steps if s.counter == counter.number and s.move in {"take_counter", "call", "start"}]
    moments = [counter.open_from] if counter.open_from else []
    moments += [moment for moment in used if counter.open_to is None or moment < counter.open_to]
    return any(moment <= at for moment in moments)


def _busy(counter: CounterRoster, at: datetime, steps: Sequence[Step]) -> bool:
    """Busy with the last visitor started here, until their service ends or the counter calls anyone."""
    serving: object = None
    for step in steps:
        if step.at > at:
            break
        if step.counter == counter.number and step.move in {"call", "recall", "start"}:
            serving = step.ticket if step.move == "start" else None
        elif step.ticket == serving and step.move in {"finish", "rate", "hold", "transfer", "expire"}:
            serving = None
    return serving is not None

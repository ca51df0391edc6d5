"""The day's journal made ready: cut at a moment, cleared of what was undone, searched for no-shows."""

from collections.abc import Iterable

from shared.domain.service_target.day import Step, TicketId
from shared.domain.service_target.timetable import second_of

CALLS_BEFORE_NO_SHOW = 3
SECONDS_BEFORE_NO_SHOW = 180
NEW_LEG_MOVES = frozenset({"take", "transfer", "reinstate"})
UNDOABLE_MOVES = frozenset({"call", "finish", "miss", "transfer"})

TimedStep = tuple[int, Step]


def steps_until(steps: Iterable[Step], now: int) -> list[TimedStep]:
    """The steps up to `now` with their seconds, without those that were taken back.

    A clock that was set back never makes time run backwards: such a step counts at the latest second seen.
    """
    timed: list[TimedStep] = []
    latest = -(2**62)
    for step in steps:
        at = second_of(step.at)
        if at <= now:
            latest = max(latest, at)
            timed.append((latest, step))
    return _without_undone(timed) if any(step.move == "undo" for _, step in timed) else timed


def no_shows(timed: Iterable[TimedStep]) -> set[tuple[TicketId | None, int]]:
    """The (ticket, leg) of everybody who was called in vain often and long enough (rule 9)."""
    timed = list(timed)
    suspects = {step.ticket for _, step in timed if step.move == "miss"}
    absent: set[tuple[TicketId | None, int]] = set()
    legs: dict[TicketId | None, _Calls] = {}
    for at, step in timed:
        if step.ticket not in suspects:
            continue
        calls = legs.setdefault(step.ticket, _Calls())
        if step.move in NEW_LEG_MOVES:
            legs[step.ticket] = _Calls(calls.leg + 1)
        elif step.move == "miss" and calls.in_vain(at):
            absent.add((step.ticket, calls.leg))
        else:
            calls.note(at, step.move)
    return absent


class _Calls:
    """The calls of one leg, until it is started or left."""

    def __init__(self, leg: int = 0) -> None:
        self.leg = leg
        self.count = 0
        self.first: int | None = None
        self.over = False

    def note(self, at: int, move: str) -> None:
        if move in {"call", "recall"}:
            self.count += 1
            self.first = at if self.first is None else self.first
        self.over |= move in {"start", "leave", "cancel", "expire"}

    def in_vain(self, at: int) -> bool:
        if self.over or self.first is None or self.count < CALLS_BEFORE_NO_SHOW:
            return False
        return at - self.first >= SECONDS_BEFORE_NO_SHOW


def _without_undone(timed: list[TimedStep]) -> list[TimedStep]:
    kept: dict[int, TimedStep] = {}
    undoable: dict[TicketId | None, list[int]] = {}
    for index, (at, step) in enumerate(timed):
        if step.move == "undo":
            if undoable.get(step.ticket):
                del kept[undoable[step.ticket].pop()]
            continue
        if step.move in UNDOABLE_MOVES:
            undoable.setdefault(step.ticket, []).append(index)
        kept[index] = (at, step)
    return list(kept.values())

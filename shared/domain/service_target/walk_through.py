"""Walk through one day, second by second where something happens, and start the clocks on the way."""

from collections.abc import Callable, Iterable, Sequence

from shared.domain.service_target.day import CounterRoster, ServiceHours, Step, TicketId
from shared.domain.service_target.journal import no_shows, steps_until
from shared.domain.service_target.leg import Ending, Leg
from shared.domain.service_target.line import WaitingLine
from shared.domain.service_target.pool import CounterPool
from shared.domain.service_target.timetable import Timetable


class WalkThrough:
    """The day as it stood after its last step up to `now`: every leg with its clock, and the counters."""

    def __init__(self, steps: Iterable[Step], hours: ServiceHours, counters: Sequence[CounterRoster], now: int) -> None:
        timed = steps_until(steps, now)
        known = {counter.number for counter in counters}
        strange = {s.counter for _, s in timed if s.counter is not None and s.counter not in known}
        everyone = [*counters, *(CounterRoster(number) for number in sorted(strange))]
        self.timetable = Timetable(hours)
        self.pool = CounterPool(everyone)
        self.legs: list[Leg] = []
        self._line = WaitingLine(everyone)
        self._leg_of: dict[TicketId, Leg] = {}
        self._ghosts = no_shows(timed)
        self._moves = self._table_of_moves()
        seconds: dict[int, list[Step]] = {
            at: [] for at in (*self.timetable.turning_points(), *self.pool.turning_points()) if at <= now
        }
        for at, step in timed:
            seconds.setdefault(at, []).append(step)
        for at in sorted(seconds):
            self._pass(at, seconds[at])

    def _pass(self, at: int, steps: list[Step]) -> None:
        """Apply all moves of one second, and only then look at the clocks (rule 1)."""
        self.pool.follow_roster(at)
        for step in steps:
            self._apply(at, step)
        if (self._line.changed or self.pool.changed) and self.timetable.clocks_may_start(at):
            self._line.give_turns(self.pool.free, at)
            self.pool.changed = False

    def _apply(self, at: int, step: Step) -> None:
        if step.ticket is None:
            if step.move == "take_counter" and step.counter is not None:
                self.pool.enter(step.counter, at)
            return
        leg = self._leg_of.get(step.ticket)
        if step.move == "take" or (leg and step.move in {"transfer", "reinstate"}):
            self._new_leg(at, step, step.ticket, leg)
        elif leg and (move := self._moves.get(step.move)):
            move(at, step, leg)

    def _table_of_moves(self) -> dict[str, Callable[[int, Step, Leg], None]]:
        """What each move of a ticket does; put_back and undo change nothing here (rule 8)."""
        return {
            "call": self._call,
            "recall": self._call,
            "start": self._start,
            "hold": self._hold,
            "rate": self._finish,
            "finish": self._finish,
            "miss": self._end,
            "leave": self._end,
            "cancel": self._end,
            "expire": self._expire,
            "correct": self._correct,
            "guest_book": self._guest_book,
        }

    def _new_leg(self, at: int, step: Step, ticket: TicketId, before: Leg | None) -> None:
        """Register a ticket, or a new leg of one, at this second (rule 8)."""
        number, service, only_at, priority = 1, step.service, step.to_counter, step.priority
        if before:
            number, priority = before.number + 1, before.priority or step.priority
            self._close(before, at, "transferred")
            if service is None:
                service, only_at = before.service, before.only_at if only_at is None else only_at
        ghost = (ticket, number) in self._ghosts
        leg = Leg(ticket, number, service, priority, at, only_at, ghost)
        self._leg_of[ticket] = leg
        self.legs.append(leg)
        self._line.join(leg)

    def _call(self, at: int, step: Step, leg: Leg) -> None:
        counter = leg.counter if step.counter is None else step.counter
        if counter is not None:
            self.pool.call(counter, leg, at)
        leg.called(at, counter, again=step.move == "recall", sounded=step.sounded)

    def _start(self, at: int, step: Step, leg: Leg) -> None:
        counter = leg.counter if step.counter is None else step.counter
        self._line.leave(leg)
        leg.stop(at)
        if counter is not None:
            self.pool.occupy(counter, leg, at)
        leg.begin(at, counter)

    def _hold(self, at: int, _: Step, leg: Leg) -> None:
        leg.stop(at)
        self.pool.release(leg, at)

    def _finish(self, at: int, _: Step, leg: Leg) -> None:
        if leg.started is not None:
            leg.finish(at)
            self.pool.release(leg, at)

    def _end(self, at: int, step: Step, leg: Leg) -> None:
        if step.move == "cancel":
            self._close(leg, at, "cancelled")
        else:
            self._close(leg, at, "no_show" if step.move == "miss" and leg.ghost else "left")

    def _expire(self, at: int, _: Step, leg: Leg) -> None:
        """Nobody knows when the service of an expired visit ended, so no end is written."""
        leg.expired = True
        leg.serving_since = None
        if leg.started is None:
            self._close(leg, at, "expired")
        self.pool.release(leg, at)

    def _close(self, leg: Leg, at: int, ending: Ending) -> None:
        self._line.leave(leg)
        leg.end(at, ending)
        self.pool.release(leg, at)

    def _correct(self, _at: int, step: Step, leg: Leg) -> None:
        for meant in self.legs:
            if meant.ticket == leg.ticket and meant.number == (step.leg or leg.number):
                meant.corrected = True

    def _guest_book(self, at: int, _: Step, leg: Leg) -> None:
        leg.guest_book = at if leg.guest_book is None else leg.guest_book

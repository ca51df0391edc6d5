"""Days that could have happened: every move is one that the ticket's state allows."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

from hypothesis import strategies as st

from shared.domain.service_target import CounterRoster, Promise, ServiceHours, Step
from tests.domain.service_target.a_day import at, counter, hours

LEGAL = {
    "waiting": ("call", "call", "call", "leave", "cancel"),
    "called": (
        "recall",
        "recall",
        "start",
        "start",
        "start",
        "put_back",
        "hold",
        "transfer",
        "in_vain",
        "miss",
        "leave",
    ),
    "serving": ("finish", "finish", "finish", "rate", "hold", "transfer"),
    "on_hold": ("call", "cancel"),
    "no_show": ("reinstate",),
    "cancelled": ("reinstate",),
    "served": ("rate",),
}
LEADS_TO = {
    "call": "called",
    "start": "serving",
    "put_back": "waiting",
    "hold": "on_hold",
    "transfer": "waiting",
    "reinstate": "waiting",
    "miss": "no_show",
    "leave": "cancelled",
    "cancel": "cancelled",
    "finish": "served",
}
MOST_VISITORS = 8
GAPS = (0, 0, 0, 20, 60, 60, 180, 400, 1200)


@dataclass(frozen=True)
class Day:
    """A day's journal with what it is judged by."""

    steps: list[Step]
    hours: ServiceHours
    counters: list[CounterRoster]
    promise: Promise = field(default_factory=Promise)


class _Office:
    """Turns drawn numbers into moves that are allowed."""

    def __init__(self, counters: list[CounterRoster]) -> None:
        self.now = at("07:45")
        self.counters = [c.number for c in counters]
        self.steps: list[Step] = []
        self.states: dict[str, str] = {}
        self.desks: dict[str, int] = {}

    def act(self, gap: int, who: int, what: int, where: int) -> None:
        self.now += timedelta(seconds=gap)
        desk = self.counters[where % len(self.counters)]
        turn = who % (len(self.states) + 2)
        if turn == len(self.states) + 1:
            self.steps.append(Step(self.now, "take_counter", counter=desk))
        elif turn == len(self.states):
            self._take(what, where)
        else:
            ticket = list(self.states)[turn]
            legal = LEGAL[self.states[ticket]]
            self._move(ticket, legal[what % len(legal)], what, desk)

    def _take(self, what: int, where: int) -> None:
        if len(self.states) == MOST_VISITORS:
            return
        ticket = "hgfedcba"[len(self.states)]  # against the alphabet: ties go by the ticket, not by arrival
        self.states[ticket] = "waiting"
        self.steps.append(Step(self.now, "take", ticket, service="KP"[where % 2], priority=what % 4 == 0))

    def _move(self, ticket: str, move: str, what: int, desk: int) -> None:
        if move == "in_vain":
            for _ in range(2):
                self._move(ticket, "recall", what, desk)
                self.now += timedelta(seconds=95)
            move = "miss"
        service = "KP"[what % 2] if move == "transfer" and what % 3 else None
        target = desk if move == "transfer" and not service else None
        if move == "call":
            self.desks[ticket] = desk
        here = None if move in {"leave", "cancel", "rate", "reinstate"} else self.desks[ticket]
        self.states[ticket] = LEADS_TO.get(move, self.states[ticket])
        self.steps.append(Step(self.now, move, ticket, here, service, sounded=what % 5 != 1, to_counter=target))


def _counters(draw: st.DrawFn) -> list[CounterRoster]:
    roster = st.tuples(
        st.sampled_from(["", "K", "P", "KP"]),
        st.sampled_from([None, "08:00", "08:00", "08:15", "07:30"]),
        st.sampled_from([None, None, "09:30"]),
    )
    drawn = draw(st.lists(roster, min_size=1, max_size=3))
    return [counter(number, *parts) for number, parts in enumerate(drawn, start=1)]


@st.composite
def days(draw: st.DrawFn) -> Day:
    """A day with up to eight visitors and three counters."""
    counters = _counters(draw)
    office = _Office(counters)
    moves = st.tuples(st.sampled_from(GAPS), st.integers(0, 999), st.integers(0, 59), st.integers(0, 5))
    length = draw(st.sampled_from([5, 15, 40]))
    for gap, who, what, where in draw(st.lists(moves, min_size=length, max_size=length)):
        office.act(gap, who, what, where)
    pauses = draw(st.sampled_from([(), (("08:20", "08:40"),), (("08:05", "08:10"), ("09:00", "09:20"))]))
    closing = draw(st.sampled_from([None, "09:45", "15:30"]))
    return Day(office.steps, hours(closing, *pauses), counters)


def with_counter_open_at_opening(day: Day) -> Day:
    """The same day with its first counter rostered from opening."""
    first, *others = day.counters
    return replace(day, counters=[replace(first, open_from=day.hours.opening, open_to=None), *others])

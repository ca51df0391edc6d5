"""A rehearsal of a busy day at a running office."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from shared.clock import Clock
from shared.demo.chance import visitors_between
from shared.demo.working_day import Span, WorkingDay
from shared.domain.office import Office
from shared.domain.refusal import Refusal
from shared.rehearsal.caller import Caller
from shared.rehearsal.diary import Diary, Report
from shared.rehearsal.live_floor import LiveFloor
from shared.rehearsal.tokens import Tokens
from shared.rehearsal.trainees import Trainees

TELLS_EVERY = timedelta(minutes=30)
SILENT_AT_MOST = timedelta(seconds=30)
"""Of real time: somebody watches and wants to see that it goes on."""
NOT_THERE = {
    "not_found": "--url: there is no such address as {url}; write that of the server alone, as http://localhost:8080",
    "unknown_office": "--office: the server at {url} does not serve {code}; `pst run --office {code}` does",
}
"""What the server answers where this office is not, and what is wrong then."""
STAYS_AFTER = timedelta(minutes=60)
"""Trainees have so long after the last visitor to serve those who wait."""
BREAK = timedelta(minutes=15)
BREAK_AFTER, BREAK_UNTIL = 0.3, 0.7
"""Within these parts of the day each played officer goes for one break that nobody announced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """Where and how: which counters are played, how much faster than life, how many visitors in how many hours."""

    url: str
    office: Office
    counters: Sequence[int]
    speed: float
    visitors: int
    hours: float
    seed: int

    @property
    def tells_every(self) -> timedelta:
        """After how much of the rehearsal's time it says again how it goes."""
        return min(TELLS_EVERY, SILENT_AT_MOST * self.speed)


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """The figures, how many visitors were taken out of the line at the end, and whether the day was played to it."""

    report: Report
    taken_out: int
    whole: bool


def refuse_a_real_office(url: str, office: Office) -> None:
    """A rehearsal writes visitors who never came into the journal. RuntimeError where that journal means something.

    ValueError where no such office can be reached.
    """
    caller = Caller(url, office.code)
    try:
        page = caller.page_data("/counter/")
    except Refusal as refusal:
        if refusal.key in NOT_THERE:
            raise ValueError(NOT_THERE[refusal.key].format(url=url, code=office.code)) from refusal
        raise
    finally:
        caller.close()
    if page["rehearsal"] is not True:
        raise RuntimeError(
            f"{office.code} at {url} is not in rehearsal, and visitors who never came do not belong into its journal; "
            "start it with PST_ALWAYS_OPEN=1, or use `pst demo`"
        )


def rehearse(rehearsal: Rehearsal, tokens: Tokens, say: Callable[[str], None]) -> Rehearsed:
    """Play the day; stopped by the keyboard it ends there. In any case nobody of the rehearsal stays in the office."""
    clock = Clock()
    watcher = _caller(rehearsal, tokens.watcher)
    diary = Diary(rehearsal.office, clock.now(), sounded=watcher.look("/counter/queue")["boards"]["sounding"] > 0)
    officers = {counter: _caller(rehearsal, token) for counter, token in tokens.officers.items()}
    floor = LiveFloor(_caller(rehearsal, tokens.kiosk), officers, diary, clock, rehearsal.speed, say)
    _plan(rehearsal, floor, watcher)
    whole = True
    try:
        floor.play()
    except KeyboardInterrupt:
        whole = False
    finally:
        taken_out = floor.clear()
    return Rehearsed(diary.report(floor.now), taken_out, whole)


def _plan(rehearsal: Rehearsal, floor: LiveFloor, watcher: Caller) -> None:
    begins, chance = floor.now, Random(rehearsal.seed)  # noqa: S311 # a rehearsal, not a secret
    ends = begins + timedelta(hours=rehearsal.hours)
    services = tuple(service.code for service in rehearsal.office.services)
    working = WorkingDay(floor)
    working.expect(visitors_between(begins, ends, rehearsal.visitors, chance, services))
    for counter in rehearsal.counters:
        calls_from = begins + timedelta(seconds=chance.randint(20, 120))
        working.open_counter(counter, begins, calls_from, [_break(begins, ends, chance)])
    trainees = Trainees(floor, working, rehearsal.counters)

    def look() -> None:
        line = watcher.look("/counter/queue")
        trainees.look(line)
        if line["waiting"]:
            working.wake()
        floor.somebody_waits = bool(line["waiting"]) or trainees.busy

    floor.look = look
    _tell_again(floor, begins, ends, rehearsal.tells_every)


def _tell_again(floor: LiveFloor, begins: datetime, ends: datetime, every: timedelta) -> None:
    """Say how it goes; and as long as somebody waits for a trainee the day is not over."""
    diary = floor.diary
    passed = int((floor.now - begins).total_seconds()) // 60
    floor.say(
        f"{passed // 60}:{passed % 60:02d}  datang / came {diary.count('take')}, menunggu / waiting {diary.waiting()}, "
        f"selesai / finished {diary.count('finish')}, pergi / left {diary.count('leave')}"
    )
    if floor.now < ends or (floor.somebody_waits and floor.now < ends + STAYS_AFTER):
        floor.plan(floor.now + every, lambda: _tell_again(floor, begins, ends, every))


def _break(begins: datetime, ends: datetime, chance: Random) -> Span:
    start = begins + (ends - begins) * chance.uniform(BREAK_AFTER, BREAK_UNTIL)
    return start, start + BREAK


def _caller(rehearsal: Rehearsal, token: str) -> Caller:
    return Caller(rehearsal.url, rehearsal.office.code, token)

"""The counters that trainees play: what they do is seen in the line, and their visitors say what happens next."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from shared.demo.working_day import CALLS_BEFORE_MISS, WorkingDay
from shared.rehearsal.live_floor import LiveFloor

NOBODY_AFTER = timedelta(seconds=30)
"""So long an officer looks around before it is clear that nobody comes."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A counter at one look."""

    ticket: int
    label: str
    service: str
    serving: bool
    calls: int

    def was_left_for(self, now: Seen | None) -> bool:
        """Whether the visitor was sent away since; one who is called again after being served was, in between."""
        return now is None or now.ticket != self.ticket or (self.serving and not now.serving)


class Trainees:
    """Compares one look at the line with the next."""

    def __init__(self, floor: LiveFloor, working: WorkingDay, played: Collection[int]) -> None:
        self._floor = floor
        self._working = working
        self._played = played
        self._seated: set[int] = set()
        self._seen: dict[int, Seen] = {}
        self._missed: set[int] = set()
        self._served_before: set[int] = set()
        self._at_hand: set[int] = set()

    @property
    def busy(self) -> bool:
        """Whether somebody is at a trainee's counter."""
        return bool(self._seen)

    def look(self, line: Mapping[str, Any]) -> None:
        """See what was done since the last look."""
        self._note_returns(line)
        for desk in line["counters"]:
            if desk["counter"] not in self._played:
                self._look_at(desk["counter"], desk, line)

    def _look_at(self, counter: int, desk: Mapping[str, Any], line: Mapping[str, Any]) -> None:
        if desk["officer"] and counter not in self._seated:
            self._seated.add(counter)
            self._note("take_counter", counter=counter)
        before, now = self._seen.pop(counter, None), _seen(desk)
        if before is not None and before.was_left_for(now):
            self._is_gone(counter, before, _move_of(before, now, line))
            before = None
        if now is not None:
            self._seen[counter] = now
            self._is_here(counter, before, now)

    def _is_here(self, counter: int, before: Seen | None, now: Seen) -> None:
        if before is None or now.calls > before.calls:
            self._note("call" if before is None else "recall", now.ticket, counter=counter)
            if not now.serving:
                self._hears(counter, now)
        if now.serving and not (before and before.serving):
            self._note("start", now.ticket, counter=counter)
            self._sits(counter, now)

    def _hears(self, counter: int, seen: Seen) -> None:
        visitor = self._working.visitor_of(seen.ticket)
        follows = visitor.follows_call is not None and visitor.follows_call <= seen.calls
        if seen.ticket in self._at_hand or follows:
            self._tell(visitor.walk, counter, seen, "berdiri di meja: Mulai layani / is here: Start")
        elif seen.calls < CALLS_BEFORE_MISS:
            self._tell(NOBODY_AFTER, counter, seen, "belum datang: panggil ulang / does not come: call again")
        else:
            self._tell(NOBODY_AFTER, counter, seen, "tidak datang: Tidak hadir / does not come: No-show")

    def _sits(self, counter: int, seen: Seen) -> None:
        visitor = self._working.visitor_of(seen.ticket)
        first_time = seen.ticket not in self._served_before
        self._served_before.add(seen.ticket)
        self._at_hand.add(seen.ticket)
        if first_time and visitor.fetches_for is not None:
            self._tell(visitor.serving / 2, counter, seen, "mengambil berkas: Tahan / fetches a paper: Hold")
        elif first_time and visitor.goes_on_to is not None:
            onward = visitor.goes_on_to
            self._tell(visitor.serving, counter, seen, f"perlu layanan {onward}: Alihkan / needs {onward}: Transfer")
        else:
            needs = visitor.serving if first_time else visitor.serving / 2
            self._tell(needs, counter, seen, "sudah cukup: Selesai / has everything: Finish")

    def _is_gone(self, counter: int, seen: Seen, how: tuple[str, Mapping[str, Any]]) -> None:
        visitor, floor = self._working.visitor_of(seen.ticket), self._floor
        move, more = how
        self._note(move, seen.ticket, counter=counter, **more)
        if move == "hold" and visitor.fetches_for is not None:
            back = f"{seen.label}: kembali, panggil lagi / is back, call again"
            floor.plan(floor.now + visitor.fetches_for, partial(floor.say, back))
        if move == "miss":
            self._missed.add(seen.ticket)
        if move == "miss" and visitor.returns_after is not None:
            self._at_hand.add(seen.ticket)
            back = f"{seen.label}: datang juga, kembalikan ke antrean / came after all, bring them back"
            floor.plan(floor.now + visitor.returns_after, partial(floor.say, back))

    def _note_returns(self, line: Mapping[str, Any]) -> None:
        """Whoever was missed at a trainee's counter and waits again was brought back."""
        returned = self._missed & _ids(line, "waiting")
        for ticket in returned:
            self._note("reinstate", ticket)
        self._missed -= returned

    def _tell(self, after: timedelta, counter: int, seen: Seen, what: str) -> None:
        """Say it then, if the counter still looks as it does now."""

        def tell() -> None:
            if self._seen.get(counter) == seen:
                self._floor.say(f"meja / desk {counter}, {seen.label}: {what}")

        self._floor.plan(self._floor.now + after, tell)

    def _note(self, move: str, ticket: int | None = None, **more: Any) -> None:
        self._floor.diary.note(self._floor.now, move, ticket, **more)


def _seen(desk: Mapping[str, Any]) -> Seen | None:
    ticket = desk["ticket"]
    if ticket is None:
        return None
    serving = ticket["state"] == "serving"
    return Seen(ticket["id"], ticket["number"], ticket["service"], serving, desk["called"])


def _move_of(seen: Seen, now: Seen | None, line: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    """What was done with a visitor who is no longer at the counter, by where they are now."""
    again = now.service if now is not None and now.ticket == seen.ticket else None
    waits = (place["ticket"]["service"] for place in line["waiting"] if place["ticket"]["id"] == seen.ticket)
    service = again or next(waits, None)
    if seen.ticket in _ids(line, "on_hold") or again == seen.service:
        return "hold", {}
    if seen.ticket in _ids(line, "missed"):
        return "miss", {}
    if service is not None:
        return ("transfer", {"service": service}) if seen.serving else ("put_back", {})
    return ("finish", {}) if seen.serving else ("cancel", {})


def _ids(line: Mapping[str, Any], where: str) -> set[int]:
    return {place["ticket"]["id"] for place in line[where]}

"""The floor of a running office: everything that visitors and played officers do goes over HTTP."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from shared.clock import Clock
from shared.demo.agenda import Agenda
from shared.domain.refusal import Refusal
from shared.rehearsal.caller import Caller
from shared.rehearsal.diary import Diary

IN_LINE = frozenset({"waiting", "called", "on_hold"})
LOOKS_EVERY = timedelta(seconds=0.4)
"""Of real time: how soon a visitor notices what a trainee does."""


@dataclass(frozen=True, slots=True)
class Number:
    """What a visitor holds; `link` opens their own page."""

    id: int
    label: str
    link: str = ""


class LiveFloor(Agenda):
    """Plays at `speed` times the pace of life. What the office refuses is said, and the day goes on."""

    def __init__(
        self,
        kiosk: Caller,
        officers: Mapping[int, Caller],
        diary: Diary,
        clock: Clock,
        speed: float,
        say: Callable[[str], None],
    ) -> None:
        super().__init__(diary.begins)
        self.diary = diary
        self.say = say
        self.look: Callable[[], None] = lambda: None
        """Called again and again while time passes: what did the trainees do?"""
        self.somebody_waits = False
        """Whether the last look found somebody in line or at a trainee's counter."""
        self._kiosk = kiosk
        self._officers = officers
        self._clock = clock
        self._speed = speed
        self._looked_at = clock.now()
        self._inside: dict[int, Number] = {}

    def wait_until(self, moment: datetime) -> None:
        """Let time pass, in small steps, and look around at each."""
        left = (moment - self._story_now()) / self._speed
        time.sleep(min(max(left.total_seconds(), 0.0), LOOKS_EVERY.total_seconds()))
        self.now = self._story_now()
        if self._clock.now() - self._looked_at >= LOOKS_EVERY:
            self._looked_at = self._clock.now()
            self.look()

    def take(self, service: str, language: str, *, priority: bool) -> Number:
        """A visitor takes a number at the kiosk."""
        taken = self._kiosk.press("/kiosk/tickets", service=service, language=language, priority=priority)
        number = Number(taken["id"], taken["number"], taken["token"])
        self._inside[number.id] = number
        self.diary.note(self.now, "take", number.id, service=service, priority=priority)
        return number

    def leave(self, ticket: int) -> None:
        """A visitor who still waits leaves by the link on their slip."""
        page = f"/kiosk/tickets/{self._inside[ticket].link}"
        if self._kiosk.look(page)["state"] == "waiting":
            self._kiosk.press(f"{page}/leave")
            self.diary.note(self.now, "leave", ticket)

    def sit_down(self, counter: int) -> None:
        """Take the counter, from whoever left it taken, and send off whoever they left at it."""
        self._officers[counter].press(f"/counter/{counter}/take", take_over=True)
        self.diary.note(self.now, "take_counter", counter=counter)
        self._send_off(counter)

    def stand_up(self, counter: int) -> None:
        """Leave the counter, with nobody at it."""
        self._send_off(counter)
        self._officer(counter, "leave")

    def call_next(self, counter: int) -> Number | None:
        """Call whoever is next; None when nobody waits."""
        return self._moved(counter, "call-next", "call")

    def call(self, counter: int, number: str) -> None:
        """Call a visitor who was set aside."""
        self._moved(counter, "call", "call", number=number)

    def recall(self, counter: int) -> None:
        """Call again."""
        self._moved(counter, "recall", "recall")

    def miss(self, counter: int) -> None:
        """Nobody came."""
        self._moved(counter, "no-show", "miss")

    def reinstate(self, counter: int, ticket: int) -> None:
        """Bring back a visitor who missed their call."""
        if self._press(counter, f"/counter/tickets/{ticket}/reinstate") is not None:
            self.diary.note(self.now, "reinstate", ticket)

    def start(self, counter: int) -> None:
        """The visitor sits down."""
        self._moved(counter, "start", "start")

    def hold(self, counter: int) -> None:
        """The visitor fetches something."""
        self._moved(counter, "hold", "hold")

    def transfer(self, counter: int, service: str) -> None:
        """The visitor is sent on."""
        self._moved(counter, "transfer", "transfer", service=service)

    def finish(self, counter: int) -> None:
        """The visitor has what they came for."""
        self._moved(counter, "finish", "finish")

    def clear(self) -> int:
        """Nobody of the rehearsal stays behind: officers stand up, and visitors still in line are taken out of it.

        The answer is how many visitors that were.
        """
        for counter in self._officers:
            self.stand_up(counter)
        return sum(self._take_out(number) for number in self._inside.values())

    def _take_out(self, number: Number) -> bool:
        page = f"/kiosk/tickets/{number.link}"
        try:
            in_line = self._kiosk.look(page)["state"] in IN_LINE
            if in_line:
                self._kiosk.press(f"{page}/leave")
        except Refusal:
            return False  # a trainee was quicker
        return in_line

    def _send_off(self, counter: int) -> None:
        self._officer(counter, "finish")
        self._officer(counter, "put-back")

    def _officer(self, counter: int, verb: str) -> None:
        try:
            self._officers[counter].press(f"/counter/{counter}/{verb}")
        except Refusal:
            return  # nobody was there

    def _moved(self, counter: int, verb: str, move: str, **body: Any) -> Number | None:
        """A verb that moves the counter's visitor; the ticket then stands in the diary."""
        answer = self._press(counter, f"/counter/{counter}/{verb}", **body)
        if answer is None:
            return None
        more = {"service": answer["service"]} if move == "transfer" else {}
        self.diary.note(self.now, move, answer["id"], counter=counter, **more)
        return Number(answer["id"], answer["number"])

    def _press(self, counter: int, path: str, **body: Any) -> Any:
        try:
            return self._officers[counter].press(path, **body)
        except Refusal as refusal:
            if refusal.key != "nobody_waiting":
                self.say(f"meja / desk {counter}: {path.rpartition('/')[2]}: {refusal.key}")
            return None

    def _story_now(self) -> datetime:
        passed: timedelta = self._clock.now() - self.diary.begins
        return self.diary.begins + passed * self._speed

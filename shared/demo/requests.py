"""Requests from afar in the story: letters, chats and calls come every working day, and officers deal with them.

What becomes of a request follows from its number, so that a story which goes on after a week goes on the same way, and
on every day somebody finds some answered, one asked back, one closed for silence and one that is late.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Literal

from shared.demo.letters import ANSWER, APOLOGY, LETTERS, QUESTION, REPLY
from shared.demo.stage import Stage
from shared.domain.request import State
from shared.domain.standard import Channel
from shared.front_desk import FrontDesk
from shared.front_desk.requests import Asked, Case, Said

Fate = Literal["answered", "asked_back", "silent", "late"]
FATES: dict[Channel, Sequence[Fate]] = {
    "email": ("late", "answered", "asked_back", "answered"),
    "whatsapp": ("silent", "answered", "asked_back", "answered"),
    "pst_online": ("answered", "asked_back"),
}
LATE_AFTER = timedelta(days=13)
"""Calendar days after which a late request is answered after all: three working days are over long before."""
COMES_BY: dict[Channel, time] = {"whatsapp": time(9, 25), "email": time(10, 40), "pst_online": time(13, 20)}
APP_ON = (1, 3)
"""Weekdays (Monday is 0) on which somebody asks by pst.bps.go.id."""
RINGS, CALLED_BACK = time(11, 10), time(13, 35)
ROUNDS = (time(8, 20), time(14, 10))
"""When the officer at the first counter goes through the inbox."""
CONTACTS = 20


def plan_requests(stage: Stage, day: date) -> None:
    """A working day of the past: what comes, and what the officers do."""
    if not stage.hears_from_afar:
        return
    inbox = Inbox(stage)

    def at(clock: time) -> datetime:
        return datetime.combine(day, clock, stage.office.time_zone)

    for channel, clock in COMES_BY.items():
        if channel != "pst_online" or day.weekday() in APP_ON:
            stage.plan(at(clock), partial(inbox.comes, channel))
    stage.plan(at(RINGS), inbox.rings)
    stage.plan(at(CALLED_BACK), inbox.calls_back)
    for clock in ROUNDS:
        stage.plan(at(clock), inbox.goes_through)
    stage.plan(at(time(23, 59)) + timedelta(minutes=2), stage.house.keep_silences)


def plan_requests_of_today(stage: Stage, now: datetime) -> None:
    """What came and was done until half an hour ago."""
    inbox = Inbox(stage)
    for minutes, deed in (
        (115, inbox.calls_back),
        (110, inbox.goes_through),
        (95, partial(inbox.comes, "email")),
        (60, inbox.goes_through),
    ):
        stage.plan(now - timedelta(minutes=minutes), deed)


def plan_requests_of_now(stage: Stage, now: datetime) -> None:
    """What nobody has looked at yet: a chat, and a call that nobody took."""
    inbox = Inbox(stage)
    stage.plan(now - timedelta(minutes=24), partial(inbox.comes, "whatsapp"))
    stage.plan(now - timedelta(minutes=18), partial(inbox.rings, missed=True))


class Inbox:
    """What comes from afar, and the officer who goes through it."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._officer: FrontDesk = next(iter(stage.counters.values()))

    def comes(self, channel: Channel) -> None:
        """Somebody writes, and the officer pastes it."""
        self._officer.receive_request(self._asked(channel))

    def rings(self, *, missed: bool | None = None) -> None:
        """The telephone rings; every third call nobody takes."""
        asked = self._asked("telephone")
        nobody = self._number("telephone") % 3 == 0 if missed is None else missed
        self._officer.log_call(asked, "missed" if nobody else "served")

    def calls_back(self) -> None:
        """Whoever was missed is called back the same day."""
        for case in self._officer.inbox():
            if any(event.move == "miss_call" for event in case.events):
                self._officer.call_back(case.stored.id, reached=True)

    def goes_through(self) -> None:
        """Every open request gets its next step; what is written is sent by hand."""
        self._stage.house.keep_silences()
        self._sends_what_is_written()
        for case in self._officer.inbox():
            if case.stored.channel in FATES:
                self._deal_with(case)
        self._sends_what_is_written()

    def _deal_with(self, case: Case) -> None:
        request, channel, language = case.stored.id, case.stored.channel, case.stored.language
        fate = FATES[channel][(case.stored.number - 1) % len(FATES[channel])]
        asked = any(event.move == "ask" for event in case.events)
        if case.told.state is State.ANSWERED:
            self._officer.close_request(request, "answered")
        elif fate == "late":
            if self._stage.now - case.stored.received_at >= LATE_AFTER:
                self._answer(case, f"{APOLOGY.in_language(language)} {ANSWER.in_language(language)}")
        elif fate == "answered" or (case.told.state is not State.WAITING and asked):
            self._answer(case, ANSWER.in_language(language))
        elif not asked:
            self._officer.ask_user(request, QUESTION.in_language(language))
        elif fate == "asked_back":
            self._officer.hear_again(request, Said(text=REPLY.in_language(language)))

    def _answer(self, case: Case, text: str) -> None:
        request = case.stored.id
        for place in range(case.terms.requirements):
            self._officer.tick_requirement(request, place, met=True)
        if case.told.state is State.RECEIVED:
            self._officer.find_complete(request)
        self._officer.take_up_request(request)
        self._officer.answer_request(request, text)

    def _sends_what_is_written(self) -> None:
        for message in self._officer.reading(lambda records: records.messages_to_deliver("by_hand")):
            self._officer.found_sent(message.request, message.position)

    def _asked(self, channel: Channel) -> Asked:
        number = self._number(channel)
        name, text, language = LETTERS[(number + len(channel)) % len(LETTERS)]
        contact = 20 + number % CONTACTS
        by_mail = channel in ("email", "pst_online")
        return Asked(
            channel=channel,
            said=Said(text=text),
            name=name,
            email=f"pengguna{contact}@example.com" if by_mail else None,
            phone=None if by_mail else f"0812000000{contact}",
            service="K",
            language=language,
        )

    def _number(self, channel: Channel) -> int:
        """The number that the next request of a channel will have."""
        year = self._stage.now.astimezone(self._stage.office.time_zone).year
        return self._stage.house.reading(lambda records: records.next_request_number(channel, year))

"""The outbox of one connected channel as its worker sees it."""

from __future__ import annotations

from datetime import datetime, timedelta

from shared.channels import OF_THE_CHANNEL, Delivered, NotSent, Outgoing, Problem, Report, SendOutcome, Sent
from shared.database import OfficeRecords
from shared.database.records.requests import StoredMessage
from shared.domain.office import Office
from shared.domain.standard import Channel
from shared.front_desk.desk import Work, verb
from shared.front_desk.parts import Parts
from shared.front_desk.requests.case import case_of
from shared.front_desk.requests.moving import Moving
from shared.front_desk.requests.reading import Thread, enclosed_with, opened_thread
from shared.vault import Unreadable

LEASE = timedelta(minutes=5)
"""A message under way for longer than any time limit of a sender: whoever sent it is gone, and it is tried again."""
MOST_TRIES = 8
LONGEST_PAUSE = timedelta(hours=1)
BEFORE = {"sent": ("queued",), "delivered": ("queued", "sent")}
"""What a message was before the provider reported it sent, or delivered."""


class Post(Moving):
    """The messages of one office on one channel. What did not go out is seen by staff and lost by nobody."""

    def __init__(self, parts: Parts, office: Office, channel: Channel) -> None:
        super().__init__(parts, office, None)
        self._channel = channel

    def next_letter(self) -> Outgoing | None:
        """The oldest message whose time has come."""
        now = self.now()
        waits = self.reading(lambda records: records.next_message_to_send(self._channel, now))
        if waits is None:
            return None
        try:
            return self._letter(waits)
        except Unreadable:  # a broken seal holds up nobody who waits behind it
            self.unreadable(waits.request, waits.position)
            return self.next_letter()

    @verb()
    def unreadable(self, work: Work, request: int, position: int) -> None:
        """A message whose words no key opens any more; staff see that it did not go."""
        work.records.change_message(request, position, **_failed(Problem.UNREADABLE))
        work.touch()

    @verb()
    def began(self, work: Work, letter: Outgoing) -> bool:
        """An attempt begins; False when another process has this message."""
        return work.records.claim_message(letter.request, letter.position, work.now, work.now + LEASE)

    @verb()
    def ended(self, work: Work, letter: Outgoing, outcome: SendOutcome) -> None:
        """What came of it: gone out, to be tried again later, or failed."""
        message = work.records.message(letter.request, letter.position)
        if message is None:
            return
        if message.delivery != "queued":  # the provider's report, or an officer's hand, was quicker than the answer
            columns: dict[str, object] = {"sent_mark": self._mark(outcome.mark)} if isinstance(outcome, Sent) else {}
        elif isinstance(outcome, Sent):
            columns = _gone("sent", self._mark(outcome.mark))
            self._note_gone(work, message)
        elif outcome.final or (message.tries >= MOST_TRIES and outcome.problem not in OF_THE_CHANNEL):
            columns = _failed(outcome.problem)
        else:
            columns = {"problem": outcome.problem.value, "next_try_at": work.now + pause_after(message.tries)}
        if columns:
            work.records.change_message(letter.request, letter.position, **columns)
            work.touch()

    @verb()
    def reported(self, work: Work, report: Report) -> bool:
        """What the provider says later of a message; whether it was one of ours. Reports come late, twice and in any
        order: what failed stays failed, what was delivered is not merely sent, and an officer's hand is not undone.
        """
        found = self._reported_message(work, report)
        if found is None:
            return False
        awaits_news = found.delivery == "queued" or found.sent_mark is not None
        if isinstance(report.news, NotSent):
            changes = awaits_news
            columns = _failed(report.news.problem)
        else:
            there = "delivered" if isinstance(report.news, Delivered) else "sent"
            changes = awaits_news and found.delivery in BEFORE[there]
            columns = _gone(there, self._mark(report.mark))
        if changes:
            work.records.change_message(found.request, found.position, **columns)
            work.touch()
            if isinstance(report.news, NotSent):
                self._note_back(work, found)
            else:
                self._note_gone(work, found)
        return True

    @verb()
    def bounced(self, work: Work, mark: str) -> bool:
        """A message came back undelivered; whether it was one of ours. The same notice comes twice, from two servers or
        from a mailbox that is read again: it does not undo what an officer has sent since.
        """
        found = self._reported_message(work, Report(mark, NotSent(Problem.BOUNCED, final=True)))
        if found is None:
            return False
        if self._came_back(work, found):
            return True
        work.records.change_message(found.request, found.position, delivery="failed", problem=Problem.BOUNCED.value)
        self._note_back(work, found)
        work.touch()
        return True

    def _reported_message(self, work: Work, report: Report) -> StoredMessage | None:
        """By its place only while the provider has given the message no other mark: a place is told by whoever sends by
        the same number, and after a restore an older message may have stood there.
        """
        mark = self._mark(report.mark)
        found = work.records.message(*report.place) if report.place else None
        if found is None or not (report.of_a_part or found.sent_mark in (None, mark)):
            found = work.records.message_marked([mark])
        return found if found and found.carrier == self._channel else None

    def _mark(self, name: str) -> str:
        return self.parts.vault.mark(self.office.code, "message", name)

    def _quiet(self, phone: str | None) -> timedelta | None:
        """How long ago whoever has this number last wrote on the channel, in whichever request."""
        if phone is None:
            return None
        mark = self.parts.vault.mark(self.office.code, "phone", phone)

        def last(records: OfficeRecords) -> datetime | None:
            theirs = records.requests_of_contact(mark, None)
            return records.last_heard(one.id for one in theirs if one.channel == self._channel)

        heard = self.reading(last)
        return max(self.now() - heard, timedelta()) if heard else None

    def _letter(self, message: StoredMessage) -> Outgoing | None:
        now = self.now()
        vault = self.parts.vault
        thread = self.reading(
            lambda records: opened_thread(records, vault, case_of(records, self.office, message.request, now))
        )
        said = next(one for one in thread.messages if one.stored.position == message.position)
        letter = Outgoing(
            request=message.request,
            position=message.position,
            number=thread.case.label,
            text=said.words.get("text", ""),
            language=thread.case.stored.language,
            phone=thread.person.get("phone"),
            quiet=self._quiet(thread.person.get("phone")),
            email=thread.person.get("email"),
            subject=_subject(thread),
            answers_to=[one.words["id"] for one in thread.messages if "id" in one.words],
            name=vault.mark(self.office.code, "letter", f"{message.request} {message.position}"),
            by_program=message.side == "program",
            files=self.reading(lambda records: enclosed_with(records, vault, thread.case, message.position)),
        )
        if said.words:
            return letter
        self.ended(letter, NotSent(Problem.ERASED, final=True))
        return None


def _subject(thread: Thread) -> str | None:
    return next((one.words["subject"] for one in thread.messages if "subject" in one.words), None)


def pause_after(tries: int) -> timedelta:
    """How long to wait after so many tries."""
    return min(timedelta(minutes=2**tries), LONGEST_PAUSE)


def _gone(delivery: str, mark: str) -> dict[str, object]:
    return {"delivery": delivery, "problem": None, "sent_mark": mark}


def _failed(problem: Problem) -> dict[str, object]:
    """What a closed window keeps from the program is left to the officer's own telephone."""
    delivery = "by_hand" if problem is Problem.WINDOW_CLOSED else "failed"
    return {"delivery": delivery, "problem": problem.value, "sent_mark": None}

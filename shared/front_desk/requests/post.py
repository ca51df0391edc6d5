"""The outbox of one connected channel as its worker sees it."""

from __future__ import annotations

from datetime import timedelta

from shared.channels import OF_THE_CHANNEL, NotSent, Outgoing, Problem, SendOutcome
from shared.database.records.requests import StoredMessage
from shared.domain.office import Office
from shared.domain.standard import Channel
from shared.front_desk.desk import Desk, Work, verb
from shared.front_desk.parts import Parts
from shared.front_desk.requests.case import case_of
from shared.front_desk.requests.reading import Thread, opened_thread

LEASE = timedelta(minutes=5)
"""A message under way for longer than any time limit of a sender: whoever sent it is gone, and it is tried again."""
MOST_TRIES = 8
LONGEST_PAUSE = timedelta(hours=1)


class Post(Desk):
    """The messages of one office on one channel. What did not go out is seen by staff and lost by nobody."""

    def __init__(self, parts: Parts, office: Office, channel: Channel) -> None:
        super().__init__(parts, office, None)
        self._channel = channel

    def next_letter(self) -> Outgoing | None:
        """The oldest message whose time has come."""
        now = self.now()
        waits = self.reading(lambda records: records.next_message_to_send(self._channel, now))
        return self._letter(waits) if waits else None

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
        if not isinstance(outcome, NotSent):
            mark = self.parts.vault.mark(self.office.code, "message", outcome.mark)
            columns: dict[str, object] = {"delivery": "sent", "problem": None, "sent_mark": mark}
        elif outcome.final or (message.tries >= MOST_TRIES and outcome.problem not in OF_THE_CHANNEL):
            columns = {"delivery": "failed", "problem": outcome.problem.value}
        else:
            pause = min(timedelta(minutes=2**message.tries), LONGEST_PAUSE)
            columns = {"problem": outcome.problem.value, "next_try_at": work.now + pause}
        work.records.change_message(letter.request, letter.position, **columns)
        work.touch()

    @verb()
    def bounced(self, work: Work, mark: str) -> bool:
        """A message came back undelivered; whether it was one of ours."""
        found = work.records.message_marked([self.parts.vault.mark(self.office.code, "message", mark)])
        if found is None or found.side == "user":
            return False
        work.records.change_message(found.request, found.position, delivery="failed", problem=Problem.BOUNCED.value)
        work.touch()
        return True

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
            email=thread.person.get("email"),
            subject=_subject(thread),
            answers_to=[one.words["id"] for one in thread.messages if "id" in one.words],
            name=vault.mark(self.office.code, "letter", f"{message.request} {message.position}"),
            by_program=message.side == "program",
        )
        if said.words:
            return letter
        self.ended(letter, NotSent(Problem.ERASED, final=True))
        return None


def _subject(thread: Thread) -> str | None:
    return next((one.words["subject"] for one in thread.messages if "subject" in one.words), None)

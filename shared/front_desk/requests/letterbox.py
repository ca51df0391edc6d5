"""What came into a connected mailbox becomes requests; how far it was read, and how it stands, are rows."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta

from shared.channels import EmailAccount, Problem
from shared.channels.email.incoming import Aside, Bounce, Delay, IncomingLetter
from shared.channels.email.mailbox import Found, Place
from shared.database.records.channels import StoredChannel
from shared.domain.guest_book.checked import email as checked_email
from shared.domain.guest_book.checked import without_identity_numbers
from shared.domain.office import Office
from shared.domain.refusal import Refusal
from shared.domain.request.language import language_of
from shared.front_desk.desk import Work, verb
from shared.front_desk.parts import Parts
from shared.front_desk.requests import Asked, FileSent, Received, Requests, Said
from shared.front_desk.requests.post import Post
from shared.front_desk.requests.reading import opened_thread
from shared.front_desk.requests.said import TEXT_LENGTH

EMPTY = "(e-mail tanpa isi)"
SAYS_WELL_EVERY = timedelta(minutes=5)
"""A mailbox that stays well is noted so often: each look would be a write for nothing."""


class Letterbox(Requests):
    """The mailbox of one office, as its watcher sees it."""

    def __init__(self, parts: Parts, office: Office, account: EmailAccount) -> None:
        super().__init__(parts, office, None)
        self._account = account
        self._post = Post(parts, office, "email")

    def take(self, found: Found) -> Aside | None:
        """Keep what came; why it stays in the mailbox where it cannot be kept."""
        match found.opened:
            case IncomingLetter() as letter:
                received = self._heard(self._asked(letter, found))
                if not letter.ungreeted and letter.address != self._account.address:
                    self.greet_request(received.case.stored.id)
                return None
            case Bounce(marks):
                return None if any(self._post.bounced(mark) for mark in marks) else Aside.FOREIGN_BOUNCE
            case Delay():
                return None
            case aside:
                return aside

    def place(self) -> Place | None:
        """How far the mailbox was read."""
        state = self._state()
        known = state.validity is not None and state.next_uid is not None
        return Place(state.validity or 0, state.next_uid or 0) if known else None

    def aside(self) -> list[int]:
        """The mails that stay in the mailbox, as far as we know."""
        return [int(one["uid"]) for one in self._state().aside]

    @verb()
    def reached(self, work: Work, place: Place) -> None:
        """Everything before this place is dealt with."""
        self._keep(work, replace(self._known(work), validity=place.validity, next_uid=place.next_uid))

    @verb()
    def laid_aside(self, work: Work, uid: int, why: Aside) -> None:
        """A mail stays in the mailbox for a person; screens hear of it."""
        state = self._known(work)
        others = [one for one in state.aside if one["uid"] != uid]
        mine = {"uid": uid, "why": why.value, "at": work.now.isoformat()}
        self._keep(work, replace(state, aside=[*others, mine]))
        work.touch()

    @verb()
    def looked(self, work: Work, dealt_with: list[int]) -> None:
        """The mailbox was read to its end. Only these notes go: another process may have made one in the meantime."""
        state = self._known(work)
        left = [one for one in state.aside if one["uid"] not in dealt_with]
        fresh = state.good_at is not None and work.now - state.good_at < SAYS_WELL_EVERY
        if state.problem is None and fresh and len(left) == len(state.aside):
            return
        if state.problem is not None or len(left) != len(state.aside):
            work.touch()
        self._keep(work, replace(state, good_at=work.now, trouble_since=None, problem=None, aside=left))

    @verb()
    def failed(self, work: Work, problem: Problem) -> None:
        """The mailbox cannot be read; since when is kept from the first time."""
        state = self._known(work)
        if state.problem == problem.value:
            return
        self._keep(work, replace(state, trouble_since=state.trouble_since or work.now, problem=problem.value))
        work.touch()

    def _heard(self, asked: Asked) -> Received:
        """A mail that was taken before is known by its name; copiers give the same name to one letter after another."""
        received = self.hear(asked)
        if not received.known:
            return received
        opened = self.reading(lambda records: opened_thread(records, self.parts.vault, received.case))
        same_name = [one.words["text"] for one in opened.messages if one.words.get("id") == asked.said.mark]
        text = without_identity_numbers(asked.said.text.strip())[:TEXT_LENGTH]
        if not same_name or text in same_name:
            return received
        name = f"{asked.said.mark} {hashlib.sha256(text.encode()).hexdigest()}"
        return self.hear(replace(asked, said=replace(asked.said, mark=name)))

    def _state(self) -> StoredChannel:
        return self.reading(lambda records: records.channel_state("email"))

    def _known(self, work: Work) -> StoredChannel:
        return work.records.channel_state("email")

    def _keep(self, work: Work, state: StoredChannel) -> None:
        work.records.keep_channel_state(state)

    def _asked(self, letter: IncomingLetter, found: Found) -> Asked:
        address, name = letter.address, letter.name
        try:
            email = checked_email(address) if address else None
        except Refusal:  # nobody can be answered there, but an officer sees what was written
            email, name = None, f"{name} <{address}>".strip()
        said = Said(
            text=letter.text or letter.subject or EMPTY,
            subject=letter.subject or None,
            mark=letter.mark,
            answers_to=letter.answers_to,
            files=[FileSent(name=file.name, type=file.type, content=file.content) for file in letter.files],
            by_machine=letter.by_machine,
            written_at=found.arrived_at,
        )
        return Asked(
            channel="email",
            said=said,
            name=name or None,
            email=email,
            language=language_of(f"{letter.subject}\n{letter.text}"),
        )

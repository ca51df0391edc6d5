"""A request is received: pasted by an officer, written in the web form, or handed in by a connected channel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from shared.database.records.requests import StoredMessage, StoredRequest
from shared.domain.guest_book.checked import email as checked_email
from shared.domain.guest_book.checked import phone as checked_phone
from shared.domain.guest_book.checked import without_identity_numbers
from shared.domain.opening_hours import office_day
from shared.domain.refusal import Refusal
from shared.domain.request import REOPENS_WITHIN, State
from shared.domain.request.events import terms_for
from shared.domain.standard import Channel
from shared.front_desk.book import Book
from shared.front_desk.desk import Work, verb
from shared.front_desk.requests.case import Case, case_of
from shared.front_desk.requests.moving import Moving
from shared.front_desk.requests.threads import ThreadOf, thread_of

TEXT_LENGTH = 20_000
"""A letter that is longer is cut, and says so; nobody's request is lost for its length."""
MOST_FILES, LARGEST_FILE = 10, 10 * 1024 * 1024
JOINS_AFTER_END = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSent:
    """A file that came with a message."""

    name: str
    type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class FileNamed:
    """A file that a channel has only named: `source` is what its provider calls it, and it is fetched later."""

    name: str
    type: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody wrote. `mark` tells this very message again (a Message-ID, a provider's number): it is taken once.

    `answers_to` are the marks of messages that it answers; `by_machine` is an auto-reply, which stops no clock; a
    `gesture` (a thumbs-up under a message) is shown in its thread, and opens, reopens and stops nothing either.
    `written_at` (aware) is when the channel's own server had it, where that tells; the promise of a request runs from
    then.
    """

    text: str
    subject: str | None = None
    mark: str | None = None
    answers_to: Sequence[str] = ()
    files: Sequence[FileSent] = ()
    named_files: Sequence[FileNamed] = ()
    by_machine: bool = False
    gesture: bool = False
    written_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A new request: on which channel, by whom as far as they said, and in what words."""

    channel: Channel
    said: Said
    name: str | None = None
    phone: str | None = None
    email: str | None = None
    service: str | None = None
    language: str = "id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """Where the words went: `fresh` for a new request, `known` for a message that was taken before."""

    case: Case
    fresh: bool = False
    known: bool = False


class Receiving(Moving):
    """Verbs by which words of users come in."""

    @verb()
    def receive_request(self, work: Work, asked: Asked) -> Received:
        """Open a request and give it the next number of its channel. Refuses `unknown_service`, `nothing_said`,
        `bad_phone`, `bad_email`; the same `request_id` opens no second one, and with other words it is refused as
        `idempotency_key_reused`.
        """
        _refuse_silence(asked.said)
        return self._receive(work, asked)

    @verb()
    def hear(self, work: Work, asked: Asked) -> Received:
        """Words came over a connected channel: they join the thread that they answer, else the open one of the same
        contact on the channel, else they are a new request. What was closed within thirty days is taken up again.
        Refuses `nothing_said` for a gesture that belongs to no thread.
        """
        _refuse_silence(asked.said)
        mark = self._mark_of(asked.said)
        before = work.records.message_marked([mark]) if mark else None
        if before is not None:
            return self._received_before(work, before, asked.said)
        found = self._thread_for(work, asked)
        if found is None and asked.said.gesture:
            raise Refusal("nothing_said")
        if found is None:
            return Received(case=self._open(work, asked, mark), fresh=True)
        return Received(case=self._add(work, found, asked.said, mark))

    @verb()
    def change_number(self, work: Work, old: str, new: str) -> int:
        """A user of WhatsApp has another number, as the provider says: answers follow them. How many requests moved."""
        book, moved = Book(work.records, self.parts.vault), 0
        for stored in work.records.requests_of_contact(self._contact_mark("phone", checked_phone(old)), None):
            visitor = work.records.visitor(stored.visitor)
            if stored.channel == "whatsapp" and visitor is not None and visitor.wrapped is not None:
                book.keep_person(visitor, {**book.person(visitor), "phone": checked_phone(new)})
                work.touch()
                moved += 1
        return moved

    @verb()
    def hear_again(self, work: Work, request: int, said: Said) -> Received:
        """The user of this request wrote once more, on its page or told by an officer who pastes it."""
        _refuse_silence(said)
        return self._hear_more(work, request, said)

    def _receive(self, work: Work, asked: Asked) -> Received:
        mark = self._mark_of(asked.said)
        before = work.records.message_marked([mark]) if mark else None
        if before is not None:
            return self._received_before(work, before, asked.said)
        return Received(case=self._open(work, asked, mark), fresh=True)

    def _hear_more(self, work: Work, request: int, said: Said) -> Received:
        mark = self._mark_of(said)
        before = work.records.message_marked([mark]) if mark else None
        if before is not None:
            return self._received_before(work, before, said)
        return Received(case=self._add(work, case_of(work.records, self.office, request, work.now).stored, said, mark))

    def _open(self, work: Work, asked: Asked, mark: str | None) -> Case:
        if asked.service is not None:
            self.office.service(asked.service)
        words = _words(asked.said)
        book = Book(work.records, self.parts.vault)
        visitor = book.new_visitor(work.now)
        book.keep_person(visitor, _person(asked))
        arrived_at = min(asked.said.written_at or work.now, work.now)
        zone = self.office.time_zone
        year = work.now.astimezone(zone).year
        stored = work.records.add_request(
            channel=asked.channel,
            year=year,
            number=work.records.next_request_number(asked.channel, year),
            day=office_day(work.now, zone),
            received_at=arrived_at,
            state=State.RECEIVED.value,
            service=asked.service,
            language=asked.language,
            officer=work.actor,
            visitor=visitor.id,
        )
        facts: dict[str, Any] = {
            "channel": asked.channel,
            "terms": terms_for(self.office.standard, asked.channel).written(),
        }
        if arrived_at < work.now:
            facts["arrived_at"] = arrived_at.isoformat()
        self._note_request(work, stored, "receive", facts)
        self._write(ThreadOf(work, self.parts.vault, stored, visitor), asked.said, words, mark)
        return case_of(work.records, self.office, stored, work.now)

    def _add(self, work: Work, stored: StoredRequest, said: Said, mark: str | None) -> Case:
        words = _words(said)
        thread = thread_of(work, self.parts.vault, stored)
        self._write(thread, said, words, mark)
        if said.by_machine or said.gesture:
            work.touch()
            return case_of(work.records, self.office, stored.id, work.now)
        if case_of(work.records, self.office, stored.id, work.now).told.ended:
            self._move_request(work, stored.id, "reopen", reason="user_wrote")
        return self._move_request(work, stored.id, "hear")

    def _write(self, thread: ThreadOf, said: Said, words: dict[str, Any], mark: str | None) -> None:
        kind = "by_machine" if said.by_machine else "gesture" if said.gesture else "message"
        position = thread.write("user", kind, words, delivery="received", mark=mark)
        for place, file in enumerate(_files(said), start=1):
            thread.attach(position, place, file.name, file.type, file.content)
        for place, named in enumerate(said.named_files, start=len(_files(said)) + 1):
            thread.await_file(position, place, named.name, named.type, named.source)

    def _thread_for(self, work: Work, asked: Asked) -> StoredRequest | None:
        records = work.records
        answered = records.message_marked([self._message_mark(mark) for mark in asked.said.answers_to])
        if answered is not None:
            found = records.request(answered.request)
            return found if found and self._takes_words(work, found) else None
        marks = {kind: self._contact_mark(kind, value) for kind, value in _person(asked).items() if kind != "name"}
        theirs = records.requests_of_contact(marks.get("phone"), marks.get("email"))
        joins = (one for one in theirs if one.channel == asked.channel and self._takes_words(work, one))
        # A letter that answers nothing is a new matter where letters have threads; a chat has only one.
        return None if asked.channel == "email" else next(joins, None)

    def _takes_words(self, work: Work, stored: StoredRequest) -> bool:
        told = case_of(work.records, self.office, stored.id, work.now).told
        visitor = work.records.visitor(stored.visitor)
        late = told.ended_at is not None and work.now - told.ended_at > REOPENS_WITHIN
        return visitor is not None and visitor.wrapped is not None and not late

    def _received_before(self, work: Work, before: StoredMessage, said: Said) -> Received:
        if said.mark is None:  # the key of a request, which a caller chose: the same key with other words is a mistake
            words = self._opened(work, before)
            if words is not None and words != _words(said):
                raise Refusal("idempotency_key_reused")
        return Received(case=case_of(work.records, self.office, before.request, work.now), known=True)

    def _opened(self, work: Work, message: StoredMessage) -> dict[str, Any] | None:
        stored = work.records.request(message.request)
        visitor = work.records.visitor(stored.visitor) if stored else None
        if visitor is None or visitor.wrapped is None or message.sealed is None:
            return None
        return self.parts.vault.open(visitor.wrapped, self.office.code, visitor.id, "message", message.sealed)

    def _mark_of(self, said: Said) -> str | None:
        return self._message_mark(said.mark) if said.mark is not None else self._key_mark()

    def _contact_mark(self, kind: str, text: str) -> str:
        return self.parts.vault.mark(self.office.code, kind, text)


def _person(asked: Asked) -> dict[str, str]:
    said = {
        "name": without_identity_numbers(asked.name.strip()) if asked.name else None,
        "phone": checked_phone(asked.phone) if asked.phone else None,
        "email": checked_email(asked.email) if asked.email else None,
    }
    return {name: value for name, value in said.items() if value}


def _refuse_silence(said: Said) -> None:
    """Refuses `nothing_said` for a message without words and without files; a call needs no words."""
    if not said.text.strip() and not said.files:
        raise Refusal("nothing_said")


def _words(said: Said) -> dict[str, Any]:
    """What is kept of a message."""
    text = without_identity_numbers(said.text.strip())
    words: dict[str, Any] = {"text": text[:TEXT_LENGTH]}
    if said.mark is not None:
        words["id"] = said.mark
    if said.written_at is not None:
        words["written_at"] = said.written_at.isoformat()
    if said.subject:
        words["subject"] = without_identity_numbers(said.subject.strip())[:200]
    if len(text) > TEXT_LENGTH:
        words["cut"] = True
    if len(_files(said)) < len(said.files):
        words["files_left_out"] = len(said.files) - len(_files(said))
    return words


def _files(said: Said) -> list[FileSent]:
    """The files that are kept; the thread says how many were too large or too many."""
    return [file for file in said.files if len(file.content) <= LARGEST_FILE][:MOST_FILES]

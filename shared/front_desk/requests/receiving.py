"""A request is received: pasted by an officer, written in the web form, or handed in by a connected channel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from shared.database.records.requests import StoredMessage, StoredRequest
from shared.domain.guest_book.checked import phone as checked_phone
from shared.domain.opening_hours import office_day
from shared.domain.refusal import Refusal
from shared.domain.request import ENDED, REOPENS_WITHIN, State
from shared.domain.request.events import terms_for
from shared.domain.request.states import AWAITING
from shared.front_desk.book import Book
from shared.front_desk.desk import Work, verb
from shared.front_desk.requests.case import Case, case_of
from shared.front_desk.requests.moving import Moving
from shared.front_desk.requests.said import (
    Asked,
    Said,
    files_of,
    person_of,
    refuse_silence,
    words_of,
)
from shared.front_desk.requests.threads import ThreadOf, thread_of

FETCHED_WITHIN = timedelta(days=7)
"""A message that is older when it is fetched was moved by somebody; its age says nothing about a promise."""


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
        refuse_silence(asked.said)
        return self._receive(work, asked)

    @verb()
    def hear(self, work: Work, asked: Asked) -> Received:
        """Words came over a connected channel: they join the thread that they answer, else an open one of the same
        contact on the channel, first what awaits their word, else they are a new request. What was closed within
        thirty days is taken up again. Refuses `nothing_said` for a gesture that belongs to no thread.
        """
        refuse_silence(asked.said)
        mark = self._mark_of(asked.said, "receive")
        before = self._written_before(work, mark)
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
        refuse_silence(said)
        return self._hear_more(work, request, said)

    def _receive(self, work: Work, asked: Asked) -> Received:
        mark = self._mark_of(asked.said, "receive")
        before = self._written_before(work, mark)
        if before is not None:
            self._refuse_other_person(work, before, person_of(asked))
            return self._received_before(work, before, asked.said)
        return Received(case=self._open(work, asked, mark), fresh=True)

    def _hear_more(self, work: Work, request: int, said: Said) -> Received:
        mark = self._mark_of(said, f"hear {request}")
        before = self._written_before(work, mark)
        if before is not None:
            return self._received_before(work, before, said)
        return Received(case=self._add(work, case_of(work.records, self.office, request, work.now).stored, said, mark))

    def _open(self, work: Work, asked: Asked, mark: str | None) -> Case:
        if asked.service is not None:
            self.office.service(asked.service)
        words = words_of(asked.said)
        book = Book(work.records, self.parts.vault)
        visitor = book.new_visitor(work.now)
        book.keep_person(visitor, person_of(asked))
        arrived_at = _arrived(asked.said, work.now)
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
        words = words_of(said)
        thread = thread_of(work, self.parts.vault, stored)
        self._write(thread, said, words, mark)
        if said.by_machine or said.gesture:
            work.touch()
            return case_of(work.records, self.office, stored.id, work.now)
        case = case_of(work.records, self.office, stored.id, work.now)
        # A reply is dated by its arrival too, and never before what it may answer.
        arrived_at = max(_arrived(said, work.now), *(event.at for event in case.events))
        facts = {"arrived_at": arrived_at.isoformat()} if arrived_at < work.now else {}
        if case.told.ended:
            self._move_request(work, stored.id, "reopen", reason="user_wrote", facts=facts)
        return self._move_request(work, stored.id, "hear", facts=facts)

    def _write(self, thread: ThreadOf, said: Said, words: dict[str, Any], mark: str | None) -> None:
        kind = "by_machine" if said.by_machine else "gesture" if said.gesture else "message"
        position = thread.write("user", kind, words, delivery="received", mark=mark)
        for place, file in enumerate(files_of(said), start=1):
            thread.attach(position, place, file.name, file.type, file.content)
        for place, named in enumerate(said.named_files, start=len(files_of(said)) + 1):
            thread.await_file(position, place, named.name, named.type, named.source)

    def _thread_for(self, work: Work, asked: Asked) -> StoredRequest | None:
        records = work.records
        answered = records.message_marked([self._message_mark(mark) for mark in asked.said.answers_to])
        if answered is not None:
            found = records.request(answered.request)
            return found if found and self._takes_words(work, found) else None
        marks = {kind: self._contact_mark(kind, value) for kind, value in person_of(asked).items() if kind != "name"}
        theirs = records.requests_of_contact(marks.get("phone"), marks.get("email"))
        # What awaits a word of theirs would be closed for silence if their word went elsewhere.
        theirs.sort(key=lambda one: (one.state in ENDED, one.state not in AWAITING))
        joins = (one for one in theirs if one.channel == asked.channel and self._takes_words(work, one))
        # A letter that answers nothing is a new matter where letters have threads; a chat has only one.
        return None if asked.channel == "email" else next(joins, None)

    def _takes_words(self, work: Work, stored: StoredRequest) -> bool:
        told = case_of(work.records, self.office, stored.id, work.now).told
        visitor = work.records.visitor(stored.visitor)
        late = told.ended_at is not None and work.now - told.ended_at > REOPENS_WITHIN
        return visitor is not None and visitor.wrapped is not None and not late

    def _received_before(self, work: Work, before: StoredMessage, said: Said) -> Received:
        if said.mark is None:  # the key of a request, which a caller chose: with other words it is a mistake
            self._refuse_other_words(work, before, words_of(said), files_of(said))
        return Received(case=case_of(work.records, self.office, before.request, work.now), known=True)

    def _mark_of(self, said: Said, what: str) -> str | None:
        return self._message_mark(said.mark) if said.mark is not None else self._key_mark(what)

    def _contact_mark(self, kind: str, text: str) -> str:
        return self.parts.vault.mark(self.office.code, kind, text)


def _arrived(said: Said, now: datetime) -> datetime:
    """When the words came to where they were fetched from: never later than now, and no older than a provider keeps."""
    return min(max(said.written_at or now, now - FETCHED_WITHIN), now)

"""Files that a channel has only named: fetched after the commit, tried again, and asked for once more by an officer."""

from __future__ import annotations

from shared.channels import OF_THE_CHANNEL, Awaited, NotFetched, Problem
from shared.database import OfficeRecords
from shared.database.records.attachments import StoredAttachment
from shared.domain.office import Office
from shared.domain.refusal import Refusal
from shared.domain.standard import Channel
from shared.front_desk.desk import Desk, Work, verb
from shared.front_desk.parts import Parts
from shared.front_desk.requests.case import case_of
from shared.front_desk.requests.post import LEASE, MOST_TRIES, pause_after
from shared.front_desk.requests.seals import FileSeals
from shared.front_desk.requests.threads import thread_of
from shared.vault import Unreadable


class Files(Desk):
    """The files of one office on one channel that are not here yet."""

    def __init__(self, parts: Parts, office: Office, channel: Channel) -> None:
        super().__init__(parts, office, None)
        self._channel = channel

    def next_file(self) -> Awaited | None:
        """The oldest file whose time has come; the name that the provider gave it is sealed with it."""
        now = self.now()
        while waits := self.reading(lambda records: records.next_file_to_fetch(self._channel, now)):
            file, problem = self._awaited(waits)
            if problem is None:
                return file
            self.ended(file, NotFetched(problem, final=True))  # erased or broken, it holds up nobody who waits behind
        return None

    @verb()
    def began(self, work: Work, file: Awaited) -> bool:
        """An attempt begins; False when another process has this file."""
        return work.records.claim_file((file.request, file.message, file.position), work.now, work.now + LEASE)

    @verb()
    def ended(self, work: Work, file: Awaited, outcome: bytes | NotFetched) -> None:
        """What came of it: here, to be tried again later, or left to an officer."""
        stored = work.records.attachment(file.request, file.message, file.position)
        if stored is None or stored.fetching != "waits":
            return
        words, hindered = self._words(work.records, stored)
        if hindered is not None:
            self._give_up(work, stored, hindered)
        elif isinstance(outcome, bytes):
            request = case_of(work.records, self.office, file.request, work.now).stored
            thread_of(work, self.parts.vault, request).have_file(stored, words["name"], words["type"], outcome)
        elif isinstance(outcome, NotFetched) and _is_hopeless(outcome, stored.tries):
            self._give_up(work, stored, outcome.problem)
        elif isinstance(outcome, NotFetched):
            later = {"problem": outcome.problem.value, "next_try_at": work.now + pause_after(stored.tries)}
            work.records.change_attachment(stored.request, stored.message, stored.position, **later)
        work.touch()

    def _awaited(self, stored: StoredAttachment) -> tuple[Awaited, Problem | None]:
        now = self.now()

        def look(records: OfficeRecords) -> tuple[str, dict[str, str], Problem | None]:
            return case_of(records, self.office, stored.request, now).label, *self._words(records, stored)

        number, words, problem = self.reading(look)
        place = {"request": stored.request, "message": stored.message, "position": stored.position}
        return Awaited(**place, number=number, source=words.get("source", "")), problem

    def _words(self, records: OfficeRecords, stored: StoredAttachment) -> tuple[dict[str, str], Problem | None]:
        request = records.request(stored.request)
        visitor = records.visitor(request.visitor) if request else None
        if visitor is None or visitor.wrapped is None:
            return {}, Problem.ERASED
        try:
            words = FileSeals(self.parts.vault, visitor.wrapped, self.office.code, visitor.id).words(stored)
        except Unreadable:
            return {}, Problem.UNREADABLE
        return (words, None) if words is not None else ({}, Problem.ERASED)

    def _give_up(self, work: Work, stored: StoredAttachment, problem: Problem) -> None:
        columns = {"fetching": "failed", "problem": problem.value, "next_try_at": None}
        work.records.change_attachment(stored.request, stored.message, stored.position, **columns)


def _is_hopeless(outcome: NotFetched, tries: int) -> bool:
    return outcome.final or (tries >= MOST_TRIES and outcome.problem not in OF_THE_CHANNEL)


def ask_again(work: Work, request: int, message: int, position: int) -> None:
    """An officer asks once more for a file that could not be had. Refuses `unknown_file`."""
    stored = work.records.attachment(request, message, position)
    if stored is None or stored.fetching is None or (stored.named or stored.whole) is None:
        raise Refusal("unknown_file")
    anew = {"fetching": "waits", "problem": None, "tries": 0, "next_try_at": None}
    work.records.change_attachment(request, message, position, **anew)
    work.post_waits = True
    work.touch()

"""An officer deals with a request: ticks, asks, answers, hands over, closes, and opens it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shared.domain.refusal import Refusal
from shared.domain.request.events import has_gone_out
from shared.domain.request.states import State
from shared.domain.staff import Role
from shared.front_desk.desk import Work, verb
from shared.front_desk.requests.case import Case, case_of
from shared.front_desk.requests.files import ask_again
from shared.front_desk.requests.reading import Thread, opened_file, opened_thread
from shared.front_desk.requests.said import FileSent
from shared.front_desk.requests.saying import Saying

CLOSE_REASONS = ("answered", "nothing_more", "withdrawn", "duplicate", "handed_over", "misdirected")


class Answering(Saying):
    """Verbs of the officer's inbox."""

    @verb(Role.OFFICER, Role.MANAGER)
    def read_request(self, work: Work, request: int) -> Thread:
        """Open a request's words. Who looked is written down (UU 27/2022 Pasal 31). Refuses `restricted`."""
        thread = opened_thread(work.records, self.parts.vault, self._looked_at(work, request))
        return replace(thread, by_hand=self._way_out(work, thread.case.stored)[0] == "by_hand")

    @verb(Role.OFFICER, Role.MANAGER)
    def read_file(self, work: Work, request: int, message: int, position: int) -> tuple[str, str, bytes]:
        """Name, type and bytes of a file that came with a message; who looked is written down.

        Refuses `unknown_file`, and `file_awaited` for one that the channel has only named so far.
        """
        return opened_file(work.records, self.parts.vault, self._looked_at(work, request), message, position)

    @verb(Role.OFFICER)
    def fetch_file(self, work: Work, request: int, message: int, position: int) -> Case:
        """Ask once more for a file that could not be fetched from the channel. Refuses `unknown_file`."""
        case = case_of(work.records, self.office, request, work.now)
        ask_again(work, request, message, position)
        return case

    @verb(Role.MANAGER)
    def erase_request(self, work: Work, request: int) -> Case:
        """Destroy the words of a request and who asked; its times stay (UU 27/2022 Pasal 43, 44)."""
        case = case_of(work.records, self.office, request, work.now)
        work.records.erase_visitor(case.stored.visitor, work.now)
        self._note_request(work, request, "erase_words", None)
        work.keys_changed = True
        return case

    @verb(Role.OFFICER)
    def take_up_request(self, work: Work, request: int) -> Case:
        """An officer makes it theirs."""
        return self._move_request(work, request, "take_up")

    @verb(Role.OFFICER)
    def tick_requirement(self, work: Work, request: int, requirement: int, met: bool) -> Case:
        """A line of the standard's requirements is met, or is not after all. Refuses `unknown_requirement`."""
        case = case_of(work.records, self.office, request, work.now)
        if not 0 <= requirement < case.terms.requirements:
            raise Refusal("unknown_requirement", requirement=requirement)
        return self._move_request(work, request, "tick", facts={"requirement": requirement, "met": met})

    @verb(Role.OFFICER)
    def find_complete(self, work: Work, request: int) -> Case:
        """The request is clear and every requirement is met. Refuses `requirements_open` while one is not ticked."""
        case = case_of(work.records, self.office, request, work.now)
        if len(case.told.ticked) < case.terms.requirements:
            raise Refusal("requirements_open", left=case.terms.requirements - len(case.told.ticked))
        return self._move_request(work, request, "complete")

    @verb(Role.OFFICER)
    def ask_user(self, work: Work, request: int, text: str, sent: bool = False, files: Sequence[FileSent] = ()) -> Case:
        """Ask in writing what is missing or unclear; the first question stops the clock until the user replies.

        What an officer writes counts when it has gone out: `sent` says that they have sent it themselves already, with
        its files. Refuses what `refuse_files` refuses.
        """
        return self._say(work, request, "ask", text, sent=sent, files=files)

    @verb(Role.OFFICER)
    def answer_request(
        self,
        work: Work,
        request: int,
        text: str,
        whole: bool = True,
        sent: bool = False,
        files: Sequence[FileSent] = (),
    ) -> Case:
        """Answer; `whole` hands over the information that was asked for, else more will follow; the rest as above."""
        move = "answer" if whole else "answer_part"
        line = self._invitation(work, request, "before_closing") if whole else None
        return self._say(work, request, move, text, line=line, sent=sent, files=files)

    @verb(Role.OFFICER)
    def send_form(self, work: Work, request: int) -> Case:
        """The user was sent the form that the standard asks for."""
        return self._move_request(work, request, "send_form", facts={"by_itself": False})

    @verb(Role.OFFICER)
    def find_form_filled(self, work: Work, request: int) -> Case:
        """The user has filled the form in."""
        return self._move_request(work, request, "fill_form")

    @verb(Role.OFFICER)
    def close_request(self, work: Work, request: int, reason: str) -> Case:
        """Close it. Refuses `unknown_reason`, `not_answered` where it should be closed as answered and is not, and
        `not_sent` while the answer still lies in an outbox. Whoever wrote again after an answer that went out, and
        asked nothing, needs `nothing_more`. Refuses `appointment_ahead` while the user may still come to an appointment
        that they did not call off themselves.
        """
        if reason not in CLOSE_REASONS:
            raise Refusal("unknown_reason", reason=reason)
        case = case_of(work.records, self.office, request, work.now)
        agreed_at = case.told.appointment_at
        if agreed_at is not None and agreed_at > work.now and reason != "withdrawn":
            raise Refusal("appointment_ahead")
        if reason == "answered" and case.clock.information_at is None:
            raise Refusal("not_sent" if case.told.state is State.ANSWERED else "not_answered")
        if reason == "nothing_more":
            _refuse_unanswered(case)
        closed = self._move_request(work, request, "close", reason=reason)
        line = self._invitation(work, request, "after_closing") if reason == "answered" else None
        return self._invite(work, closed, line) if line else closed

    @verb(Role.OFFICER)
    def reopen_request(self, work: Work, request: int) -> Case:
        """Take a closed request up again within thirty days; it keeps its number and its history. Refuses `erased`."""
        self._refuse_erased(work, case_of(work.records, self.office, request, work.now))
        return self._move_request(work, request, "reopen", reason="officer")

    @verb(Role.OFFICER)
    def found_sent(self, work: Work, request: int, position: int) -> Case:
        """An officer has sent a message by hand, in WhatsApp or wherever it belongs. Refuses `unknown_message`."""
        case_of(work.records, self.office, request, work.now)
        mine = {message.position: message for message in work.records.messages_of(request)}
        if position not in mine or mine[position].side == "user":
            raise Refusal("unknown_message")
        work.records.change_message(request, position, delivery="sent", problem=None)
        self._note_gone(work, mine[position])
        work.touch()
        return case_of(work.records, self.office, request, work.now)

    def _looked_at(self, work: Work, request: int) -> Case:
        case = case_of(work.records, self.office, request, work.now)
        visitor = work.records.visitor(case.stored.visitor)
        if visitor is not None and visitor.restricted_at is not None:
            raise Refusal("restricted")
        work.records.log_read(work.actor, "request", case.stored.visitor, "serving", work.now)
        return case


def _refuse_unanswered(case: Case) -> None:
    """Refuses `not_answered`, and `not_sent` where the newest answer has not left the office."""
    answers = [event for event in case.events if event.move == "answer"]
    if not answers:
        raise Refusal("not_answered")
    if not has_gone_out(case.events, answers[-1]):
        raise Refusal("not_sent")

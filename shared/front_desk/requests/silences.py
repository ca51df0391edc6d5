"""What the program does by itself: it greets, reminds once, and closes for silence; a restart loses none of it."""

from __future__ import annotations

from shared.domain.request.letters import Letter, letter
from shared.front_desk.desk import Work, verb
from shared.front_desk.requests.answering import Answering
from shared.front_desk.requests.case import case_of, cases


class Silences(Answering):
    """Verbs of the worker that watches for silence."""

    @verb()
    def keep_silences(self, work: Work) -> int:
        """Remind and close whatever is due at this moment, by what the rows say; how many requests were touched.

        Whoever was not reminded is reminded first, however late it is. Nothing is closed while the last word is the
        user's, for then no silence runs (domain.md 4.5).
        """
        touched = 0
        for case in cases(work.records, self.office, work.records.open_requests(), work.now):
            silence = case.silence
            if silence is None or work.now < silence.reminds_at:
                continue
            if not silence.reminded:
                self._move_request(work, case.stored.id, "remind", facts={"closes_at": silence.closes_at.isoformat()})
                self._tell_user(work, case.stored.id, "remind")
                touched += 1
            elif work.now >= silence.closes_at:
                self._move_request(work, case.stored.id, "fall_silent", reason="silence")
                self._tell_user(work, case.stored.id, "fall_silent")
                touched += 1
        return touched

    def _tell_user(self, work: Work, request: int, kind: Letter) -> None:
        """The user is told in their language, unless their words are gone."""
        case = case_of(work.records, self.office, request, work.now)
        visitor = work.records.visitor(case.stored.visitor)
        if visitor is not None and visitor.wrapped is not None:
            closes = case.silence.closes_at if case.silence else work.now
            local = closes.astimezone(self.office.time_zone)
            text = letter(kind, case.stored.language, self.office.name, case.label, local, self.office.zone_letters)
            self._send(work, case.stored, "program", kind, text)

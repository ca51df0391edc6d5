"""What the program does by itself: it greets, reminds once, and closes for silence; a restart loses none of it."""

from __future__ import annotations

from shared.database import OfficeRecords
from shared.database.records.requests import StoredRequest
from shared.domain.request.letters import Letter, letter
from shared.front_desk.desk import Work, verb
from shared.front_desk.requests.case import case_of, cases
from shared.front_desk.requests.saying import Saying
from shared.vault import Unreadable


class Silences(Saying):
    """Verbs of the worker that watches for silence."""

    def keep_silences(self) -> int:
        """Remind and close whatever is due at this moment, by what the rows say; how many requests were touched.

        Each is a transaction of its own, so that a broken seal holds up nobody else's; it is raised at the end.
        """
        touched, trouble = 0, None
        for request in self.reading(self._due):
            try:
                touched += self.keep_silence(request)
            except Unreadable as error:
                trouble = error
        if trouble is not None:
            raise trouble
        return touched

    @verb()
    def keep_silence(self, work: Work, request: int) -> int:
        """Remind of one request or close it; 1 if either was due. Whoever was not reminded is reminded first, however
        late it is. Nothing is closed while the last word is the user's, for then no silence runs (domain.md 4.5).
        """
        case = case_of(work.records, self.office, request, work.now)
        silence = case.silence
        if silence is None or work.now < silence.reminds_at:
            return 0
        if self._may_be_unheard(work, case.stored):
            return 0
        if not silence.reminded:
            facts = {"closes_at": silence.closes_at.isoformat(), **self._tell_user(work, request, "remind")}
            self._move_request(work, request, "remind", facts=facts)
        elif silence.warned and work.now >= silence.closes_at:
            self._move_request(work, request, "fall_silent", reason="silence")
            self._tell_user(work, request, "fall_silent")
        else:
            return 0
        return 1

    def _may_be_unheard(self, work: Work, stored: StoredRequest) -> bool:
        """Whether the user's word may lie in a mailbox that cannot be read: they reply to whatever brought ours."""
        carriers = {message.carrier for message in work.records.messages_of(stored.id)}
        channels = [stored.channel, *(carrier for carrier in carriers if carrier)]
        return any(work.records.channel_state(channel).trouble_since is not None for channel in channels)

    def _due(self, records: OfficeRecords) -> list[int]:
        now = self.now()
        found = cases(records, self.office, records.open_requests(), now)
        return [one.stored.id for one in found if one.silence is not None and one.silence.reminds_at <= now]

    def _tell_user(self, work: Work, request: int, kind: Letter) -> dict[str, int]:
        """The user is told in their language, unless their words are gone. What the journal tells of it."""
        case = case_of(work.records, self.office, request, work.now)
        visitor = work.records.visitor(case.stored.visitor)
        if visitor is not None and visitor.wrapped is not None:
            closes = case.silence.closes_at if case.silence else work.now
            local = closes.astimezone(self.office.time_zone)
            text = letter(kind, case.stored.language, self.office.name, case.label, local, self.office.zone_letters)
            line = self._invitation(work, request, "after_closing") if kind == "fall_silent" else None
            return self._send(work, case.stored, "program", kind, f"{text}\n\n{line}" if line else text).facts
        return {}

"""The telephone: a call that was served at once, one that nobody took, and the call back."""

from __future__ import annotations

from datetime import datetime, timedelta

from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.front_desk.desk import Work, verb
from shared.front_desk.requests.case import Case
from shared.front_desk.requests.receiving import Received, Receiving
from shared.front_desk.requests.said import Asked

LOOKS_BACK = timedelta(days=7)
"""So far back a missed call may be written down: by then it was not called back the same day anyway."""


class Telephone(Receiving):
    """Verbs of the telephone log ("langsung dilayani", Kota Kediri)."""

    @verb(Role.OFFICER)
    def log_call(self, work: Work, asked: Asked, outcome: str, called_at: datetime | None = None) -> Received:
        """Write a call down: `served` at once, `missed`, or `promised` an answer later. A missed call may be found
        later: `called_at` (aware) is when the telephone rang. Refuses `unknown_outcome` and `bad_call_time`.
        """
        called_at = called_at or work.now
        if not work.now - LOOKS_BACK <= called_at <= work.now:
            raise Refusal("bad_call_time")
        if outcome not in ("served", "missed", "promised"):
            raise Refusal("unknown_outcome", outcome=outcome)
        mark = self._mark_of(asked.said, "call")
        before = work.records.message_marked([mark]) if mark else None
        if before is not None:
            return self._received_before(work, before, asked.said)
        case = self._open(work, asked, mark)
        if outcome == "missed":
            case = self._move_request(work, case.stored.id, "miss_call", facts={"called_at": called_at.isoformat()})
        if outcome == "served":
            self._move_request(work, case.stored.id, "answer")
            case = self._move_request(work, case.stored.id, "close", reason="answered")
        return Received(case=case, fresh=True)

    @verb(Role.OFFICER)
    def call_back(self, work: Work, request: int, reached: bool) -> Case:
        """A missed call was called back; when somebody answered it, it is served."""
        if not reached:
            return self._move_request(work, request, "try_call")
        self._move_request(work, request, "call_back")
        self._move_request(work, request, "answer")
        return self._move_request(work, request, "close", reason="answered")

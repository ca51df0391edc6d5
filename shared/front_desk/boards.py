"""What the boards answer: a call was shown, a call was heard."""

from __future__ import annotations

from datetime import timedelta

from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.front_desk.desk import Desk, Work, verb

ANSWERED_WITHIN = {"shown": timedelta(hours=1), "sounded": timedelta(seconds=90)}
"""How old a call may be for the answer to count. A call is spoken up to 30 s after it was made; what is said to have
sounded later than its voice can last improves no verdict (domain.md 4.3: never by an act of the office alone).
"""


class Boards(Desk):
    """Verbs of the waiting room."""

    def call_was(self, what: str, seq: int) -> None:
        """A board shows (`shown`) or has spoken (`sounded`) the call with this number; the first board counts."""
        known = self.reading(lambda records: records.heard([seq]).get(seq))
        if known is None or (known.shown_at if what == "shown" else known.sounded_at) is None:
            self._call_was(what, seq)

    @verb(Role.DISPLAY, Role.OFFICER, Role.MANAGER)
    def _call_was(self, work: Work, what: str, seq: int) -> None:
        call = work.records.call_numbered(seq)
        if call is None:
            raise Refusal("unknown_call")
        if work.now - call.at > ANSWERED_WITHIN[what]:
            return
        work.records.mark_heard(seq, {"shown": "shown_at", "sounded": "sounded_at"}[what], work.now)
        work.touch()

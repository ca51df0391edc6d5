"""What the boards answer: a call was shown, a call was heard."""

from __future__ import annotations

from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.front_desk.desk import Desk, Work, verb


class Boards(Desk):
    """Verbs of the waiting room."""

    def call_was(self, what: str, seq: int) -> None:
        """A board shows (`shown`) or has spoken (`sounded`) the call with this number; the first board counts."""
        known = self.reading(lambda records: records.heard([seq]).get(seq))
        if known is None or (known.shown_at if what == "shown" else known.sounded_at) is None:
            self._call_was(what, seq)

    @verb(Role.DISPLAY, Role.OFFICER, Role.MANAGER)
    def _call_was(self, work: Work, what: str, seq: int) -> None:
        if not work.records.is_call(seq):
            raise Refusal("unknown_call")
        work.records.mark_heard(seq, {"shown": "shown_at", "sounded": "sounded_at"}[what], work.now)
        work.touch()

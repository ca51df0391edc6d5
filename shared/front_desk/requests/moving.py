"""Every move of a request is one row of the journal, and what the row tells is what is stored (rule 4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from shared.database.records.requests import StoredMessage
from shared.database.records.visitors import StoredVisitor
from shared.domain.journal import JournalRow
from shared.domain.opening_hours import office_day
from shared.domain.refusal import Refusal
from shared.domain.request import Event, follow
from shared.front_desk.book import Book
from shared.front_desk.desk import Desk, Work
from shared.front_desk.requests.case import Case, case_of, inbox_of
from shared.front_desk.requests.reading import enclosed_with
from shared.front_desk.requests.said import FileSent
from shared.front_desk.requests.threads import MESSAGE


class Moving(Desk):
    """What the verbs of requests share."""

    def inbox(self) -> list[Case]:
        """Every request that is not closed, what is due next first; what waits for the user comes last."""
        now = self.now()
        return self.reading(lambda records: inbox_of(records, self.office, now))

    def _move_request(
        self, work: Work, request: int, move: str, *, reason: str | None = None, facts: Mapping[str, Any] | None = None
    ) -> Case:
        """Journal a move and store the state that it leads to. Refuses what `follow` refuses."""
        case = case_of(work.records, self.office, request, work.now)
        arrived = (facts or {}).get("arrived_at")
        at = datetime.fromisoformat(arrived) if arrived else work.now
        event = Event(at=at, move=move, by=work.actor, reason=reason, facts=facts or {})
        after = follow(case.told, event)
        self._note_request(work, request, move, facts, reason=reason)
        work.records.change_request(request, state=after.state.value, officer=after.officer)
        return case_of(work.records, self.office, request, work.now)

    def _note_gone(self, work: Work, message: StoredMessage) -> None:
        """A message that counts when it has gone out has done so, for the first time or after it came back."""
        rows = work.records.rows_of_requests([message.request])[message.request]
        waits = any(row.facts.get("queued") == message.position for row in rows)
        if waits and not _has_gone(rows, message):
            facts = {"message": message.position, "kind": message.kind}
            self._note_request(work, message.request, "go_out", facts)

    def _note_back(self, work: Work, message: StoredMessage) -> None:
        """A message that had gone out was not delivered after all."""
        if _has_gone(work.records.rows_of_requests([message.request])[message.request], message):
            facts = {"message": message.position, "kind": message.kind}
            self._note_request(work, message.request, "come_back", facts)

    def _came_back(self, work: Work, message: StoredMessage) -> bool:
        """Whether it was written down before that a message was not delivered."""
        rows = work.records.rows_of_requests([message.request])[message.request]
        return any(row.move == "come_back" and row.facts["message"] == message.position for row in rows)

    def _key_mark(self, what: str) -> str | None:
        """What tells the same thing asked again by the same caller; None for what was asked without a key."""
        return self._message_mark(f"{self.caller} {what} {self.request_id}") if self.request_id else None

    def _written_before(self, work: Work, mark: str | None) -> StoredMessage | None:
        """The message with this mark: the same thing was said already."""
        return work.records.message_marked([mark]) if mark is not None else None

    def _refuse_other_words(
        self, work: Work, before: StoredMessage, words: Mapping[str, Any], files: Sequence[FileSent] = ()
    ) -> None:
        """Refuses `idempotency_key_reused` where a key that was used before comes with other words or other files."""
        visitor = self._who_asked(work, before)
        if visitor is None or visitor.wrapped is None or before.sealed is None:
            return
        kept = self.parts.vault.open(visitor.wrapped, self.office.code, visitor.id, MESSAGE, before.sealed)
        case = case_of(work.records, self.office, before.request, work.now)
        enclosed = enclosed_with(work.records, self.parts.vault, case, before.position)
        if kept != words or [(one.name, one.content) for one in enclosed] != [(one.name, one.content) for one in files]:
            raise Refusal("idempotency_key_reused")

    def _refuse_other_person(self, work: Work, before: StoredMessage, person: Mapping[str, str]) -> None:
        """Refuses `idempotency_key_reused` where a key that was used before comes with other contacts."""
        visitor = self._who_asked(work, before)
        if visitor is None or visitor.wrapped is None:
            return
        if Book(work.records, self.parts.vault).person(visitor) != person:
            raise Refusal("idempotency_key_reused")

    def _who_asked(self, work: Work, message: StoredMessage) -> StoredVisitor | None:
        stored = work.records.request(message.request)
        return work.records.visitor(stored.visitor) if stored else None

    def _message_mark(self, text: str) -> str:
        return self.parts.vault.mark(self.office.code, "message", text)

    def _note_request(
        self, work: Work, request: int, move: str, facts: Mapping[str, Any] | None, *, reason: str | None = None
    ) -> None:
        """A request is dealt with on any day: its rows open no office day."""
        day = office_day(work.now, self.office.time_zone)
        work.note(move, day=day, request=request, actor=work.actor, reason=reason, facts=dict(facts or {}))


def _has_gone(rows: Iterable[JournalRow], message: StoredMessage) -> bool:
    there = [
        row.move for row in rows if row.move in ("go_out", "come_back") and row.facts["message"] == message.position
    ]
    return bool(there) and there[-1] == "go_out"

"""What the office says to whoever asked, and how it leaves the office: by a connected channel or an officer's hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shared.database.records.requests import StoredMessage, StoredRequest
from shared.domain.guest_book import refuse_identity_number
from shared.domain.refusal import Refusal
from shared.domain.request.file_types import type_of
from shared.domain.request.invitation import invitation
from shared.domain.standard import Channel, RatingPlace
from shared.front_desk.book import Book
from shared.front_desk.desk import Work
from shared.front_desk.requests.carrier import carrier_of
from shared.front_desk.requests.case import Case, case_of
from shared.front_desk.requests.moving import Moving
from shared.front_desk.requests.said import FileSent, refuse_files
from shared.front_desk.requests.threads import thread_of

SPOKEN = frozenset({"telephone", "zoom"})
"""Where an officer says it themselves: what they write down was heard already."""
ANSWER_LENGTH = 20_000
ROUTES = {"answer_part": "answer"}
"""What is asked for by one button, and so is safe to repeat under one key."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A message by its place in the thread, and how it goes from there."""

    position: int
    delivery: str

    @property
    def facts(self) -> dict[str, int]:
        """What the journal tells of it: words in an outbox, the program's or the officer's, count when they are out."""
        return {"queued": self.position} if self.delivery in ("queued", "by_hand") else {}


class Saying(Moving):
    """What the verbs share that say something."""

    def _say(
        self,
        work: Work,
        request: int,
        move: str,
        text: str,
        facts: dict[str, Any] | None = None,
        *,
        line: str | None = None,
        sent: bool = False,
        files: Sequence[FileSent] = (),
    ) -> Case:
        refuse_files(files)
        words = text.strip()
        if not words:
            raise Refusal("nothing_said")
        if len(words) > ANSWER_LENGTH:
            raise Refusal("text_too_long", item="text", most=ANSWER_LENGTH)
        refuse_identity_number(words, "text")
        if line and not sent:
            words = f"{words}\n\n{line}"
        mark = self._mark_of_words(request, move)
        before = self._written_before(work, mark)
        case = case_of(work.records, self.office, request, work.now)
        if before is not None:
            _refuse_other_move(case, before, move, facts or {})
            self._refuse_other_words(work, before, {"text": words}, files)
            return case
        laid = self._send(work, case.stored, "office", move, words, mark=mark, sent=sent, files=files)
        moved = self._move_request(work, request, move, facts={**(facts or {}), **laid.facts})
        return self._invite(work, moved, line) if sent and line else moved

    def _mark_of_words(self, request: int, move: str) -> str | None:
        return self._key_mark(f"{ROUTES.get(move, move)} {request}")

    def _invite(self, work: Work, case: Case, line: str) -> Case:
        """The link of the rating goes out in a message of its own."""
        self._send(work, case.stored, "program", "invite_rating", line)
        return self._move_request(work, case.stored.id, "invite_rating")

    def _send(
        self,
        work: Work,
        stored: StoredRequest,
        side: str,
        kind: str,
        text: str,
        *,
        mark: str | None = None,
        sent: bool = False,
        files: Sequence[FileSent] = (),
    ) -> Laid:
        """Lay words into the outbox: of a connected channel, or of the officer who sends them by hand."""
        said = sent or (side == "office" and stored.channel in SPOKEN)
        delivery, carrier = ("sent", None) if said else self._way_out(work, stored)
        thread = thread_of(work, self.parts.vault, stored)
        position = thread.write(side, kind, {"text": text}, delivery=delivery, mark=mark, carrier=carrier)
        for place, file in enumerate(files, start=1):
            thread.attach(position, place, file.name, type_of(file.name, file.type), file.content)
        work.post_waits = work.post_waits or delivery == "queued"
        return Laid(position, delivery)

    def _way_out(self, work: Work, stored: StoredRequest) -> tuple[str, Channel | None]:
        """How words to whoever asked leave the office, and the connected channel that carries them."""
        person = self._person(work, stored)
        if stored.channel == "web_form" and not (person.get("email") or person.get("phone")):
            return "sent", None  # they stand on the page of the request with this commit, and nowhere else can they go
        carrier = carrier_of(self.parts, self.office.code, stored, person)
        return ("queued" if carrier else "by_hand"), carrier

    def _invitation(self, work: Work, request: int, place: RatingPlace) -> str | None:
        """The line with the link of the rating, where the standard gives the rating this place; None where it does not,
        where nobody could follow the link, or where the user's words are gone.
        """
        address = self.parts.settings.public_url
        stored = work.records.request(request)
        visitor = work.records.visitor(stored.visitor) if stored else None
        if self.office.standard.rating_place != place or not address or stored is None:
            return None
        if visitor is None or visitor.wrapped is None:
            return None
        token = self.parts.keys.request_token(self.office.code, request, stored.visitor)
        return invitation(f"{address.rstrip('/')}/R/{token}", stored.language)

    def _refuse_erased(self, work: Work, case: Case) -> None:
        """Nobody goes on with a request whose words are gone: there is nothing to read, and nobody to tell."""
        visitor = work.records.visitor(case.stored.visitor)
        if visitor is None or visitor.wrapped is None:
            raise Refusal("erased")

    def _person(self, work: Work, stored: StoredRequest) -> dict[str, str]:
        visitor = work.records.visitor(stored.visitor)
        return Book(work.records, self.parts.vault).person(visitor) if visitor and visitor.wrapped else {}


def _refuse_other_move(case: Case, before: StoredMessage, move: str, facts: Mapping[str, Any]) -> None:
    """Refuses `idempotency_key_reused` where the words are the same, but not what they do, or the moment they name."""
    known = any(event.move == move and facts.items() <= event.facts.items() for event in case.events)
    if before.kind != move or not known:
        raise Refusal("idempotency_key_reused")

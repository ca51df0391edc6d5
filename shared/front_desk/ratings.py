"""The rating after the service: SKM and SKD, kept so that nobody can tell whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal

from shared.database import OfficeRecords
from shared.database.records.ratings import StoredRating
from shared.domain.guest_book import refuse_identity_number
from shared.domain.refusal import Refusal
from shared.domain.satisfaction import SKD_VERSIONS, SKM_VERSIONS, Questionnaire, SkdResponse, in_force
from shared.domain.ticket import State, Ticket
from shared.front_desk.desk import Desk, Work, verb

Instrument = Literal["skm", "skd"]
VERSIONS: Mapping[str, tuple[Questionnaire, ...]] = {"skm": SKM_VERSIONS, "skd": SKD_VERSIONS}
RATED_WITHIN = timedelta(days=7)
COMMENT = "rating comment"
COMMENT_LENGTH = 500
TRAITS = ("sex", "schooling", "occupation")
"""The characteristics that a report counts, beside the age band; codes only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """Some answers of one questionnaire, by their codes; more may follow. Anonymous: without the visitor's traits."""

    instrument: Instrument
    answers: Mapping[str, int] = field(default_factory=dict)
    importance: Mapping[str, int] = field(default_factory=dict)
    overall: int | None = None
    comment: str | None = None
    anonymous: bool = False


def questionnaire(instrument: Instrument, day: date) -> Questionnaire:
    """The version that visitors of this day are asked."""
    return in_force(VERSIONS[instrument], day)


class Ratings(Desk):
    """Verbs of the questionnaire. Whoever holds the ticket's link may answer, for seven days."""

    @verb()
    def rate(self, work: Work, ticket_id: int, rating: Rating) -> list[str]:
        """Keep these answers beside earlier ones of the same visit; returns the codes that are answered now.

        No row leads from a visit to its rating: it is found again by a keyed hash alone, carries the day and no time,
        and its comment is sealed. Refuses `not_served`, `rating_over`, and what the questionnaire refuses.
        """
        ticket = work.records.ticket(ticket_id)
        self._refuse_unless_served(work, ticket)
        asked = questionnaire(rating.instrument, ticket.day)
        before = work.records.rating(rating.instrument, self._mark(ticket))
        kept = self._kept(work, ticket, asked, rating, before)
        response = SkdResponse(
            version=asked.version, satisfaction=kept.answers, importance=kept.importance, overall=kept.overall
        )
        response.check(asked)
        work.records.keep_rating(self._mark(ticket), kept)
        return sorted(kept.answers)

    @verb()
    def take_rating_back(self, work: Work, ticket_id: int, instrument: Instrument) -> None:
        """Take a rating back; whoever gave it holds the link."""
        work.records.drop_rating(instrument, self._mark(work.records.ticket(ticket_id)))

    def _kept(
        self, work: Work, ticket: Ticket, asked: Questionnaire, rating: Rating, before: StoredRating | None
    ) -> StoredRating:
        comment = before.comment if before else None
        if rating.comment:
            refuse_identity_number(rating.comment, "comment")
            comment = self.parts.vault.seal_name(self.office.code, COMMENT, rating.comment[:COMMENT_LENGTH])
        return StoredRating(
            instrument=rating.instrument,
            day=ticket.day,
            service=ticket.service,
            version=asked.version,
            answers={**(before.answers if before else {}), **rating.answers},
            importance={**(before.importance if before else {}), **rating.importance},
            overall=rating.overall if rating.overall is not None else before.overall if before else None,
            traits={} if rating.anonymous else _traits(work.records, ticket.id),
            comment=comment,
        )

    def _mark(self, ticket: Ticket) -> str:
        return self.parts.vault.mark(self.office.code, "rating", str(ticket.id))

    def _refuse_unless_served(self, work: Work, ticket: Ticket) -> None:
        if ticket.state not in (State.SERVING, State.SERVED):
            raise Refusal("not_served", number=ticket.label)
        if ticket.ended_at is not None and work.now - ticket.ended_at > RATED_WITHIN:
            raise Refusal("rating_over", number=ticket.label)


def _traits(records: OfficeRecords, ticket: int) -> dict[str, Any]:
    entry = records.entry_of_ticket(ticket)
    if entry is None:
        return {}
    band = {} if entry.age_band is None else {"age_band": entry.age_band}
    return band | {name: entry.answers[name] for name in TRAITS if name in entry.answers}

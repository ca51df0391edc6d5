"""The rating after the service: SKM and SKD, kept so that nobody can tell whose it is."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Literal

from shared.database import OfficeRecords
from shared.database.records.ratings import StoredRating
from shared.domain.guest_book import refuse_identity_number
from shared.domain.office import Office
from shared.domain.opening_hours import office_day
from shared.domain.refusal import Refusal
from shared.domain.satisfaction import SKD_VERSIONS, SKM_VERSIONS, Questionnaire, SkdResponse, in_force
from shared.domain.ticket import State, Ticket
from shared.front_desk.desk import Desk, Work, verb

Instrument = Literal["skm", "skd"]
VERSIONS: Mapping[str, tuple[Questionnaire, ...]] = {"skm": SKM_VERSIONS, "skd": SKD_VERSIONS}
RATED_WITHIN = timedelta(days=7)
COMMENT = "rating comment"
OVERALL_CODE, COMMENT_CODE = "overall", "comment"
"""How the score of the whole and the comment are named among the codes that are answered."""
COMMENT_LENGTH = 500
TRAITS = ("sex", "schooling", "occupation")
"""The characteristics that a report counts, beside the age band; codes only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """Some answers of one questionnaire, by their codes; more may follow.

    Anonymous: without the visitor's traits. Unsaid, a rating that was begun without them goes on without them.
    """

    instrument: Instrument
    answers: Mapping[str, int] = field(default_factory=dict)
    importance: Mapping[str, int] = field(default_factory=dict)
    overall: int | None = None
    comment: str | None = None
    anonymous: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a visit is asked: the questionnaires, and the codes that are answered of each, never with what.

    `traits` says whether there are characteristics that a rating may leave out; `anonymous` whether it does so.
    """

    questionnaires: Mapping[Instrument, Questionnaire]
    answered: Mapping[Instrument, list[str]]
    traits: bool
    anonymous: bool


def questionnaire(instrument: Instrument, day: date) -> Questionnaire:
    """The version that visitors of this day are asked."""
    return in_force(VERSIONS[instrument], day)


def instruments(office: Office, service: str) -> tuple[Instrument, ...]:
    """What visitors of a service are asked: SKM after all, SKD where the service offers it (domain.md 1.1)."""
    offers = next((known.offers_skd for known in office.services if known.code == service), False)
    return ("skm", "skd") if offers else ("skm",)


class Ratings(Desk):
    """Verbs of the questionnaire. Whoever holds the ticket's link may answer, for seven days."""

    def asked(self, ticket: Ticket) -> Asked:
        """What this visitor is asked, and how far they are. Refuses as `rate` does."""
        self._refuse_unless_served(self.now(), ticket)
        wanted = instruments(self.office, ticket.service)
        mark = self._mark(ticket)
        traits, begun = self.reading(
            lambda records: (bool(_traits(records, ticket.id)), {name: records.rating(name, mark) for name in wanted})
        )
        given = [rating for rating in begun.values() if rating is not None]
        return Asked(
            questionnaires={name: questionnaire(name, ticket.day) for name in wanted},
            answered={name: _answered(rating) if rating else [] for name, rating in begun.items()},
            traits=traits,
            anonymous=traits and bool(given) and not any(rating.traits for rating in given),
        )

    def ticket_coded(self, code: str) -> Ticket:
        """The visit of today on whose slip this code stands, or `unknown_code`. It opens its rating, nothing else."""
        today, keys = office_day(self.now(), self.office.time_zone), self.parts.keys
        wanted = code.upper()
        for ticket in self.reading(lambda records: records.tickets_of(today)):
            if hmac.compare_digest(keys.rating_code(self.office.code, ticket.id).encode(), wanted.encode()):
                return ticket
        raise Refusal("unknown_code")

    @verb()
    def rate(self, work: Work, ticket_id: int, rating: Rating) -> list[str]:
        """Keep these answers beside earlier ones of the same visit; returns the codes that are answered now.

        Where nothing was said yet, saying nothing keeps nothing.

        No row leads from a visit to its rating: it is found again by a keyed hash alone, carries the day and no time,
        and its comment is sealed. Refuses `not_served`, `rating_over`, and what the questionnaire refuses.
        """
        ticket = work.records.ticket(ticket_id)
        self._refuse_unless_served(work.now, ticket)
        if rating.instrument not in instruments(self.office, ticket.service):
            raise Refusal("not_asked", question=rating.instrument)
        asked = questionnaire(rating.instrument, ticket.day)
        before = work.records.rating(rating.instrument, self._mark(ticket))
        kept = self._kept(work, ticket, asked, rating, before)
        response = SkdResponse(
            version=asked.version, satisfaction=kept.answers, importance=kept.importance, overall=kept.overall
        )
        response.check(asked)
        answered = _answered(kept)
        if before is not None or answered or kept.importance:
            work.records.keep_rating(self._mark(ticket), kept)
        return answered

    @verb()
    def take_rating_back(self, work: Work, ticket_id: int, instrument: Instrument) -> None:
        """Take a rating back; whoever gave it holds the link."""
        work.records.drop_rating(instrument, self._mark(work.records.ticket(ticket_id)))

    def _kept(
        self, work: Work, ticket: Ticket, asked: Questionnaire, rating: Rating, before: StoredRating | None
    ) -> StoredRating:
        comment = before.comment if before else None
        hidden = before is not None and not before.traits if rating.anonymous is None else rating.anonymous
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
            traits={} if hidden else _traits(work.records, ticket.id),
            comment=comment,
        )

    def _mark(self, ticket: Ticket) -> str:
        return self.parts.vault.mark(self.office.code, "rating", str(ticket.id))

    def _refuse_unless_served(self, now: datetime, ticket: Ticket) -> None:
        if ticket.state not in (State.SERVING, State.SERVED):
            raise Refusal("not_served", number=ticket.label)
        if ticket.ended_at is not None and now - ticket.ended_at > RATED_WITHIN:
            raise Refusal("rating_over", number=ticket.label)


def _answered(rating: StoredRating) -> list[str]:
    """The codes that have an answer, in the order of the codes, and at the end whether the whole was scored."""
    more = ((OVERALL_CODE, rating.overall), (COMMENT_CODE, rating.comment))
    return [*sorted(rating.answers), *(code for code, said in more if said is not None)]


def _traits(records: OfficeRecords, ticket: int) -> dict[str, Any]:
    entry = records.entry_of_ticket(ticket)
    visitor = records.visitor(entry.visitor) if entry and entry.visitor else None
    if entry is None or (visitor is not None and visitor.restricted_at is not None):
        return {}
    band = {} if entry.age_band is None else {"age_band": entry.age_band}
    return band | {name: entry.answers[name] for name in TRAITS if name in entry.answers}

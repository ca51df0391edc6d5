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
from shared.front_desk.requests.case import Case, case_of

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """What is rated: a visit, or a request from afar (then with its channel). `about` tells it from every other."""

    about: str
    label: str
    day: date
    service: str
    served: bool
    ended_at: datetime | None
    ticket: int | None = None
    channel: str | None = None


def rated_visit(ticket: Ticket) -> Rated:
    """A visit, by its ticket."""
    return Rated(
        about=str(ticket.id),
        label=ticket.label,
        day=ticket.day,
        service=ticket.service,
        served=ticket.state in (State.SERVING, State.SERVED),
        ended_at=ticket.ended_at,
        ticket=ticket.id,
    )


def rated_request(case: Case, office: Office) -> Rated:
    """A request, on the day of its first answer. One for no service in particular is for what the standard regulates,
    the office's first service.
    """
    answered = case.clock.first_answer_at
    return Rated(
        about=f"request {case.stored.id}",
        label=case.label,
        day=office_day(answered or case.stored.received_at, office.time_zone),
        service=case.stored.service or office.services[0].code,
        served=answered is not None,
        ended_at=case.told.ended_at,
        channel=case.stored.channel,
    )


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
        return self._asked(rated_visit(ticket))

    def asked_of_request(self, request: int) -> Asked:
        """The same of whoever asked from afar and was answered. Refuses as `rate` does."""
        return self._asked(self.reading(lambda records: self._request(records, request, self.now())))

    def _asked(self, rated: Rated) -> Asked:
        self._refuse_unless_served(self.now(), rated)
        wanted = instruments(self.office, rated.service)
        mark = self._mark(rated)
        traits, begun = self.reading(
            lambda records: (
                bool(_traits(records, rated.ticket)),
                {name: records.rating(name, mark) for name in wanted},
            )
        )
        given = [rating for rating in begun.values() if rating is not None]
        return Asked(
            questionnaires={name: questionnaire(name, rated.day) for name in wanted},
            answered={name: _answered(rating) if rating else [] for name, rating in begun.items()},
            traits=traits,
            anonymous=traits and bool(given) and not any(rating.traits for rating in given),
        )

    def ticket_coded(self, typed: str) -> Ticket:
        """The visit of today on whose slip this code stands, or `unknown_code`. It opens its rating, nothing else."""
        today, keys = office_day(self.now(), self.office.time_zone), self.parts.keys
        wanted = typed.upper()
        for ticket in self.reading(lambda records: records.tickets_of(today)):
            code = keys.rating_code(self.office.code, ticket.id, ticket.issued_at)
            if hmac.compare_digest(code.encode(), wanted.encode()):
                return ticket
        raise Refusal("unknown_code")

    @verb()
    def rate(self, work: Work, ticket_id: int, rating: Rating) -> list[str]:
        """Keep these answers beside earlier ones of the same visit; returns the codes that are answered now.

        Where nothing was said yet, saying nothing keeps nothing.

        No row leads from a visit to its rating: it is found again by a keyed hash alone, carries the day and no time,
        and its comment is sealed. Refuses `not_served`, `rating_over`, and what the questionnaire refuses.
        """
        return self._keep(work, rated_visit(work.records.ticket(ticket_id)), rating)

    @verb()
    def rate_request(self, work: Work, request: int, rating: Rating) -> list[str]:
        """The same of a request from afar, once it was answered, and for seven days after it was closed. No row leads
        from the request to its rating either; beside the day it carries the channel.
        """
        return self._keep(work, self._request(work.records, request, work.now), rating)

    @verb()
    def take_rating_back(self, work: Work, ticket_id: int, instrument: Instrument) -> None:
        """Take a rating back; whoever gave it holds the link."""
        work.records.drop_rating(instrument, self._mark(rated_visit(work.records.ticket(ticket_id))))

    @verb()
    def take_request_rating_back(self, work: Work, request: int, instrument: Instrument) -> None:
        """The same of a request."""
        work.records.drop_rating(instrument, self._mark(self._request(work.records, request, work.now)))

    def _request(self, records: OfficeRecords, request: int, now: datetime) -> Rated:
        return rated_request(case_of(records, self.office, request, now), self.office)

    def _keep(self, work: Work, rated: Rated, rating: Rating) -> list[str]:
        self._refuse_unless_served(work.now, rated)
        if rating.instrument not in instruments(self.office, rated.service):
            raise Refusal("not_asked", question=rating.instrument)
        asked = questionnaire(rating.instrument, rated.day)
        before = work.records.rating(rating.instrument, self._mark(rated))
        kept = self._kept(work, rated, asked, rating, before)
        response = SkdResponse(
            version=asked.version, satisfaction=kept.answers, importance=kept.importance, overall=kept.overall
        )
        response.check(asked)
        answered = _answered(kept)
        if before is not None or answered or kept.importance:
            work.records.keep_rating(self._mark(rated), kept)
        return answered

    def _kept(
        self, work: Work, rated: Rated, asked: Questionnaire, rating: Rating, before: StoredRating | None
    ) -> StoredRating:
        comment = before.comment if before else None
        hidden = before is not None and not before.traits if rating.anonymous is None else rating.anonymous
        if rating.comment:
            refuse_identity_number(rating.comment, "comment")
            comment = self.parts.vault.seal_name(self.office.code, COMMENT, rating.comment[:COMMENT_LENGTH])
        return StoredRating(
            instrument=rating.instrument,
            day=rated.day,
            service=rated.service,
            version=asked.version,
            answers={**(before.answers if before else {}), **rating.answers},
            importance={**(before.importance if before else {}), **rating.importance},
            overall=rating.overall if rating.overall is not None else before.overall if before else None,
            traits={} if hidden else _traits(work.records, rated.ticket),
            comment=comment,
            channel=rated.channel,
        )

    def _mark(self, rated: Rated) -> str:
        return self.parts.vault.mark(self.office.code, "rating", rated.about)

    def _refuse_unless_served(self, now: datetime, rated: Rated) -> None:
        if not rated.served:
            raise Refusal("not_served", number=rated.label)
        if rated.ended_at is not None and now - rated.ended_at > RATED_WITHIN:
            raise Refusal("rating_over", number=rated.label)


def _answered(rating: StoredRating) -> list[str]:
    """The codes that have an answer, in the order of the codes, and at the end whether the whole was scored."""
    more = ((OVERALL_CODE, rating.overall), (COMMENT_CODE, rating.comment))
    return [*sorted(rating.answers), *(code for code, said in more if said is not None)]


def _traits(records: OfficeRecords, ticket: int | None) -> dict[str, Any]:
    if ticket is None:
        return {}
    entry = records.entry_of_ticket(ticket)
    visitor = records.visitor(entry.visitor) if entry and entry.visitor else None
    if entry is None or (visitor is not None and visitor.restricted_at is not None):
        return {}
    band = {} if entry.age_band is None else {"age_band": entry.age_band}
    return band | {name: entry.answers[name] for name in TRAITS if name in entry.answers}

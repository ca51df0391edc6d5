"""What visitors thought of a period: SKM and SKD side by side, each with how many answered of how many came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from shared.database import OfficeRecords
from shared.database.records.ratings import StoredRating
from shared.domain.satisfaction import (
    FEWEST,
    SKD_VERSIONS,
    UNSUR,
    Groups,
    Sample,
    Skd,
    SkdResponse,
    Skm,
    SkmAnswers,
    earlier,
    of_version,
    skd,
    skm,
    told_apart,
)
from shared.front_desk.follow_ups import Plan, plan_of, plans
from shared.front_desk.ratings import COMMENT, TRAITS
from shared.vault import Vault

VISIT = "visit"
PERIODS_BEFORE = 7
"""So many earlier periods stand in the trend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Satisfaction:
    """The figures of a survey.

    `returned` counts the questionnaires of the SKM that came back; those without one answer are no respondents.
    `complete` answered all nine. `answers` are the respondents and `comments` what was written, each in an order of its
    own that tells nothing of who came when. `apart` names what may be told of the service that was asked for: what is
    missing from the total of all services is told as well, and must not be a few people's either (told_apart).
    """

    skm: Skm
    returned: int
    complete: int
    answers: Sequence[SkmAnswers]
    skm_of_service: dict[str, Skm]
    skd: dict[str, Skd]
    sample: Sample
    sample_of_service: dict[str, Sample]
    traits: dict[str, Groups[int]]
    services: Groups[str]
    channels: Groups[str]
    """How the respondents asked: `visit` for whoever came, else the channel of their request."""
    skm_of_channel: dict[str, Skm]
    comments: list[str]
    returned_in_all: int
    apart: frozenset[str]

    @property
    def told(self) -> bool:
        """Whether enough people answered the SKM that its figures are nobody's own."""
        return self.skm.respondents >= FEWEST and "skm" in self.apart

    @property
    def comments_told(self) -> bool:
        """Whether enough questionnaires came back that a comment is nobody's own."""
        return self.returned_in_all >= FEWEST and "comments" in self.apart


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodFigures:
    """One point of the trend."""

    first: date
    last: date
    skm: Skm
    sample: Sample


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that the page and the report of a period tell."""

    figures: Satisfaction
    before: Sequence[PeriodFigures]
    plan: Plan


def satisfaction_report(
    records: OfficeRecords, vault: Vault, first: date, last: date, service: str | None = None
) -> Report:
    """The figures of a period as they may be told, the periods before it, and the plans."""
    spans = earlier(first, last, PERIODS_BEFORE)
    return Report(
        figures=as_told(satisfaction(records, vault, first, last, service)),
        before=[_of_period(records, *span, service) for span in spans],
        plan=plan_of(plans(records, vault, last), first, last, spans[-1]),
    )


def satisfaction(
    records: OfficeRecords, vault: Vault, first: date, last: date, service: str | None = None
) -> Satisfaction:
    """The figures of the visits of these days, of one service if asked; exact, also of a single respondent."""
    every = {name: records.ratings(name, first, last) for name in ("skm", "skd")}
    of_skm, of_skd = ([one for one in every[name] if service in (None, one.service)] for name in ("skm", "skd"))
    answers = [rating.answers for rating in of_skm if rating.answers]
    answered = Counter(rating.service for rating in of_skm if rating.answers)
    came = Counter(rating.service for rating in of_skm if rating.answers and rating.channel is None)
    served = records.served_between(first, last)
    services = told_apart(answered, answered.total())
    by_channel = Counter(_channel(rating) for rating in of_skm if rating.answers)
    channels = told_apart(by_channel, by_channel.total())
    counted = {
        "skm": [one for one in every["skm"] if one.answers],
        "skd": every["skd"],
        "comments": [*every["skm"], *every["skd"]],
    }
    return Satisfaction(
        skm=skm(answers),
        returned=len(of_skm),
        complete=sum(len(given) == len(UNSUR) for given in answers),
        answers=answers,
        skm_of_service={
            code: skm([rating.answers for rating in of_skm if rating.service == code])
            for code in sorted(services.apart)
        },
        skd=_skd(of_skd),
        sample=_sample(served, came, service),
        sample_of_service={code: Sample(visitors, came[code]) for code, visitors in served.items()},
        traits=_traits([rating for rating in of_skm if rating.answers]),
        services=services,
        channels=channels,
        skm_of_channel={
            channel: skm([rating.answers for rating in of_skm if _channel(rating) == channel])
            for channel in sorted(channels.apart)
        },
        comments=_comments(records, vault, [*of_skm, *of_skd]),
        returned_in_all=len(of_skm) + len(of_skd),
        apart=frozenset(name for name, ratings in counted.items() if _is_apart(ratings, service)),
    )


def as_told(found: Satisfaction) -> Satisfaction:
    """The figures without those of fewer than five people: of them only their number is told."""
    few = not found.told
    nothing = skm([]).unsur
    return replace(
        found,
        skm=Skm(found.skm.respondents, nothing) if few else found.skm,
        answers=[] if few else found.answers,
        traits={name: Groups({}, found.skm.respondents) for name in found.traits} if few else found.traits,
        services=Groups({}, found.skm.respondents) if few else found.services,
        channels=Groups({}, found.skm.respondents) if few else found.channels,
        skm_of_channel={} if few else found.skm_of_channel,
        skd={version: _skd_as_told(figures, apart="skd" in found.apart) for version, figures in found.skd.items()},
        comments=found.comments if found.comments_told else [],
    )


def _skd_as_told(figures: Skd, *, apart: bool) -> Skd:
    if figures.respondents >= FEWEST and apart:
        return figures
    return replace(skd(of_version(SKD_VERSIONS, figures.version), []), respondents=figures.respondents)


def _of_period(records: OfficeRecords, first: date, last: date, service: str | None) -> PeriodFigures:
    every = [rating for rating in records.ratings("skm", first, last) if rating.answers]
    answers = [rating.answers for rating in every if service in (None, rating.service)]
    figures = skm(answers)
    if figures.respondents < FEWEST or not _is_apart(every, service):
        figures = Skm(figures.respondents, skm([]).unsur)
    served = records.served_between(first, last)
    visitors = served.get(service, 0) if service else sum(served.values())
    came = sum(rating.channel is None and service in (None, rating.service) for rating in every)
    return PeriodFigures(first=first, last=last, skm=figures, sample=Sample(visitors, came))


def _is_apart(ratings: Iterable[StoredRating], service: str | None) -> bool:
    """Whether one service may be told without telling what a few people thought of the others."""
    counts = Counter(rating.service for rating in ratings)
    return service is None or service in told_apart(counts, counts.total()).apart


def _sample(served: dict[str, int], answered: Counter[str], service: str | None) -> Sample:
    if service:
        return Sample(served.get(service, 0), answered[service])
    return Sample(sum(served.values()), answered.total())


def _channel(rating: StoredRating) -> str:
    return rating.channel or VISIT


def _skd(ratings: list[StoredRating]) -> dict[str, Skd]:
    versions = sorted({rating.version for rating in ratings})
    return {
        version: skd(
            of_version(SKD_VERSIONS, version),
            [
                SkdResponse(version=r.version, satisfaction=r.answers, importance=r.importance, overall=r.overall)
                for r in ratings
                if r.version == version
            ],
        )
        for version in versions
    }


def _traits(respondents: list[StoredRating]) -> dict[str, Groups[int]]:
    counted = {name: Counter(r.traits[name] for r in respondents if name in r.traits) for name in ("age_band", *TRAITS)}
    return {name: told_apart(dict(sorted(counts.items())), len(respondents)) for name, counts in counted.items()}


def _comments(records: OfficeRecords, vault: Vault, ratings: Iterable[StoredRating]) -> list[str]:
    return sorted(
        vault.name_or_dash(records.office, COMMENT, rating.comment) for rating in ratings if rating.comment is not None
    )

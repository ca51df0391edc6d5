"""What visitors thought of a period: SKM and SKD side by side, each with how many answered of how many came."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from shared.database import OfficeRecords
from shared.database.records.ratings import StoredRating
from shared.domain.satisfaction import SKD_VERSIONS, Sample, Skd, SkdResponse, Skm, of_version, skd, skm
from shared.front_desk.ratings import COMMENT, TRAITS
from shared.vault import Vault

FEWEST = 5
"""A group of fewer people is not told apart: in a small office it would be one person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Satisfaction:
    """The report's figures. `traits` count respondents by characteristic; groups below `FEWEST` are left out."""

    skm: Skm
    skm_of_service: dict[str, Skm]
    skd: dict[str, Skd]
    sample: Sample
    traits: dict[str, dict[int, int]]
    comments: list[str]


def satisfaction(records: OfficeRecords, vault: Vault, first: date, last: date) -> Satisfaction:
    """The figures of the visits of these days."""
    ratings = records.ratings("skm", first, last)
    services = Counter(rating.service for rating in ratings)
    return Satisfaction(
        skm=skm([rating.answers for rating in ratings]),
        skm_of_service={
            service: skm([rating.answers for rating in ratings if rating.service == service])
            for service, count in sorted(services.items())
            if count >= FEWEST
        },
        skd=_skd(records.ratings("skd", first, last)),
        sample=Sample(visitors=records.served_between(first, last), answers=sum(1 for r in ratings if r.answers)),
        traits=_traits(ratings),
        comments=[
            vault.name_or_dash(records.office, COMMENT, rating.comment)
            for rating in [*ratings, *records.ratings("skd", first, last)]
            if rating.comment is not None
        ],
    )


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


def _traits(ratings: list[StoredRating]) -> dict[str, dict[int, int]]:
    counted = {name: Counter(r.traits[name] for r in ratings if name in r.traits) for name in ("age_band", *TRAITS)}
    return {
        name: {code: count for code, count in sorted(counts.items()) if count >= FEWEST}
        for name, counts in counted.items()
    }

"""Ratings: kept by a mark that leads nowhere, read in bulk for the report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select, update

from shared.database import tables
from shared.database.records.base import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRating:
    """One respondent's answers. `traits` are codes of sex, age, schooling and occupation, as far as they were given."""

    instrument: str
    day: date
    service: str
    version: str
    answers: dict[str, int]
    importance: dict[str, int]
    overall: int | None
    traits: dict[str, int]
    comment: bytes | None
    channel: str | None = None
    """How whoever asked from afar did so; None: they came."""


_RATING = tables.rating
_COLUMNS = [_RATING.c[name] for name in StoredRating.__slots__]


class RatingRecords(Records):
    """What visitors thought."""

    def rating(self, instrument: str, mark: str) -> StoredRating | None:
        """What was answered under this mark so far."""
        here = (self._here(_RATING), _RATING.c.instrument == instrument, _RATING.c.mark == mark)
        row = self._connection.execute(select(*_COLUMNS).where(*here)).first()
        return StoredRating(**row._mapping) if row else None

    def keep_rating(self, mark: str, rating: StoredRating) -> None:
        """A new rating, or what is known of it now: a questionnaire may be taken up again."""
        columns: dict[str, Any] = {name: getattr(rating, name) for name in StoredRating.__slots__}
        here = (self._here(_RATING), _RATING.c.instrument == rating.instrument, _RATING.c.mark == mark)
        if not self._connection.execute(update(_RATING).where(*here).values(**columns)).rowcount:
            self._connection.execute(insert(_RATING).values(office=self.office, mark=mark, **columns))

    def ratings(self, instrument: str, first: date, last: date) -> list[StoredRating]:
        """The ratings of the visits of these days, in no order that could tell who came when."""
        within = (self._here(_RATING), _RATING.c.instrument == instrument, _RATING.c.day.between(first, last))
        rows = select(*_COLUMNS).where(*within).order_by(_RATING.c.mark)
        return [StoredRating(**row._mapping) for row in self._connection.execute(rows)]

    def drop_comments_before(self, day: date) -> None:
        """Comments are kept for a year; the numbers stay."""
        old = (self._here(_RATING), _RATING.c.day < day, _RATING.c.comment.is_not(None))
        self._connection.execute(update(_RATING).where(*old).values(comment=None))

    def drop_rating(self, instrument: str, mark: str) -> None:
        """Whoever holds the link may take their rating back."""
        here = (self._here(_RATING), _RATING.c.instrument == instrument, _RATING.c.mark == mark)
        self._connection.execute(delete(_RATING).where(*here))

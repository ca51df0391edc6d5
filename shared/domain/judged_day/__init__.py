"""One office day under judgement: from the journal's rows and the terms of the day to visits with their verdicts."""

from shared.domain.judged_day.judging import count_readings, day_until, other_readings, visits_until
from shared.domain.judged_day.logged import LoggedVisit
from shared.domain.judged_day.terms import Terms, is_rehearsed, opening_terms, terms_of, terms_of_closing, terms_told

__all__ = [
    "LoggedVisit",
    "Terms",
    "count_readings",
    "day_until",
    "is_rehearsed",
    "opening_terms",
    "other_readings",
    "terms_of",
    "terms_of_closing",
    "terms_told",
    "visits_until",
]

"""Surveys of the tests: the published ones, and any others."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from shared.domain.satisfaction import UNSUR, SkmAnswers, UnsurFigure

CODES = [unsur.code for unsur in UNSUR]

TEN_RESPONDENTS = [
    "334233433",
    "434333443",
    "334434332",
    "243444333",
    "433434343",
    "423344233",
    "342343434",
    "244344433",
    "332334344",
    "324343344",
]
"""Answers to U1..U9, a respondent a word; the index is 82.50."""

REPORTED_NRR = ("3.45", "3.52", "3.38", "3.91", "3.50", "3.61", "3.72", "3.44", "3.40")
"""NRR of U1..U9 whose grade depends on how the weight is rounded."""

ANSWERS = st.dictionaries(st.sampled_from(CODES), st.integers(1, 4))
SURVEYS = st.lists(ANSWERS, max_size=30)


def written(respondents: list[str]) -> list[dict[str, int]]:
    """Respondents from words of nine figures; `-` is a question that was left out."""
    return [
        {code: int(answer) for code, answer in zip(CODES, word, strict=True) if answer != "-"} for word in respondents
    ]


def a_hundred_with(reported: tuple[str, ...]) -> list[SkmAnswers]:
    """A hundred respondents who answer 3 or 4, so that the NRR are exactly those reported."""
    fours = [int(Fraction(nrr) * 100) - 300 for nrr in reported]
    return [{code: 4 if number < four else 3 for code, four in zip(CODES, fours, strict=True)} for number in range(100)]


def all_alike(*counts: int) -> tuple[UnsurFigure, ...]:
    """Nine unsur that were each answered so often with 1, 2, 3 and 4."""
    return tuple(UnsurFigure(unsur, counts) for unsur in UNSUR)

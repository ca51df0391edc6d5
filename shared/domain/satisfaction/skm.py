"""Survei Kepuasan Masyarakat (Permenpan RB 14/2017): nine unsur, answers 1-4, and the index of 25-100 with its grade.

Everything is exact until it is printed: an NRR is a fraction, and an index is rounded once, half up, to two decimals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from shared.domain.refusal import Refusal
from shared.domain.satisfaction.questionnaire import check_answer
from shared.domain.satisfaction.rounding import half_up
from shared.domain.text import Text

SkmAnswers = Mapping[str, int]
"""One respondent: the code of an unsur and the answer, 1 to 4. What was not answered is left out."""

SCALE = (1, 2, 3, 4)
TO_A_HUNDRED = 25
HIGHEST = Decimal(100)
EXACT_WEIGHT = Fraction(1, 9)
ROUNDED_WEIGHT = Fraction(11, 100)
"""The weight as the regulation prints it. With it a perfect score is 99.00, and a grade may change."""


class Unsur(NamedTuple):
    """One of the nine elements of service, by its official code and name."""

    code: str
    name: Text


UNSUR = (
    Unsur("U1", Text("Persyaratan", "Requirements")),
    Unsur("U2", Text("Sistem, Mekanisme, dan Prosedur", "System, Mechanism and Procedure")),
    Unsur("U3", Text("Waktu Penyelesaian", "Time of Completion")),
    Unsur("U4", Text("Biaya/Tarif", "Cost/Tariff")),
    Unsur("U5", Text("Produk Spesifikasi Jenis Pelayanan", "Product Specification of the Kind of Service")),
    Unsur("U6", Text("Kompetensi Pelaksana", "Competence of the Officers")),
    Unsur("U7", Text("Perilaku Pelaksana", "Conduct of the Officers")),
    Unsur(
        "U8",
        Text("Penanganan Pengaduan, Saran dan Masukan", "Handling of Complaints, Suggestions and Feedback"),
    ),
    Unsur("U9", Text("Sarana dan Prasarana", "Facilities and Infrastructure")),
)
"""In the official order, which is that of reports; questionnaires ask U9 before U8."""

_CODES = frozenset(unsur.code for unsur in UNSUR)


class Grade(NamedTuple):
    """Mutu pelayanan: the letter, the perception value 1-4, the performance in words, and the least index of it."""

    letter: str
    perception: int
    performance: Text
    least: Decimal


GRADES = (
    Grade("A", 4, Text("Sangat baik", "Very good"), Decimal("88.31")),
    Grade("B", 3, Text("Baik", "Good"), Decimal("76.61")),
    Grade("C", 2, Text("Kurang baik", "Less than good"), Decimal("65.00")),
    Grade("D", 1, Text("Tidak baik", "Not good"), Decimal(0)),
)


class Index(NamedTuple):
    """An index with two decimals and its grade. With the exact weight it lies between 25.00 and 100.00."""

    value: Decimal
    grade: Grade


@dataclass(frozen=True, slots=True)
class UnsurFigure:
    """What respondents said of one unsur: how many answered 1, 2, 3 and 4."""

    unsur: Unsur
    counts: tuple[int, ...]

    @property
    def answers(self) -> int:
        """How many respondents answered this unsur."""
        return sum(self.counts)

    @property
    def nrr(self) -> Fraction | None:
        """Nilai rata-rata, 1 to 4 and exact, over the answers given to this unsur; None where nobody answered it."""
        if not self.answers:
            return None
        return Fraction(sum(value * count for value, count in zip(SCALE, self.counts, strict=True)), self.answers)


@dataclass(frozen=True, slots=True)
class Skm:
    """The result of a survey. `unsur` stand in the official order; `respondents` gave one answer at least."""

    respondents: int
    unsur: tuple[UnsurFigure, ...]

    @property
    def nrr(self) -> dict[str, Fraction | None]:
        """The NRR of each unsur, by code."""
        return {figure.unsur.code: figure.nrr for figure in self.unsur}

    @property
    def index(self) -> Index | None:
        """The IKM with the weight of exactly 1/9.

        None while any unsur is without an answer: an index of fewer than nine is not the regulation's, and to count
        a missing one as anything would invent what nobody said.
        """
        return self._weighted(EXACT_WEIGHT)

    @property
    def index_rounded_weight(self) -> Index | None:
        """The same with the printed weight 0.11, for offices that report it so; to be shown beside `index`."""
        return self._weighted(ROUNDED_WEIGHT)

    @property
    def lowest(self) -> tuple[Unsur, ...]:
        """The unsur with the lowest NRR; several when they are exactly equal, none when nothing was answered."""
        return self._with(min(self._answered, default=None))

    @property
    def highest(self) -> tuple[Unsur, ...]:
        """The unsur with the highest NRR, likewise."""
        return self._with(max(self._answered, default=None))

    @property
    def _answered(self) -> list[Fraction]:
        return [nrr for nrr in self.nrr.values() if nrr is not None]

    def _with(self, nrr: Fraction | None) -> tuple[Unsur, ...]:
        return tuple(figure.unsur for figure in self.unsur if nrr is not None and figure.nrr == nrr)

    def _weighted(self, weight: Fraction) -> Index | None:
        answered = self._answered
        if len(answered) < len(UNSUR):
            return None
        value = half_up(sum(answered, Fraction()) * weight * TO_A_HUNDRED, 2)
        return Index(value, grade_of(value))


def skm(respondents: Iterable[SkmAnswers]) -> Skm:
    """Count a survey. Whoever answered nothing is no respondent; refuses as `check_answers` does."""
    counts: Counter[tuple[str, int]] = Counter()
    counted = 0
    for answers in respondents:
        check_answers(answers)
        counts.update(answers.items())
        counted += bool(answers)
    return Skm(
        counted,
        tuple(UnsurFigure(unsur, tuple(counts[unsur.code, value] for value in SCALE)) for unsur in UNSUR),
    )


def check_answers(answers: SkmAnswers) -> None:
    """Refuse `unknown_question` for what is no unsur, and `answer_out_of_range` for what is not 1, 2, 3 or 4."""
    for code, answer in answers.items():
        if code not in _CODES:
            raise Refusal("unknown_question", question=code)
        check_answer(code, answer, SCALE[0], SCALE[-1])


def grade_of(index: Decimal) -> Grade:
    """The grade of an index that was rounded to two decimals.

    The regulation's bands leave holes (64.99 to 65.00, 76.60 to 76.61, 88.30 to 88.31; for NI they do not even meet).
    With two decimals every index lies in exactly one of them. ValueError for an index with more decimals.
    """
    if index != half_up(Fraction(index), 2) or not 0 <= index <= HIGHEST:
        raise ValueError(f"a grade is read from an index of 0 to 100 with two decimals, not from {index}")
    return next(grade for grade in GRADES if index >= grade.least)

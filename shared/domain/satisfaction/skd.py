"""BPS's own Survei Kebutuhan Data (SKD), Blok II: sixteen statements, 1-10, with the importance where it is asked.

SKD and SKM are different instruments. Nothing here is on the scale of SKM, and nothing is converted into it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from shared.domain.refusal import Refusal
from shared.domain.satisfaction.questionnaire import Questionnaire, check_answer
from shared.domain.satisfaction.rounding import half_up

CORRUPTION_PERCEPTION = ("S12", "S13", "S14", "S15", "S16")
"""No discrimination, cheating, gratification, illegal charges, brokering: what IPAK is taken from."""
TO_A_HUNDRED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class SkdResponse:
    """What one respondent said, under the version of the questionnaire that was put to them.

    Satisfaction and importance are by code, 1 to 10; what was not answered is left out.
    """

    version: str
    satisfaction: Mapping[str, int]
    importance: Mapping[str, int] = field(default_factory=dict)
    overall: int | None = None

    @property
    def answered(self) -> bool:
        """Whether anything was answered at all."""
        return bool(self.satisfaction or self.importance) or self.overall is not None

    def check(self, questionnaire: Questionnaire) -> None:
        """Refuse `unknown_question`, `answer_out_of_range`, and `not_asked` for what this version does not ask."""
        questionnaire.check(self.satisfaction)
        questionnaire.check(self.importance)
        if self.importance and not questionnaire.importance:
            raise Refusal("not_asked", version=questionnaire.version, question="importance")
        if self.overall is None:
            return
        if questionnaire.overall is None:
            raise Refusal("not_asked", version=questionnaire.version, question="overall")
        check_answer(questionnaire.overall.code, self.overall, questionnaire.lowest, questionnaire.highest)


@dataclass(frozen=True, slots=True)
class StatementFigure:
    """One statement: exact means of 1 to 10 over the answers given to it, None where there are none.

    `gap` is satisfaction minus importance over those who gave both, so that it compares the same people; below zero
    the service stays behind what they expect of it.
    """

    code: str
    answers: int
    satisfaction: Fraction | None
    importance: Fraction | None
    gap: Fraction | None


@dataclass(frozen=True, slots=True)
class Skd:
    """The result of a survey under one version. `respondents` gave one answer at least."""

    version: str
    respondents: int
    statements: tuple[StatementFigure, ...]
    overall: Fraction | None

    @property
    def index(self) -> Decimal | None:
        """The mean of the statements' mean satisfaction, times ten: 10.00 to 100.00, every statement alike.

        In the manner of BPS's Indeks Kepuasan Konsumen (IKK), but not the published one, which BPS alone computes.
        None while any statement is without an answer.
        """
        means = self._satisfaction([figure.code for figure in self.statements])
        return None if means is None else half_up(sum(means, Fraction()) / len(means) * TO_A_HUNDRED, 2)

    @property
    def index_by_importance(self) -> Decimal | None:
        """The same, each statement weighted by its mean importance (a customer satisfaction index), 10.00 to 100.00.

        None where importance was not asked, or any statement lacks an answer to either.
        """
        weights = _all([figure.importance for figure in self.statements])
        means = self._satisfaction([figure.code for figure in self.statements])
        if means is None or weights is None:
            return None
        weighted = sum((weight * mean for weight, mean in zip(weights, means, strict=True)), Fraction())
        return half_up(weighted / sum(weights, Fraction()) * TO_A_HUNDRED, 2)

    @property
    def corruption_perception(self) -> Fraction | None:
        """Persepsi anti korupsi (IPAK) of this service: the mean of the means of S12 to S16, 1 to 10, exact.

        Not BPS's national Indeks Perilaku Anti Korupsi, which is abbreviated alike. None while any of the five is
        without an answer.
        """
        means = self._satisfaction(CORRUPTION_PERCEPTION)
        return None if means is None else sum(means, Fraction()) / len(means)

    def _satisfaction(self, codes: Sequence[str]) -> list[Fraction] | None:
        return _all([figure.satisfaction for figure in self.statements if figure.code in codes])


def skd(questionnaire: Questionnaire, responses: Iterable[SkdResponse]) -> Skd:
    """Count the responses to one version; whoever answered nothing is no respondent.

    ValueError for a response to another version, because other words are another question; refuses as
    `SkdResponse.check` does.
    """
    counted = []
    for response in responses:
        if response.version != questionnaire.version:
            raise ValueError(f"an answer to {response.version} is not counted as one to {questionnaire.version}")
        response.check(questionnaire)
        if response.answered:
            counted.append(response)
    return Skd(
        questionnaire.version,
        len(counted),
        tuple(_figure(code, counted) for code in questionnaire.codes),
        _mean(response.overall for response in counted),
    )


def _figure(code: str, responses: Sequence[SkdResponse]) -> StatementFigure:
    rated = [(response.satisfaction.get(code), response.importance.get(code)) for response in responses]
    both = [(given, expected) for given, expected in rated if given is not None and expected is not None]
    return StatementFigure(
        code=code,
        answers=sum(satisfaction is not None for satisfaction, _ in rated),
        satisfaction=_mean(satisfaction for satisfaction, _ in rated),
        importance=_mean(importance for _, importance in rated),
        gap=_mean(given - expected for given, expected in both),
    )


def _mean(numbers: Iterable[int | None]) -> Fraction | None:
    given = [number for number in numbers if number is not None]
    return Fraction(sum(given), len(given)) if given else None


def _all(means: Sequence[Fraction | None]) -> list[Fraction] | None:
    present = [mean for mean in means if mean is not None]
    return present if present and len(present) == len(means) else None

"""Questions as versioned data: a wording changes by year, the code under which answers are kept never does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shared.domain.refusal import Refusal
from shared.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How one question was put.

    `code` is for ever: it is never given to another question, whatever the position on the page. `note` is the small
    print. `options` are the words of the answers from the lowest upwards; empty where a bare number is chosen.
    """

    code: str
    question: Text
    note: Text | None = None
    options: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """One version of an instrument, as it is asked from `valid_from` on (the office's own date).

    `wordings` stand in the order in which they are asked, which is not the order of the report. An answer is a whole
    number from `lowest` to `highest`. `importance` says whether each statement is also asked for how much it matters;
    `overall` is the score for the service as a whole, where it is asked.
    """

    version: str
    valid_from: date
    wordings: tuple[Wording, ...]
    highest: int
    lowest: int = 1
    importance: bool = False
    overall: Wording | None = None

    def __post_init__(self) -> None:
        if len(set(self.codes)) != len(self.codes):
            raise ValueError(f"{self.version}: two questions share a code, so their answers could not be told apart")
        for wording in self.wordings:
            if wording.options and len(wording.options) != self.highest - self.lowest + 1:
                raise ValueError(f"{self.version}: {wording.code} needs one wording for each answer")

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes in the order in which they are asked."""
        return tuple(wording.code for wording in self.wordings)

    def wording(self, code: str) -> Wording:
        """The question with this code, or `unknown_question`."""
        for wording in self.wordings:
            if wording.code == code:
                return wording
        raise Refusal("unknown_question", version=self.version, question=code)

    def check(self, answers: Mapping[str, int]) -> None:
        """Refuse `unknown_question` and `answer_out_of_range`. Questions may be left out; none is obligatory here."""
        for code, answer in answers.items():
            self.wording(code)
            check_answer(code, answer, self.lowest, self.highest)


def check_answer(code: str, answer: object, lowest: int, highest: int) -> None:
    """Refuse `answer_out_of_range` unless it is a whole number of the scale; True and 3.0 are none."""
    if type(answer) is not int or not lowest <= answer <= highest:
        raise Refusal("answer_out_of_range", question=code, answer=answer, lowest=lowest, highest=highest)


def in_force(versions: Sequence[Questionnaire], day: date) -> Questionnaire:
    """The newest version that was valid on a day of the office; ValueError before the first."""
    valid = [version for version in versions if version.valid_from <= day]
    if not valid:
        raise ValueError(f"no questionnaire was in force on {day}")
    return max(valid, key=lambda version: version.valid_from)


def of_version(versions: Sequence[Questionnaire], name: str) -> Questionnaire:
    """The version under which answers were stored; ValueError when there is no such version."""
    for version in versions:
        if version.version == name:
            return version
    raise ValueError(f"there is no questionnaire {name!r}; there are {', '.join(v.version for v in versions)}")

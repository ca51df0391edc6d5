"""SKD: means, gaps and indices of the sixteen statements, against exact fractions."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.refusal import Refusal
from shared.domain.satisfaction import SKD_VERSIONS, SkdResponse, check_answers, of_version, skd

WITH_IMPORTANCE = of_version(SKD_VERSIONS, "skd-2025")
SATISFACTION_ONLY = of_version(SKD_VERSIONS, "skd-2026")
CODES = WITH_IMPORTANCE.codes
SCORES = st.integers(1, 10)
RATINGS = st.dictionaries(st.sampled_from(CODES), SCORES)
COMPLETE = st.fixed_dictionaries(dict.fromkeys(CODES, SCORES))
HALF_A_STEP = Fraction(1, 200)


def response(satisfaction: dict[str, int], importance: dict[str, int] | None = None) -> SkdResponse:
    return SkdResponse(version="skd-2025", satisfaction=satisfaction, importance=importance or {})


def everywhere(score: int) -> dict[str, int]:
    return dict.fromkeys(CODES, score)


RESPONSES = st.lists(st.builds(response, RATINGS, RATINGS), max_size=20)
COMPLETE_RESPONSES = st.lists(st.builds(response, COMPLETE, COMPLETE), min_size=1, max_size=8)


def mean(numbers: list[int]) -> Fraction | None:
    return Fraction(sum(numbers), len(numbers)) if numbers else None


@given(RESPONSES)
def test_every_mean_is_over_those_who_answered_and_every_gap_over_those_who_gave_both(
    responses: list[SkdResponse],
) -> None:
    for figure in skd(WITH_IMPORTANCE, responses).statements:
        code = figure.code
        assert figure.satisfaction == mean([r.satisfaction[code] for r in responses if code in r.satisfaction])
        assert figure.importance == mean([r.importance[code] for r in responses if code in r.importance])
        both = [r for r in responses if code in r.satisfaction and code in r.importance]
        assert figure.gap == mean([r.satisfaction[code] - r.importance[code] for r in both])


@given(COMPLETE_RESPONSES)
def test_the_index_is_ten_times_the_mean_of_all_scores_when_everybody_answered_everything(
    responses: list[SkdResponse],
) -> None:
    exact = Fraction(10 * sum(sum(r.satisfaction.values()) for r in responses), 16 * len(responses))
    index = skd(WITH_IMPORTANCE, responses).index
    assert index is not None
    assert exact - HALF_A_STEP < Fraction(index) <= exact + HALF_A_STEP


@given(st.lists(COMPLETE, min_size=1, max_size=8), SCORES)
def test_where_everything_matters_alike_the_weighted_index_is_the_plain_one(
    given_scores: list[dict[str, int]], importance: int
) -> None:
    result = skd(WITH_IMPORTANCE, [response(scores, everywhere(importance)) for scores in given_scores])
    assert result.index_by_importance == result.index


def test_a_statement_that_matters_more_draws_the_weighted_index_to_itself() -> None:
    result = skd(WITH_IMPORTANCE, [response({**everywhere(5), "S4": 10}, {**everywhere(1), "S4": 10})])
    assert str(result.index) == "53.13"  # (15 * 5 + 10) / 16 = 5.3125
    assert str(result.index_by_importance) == "70.00"  # (15 * 5 + 10 * 10) / 25 = 7
    assert {figure.code: figure.gap for figure in result.statements}["S4"] == 0


@given(COMPLETE_RESPONSES, RATINGS)
def test_corruption_perception_hears_the_five_last_statements_and_no_other(
    responses: list[SkdResponse], changed: dict[str, int]
) -> None:
    five = ("S12", "S13", "S14", "S15", "S16")
    others = {code: score for code, score in changed.items() if code not in five}
    altered = [response({**r.satisfaction, **others}, dict(r.importance)) for r in responses]
    before, after = skd(WITH_IMPORTANCE, responses), skd(WITH_IMPORTANCE, altered)
    assert before.corruption_perception == after.corruption_perception
    scores = [r.satisfaction[code] for r in responses for code in five]
    assert before.corruption_perception == mean(scores)


def test_one_statement_without_an_answer_leaves_the_index_unknown_and_the_other_figures_known() -> None:
    scores = everywhere(9)
    del scores["S3"]
    result = skd(WITH_IMPORTANCE, [response(scores, everywhere(9))])
    assert (result.index, result.index_by_importance, result.corruption_perception) == (None, None, Fraction(9))


def test_where_importance_is_not_asked_there_is_no_gap_and_no_weighted_index() -> None:
    answered = SkdResponse(version="skd-2026", satisfaction=everywhere(8), overall=9)
    result = skd(SATISFACTION_ONLY, [answered])
    assert (str(result.index), result.index_by_importance, result.overall) == ("80.00", None, Fraction(9))
    assert {figure.gap for figure in result.statements} == {None}


def test_the_overall_score_stands_apart_from_the_statements() -> None:
    only_overall = SkdResponse(version="skd-2025", satisfaction={}, overall=4)
    result = skd(WITH_IMPORTANCE, [response(everywhere(10)), only_overall])
    assert (str(result.index), result.overall, result.respondents) == ("100.00", Fraction(4), 2)


def test_whoever_answered_nothing_is_no_respondent() -> None:
    result = skd(WITH_IMPORTANCE, [response({})])
    assert (result.respondents, result.index, result.overall) == (0, None, None)


def test_answers_to_other_words_are_not_counted_together() -> None:
    with pytest.raises(ValueError, match="skd-2025 is not counted as one to skd-2026"):
        skd(SATISFACTION_ONLY, [response(everywhere(8))])


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        (SkdResponse(version="skd-2026", satisfaction={"S1": 11}), "answer_out_of_range"),
        (SkdResponse(version="skd-2026", satisfaction={"S1": 0}), "answer_out_of_range"),
        (SkdResponse(version="skd-2026", satisfaction={"S17": 5}), "unknown_question"),
        (SkdResponse(version="skd-2026", satisfaction={"U1": 3}), "unknown_question"),
        (SkdResponse(version="skd-2026", satisfaction={}, overall=11), "answer_out_of_range"),
        (SkdResponse(version="skd-2026", satisfaction={}, importance={"S1": 5}), "not_asked"),
    ],
)
def test_what_this_version_does_not_ask_is_refused(wrong: SkdResponse, key: str) -> None:
    with pytest.raises(Refusal, match=key):
        skd(SATISFACTION_ONLY, [wrong])


@given(RATINGS.filter(bool))
def test_no_answer_to_skd_is_ever_taken_for_one_to_skm(ratings: dict[str, int]) -> None:
    with pytest.raises(Refusal, match="unknown_question"):
        check_answers(ratings)

"""SKM: the regulation's arithmetic, against surveys worked out by hand and against exact fractions."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from shared.domain.refusal import Refusal
from shared.domain.satisfaction import Index, Skm, SkmAnswers, check_answers, grade_of, half_up, skm
from tests.domain.satisfaction.surveys import (
    ANSWERS,
    CODES,
    REPORTED_NRR,
    SURVEYS,
    TEN_RESPONDENTS,
    a_hundred_with,
    all_alike,
    written,
)

HALF_A_STEP = Fraction(1, 200)


def seen(index: Index | None) -> tuple[str, str] | None:
    """What a report prints."""
    return None if index is None else (str(index.value), index.grade.letter)


def means(survey: list[dict[str, int]]) -> dict[str, Fraction]:
    """The NRR counted another way: unsur by unsur, from the answers themselves."""
    given_to = {code: [answers[code] for answers in survey if code in answers] for code in CODES}
    return {code: Fraction(sum(answers), len(answers)) for code, answers in given_to.items() if answers}


def test_the_ten_respondents_worked_out_by_hand_give_82_50_and_81_68() -> None:
    result = skm(written(TEN_RESPONDENTS))
    nrr = ["3.1", "3.1", "3.3", "3.2", "3.5", "3.6", "3.3", "3.4", "3.2"]
    assert result.nrr == dict(zip(CODES, map(Fraction, nrr), strict=True))
    assert (seen(result.index), seen(result.index_rounded_weight)) == (("82.50", "B"), ("81.68", "B"))


def test_rounding_the_weight_takes_a_grade_from_the_same_answers() -> None:
    result = skm(a_hundred_with(REPORTED_NRR))
    assert list(result.nrr.values()) == [Fraction(nrr) for nrr in REPORTED_NRR]
    assert (seen(result.index), seen(result.index_rounded_weight)) == (("88.69", "A"), ("87.81", "B"))


def test_whoever_answers_3_to_everything_gives_75_and_that_is_only_c() -> None:
    result = skm(written(["333333333"]))
    assert seen(result.index) == ("75.00", "C")
    assert result.index is not None
    assert (result.index.grade.performance.id, result.index.grade.perception) == ("Kurang baik", 2)


def test_the_best_and_the_worst_survey_reach_the_ends_of_the_scale_only_with_the_exact_weight() -> None:
    best, worst = skm(written(["444444444"])), skm(written(["111111111"]))
    assert (seen(best.index), seen(worst.index)) == (("100.00", "A"), ("25.00", "D"))
    assert (seen(best.index_rounded_weight), seen(worst.index_rounded_weight)) == (("99.00", "A"), ("24.75", "D"))


@pytest.mark.parametrize(
    ("index", "letter", "performance"),
    [
        ("25.00", "D", "Tidak baik"),
        ("64.99", "D", "Tidak baik"),
        ("65.00", "C", "Kurang baik"),
        ("76.60", "C", "Kurang baik"),
        ("76.61", "B", "Baik"),
        ("88.30", "B", "Baik"),
        ("88.31", "A", "Sangat baik"),
        ("100.00", "A", "Sangat baik"),
    ],
)
def test_the_bands_begin_and_end_where_the_regulation_prints_them(index: str, letter: str, performance: str) -> None:
    grade = grade_of(Decimal(index))
    assert (grade.letter, grade.performance.id) == (letter, performance)


@pytest.mark.parametrize(
    ("counts", "exactly", "shown"),
    [
        ((0, 2001, 2999, 0), "64.995", ("65.00", "C")),
        ((0, 0, 4679, 321), "76.605", ("76.61", "B")),
        ((0, 0, 2339, 2661), "88.305", ("88.31", "A")),
        ((0, 2002, 2998, 0), "64.99", ("64.99", "D")),
    ],
)
def test_an_index_that_falls_into_a_hole_between_two_bands_is_rounded_half_up_first(
    counts: tuple[int, ...], exactly: str, shown: tuple[str, str]
) -> None:
    result = Skm(5000, all_alike(*counts))
    assert sum(nrr or 0 for nrr in result.nrr.values()) * 25 / 9 == Fraction(exactly)
    assert seen(result.index) == shown


def test_a_grade_is_not_read_from_an_index_that_was_not_rounded() -> None:
    for unrounded in ("76.605", "88.3049", "100.01", "-0.01"):
        with pytest.raises(ValueError, match="two decimals"):
            grade_of(Decimal(unrounded))


def test_a_half_is_rounded_away_from_zero_where_a_float_would_not_be() -> None:
    assert [str(half_up(Fraction(exact), 2)) for exact in ("1.005", "0.125", "-0.125", "1", "0.004")] == [
        "1.01",
        "0.13",
        "-0.13",
        "1.00",
        "0.00",
    ]


@given(SURVEYS)
def test_every_nrr_is_the_exact_mean_of_the_answers_given_to_that_unsur(survey: list[dict[str, int]]) -> None:
    assert {code: nrr for code, nrr in skm(survey).nrr.items() if nrr is not None} == means(survey)


@given(SURVEYS)
def test_the_index_is_the_exact_one_to_the_nearest_hundredth_with_either_weight(survey: list[dict[str, int]]) -> None:
    result = skm(survey)
    nrr = means(survey)
    if len(nrr) < len(CODES):
        assert (result.index, result.index_rounded_weight) == (None, None)
        return
    total = sum(nrr.values())
    for index, exact in ((result.index, total * 25 / 9), (result.index_rounded_weight, total * Fraction("2.75"))):
        assert index is not None
        assert exact - HALF_A_STEP < Fraction(index.value) <= exact + HALF_A_STEP
        assert index.value.as_tuple().exponent == -2


@given(SURVEYS, st.randoms(use_true_random=False))
def test_who_answered_first_or_was_counted_twice_with_everybody_changes_no_figure(
    survey: list[dict[str, int]], order: random.Random
) -> None:
    shuffled = [*survey, *survey]
    order.shuffle(shuffled)
    once, twice = skm(survey), skm(shuffled)
    assert (once.nrr, once.index, once.lowest) == (twice.nrr, twice.index, twice.lowest)


@given(SURVEYS, ANSWERS)
def test_a_better_answer_never_lowers_the_index(survey: list[dict[str, int]], answers: dict[str, int]) -> None:
    worse, better = skm([*survey, answers]), skm([*survey, {code: min(a + 1, 4) for code, a in answers.items()}])
    assume(worse.index is not None)
    assert worse.index is not None
    assert better.index is not None
    assert worse.index.value <= better.index.value


def test_a_question_left_out_counts_neither_for_nor_against_its_unsur() -> None:
    result = skm(written(["4-4444444", "44444444-", "41444444-"]))
    assert (result.nrr["U2"], result.nrr["U9"]) == (Fraction(5, 2), Fraction(4))
    assert {figure.unsur.code: figure.answers for figure in result.unsur if figure.answers < 3} == {"U2": 2, "U9": 1}


def test_nobody_knows_the_index_while_an_unsur_has_no_answer() -> None:
    result = skm(written(["44444444-", "11111111-"]))
    assert (result.index, result.index_rounded_weight, result.nrr["U9"]) == (None, None, None)
    assert [unsur.code for unsur in result.highest] == CODES[:8]


def test_whoever_answered_nothing_is_no_respondent() -> None:
    assert skm(written(["---------", "4--------"])).respondents == 1


def test_lowest_and_highest_name_every_unsur_that_is_exactly_equal() -> None:
    result = skm(written(["243333314", "244333314"]))
    assert [unsur.code for unsur in result.lowest] == ["U8"]
    assert [unsur.code for unsur in result.highest] == ["U2", "U9"]
    nobody = skm([])
    assert (nobody.lowest, nobody.highest, nobody.respondents) == ((), (), 0)


@pytest.mark.parametrize(
    ("answers", "key"),
    [
        ({"U1": 0}, "answer_out_of_range"),
        ({"U1": 5}, "answer_out_of_range"),
        ({"U1": True}, "answer_out_of_range"),
        ({"U10": 3}, "unknown_question"),
        ({"S1": 3}, "unknown_question"),
    ],
)
def test_what_is_no_answer_of_this_survey_is_refused_and_not_counted(answers: SkmAnswers, key: str) -> None:
    with pytest.raises(Refusal, match=key):
        check_answers(answers)
    with pytest.raises(Refusal, match=key):
        skm([answers])

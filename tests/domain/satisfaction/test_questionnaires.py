"""Questionnaires: words that change by year, and codes that never do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from shared.domain.refusal import Refusal
from shared.domain.satisfaction import (
    SKD_VERSIONS,
    SKM_VERSIONS,
    UNSUR,
    Questionnaire,
    Wording,
    in_force,
    of_version,
    skm,
)
from shared.domain.text import Text

EVERY = [*SKM_VERSIONS, *SKD_VERSIONS]
SKM = SKM_VERSIONS[-1]


def texts(questionnaire: Questionnaire) -> Iterator[Text]:
    """Everything that a respondent reads."""
    overall = [questionnaire.overall] if questionnaire.overall else []
    for wording in (*questionnaire.wordings, *overall):
        yield wording.question
        yield from wording.options
        if wording.note:
            yield wording.note


@pytest.mark.parametrize("questionnaire", EVERY, ids=lambda questionnaire: questionnaire.version)
def test_every_word_is_there_in_both_languages(questionnaire: Questionnaire) -> None:
    for text in texts(questionnaire):
        assert text.id.strip()
        assert text.en.strip()
        assert text.id != text.en


def test_facilities_are_asked_eighth_and_complaints_ninth_yet_each_answer_counts_for_its_own_unsur() -> None:
    assert SKM.codes == ("U1", "U2", "U3", "U4", "U5", "U6", "U7", "U9", "U8")
    eighth, ninth = SKM.wordings[-2:]
    assert "sarana dan prasarana" in eighth.question.id
    assert "pengaduan" in ninth.question.id
    in_the_order_asked = dict(zip(SKM.codes, (3, 3, 3, 3, 3, 3, 3, 4, 1), strict=True))
    result = skm([in_the_order_asked])
    assert [unsur.name.id for unsur in result.highest] == ["Sarana dan Prasarana"]
    assert [unsur.name.id for unsur in result.lowest] == ["Penanganan Pengaduan, Saran dan Masukan"]


def test_every_version_of_skm_asks_for_each_unsur_once_with_four_answers() -> None:
    for version in SKM_VERSIONS:
        assert sorted(version.codes) == [unsur.code for unsur in UNSUR]
        assert {len(wording.options) for wording in version.wordings} == {4}


def test_every_version_of_skd_asks_the_same_sixteen_from_one_to_ten() -> None:
    for version in SKD_VERSIONS:
        assert version.codes == tuple(f"S{number}" for number in range(1, 17))
        assert (version.lowest, version.highest) == (1, 10)


def test_what_was_asked_differs_by_year_and_both_years_stay_readable() -> None:
    old, new = of_version(SKD_VERSIONS, "skd-2025"), of_version(SKD_VERSIONS, "skd-2026")
    assert old.wording("S11").question.id == "Keberadaan fasilitas pengaduan PST mudah diketahui."
    assert new.wording("S11").question.id == "Fasilitas pengaduan PST mudah diakses."
    assert (old.importance, new.importance) == (True, False)
    with pytest.raises(ValueError, match="there are skd-2025, skd-2026"):
        of_version(SKD_VERSIONS, "skd-1999")


@pytest.mark.parametrize(
    ("day", "version"),
    [(date(2025, 1, 1), "skd-2025"), (date(2026, 3, 31), "skd-2025"), (date(2026, 4, 1), "skd-2026")],
)
def test_the_version_of_a_day_is_the_newest_that_was_valid_then(day: date, version: str) -> None:
    assert in_force(SKD_VERSIONS, day).version == version


def test_before_the_first_version_nothing_could_be_asked() -> None:
    with pytest.raises(ValueError, match="2016-12-31"):
        in_force(SKM_VERSIONS, date(2016, 12, 31))


def test_versions_follow_each_other_in_time_and_share_no_name() -> None:
    for versions in (SKM_VERSIONS, SKD_VERSIONS):
        days = [version.valid_from for version in versions]
        assert days == sorted(set(days))
    assert len({version.version for version in EVERY}) == len(EVERY)


def test_two_questions_under_one_code_are_no_questionnaire() -> None:
    twice = (*SKM.wordings, SKM.wordings[0])
    with pytest.raises(ValueError, match="share a code"):
        replace(SKM, wordings=twice)


def test_an_answer_without_words_is_no_questionnaire() -> None:
    three = Wording(code="U1", question=Text("Apa?", "What?"), options=SKM.wordings[0].options[:3])
    with pytest.raises(ValueError, match="one wording for each answer"):
        replace(SKM, wordings=(three,))


def test_a_questionnaire_refuses_what_it_does_not_ask() -> None:
    SKM.check({"U1": 1, "U9": 4})
    SKM.check({})
    with pytest.raises(Refusal, match="unknown_question"):
        SKM.check({"S1": 1})
    with pytest.raises(Refusal, match="answer_out_of_range"):
        SKM.check({"U1": 10})

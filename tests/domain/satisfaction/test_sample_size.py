"""The sample size of Krejcie and Morgan, against their printed table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.satisfaction import Sample, sample_size

TABLE = """
    10→10 15→14 20→19 25→24 30→28 35→32 40→36 45→40 50→44 55→48 60→52 65→56 70→59 75→63 80→66 85→70 90→73 95→76
    100→80 110→86 120→92 130→97 140→103 150→108 160→113 170→118 180→123 190→127 200→132 210→136 220→140 230→144
    240→148 250→152 260→155 270→159 280→162 290→165 300→169 320→175 340→181 360→186 380→191 400→196 420→201
    440→205 460→210 480→214 500→217 550→226 600→234 650→242 700→248 750→254 800→260 850→265 900→269 950→274
    1000→278 1100→285 1200→291 1300→297 1400→302 1500→306 1600→310 1700→313 1800→317 1900→320 2000→322 2200→327
    2400→331 2600→335 2800→338 3000→341 3500→346 4000→351 4500→354 5000→357 6000→361 7000→364 8000→367 9000→368
    10000→370 15000→375 20000→377 30000→379 40000→380 50000→381 75000→382 100000→383
"""
PRINTED = [tuple(map(int, row.split("→"))) for row in TABLE.split()]


def test_the_whole_printed_table_comes_out_except_its_last_row_which_was_rounded_up() -> None:
    assert len(PRINTED) == 90
    assert [(visitors, sample_size(visitors)) for visitors, _ in PRINTED] == PRINTED


def test_an_office_with_493_visits_needs_216_answers() -> None:
    assert sample_size(493) == 216


def test_of_nobody_no_answer_is_needed_and_of_one_or_two_everybodys() -> None:
    assert [sample_size(visitors) for visitors in (0, 1, 2)] == [0, 1, 2]


@given(st.integers(0, 10**7))
def test_never_more_answers_are_needed_than_visitors_came_and_never_fewer_for_more_visitors(visitors: int) -> None:
    assert sample_size(visitors) <= sample_size(visitors + 1) <= visitors + 1
    assert sample_size(visitors) <= 384


def test_a_period_has_no_negative_number_of_visitors() -> None:
    with pytest.raises(ValueError, match="-1"):
        sample_size(-1)


@pytest.mark.parametrize(
    ("visitors", "answers", "still_needed", "provisional"),
    [
        (120, 0, 92, True),
        (120, 91, 1, True),
        (120, 92, 0, False),
        (120, 130, 0, False),
        (1, 0, 1, True),
        (1, 1, 0, False),
        (0, 0, 0, True),
    ],
)
def test_figures_are_provisional_until_enough_answered_and_where_nobody_did(
    visitors: int, answers: int, still_needed: int, provisional: bool
) -> None:
    sample = Sample(visitors, answers)
    assert (sample.still_needed, sample.provisional) == (still_needed, provisional)

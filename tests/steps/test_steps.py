"""Every numbered step of the five published texts, in the order written: done where ours, shown where it is not."""

from __future__ import annotations

import pytest

from shared.domain.standard import Step, Way
from shared.offices import load_offices
from tests.steps.deeds import DEEDS, fall_silent
from tests.steps.walk import FiveOffices, Walk

STANDARDS = {code: office.standard for code, office in load_offices().items()}
WAYS = [
    (code, way) for code, standard in STANDARDS.items() for way in DEEDS if any(s.way == way for s in standard.steps)
]


@pytest.mark.parametrize(("code", "way"), WAYS, ids=[f"{code}, {way}" for code, way in WAYS])
def test_the_procedure_is_walked_in_the_order_written(five: FiveOffices, code: str, way: Way) -> None:
    walk = five.walk(code)
    page = walk.published()
    done = []
    for step in STANDARDS[code].steps:
        if step.way == way:
            take(walk, step, page)
            done.append(step.text)
    assert done == [step.text for step in STANDARDS[code].steps if step.way == way]


@pytest.mark.parametrize("code", [code for code, standard in STANDARDS.items() if standard.silence])
def test_whoever_stays_silent_is_closed_as_the_text_says(five: FiveOffices, code: str) -> None:
    fall_silent(five.walk(code))


def test_no_step_is_left_out() -> None:
    """That the steps are the whole text is held against it word for word in tests/domain/test_office_profile.py."""
    walked = {(code, step.text) for code, way in WAYS for step in STANDARDS[code].steps if step.way == way}
    assert walked == {(code, step.text) for code, standard in STANDARDS.items() for step in standard.steps}


def take(walk: Walk, step: Step, page: str) -> None:
    """The step stands on the published page word for word; then it is done, or its address is shown."""
    assert step.text in page
    if step.doer == "elsewhere":
        assert step.link is not None
        assert step.link.removeprefix("https://").strip("/") in page
    if step.doer == "ours":
        assert step.does is not None
        DEEDS[step.way][step.does](walk, step)

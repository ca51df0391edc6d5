"""Slips that another PC prints, also under numbers of slips that there are not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cast import HandClock
from tests.web.front import Front, is_problem

PRINTED = {"outcome": "printed"}
NO_SUCH_SLIPS = [2, 2**31 - 1, 2**31, 2**63, 10**30]


@pytest.fixture
def agents_front(url: str, tmp_path: Path, clock: HandClock) -> Iterator[Front]:
    """The house whose slips another PC prints, on each database in turn."""
    opened = Front(tmp_path, url, clock, printer_url="agent:")
    yield opened
    opened.close()


@pytest.mark.parametrize("number", NO_SUCH_SLIPS)
def test_a_slip_that_there_is_not_neither_begins_nor_ends(agents_front: Front, number: int) -> None:
    agents_front.take("K")
    asked = f"/counter/print-jobs/{number}"
    assert is_problem(agents_front.post(f"{asked}/began", {}, "officer"), 404, "not_found")
    assert is_problem(agents_front.post(f"{asked}/ended", PRINTED, "officer"), 404, "not_found")
    assert agents_front.get("/counter/queue", "officer").json["printer"]["waiting"] == 1


def test_a_slip_begins_once_and_ends(agents_front: Front) -> None:
    agents_front.take("K")
    job = agents_front.get("/counter/print-jobs/next", "officer").json["id"]
    began = f"/counter/print-jobs/{job}/began"
    assert [agents_front.post(began, {}, "officer").json["began"] for _ in range(2)] == [True, False]
    assert agents_front.post(f"/counter/print-jobs/{job}/ended", PRINTED, "officer").status_code == 204
    assert agents_front.get("/counter/queue", "officer").json["printer"]["waiting"] == 0

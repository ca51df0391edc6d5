"""The standard as a manager must know it: what it promises, how it is read, and which components the law misses."""

from __future__ import annotations

from shared.domain.standard_components import REQUIRED, missing
from shared.offices import load_offices
from tests.cast import THURSDAY
from tests.web.front import Front


def test_every_shipped_standard_has_the_six_components_that_must_be_published() -> None:
    """domain.md 6.2: the texts contain exactly the components of service delivery."""
    assert len(REQUIRED) == 14
    for office in load_offices(today=THURSDAY).values():
        assert missing(office.standard) == tuple(part for part in REQUIRED if not part.delivery), office.code


def test_a_manager_reads_promises_steps_and_readings(front: Front) -> None:
    told = front.get("/counter/standard", "manager").json
    assert told["decree"] == "0102067/1471 TAHUN 2023"
    assert (told["walk_in"]["limit_seconds"], "10 (sepuluh) menit" in told["walk_in"]["sentence"]) == (600, True)
    [online] = told["requests"]
    assert (online["working_days"], online["start"]) == (3, "clear_and_complete")
    assert (told["silence"]["quantity"], told["silence"]["unit"]) == (7, "days")
    assert [step["way"] for step in told["steps"]] == ["walk_in"] * 8 + ["online"] * 9
    assert all(reading["chosen"] and reading["why"] for reading in told["readings"])
    assert [part["published"] for part in told["components"]].count(False) == 8


def test_the_page_opens_for_a_browser(front: Front) -> None:
    page = front.get("/counter/standard", "manager", Accept="text/html")
    assert (page.status_code, page.mimetype) == (200, "text/html")

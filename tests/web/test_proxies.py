"""Behind a reverse proxy each visitor is counted by their own address; where none stands nobody may name another."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shared.settings import settings_from
from shared.web import limits
from tests.cast import HandClock
from tests.web.front import Front, is_problem

Opens = Callable[[int], Front]
MOST = limits.REQUESTS.amount


@pytest.fixture
def behind(fresh_url: Callable[[str], str], tmp_path: Path, clock: HandClock) -> Iterator[Opens]:
    """The house behind so many trusted proxies."""
    limits._counted.storage.reset()
    opened: list[Front] = []

    def opens(proxies: int) -> Front:
        opened.append(Front(tmp_path, fresh_url("sqlite"), clock, trusted_proxies=proxies))
        return opened[-1]

    yield opens
    for front in opened:
        front.close()


def asks(front: Front, forwarded: str) -> int:
    said = {"text": "Mohon data IPM", "email": "siti@example.com"}
    told = {"X_Forwarded_For": forwarded, "Idempotency_Key": uuid.uuid4().hex}
    return front.post("/kiosk/requests", said, **told).status_code


def test_behind_a_proxy_nobody_pays_for_the_others(behind: Opens) -> None:
    front = behind(1)
    assert [asks(front, "198.51.100.1") for _ in range(MOST + 1)] == [201] * MOST + [429]
    assert asks(front, "198.51.100.2") == 201
    assert asks(front, "203.0.113.9, 198.51.100.1") == 429, "only what the proxy itself wrote is believed"


def test_without_a_proxy_nobody_gets_away_by_naming_another_address(behind: Opens) -> None:
    front = behind(0)
    assert [asks(front, f"198.51.100.{place}") for place in range(MOST + 1)] == [201] * MOST + [429]


def test_signing_in_is_counted_by_the_same_address(behind: Opens) -> None:
    front = behind(1)
    wrong = {"login": "rina", "password": "salah"}
    tries = [front.post("/counter/sign-in", wrong, X_Forwarded_For="198.51.100.1") for _ in range(6)]
    assert is_problem(tries[-1], 429, "too_many")
    elsewhere = front.post("/counter/sign-in", wrong, X_Forwarded_For="198.51.100.2")
    assert elsewhere.json["code"] == tries[0].json["code"] != "too_many"


def test_a_proxy_that_speaks_https_makes_the_cookies_safe(behind: Opens) -> None:
    answer = behind(1).get("/kiosk/", Accept="text/html", X_Forwarded_Proto="https")
    assert "__Host-" in answer.headers["Set-Cookie"]


@pytest.mark.parametrize("told", ["-1", "one", "1.5"])
def test_a_count_that_is_none_is_refused(told: str) -> None:
    with pytest.raises(ValueError, match="PST_TRUSTED_PROXIES"):
        settings_from({"PST_TRUSTED_PROXIES": told})

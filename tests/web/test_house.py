"""What belongs to the whole house: health, the API described, headers, limits."""

from __future__ import annotations

import json
import re
import resource
from pathlib import Path

import pytest

from tests.cast import HandClock
from tests.web.front import OFFICE, Front, is_problem
from tests.web.test_who_is_asking import MATRIX

# Names of schemes and standards that are written in addresses, but that no browser ever asks.
NAMES = ("http://www.w3.org/", "https://json-schema.org/", "https://spec.openapis.org/")
OUTSIDE = re.compile(r"""(?:https?:)?//[a-z0-9][a-z0-9.-]*\.[a-z]{2,}[^\s"'<>)]*""", re.IGNORECASE)


def test_a_well_house_answers_200(either_front: Front) -> None:
    answer = either_front.get("//healthz")
    assert (answer.status_code, answer.json["status"]) == (200, "ok")


def test_health_changes_nothing(either_front: Front) -> None:
    either_front.take("K")
    seq = either_front.seq()
    either_front.get("//healthz")
    assert either_front.seq() == seq


def test_a_database_that_cannot_be_written_is_503_with_the_reason_until_it_can(front: Front, tmp_path: Path) -> None:
    front.take("K")
    grown = (tmp_path / "pst.db-wal").stat().st_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (grown, hard))  # as good as a full disk: the log may not grow
    try:
        ill = front.get("//healthz")
        refused = front.post("/kiosk/tickets", {"service": "K"}, "kiosk", Idempotency_Key="full")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert ill.status_code == 503
    assert ill.json["reason"]
    assert is_problem(refused, 503, "storage_unavailable")
    assert refused.headers["Retry-After"]
    assert front.get("//healthz").status_code == 200
    again = front.post("/kiosk/tickets", {"service": "K"}, "kiosk", Idempotency_Key="full")
    assert (again.status_code, again.json["number"]) == (201, "K-002")


def test_a_database_that_is_gone_is_503(front: Front, tmp_path: Path) -> None:
    front.house.parts.database.close()
    for file in tmp_path.glob("pst.db*"):
        file.unlink()
    (tmp_path / "pst.db").mkdir()
    answer = front.get("//healthz")
    assert answer.status_code == 503
    assert answer.json["reason"]
    (tmp_path / "pst.db").rmdir()


def test_health_says_that_the_clock_is_suspect(front: Front, clock: HandClock) -> None:
    assert front.get("//healthz").json["clock_suspect"] is False
    clock.steps(hours=1)
    assert front.get("//healthz").json["clock_suspect"] is True


def test_the_api_is_described_with_every_route_of_the_contract(front: Front) -> None:
    described = front.get("//openapi.json")
    assert described.status_code == 200
    assert described.json["openapi"].startswith("3.")
    paths = described.json["paths"]
    router = front.house.app.url_map.bind("localhost")
    for method, path in MATRIX:
        if "/voice/" in path:
            continue  # the board's own business
        rule = router.match(f"/{OFFICE}{path}", method=method, return_rule=True)[0].rule
        written = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule)
        assert method.lower() in paths[written], written


def test_neither_the_description_nor_the_docs_nor_any_page_name_an_outside_address(front: Front) -> None:
    token = front.take("K")["token"]
    pages = [
        front.get("//openapi.json"),
        front.get("//docs", Accept="text/html"),
        front.get("//", Accept="text/html"),
        front.get(f"//T/{token}", Accept="text/html"),
        front.get("/kiosk/", Accept="text/html"),
        front.get("/kiosk/", "kiosk", Accept="text/html"),
        front.get("/display/", "display", Accept="text/html"),
        front.get("/counter/", Accept="text/html"),
        front.get("/counter/1/", "officer", Accept="text/html"),
        front.get("/counter/wait-log", "manager", Accept="text/html"),
        front.get("/kiosk/nothing", Accept="text/html"),
    ]
    for page in pages:
        assert page.status_code in (200, 404)
        markup = re.sub(r'<script type="application/json".*?</script>', "", page.text, flags=re.DOTALL)
        outside = [a for a in OUTSIDE.findall(markup) if not a.startswith(NAMES)]
        assert outside == [], page.request.path


def test_what_pages_load_comes_from_this_house(front: Front) -> None:
    for path in ("//docs", "/kiosk/", "/counter/"):
        page = front.get(path, Accept="text/html").text
        loaded = re.findall(r"""(?:src|href)=["']([^"']+)""", page)
        assert loaded
        assert all(re.match(r"data:,|/(?!/)", address) for address in loaded), loaded


def test_every_answer_guards_its_reader(front: Front) -> None:
    for answer in (front.get("//healthz"), front.get("/kiosk/", Accept="text/html"), front.get("/display/board")):
        policy = answer.headers["Content-Security-Policy"]
        assert {"default-src 'self'", "script-src 'self'", "object-src 'none'", "frame-ancestors 'none'"} <= {
            part.strip() for part in policy.split(";")
        }
        assert "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store"


def test_a_page_carries_its_data_harmlessly(front: Front) -> None:
    front.take("K")
    front.verb("call-next", who="officer:</script><script>alert(1)</script>")
    page = front.get("/counter/1/", "officer:</script><script>alert(1)</script>", Accept="text/html").text
    assert "<script>alert(1)" not in page
    data = re.search(r'<script type="application/json" id="page">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    assert json.loads(data[1])["me"]["name"] == "</script><script>alert(1)</script>"


def test_a_kiosk_page_takes_at_most_twenty_numbers_a_minute_and_a_token_as_many_as_it_likes(front: Front) -> None:
    csrf = front.paired("kiosk")
    codes = [
        front.browser.post(
            f"/{OFFICE}/kiosk/tickets",
            json={"service": "K"},
            headers={"X-CSRF-Token": csrf, "Idempotency-Key": str(n)},
        ).status_code
        for n in range(22)
    ]
    assert codes == [201] * 20 + [429] * 2
    assert [front.take("K")["number"] for _ in range(25)][-1] == "K-045"


def test_a_lost_answer_is_given_again_even_to_a_kiosk_that_took_its_twenty(front: Front) -> None:
    csrf = front.paired("kiosk")
    headers = {"X-CSRF-Token": csrf, "Idempotency-Key": "0"}
    for n in range(20):
        front.browser.post(
            f"/{OFFICE}/kiosk/tickets", json={"service": "K"}, headers=headers | {"Idempotency-Key": str(n)}
        )
    again = front.browser.post(f"/{OFFICE}/kiosk/tickets", json={"service": "K"}, headers=headers)
    assert (again.status_code, again.get_json()["number"]) == (200, "K-001")


@pytest.mark.parametrize("path", ["/kiosk/nothing", "//T/AAAA", "//atlantis/kiosk/"])
def test_an_unknown_address_is_404_as_page_and_as_json(front: Front, path: str) -> None:
    assert front.get(path).content_type == "application/problem+json"
    assert front.get(path, Accept="text/html").mimetype == "text/html"
    assert {front.get(path).status_code, front.get(path, Accept="text/html").status_code} == {404}

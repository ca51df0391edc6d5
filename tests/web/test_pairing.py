"""Kiosks and boards in a browser: a code that staff accept, then a cookie."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.cast import HandClock
from tests.web.front import OFFICE, Front, is_problem, page_of

rooms = pytest.mark.parametrize(("room", "reads"), [("kiosk", "/kiosk/services"), ("display", "/display/board")])


def collects(device: FlaskClient, room: str) -> bool:
    answer = device.post(f"/{OFFICE}/{room}/pairing")
    assert answer.status_code == 200
    return bool(answer.get_json()["paired"])


def accept(front: Front, code: str, who: str = "officer", name: str = "Lobi") -> Any:
    return front.post("/counter/devices", {"code": code, "name": name}, who)


@rooms
def test_an_unknown_device_shows_a_code_and_comes_in_when_staff_accept_it(front: Front, room: str, reads: str) -> None:
    device = front.browser_of_its_own()
    shown = page_of(device, f"/{room}/")["snapshot"]
    assert re.fullmatch(r"\d{6}", shown["code"])
    assert (shown["room"], shown["expires_at"]) == (room, "2026-11-19T08:10:00.000+07:00")
    assert not collects(device, room)
    assert is_problem(device.get(f"/{OFFICE}{reads}"), 401, "unauthenticated")
    accepted = accept(front, shown["code"])
    assert (accepted.status_code, accepted.json) == (200, {"room": room})
    assert collects(device, room)
    assert device.get(f"/{OFFICE}{reads}").status_code == 200
    assert page_of(device, f"/{room}/")["snapshot"]["seq"] == front.seq()


@rooms
def test_the_devices_cookie_is_httponly_and_lax(front: Front, room: str, reads: str) -> None:
    device = front.browser_of_its_own()
    accept(front, page_of(device, f"/{room}/")["snapshot"]["code"])
    cookie = device.post(f"/{OFFICE}/{room}/pairing").headers["Set-Cookie"]
    assert cookie.startswith(f"pst-{room}-{OFFICE}=")
    assert {"HttpOnly", "SameSite=Lax"} <= {part.strip() for part in cookie.split(";")}


def test_the_same_device_shows_the_same_code_until_it_is_over(front: Front, clock: HandClock) -> None:
    device = front.browser_of_its_own()
    first = page_of(device, "/kiosk/")["snapshot"]["code"]
    assert page_of(device, "/kiosk/")["snapshot"]["code"] == first
    clock.passes(minutes=10)
    renewed = page_of(device, "/kiosk/")["snapshot"]
    assert renewed["expires_at"] == "2026-11-19T08:20:00.000+07:00"
    assert is_problem(accept(front, first), 404, "unknown_code") or first == renewed["code"]


def test_a_code_is_collected_once(front: Front) -> None:
    device, thief = front.browser_of_its_own(), front.browser_of_its_own()
    accept(front, page_of(device, "/kiosk/")["snapshot"]["code"])
    secret = device.get_cookie(f"pst-pairing-kiosk-{OFFICE}")
    assert secret is not None
    thief.set_cookie(f"pst-pairing-kiosk-{OFFICE}", secret.value)
    assert collects(device, "kiosk")
    assert not collects(thief, "kiosk")


def test_the_code_alone_is_worth_nothing(front: Front) -> None:
    device, thief = front.browser_of_its_own(), front.browser_of_its_own()
    code = page_of(device, "/kiosk/")["snapshot"]["code"]
    accept(front, code)
    thief.set_cookie(f"pst-pairing-kiosk-{OFFICE}", code)
    assert not collects(thief, "kiosk")
    assert not collects(front.browser_of_its_own(), "kiosk")


def test_five_wrong_codes_and_no_more(front: Front) -> None:
    right = page_of(front.browser_of_its_own(), "/kiosk/")["snapshot"]["code"]
    wrong = [code for code in (f"{n:06d}" for n in range(10)) if code != right]
    codes = [accept(front, code).status_code for code in wrong[:6]]
    assert codes == [404] * 5 + [429]
    assert is_problem(accept(front, right), 429, "too_many")
    assert accept(front, right, "manager").status_code == 200


@pytest.mark.parametrize("who", ["kiosk", "display"])
def test_only_staff_accept_a_device(front: Front, who: str) -> None:
    code = page_of(front.browser_of_its_own(), "/kiosk/")["snapshot"]["code"]
    assert is_problem(accept(front, code, who), 403, "forbidden")


def test_a_code_of_another_office_is_unknown_here(front: Front) -> None:
    device = front.browser_of_its_own()
    page = device.get("/ternate/kiosk/", headers={"Accept": "text/html"}).text
    data = re.search(r'id="page">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    assert is_problem(accept(front, json.loads(data[1])["snapshot"]["code"]), 404, "unknown_code")


def test_a_paired_kiosk_takes_numbers_with_its_csrf_token_only(front: Front) -> None:
    csrf = front.paired("kiosk")
    wish, key = {"service": "K"}, {"Idempotency-Key": "k"}
    path = f"/{OFFICE}/kiosk/tickets"
    assert is_problem(front.browser.post(path, json=wish, headers=key), 403, "csrf")
    taken = front.browser.post(path, json=wish, headers={**key, "X-CSRF-Token": csrf})
    assert (taken.status_code, taken.get_json()["number"]) == (201, "K-001")
    assert taken.get_json()["token"]


def test_a_paired_kiosk_is_a_kiosk_and_nothing_else(front: Front) -> None:
    csrf = front.paired("kiosk")
    for method, path in (
        ("GET", "/counter/wait-log"),
        ("GET", "/counter/queue"),
        ("POST", "/counter/1/call-next"),
        ("GET", "/display/board"),
    ):
        answer = front.browser.open(f"/{OFFICE}{path}", method=method, headers={"X-CSRF-Token": csrf})
        assert answer.status_code in (401, 403), path


def test_a_kiosk_stays_paired_over_night(front: Front, clock: HandClock) -> None:
    front.paired("kiosk")
    clock.passes(days=1)
    assert front.browser.get(f"/{OFFICE}/kiosk/services").status_code == 200


def test_a_demonstration_pairs_its_own_machine_by_itself_and_no_other(
    fresh_url: Any, tmp_path: Any, clock: HandClock
) -> None:
    front = Front(tmp_path, fresh_url("sqlite"), clock, pair_loopback=True)
    own = front.browser_of_its_own()
    assert own.get(f"/{OFFICE}/kiosk/", headers={"Accept": "text/html"}).status_code == 303
    assert page_of(own, "/kiosk/")["snapshot"]["open"] is True
    other = front.browser_of_its_own()
    page = other.get(f"/{OFFICE}/kiosk/", environ_base={"REMOTE_ADDR": "192.168.1.9"})
    assert "shared-pairing" in page.text
    front.close()

"""Sign in, sign out, and what a session's cookie is worth."""

from __future__ import annotations

from typing import Any

import pytest
from werkzeug.test import TestResponse

from shared.domain.staff import Role
from tests.cast import HandClock
from tests.web.front import OFFICE, PASSWORD, Front, is_problem

COOKIE = f"pst-session-{OFFICE}"


@pytest.fixture
def rina(front: Front) -> Front:
    """Rina is an officer of Kota Pekanbaru, and has not signed in yet."""
    front.owner().add_staff("Rina", "rina", PASSWORD, frozenset({Role.OFFICER}))
    return front


def sign_in(front: Front, login: str = "rina", password: str = PASSWORD, **environment: Any) -> TestResponse:
    return front.browser.post(
        f"/{OFFICE}/counter/sign-in",
        json={"login": login, "password": password},
        headers={"Accept": "application/json"},
        **environment,
    )


def ask(front: Front, method: str, path: str, csrf: str | None = None, body: Any = None) -> TestResponse:
    headers = {"Accept": "application/json"} | ({"X-CSRF-Token": csrf} if csrf is not None else {})
    return front.browser.open(f"/{OFFICE}{path}", method=method, json=body, headers=headers)


def test_signing_in_opens_the_console_and_its_page_carries_the_csrf_token(rina: Front) -> None:
    answer = sign_in(rina)
    assert (answer.status_code, answer.json) == (200, {"next": f"/{OFFICE}/counter/"})
    csrf = rina.csrf("/counter/")
    assert len(csrf) >= 32
    rina.take("K")
    called = ask(rina, "POST", "/counter/1/call-next", csrf)
    assert (called.status_code, called.get_json()["number"]) == (200, "K-001")


@pytest.mark.parametrize(("login", "password"), [("rina", "wrong"), ("nobody", PASSWORD), ("RINA", PASSWORD + " ")])
def test_a_wrong_name_or_password_is_401_and_sets_no_cookie(rina: Front, login: str, password: str) -> None:
    refused = sign_in(rina, login, password)
    assert is_problem(refused, 401, "sign_in_failed")
    assert "Set-Cookie" not in refused.headers


def test_over_plain_http_the_cookie_is_httponly_and_lax_and_not_secure(rina: Front) -> None:
    cookie = sign_in(rina).headers["Set-Cookie"]
    name, _, rest = cookie.partition("=")
    assert name == COOKIE
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= {part.strip() for part in rest.split(";")}
    assert "Secure" not in rest


def test_over_https_it_is_secure_and_bound_to_the_host(rina: Front) -> None:
    cookie = sign_in(rina, base_url="https://localhost").headers["Set-Cookie"]
    name, _, rest = cookie.partition("=")
    assert name == f"__Host-{COOKIE}"
    flags = {part.strip() for part in rest.split(";")}
    assert {"HttpOnly", "SameSite=Lax", "Secure", "Path=/"} <= flags
    assert not any(flag.startswith("Domain") for flag in flags)


def test_a_cookie_without_its_csrf_token_changes_nothing(rina: Front) -> None:
    sign_in(rina)
    rina.take("K")
    seq = rina.seq()
    for wrong in (None, "", "x", "ÿ", rina.csrf("/counter/")[:-1]):
        assert is_problem(ask(rina, "POST", "/counter/1/call-next", wrong), 403, "csrf")
    assert rina.seq() == seq
    assert ask(rina, "GET", "/counter/queue").status_code == 200


def test_a_wrong_role_is_told_before_a_missing_csrf_token(rina: Front) -> None:
    rina.owner().add_staff("Sari", "sari", PASSWORD, frozenset({Role.MANAGER}))
    sign_in(rina, "sari")
    assert is_problem(ask(rina, "POST", "/counter/1/call-next"), 403, "forbidden")


def test_a_bearer_needs_no_csrf_token_even_beside_a_cookie(rina: Front) -> None:
    sign_in(rina)
    rina.take("K")
    answer = rina.browser.post(
        f"/{OFFICE}/counter/1/call-next", headers={"Authorization": f"Bearer {rina.token('officer')}"}
    )
    assert answer.status_code == 200


def test_signing_out_ends_the_session_for_good(rina: Front) -> None:
    sign_in(rina)
    csrf = rina.csrf("/counter/")
    kept = rina.browser.get_cookie(COOKIE)
    assert kept is not None
    assert ask(rina, "POST", "/counter/sign-out", csrf).status_code == 200
    assert rina.browser.get_cookie(COOKIE) is None
    rina.browser.set_cookie(COOKIE, kept.value)
    assert is_problem(ask(rina, "GET", "/counter/queue"), 401, "unauthenticated")


def test_signing_in_again_is_another_session(rina: Front) -> None:
    rina.browser.set_cookie(COOKIE, "a value that somebody else chose")
    sign_in(rina)
    first = rina.browser.get_cookie(COOKIE)
    sign_in(rina)
    second = rina.browser.get_cookie(COOKIE)
    assert first is not None
    assert second is not None
    assert len({first.value, second.value, "a value that somebody else chose"}) == 3


def test_whoever_is_disabled_is_out_with_the_next_request(rina: Front) -> None:
    sign_in(rina)
    assert ask(rina, "GET", "/counter/queue").status_code == 200
    rina.owner().disable_staff("rina")
    assert is_problem(ask(rina, "GET", "/counter/queue"), 401, "unauthenticated")
    assert is_problem(sign_in(rina), 401, "sign_in_failed")


def test_a_session_ends_after_thirty_idle_minutes(rina: Front, clock: HandClock) -> None:
    sign_in(rina)
    for _ in range(3):
        clock.passes(minutes=29)
        assert ask(rina, "GET", "/counter/queue").status_code == 200
    clock.passes(minutes=30, seconds=1)
    assert is_problem(ask(rina, "GET", "/counter/queue"), 401, "unauthenticated")


def test_a_session_ends_twelve_hours_after_sign_in_however_busy(rina: Front, clock: HandClock) -> None:
    sign_in(rina)
    for _ in range(35):
        clock.passes(minutes=20)
        assert ask(rina, "GET", "/counter/queue").status_code == 200
    clock.passes(minutes=20)
    assert is_problem(ask(rina, "GET", "/counter/queue"), 401, "unauthenticated")


def test_a_step_of_the_clock_signs_nobody_out(rina: Front, clock: HandClock) -> None:
    sign_in(rina)
    rina.take("K")
    for hours in (-1, 2, 24 * 400):
        clock.steps(hours=hours)
        assert ask(rina, "GET", "/counter/queue").status_code == 200


def test_a_session_of_one_office_is_unknown_in_another(rina: Front) -> None:
    sign_in(rina)
    kept = rina.browser.get_cookie(COOKIE)
    assert kept is not None
    rina.browser.set_cookie("pst-session-ternate", kept.value)
    answer = rina.browser.get("/ternate/counter/queue", headers={"Accept": "application/json"})
    assert is_problem(answer, 404, "unknown_office")


def test_five_wrong_passwords_close_the_door_for_that_name_from_that_place(rina: Front) -> None:
    codes = [sign_in(rina, password="wrong").status_code for _ in range(6)]
    assert codes == [401] * 5 + [429]
    assert is_problem(sign_in(rina), 429, "too_many")
    elsewhere = sign_in(rina, environ_base={"REMOTE_ADDR": "192.168.1.77"})
    assert elsewhere.status_code == 200


def test_the_sign_in_page_is_for_those_who_are_not_signed_in(rina: Front) -> None:
    stranger = rina.browser.get(f"/{OFFICE}/counter/", headers={"Accept": "text/html"})
    assert "counter-sign_in" in stranger.text
    sign_in(rina)
    officer = rina.browser.get(f"/{OFFICE}/counter/", headers={"Accept": "text/html"})
    assert "counter-choose_counter" in officer.text


def test_an_idle_session_comes_to_the_console_by_way_of_the_sign_in(rina: Front, clock: HandClock) -> None:
    sign_in(rina)
    clock.passes(minutes=31)
    away = rina.browser.get(f"/{OFFICE}/counter/1/", headers={"Accept": "text/html"})
    assert (away.status_code, away.headers["Location"]) == (302, f"/{OFFICE}/counter/")

"""Who may listen on a socket: the same secrets as over HTTP, and the server chooses the room."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie
from typing import Any
from urllib.request import Request, urlopen

import pytest

from tests.running import OFFICE, Server, until
from tests.web.front import PASSWORD
from tests.web.screens import Refused, Screen, display, screen


def cookie_of(server: Server) -> str:
    """Rina's session, as her browser would send it."""
    body = json.dumps({"login": "rina", "password": PASSWORD}).encode()
    asked = Request(f"{server.url}/{OFFICE}/counter/sign-in", body, {"Content-Type": "application/json"})  # noqa: S310 # our own server
    with urlopen(asked, timeout=10) as answer:  # noqa: S310 # our own server
        return "; ".join(f"{n}={m.value}" for n, m in SimpleCookie(answer.headers["Set-Cookie"]).items())


@pytest.mark.parametrize(
    ("namespace", "event", "role"),
    [
        ("/display", "board", "display"),
        ("/display", "board", "manager"),
        ("/kiosk", "services", "kiosk"),
        ("/counter", "queue", "officer"),
        ("/counter", "queue", "manager"),
    ],
)
def test_a_screen_with_a_token_hears_its_snapshot_at_once(
    server: Server, tokens: dict[str, str], namespace: str, event: str, role: str
) -> None:
    with screen(server, namespace, {"office": OFFICE, "token": tokens[role]}) as shown:
        assert "seq" in shown.waits_for(event)


@pytest.mark.parametrize("namespace", ["/display", "/counter"])
def test_a_signed_in_browser_listens_by_its_cookie(server: Server, tokens: dict[str, str], namespace: str) -> None:
    with screen(server, namespace, {"office": OFFICE}, Cookie=cookie_of(server)) as shown:
        assert "seq" in shown.waits_for("board" if namespace == "/display" else "queue")


STRANGERS: list[tuple[str, Any]] = [
    ("/display", None),
    ("/display", {"office": OFFICE}),
    ("/display", {"office": OFFICE, "token": "wrong"}),
    ("/display", {"office": OFFICE, "token": None}),
    ("/display", {"office": OFFICE, "token": ["x"]}),
    ("/display", "text"),
    ("/counter", {"office": OFFICE}),
    ("/kiosk", {"office": OFFICE}),
    ("/visitor", {"office": OFFICE}),
    ("/visitor", {"ticket": "A" * 32}),
    ("/visitor", {"ticket": 1}),
    ("/nowhere", {"office": OFFICE}),
]


def let_in(server: Server, cases: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Which of these came in; all knock at once, for a refused client takes its time to hang up."""

    def knock(case: tuple[str, Any]) -> bool:
        try:
            Screen(server, *case).close()
        except Refused:
            return False
        return True

    with ThreadPoolExecutor(len(cases)) as doors:
        return [case for case, came_in in zip(cases, doors.map(knock, cases), strict=True) if came_in]


def test_a_stranger_is_refused(server: Server) -> None:
    assert let_in(server, STRANGERS) == []


def test_a_token_of_the_wrong_role_is_refused(server: Server, tokens: dict[str, str]) -> None:
    wrong = [("/display", "kiosk"), ("/counter", "display"), ("/counter", "kiosk"), ("/kiosk", "display")]
    assert let_in(server, [(where, {"office": OFFICE, "token": tokens[role]}) for where, role in wrong]) == []


def test_a_token_of_another_office_is_refused_for_either(server: Server, tokens: dict[str, str]) -> None:
    for_ternate = {"office": "ternate", "token": tokens["ternate"]}  # this server serves Kota Pekanbaru alone
    crossed = [for_ternate, {"office": OFFICE, "token": tokens["ternate"]}, display(tokens, "ternate")]
    assert let_in(server, [("/display", auth) for auth in crossed]) == []


def test_a_page_of_another_site_cannot_listen(server: Server, tokens: dict[str, str]) -> None:
    with pytest.raises(Refused):
        Screen(server, "/counter", {"office": OFFICE}, Cookie=cookie_of(server), Origin="https://evil.example")


def test_a_screen_whose_token_is_revoked_is_shown_out_within_seconds(server: Server, tokens: dict[str, str]) -> None:
    token = server.token("display", name="Lobi")
    with (
        screen(server, "/display", {"office": OFFICE, "token": token}) as board,
        screen(server, "/display", display(tokens)) as other,
    ):
        board.waits_for("board")
        listed = server.pst("token", "list", "--office", OFFICE).stdout.splitlines()
        number = next(line.split("\t")[0] for line in listed if line.endswith("\tLobi"))
        assert server.pst("token", "revoke", "--office", OFFICE, number).returncode == 0
        until(lambda: not board.connected, 10, "the revoked board still listens")
        assert other.connected
    with pytest.raises(Refused):
        Screen(server, "/display", {"office": OFFICE, "token": token})

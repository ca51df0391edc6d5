"""Who is asking is settled first, the same way everywhere: 401, 403, 404, and csrf for cookies."""

from __future__ import annotations

import pytest
from apiflask import APIFlask

from shared.web.policy import MARK, Policy, allow, anyone, check_routes
from tests.web.front import OFFICE, Front, is_problem

ROLES = ("kiosk", "display", "officer", "manager")
STAFF = {"officer", "manager"}
# Each route of the contract (and each beside it that shows data): who may use it. A new route needs a row.
MATRIX: dict[tuple[str, str], set[str]] = {
    ("GET", "/kiosk/services"): {"kiosk", *STAFF},
    ("POST", "/kiosk/tickets"): {"kiosk", *STAFF},
    ("POST", "/kiosk/guestbook/drop"): {"kiosk", *STAFF},
    ("POST", "/kiosk/rating/questions"): {"kiosk"},
    ("POST", "/kiosk/rating"): {"kiosk"},
    ("POST", "/kiosk/rating/take-back"): {"kiosk"},
    ("GET", "/display/board"): {"display", *STAFF},
    ("GET", "/display/voice/id/manifest.json"): {"display", *STAFF},
    ("GET", "/display/voice/id/clip.wav"): {"display", *STAFF},
    ("GET", "/counter/queue"): STAFF,
    ("GET", "/counter/requests"): STAFF,
    ("POST", "/counter/requests"): {"officer"},
    ("POST", "/counter/requests/calls"): {"officer"},
    ("GET", "/counter/requests/1"): STAFF,
    ("GET", "/counter/requests/1/messages/1/files/1"): STAFF,
    ("POST", "/counter/requests/1/messages/1/files/1/fetch"): {"officer"},
    ("POST", "/counter/requests/1/hear"): {"officer"},
    ("POST", "/counter/requests/1/take-up"): {"officer"},
    ("POST", "/counter/requests/1/complete"): {"officer"},
    ("POST", "/counter/requests/1/send-form"): {"officer"},
    ("POST", "/counter/requests/1/form-filled"): {"officer"},
    ("POST", "/counter/requests/1/reopen"): {"officer"},
    ("POST", "/counter/requests/1/tick"): {"officer"},
    ("POST", "/counter/requests/1/called-back"): {"officer"},
    ("POST", "/counter/requests/1/ask"): {"officer"},
    ("POST", "/counter/requests/1/answer"): {"officer"},
    ("POST", "/counter/requests/1/appoint"): {"officer"},
    ("POST", "/counter/requests/1/appointment/move"): {"officer"},
    ("POST", "/counter/requests/1/appointment/cancel"): {"officer"},
    ("POST", "/counter/requests/1/appointment/keep"): {"officer"},
    ("POST", "/counter/requests/1/appointment/miss"): {"officer"},
    ("POST", "/counter/requests/1/arrive"): {"officer"},
    ("POST", "/counter/requests/1/sent"): {"officer"},
    ("POST", "/counter/requests/1/close"): {"officer"},
    ("POST", "/counter/requests/1/erase"): {"manager"},
    ("POST", "/counter/1/take"): {"officer"},
    ("POST", "/counter/1/leave"): {"officer"},
    ("POST", "/counter/1/call-next"): {"officer"},
    ("POST", "/counter/1/call"): {"officer"},
    ("POST", "/counter/1/recall"): {"officer"},
    ("POST", "/counter/1/start"): {"officer"},
    ("POST", "/counter/1/hold"): {"officer"},
    ("POST", "/counter/1/put-back"): {"officer"},
    ("POST", "/counter/1/transfer"): {"officer"},
    ("POST", "/counter/1/no-show"): {"officer"},
    ("POST", "/counter/1/finish"): {"officer"},
    ("POST", "/counter/1/undo"): {"officer"},
    ("POST", "/counter/tickets/1/reinstate"): {"officer"},
    ("POST", "/counter/tickets/1/cancel"): {"officer"},
    ("POST", "/counter/tickets/1/print"): STAFF,
    ("GET", "/counter/slip.png"): STAFF,
    ("GET", "/counter/print-jobs/next"): STAFF,
    ("POST", "/counter/print-jobs/1/began"): STAFF,
    ("POST", "/counter/print-jobs/1/ended"): STAFF,
    ("POST", "/counter/1/remind"): STAFF,
    ("POST", "/counter/1/still-serving"): {"officer"},
    ("GET", "/counter/live"): {"manager"},
    ("POST", "/counter/emergencies"): {"manager"},
    ("GET", "/counter/wait-log"): {"manager"},
    ("POST", "/counter/tickets/1/open"): STAFF,
    ("GET", "/counter/tickets/1/returning"): STAFF,
    ("POST", "/counter/tickets/1/returning"): STAFF,
    ("POST", "/counter/tickets/1/returning/open"): STAFF,
    ("GET", "/counter/needs-form"): STAFF,
    ("POST", "/counter/tickets/1/guestbook"): STAFF,
    ("GET", "/counter/entries"): STAFF,
    ("POST", "/counter/entries"): STAFF,
    ("POST", "/counter/entries/1/guestbook"): STAFF,
    ("POST", "/counter/entries/1/open"): STAFF,
    ("POST", "/counter/entries/1/met"): STAFF,
    ("POST", "/counter/entries/1/needs"): STAFF,
    ("POST", "/counter/entries/1/needs/1/drop"): STAFF,
    ("POST", "/counter/tickets/1/needs"): STAFF,
    ("POST", "/counter/tickets/1/needs/1/drop"): STAFF,
    ("GET", "/counter/rights"): {"manager"},
    ("GET", "/counter/tickets/by-number"): {"manager"},
    ("GET", "/counter/satisfaction"): {"manager"},
    ("POST", "/counter/follow-ups"): {"manager"},
    ("POST", "/counter/follow-ups/1"): {"manager"},
    ("POST", "/counter/follow-ups/1/drop"): {"manager"},
    ("GET", "/counter/recap"): {"manager"},
    ("GET", "/counter/request-log"): {"manager"},
    ("GET", "/counter/evidence"): {"manager"},
    ("GET", "/counter/standard"): {"manager"},
    ("GET", "/counter/institutions"): {"manager"},
    ("GET", "/counter/calendar"): {"manager"},
    ("GET", "/counter/calendar/due"): {"manager"},
    ("POST", "/counter/calendar/holidays"): {"manager"},
    ("POST", "/counter/calendar/strikes"): {"manager"},
    ("POST", "/counter/calendar/closures"): {"manager"},
    ("POST", "/counter/calendar/seasons"): {"manager"},
    ("POST", "/counter/calendar/years/2027/confirm"): {"manager"},
    ("POST", "/counter/calendar/changes/1/take-back"): {"manager"},
    ("GET", "/counter/recap/respondents"): {"manager"},
    ("POST", "/counter/recap/respondents"): {"manager"},
    ("POST", "/counter/institutions/open"): {"manager"},
    ("POST", "/counter/institutions/1/merge"): {"manager"},
    ("POST", "/counter/institutions/1/part"): {"manager"},
    ("GET", "/counter/complaints"): {"manager"},
    ("POST", "/counter/complaints/PGD-1/open"): STAFF,
    ("POST", "/counter/complaints/PGD-1/answer"): STAFF,
    ("POST", "/counter/complaints/PGD-1/erase"): {"manager"},
    ("POST", "/counter/tickets/1/rights/export"): {"manager"},
    ("POST", "/counter/tickets/1/rights/correct"): STAFF,
    ("POST", "/counter/tickets/1/rights/restrict"): {"manager"},
    ("POST", "/counter/tickets/1/rights/erase"): {"manager"},
    ("GET", "/counter/visits/1/1"): {"manager"},
    ("POST", "/counter/visits/1/1/reason"): STAFF,
    ("POST", "/counter/visits/1/1/comment"): {"manager"},
    ("POST", "/counter/visits/1/1/correction"): {"manager"},
    ("POST", "/counter/devices"): STAFF,
    ("POST", "/counter/sign-out"): STAFF,
}
OPEN_TO_ALL = {
    "/<office>/kiosk/",
    "/<office>/kiosk/standards",
    "/<office>/kiosk/standards/qr.svg",
    "/<office>/kiosk/standards/poster.pdf",
    "/<office>/kiosk/standards/sites/<int:place>.svg",
    "/<office>/kiosk/guestbook",
    "/<office>/kiosk/privacy",
    "/<office>/kiosk/complaints",
    "/<office>/kiosk/complaints/<code>",
    "/<office>/kiosk/complaints/<code>/erase",
    "/<office>/kiosk/complaints/follow",
    "/<office>/kiosk/complaints/follow/qr.svg",
    "/<office>/kiosk/requests",
    "/<office>/kiosk/requests/qr.svg",
    "/<office>/kiosk/requests/<token>",
    "/<office>/kiosk/requests/<token>/qr.svg",
    "/<office>/kiosk/requests/<token>/messages",
    "/<office>/kiosk/requests/<token>/messages/<int:message>/files/<int:position>",
    "/<office>/kiosk/requests/<token>/erase",
    "/<office>/kiosk/requests/<token>/rating",
    "/<office>/kiosk/requests/<token>/rating/<instrument>/take-back",
    "/R/<token>",
    "/r/<token>",
    "/<office>/kiosk/pairing",
    "/<office>/kiosk/tickets/<token>",
    "/<office>/kiosk/tickets/<token>/qr.svg",
    "/<office>/kiosk/tickets/<token>/leave",
    "/<office>/kiosk/tickets/<token>/rights",
    "/<office>/kiosk/tickets/<token>/my-data",
    "/<office>/kiosk/tickets/<token>/earlier-answers",
    "/<office>/kiosk/tickets/<token>/rating",
    "/<office>/kiosk/tickets/<token>/rating/<instrument>/take-back",
    "/<office>/kiosk/tickets/<token>/consents/<purpose>/withdraw",
    "/<office>/display/",
    "/<office>/display/bell",
    "/<office>/display/standard",
    "/<office>/display/pairing",
    "/<office>/counter/",
    "/<office>/counter/<int:counter>/",
    "/<office>/counter/sign-in",
    "/<office>/counter/whatsapp",
    "/T/<token>",
    "/t/<token>",
    "/",
    "/docs",
    "/healthz",
    "/openapi.json",
    "/static/<path:filename>",
    "/words/<language>.json",
}
each_route = pytest.mark.parametrize(("method", "path"), MATRIX, ids=str)


@each_route
def test_only_those_whom_the_route_names_come_in(front: Front, method: str, path: str) -> None:
    for role in ROLES:
        answer = front.ask(method, path, {} if method == "POST" else None, role, Idempotency_Key="k")
        if role in MATRIX[(method, path)]:
            assert answer.status_code not in (401, 403), role
        else:
            assert is_problem(answer, 403, "forbidden"), role


@each_route
def test_without_a_token_or_with_a_wrong_one_it_is_401(front: Front, method: str, path: str) -> None:
    body: dict[str, str] | None = {} if method == "POST" else None
    for authorization in (None, "Bearer wrong", "Bearer ", "Bearer", "Basic cmluYTpyYWhhc2lh", "bearer \x80"):
        headers = {"Authorization": authorization} if authorization else {}
        assert is_problem(front.ask(method, path, body, **headers), 401, "unauthenticated"), authorization


@each_route
def test_a_token_of_another_office_finds_nothing(front: Front, method: str, path: str) -> None:
    front.take("K")
    seq = front.seq()
    for role in ROLES:
        answer = front.ask(method, path, {} if method == "POST" else None, role, office="ternate")
        assert is_problem(answer, 404, "unknown_office"), role
    assert front.seq() == seq


@each_route
def test_a_revoked_token_is_a_wrong_one(front: Front, method: str, path: str) -> None:
    who = min(MATRIX[(method, path)])
    front.token(who)
    for access in front.owner().tokens():
        front.owner().revoke_token(access.id)
    assert is_problem(front.ask(method, path, {} if method == "POST" else None, who), 401, "unauthenticated")


def test_an_unknown_office_is_404_for_everybody(front: Front) -> None:
    assert is_problem(front.get("//atlantis/display/board"), 404, "unknown_office")
    assert is_problem(front.get("//atlantis/display/board", "display"), 404, "unknown_office")


def test_a_kiosk_can_do_few_things_and_no_more() -> None:
    rating = {"/kiosk/rating", "/kiosk/rating/questions", "/kiosk/rating/take-back"}
    assert {path for (_, path), who in MATRIX.items() if "kiosk" in who} == {
        "/kiosk/services",
        "/kiosk/tickets",
        "/kiosk/guestbook/drop",
        *rating,
    }


def test_every_route_is_in_the_matrix_or_open_to_all(front: Front) -> None:
    app = front.house.app
    router = app.url_map.bind("localhost")
    closed = {router.match(f"/{OFFICE}{path}", method=method)[0] for method, path in MATRIX}
    for rule in app.url_map.iter_rules():
        policy: Policy = getattr(app.view_functions[rule.endpoint], MARK)
        if policy.everybody:
            assert rule.rule in OPEN_TO_ALL, f"{rule.rule} is open to everybody: is that meant?"
        else:
            assert rule.endpoint in closed, f"{rule.rule} has no row in the matrix"
    assert {rule.rule for rule in app.url_map.iter_rules()} >= OPEN_TO_ALL


def test_a_route_that_names_nobody_stops_the_program() -> None:
    app = APIFlask(__name__)
    for endpoint in list(app.view_functions):
        anyone(app.view_functions[endpoint])

    @app.get("/forgotten")
    def forgotten() -> str:
        return "for whom?"

    with pytest.raises(RuntimeError, match="route /forgotten does not declare who may use it"):
        check_routes(app)
    allow()(forgotten)
    check_routes(app)


def test_a_person_may_hold_several_roles_and_a_manager_is_no_officer(front: Front) -> None:
    assert is_problem(front.post("/counter/1/call-next", None, "manager"), 403, "forbidden")
    assert is_problem(front.post("/counter/1/call-next", None, "officer+manager"), 409, "nobody_waiting")
    assert front.get("/counter/wait-log", "officer+manager").status_code == 200


def test_a_browser_is_sent_to_the_sign_in_and_a_program_is_not(front: Front) -> None:
    page = front.get("/counter/wait-log", Accept="text/html,application/xhtml+xml")
    assert (page.status_code, page.headers.get("Location")) == (302, f"/{OFFICE}/counter/")
    for accept in ("application/json", "*/*", "text/csv", ""):
        assert is_problem(front.get("/counter/wait-log", Accept=accept), 401, "unauthenticated")


def test_a_browser_without_the_right_role_gets_a_page_that_says_so(front: Front) -> None:
    page = front.get("/counter/wait-log", "officer", Accept="text/html")
    assert (page.status_code, page.mimetype) == (403, "text/html")
    assert "Anda tidak berwenang" in page.text


def test_pages_open_with_a_bearer_token(front: Front) -> None:
    for path, who in (("/kiosk/", "kiosk"), ("/display/", "display"), ("/counter/", "officer"), ("/kiosk/", "manager")):
        page = front.get(path, who, Accept="text/html")
        assert (page.status_code, page.mimetype) == (200, "text/html")
        assert '"snapshot": {' in page.text


def test_pages_show_strangers_a_code_or_the_sign_in(front: Front) -> None:
    for path, module in (("/kiosk/", "shared-pairing"), ("/display/", "shared-pairing"), ("/counter/", "sign_in")):
        page = front.get(path, Accept="text/html")
        assert page.status_code == 200
        assert module in page.text


def test_a_manager_who_is_no_officer_goes_to_the_live_page(front: Front) -> None:
    page = front.get("/counter/", "manager", Accept="text/html")
    assert (page.status_code, page.headers["Location"]) == (302, f"/{OFFICE}/counter/live")


def test_the_standard_is_readable_by_everyone_word_for_word(front: Front) -> None:
    page = front.get("/kiosk/standards", Accept="text/html")
    assert page.status_code == 200
    for component in front.house.parts.offices[OFFICE].standard.components:
        assert all(line in page.text for line in component.lines)


def test_a_program_that_serves_one_office_knows_no_other(front: Front) -> None:
    from dataclasses import replace  # noqa: PLC0415 # only here

    front.house.parts.settings = replace(front.house.parts.settings, office="ternate")
    assert is_problem(front.get("/display/board", "display"), 404, "unknown_office")

"""The manager's live page: the office at this moment, told to managers alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from shared.backup import make_backup, own_key, prepare_key
from shared.backup.diary import note_in_diary
from shared.domain.staff import Role
from shared.keys import hashed
from tests.cast import THURSDAY, HandClock
from tests.running import OFFICE, Server
from tests.web import screens
from tests.web.front import PASSWORD, Front, is_problem, page_of
from tests.web.screens import Refused, screen

RINA = "officer:Rina"


def live(front: Front) -> Any:
    answer = front.get("/counter/live", "manager")
    assert answer.status_code == 200, answer.json
    return answer.json


def visit(front: Front, clock: HandClock, minutes: float) -> None:
    """A visitor who is started so many minutes after Rina's desk was free for them, and served at once."""
    front.take("K")
    clock.passes(minutes=minutes)
    for verb in ("call-next", "start", "finish"):
        front.verb(verb, who=RINA)


def test_the_page_carries_the_very_snapshot_that_programs_get(front: Front) -> None:
    front.take("K")
    page = front.get("/counter/live", "manager", Accept="text/html")
    assert (page.status_code, "counter-live" in page.text) == (200, True)
    assert live(front)["seq"] == front.seq()
    assert live(front)["waiting"] == front.get("/counter/queue", "officer").json["waiting"]


def test_signing_in_leads_a_manager_to_the_live_page(front: Front) -> None:
    page = front.get("/counter/", "manager", Accept="text/html")
    assert (page.status_code, page.headers["Location"]) == (302, f"/{OFFICE}/counter/live")


def test_only_managers_see_the_live_page(front: Front) -> None:
    assert is_problem(front.get("/counter/live", "officer"), 403, "forbidden")
    assert is_problem(front.get("/counter/live"), 401, "unauthenticated")
    assert front.get("/counter/live", "officer+manager").status_code == 200


def test_before_the_first_visitor_the_page_is_empty_and_calm(front: Front) -> None:
    shown = live(front)
    assert (shown["day"], shown["events"], shown["judged"], shown["emergencies"]) == (None, [], [], [])
    assert (shown["summary"]["judged"], shown["summary"]["kept_share"]) == (0, None)
    assert shown["opening"]["open"] is True


def test_a_closed_office_says_when_it_opens_again(front: Front, clock: HandClock) -> None:
    clock.at("20:00")
    opening = live(front)["opening"]
    assert (opening["open"], opening["reason"], opening["opens_at"][:16]) == (
        False,
        "after_closing",
        "2026-11-20T08:00",
    )


def test_the_figures_of_the_day_count_who_was_served_and_name_each_clock(front: Front, clock: HandClock) -> None:
    front.verb("take", who=RINA)
    visit(front, clock, 4)
    visit(front, clock, 11)
    shown = live(front)
    assert (shown["summary"]["kept"], shown["summary"]["judged"]) == (1, 2)
    assert [(mark["number"], mark["seconds"], mark["verdict"]) for mark in shown["judged"]] == [
        ("K-001", 240, "kept"),
        ("K-002", 660, "missed"),
    ]
    assert [one["number"] for one in shown["unexplained"]] == ["K-002"]


def test_the_last_events_come_newest_first_with_who_and_what_came_of_it(front: Front, clock: HandClock) -> None:
    front.verb("take", who=RINA)
    visit(front, clock, 1)
    told = [(event["move"], event["number"], event["verdict"]) for event in live(front)["events"]]
    assert told == [
        ("finish", "K-001", None),
        ("start", "K-001", "kept"),
        ("call", "K-001", None),
        ("take", "K-001", None),
        ("take_counter", None, None),
        ("open_day", None, None),
    ]
    assert live(front)["events"][4]["by"] == "Rina"


def test_the_last_events_leave_out_paperwork_and_tell_of_a_complaint(front: Front) -> None:
    ticket = front.take("K")
    front.post("/kiosk/guestbook", {"ticket": ticket["token"], "answers": {"purpose": "inflasi"}}, "kiosk")
    front.post("/kiosk/complaints", {"kind": "complaint", "text": "Meja kosong, saya menunggu lama."}, "kiosk")
    assert [event["move"] for event in live(front)["events"]] == ["complaint", "take", "open_day"]


def test_a_device_stands_there_with_when_it_was_last_seen(front: Front, clock: HandClock) -> None:
    front.paired("kiosk")
    clock.passes(minutes=5)
    [kiosk] = live(front)["devices"]
    assert kiosk == {"role": "kiosk", "name": "Lobi", "seen_at": "2026-11-19T08:00:00.000+07:00"}
    front.browser.get(f"/{OFFICE}/kiosk/services")
    assert live(front)["devices"][0]["seen_at"] == "2026-11-19T08:05:00.000+07:00"
    clock.passes(days=8)
    assert live(front)["devices"] == []


def test_a_clock_that_stepped_is_told_to_the_manager(front: Front, clock: HandClock) -> None:
    assert live(front)["clock_suspect"] is False
    clock.steps(hours=1)
    assert live(front)["clock_suspect"] is True


def test_the_last_backup_stands_there_with_what_to_do_about_it(front: Front, clock: HandClock) -> None:
    settings = front.house.parts.settings
    assert live(front)["backup"] == {"good_at": None, "care": "none_yet"}
    own_key(settings)
    make_backup(settings, now=clock.now())
    assert live(front)["backup"] == {"good_at": "2026-11-19T08:00:00.000+07:00", "care": "no_code"}
    prepare_key(settings, lambda _: None)
    assert live(front)["backup"]["care"] is None
    clock.passes(days=2, seconds=1)
    assert live(front)["backup"]["care"] == "too_old"
    note_in_diary(settings, failed_at=clock.now(), word="disk_full")
    assert live(front)["backup"] == {"good_at": "2026-11-19T08:00:00.000+07:00", "care": "disk_full"}


def test_an_erasure_is_answered_though_the_copies_of_the_keys_cannot_be_written_and_that_is_seen(
    front: Front, clock: HandClock
) -> None:
    parts = front.house.parts
    ticket = front.take("K")
    body = {"ticket": ticket["token"], "answers": {"name": "Rahmi"}}
    assert front.post("/kiosk/guestbook", body, "kiosk").status_code == 201
    prepare_key(parts.settings, lambda _: None)
    make_backup(parts.settings, now=clock.now())
    rightly = parts.settings
    parts.settings = replace(rightly, database_url="mysql://of-somebody-else")  # no error of disks or of backups
    erased = front.post(f"/counter/tickets/{ticket['id']}/rights/erase", {}, "manager")
    parts.settings = rightly
    assert (erased.status_code, erased.json) == (200, {"erased": True})
    assert live(front)["backup"]["care"] == "keys_stale"


def declare(front: Front, who: str = "manager", **changed: Any) -> Any:
    body = {"from": f"{THURSDAY}T08:05:00+07:00", "until": f"{THURSDAY}T08:15:00+07:00", "reason": "power_cut"}
    return front.post("/counter/emergencies", {**body, **changed}, who)


def test_an_emergency_stops_the_clocks_and_names_who_documented_it(front: Front, clock: HandClock) -> None:
    front.take("K")
    clock.at("08:20")
    assert declare(front, "manager:Sari", text="Gardu PLN padam").status_code == 200
    shown = live(front)
    [emergency] = shown["emergencies"]
    assert (emergency["reason"], emergency["by"]["name"]) == ("power_cut", "Sari")
    assert (emergency["from"][11:16], emergency["until"][11:16]) == ("08:05", "08:15")
    assert {"from": emergency["from"], "until": emergency["until"]} in [
        {name: text.replace(".000", "") for name, text in rest.items()} for rest in shown["breaks"]
    ]
    assert "Gardu" not in str(shown), "free text goes to no screen"


def test_an_emergency_that_cannot_be_is_refused(front: Front, clock: HandClock) -> None:
    front.take("K")
    clock.at("08:20")
    assert is_problem(declare(front, reason="weather"), 422, "unknown_reason")
    assert is_problem(declare(front, until=f"{THURSDAY}T08:01:00+07:00"), 422, "bad_times")
    assert is_problem(declare(front, **{"from": f"{THURSDAY}T08:21:00+07:00"}), 422, "bad_times")
    assert is_problem(declare(front, "officer"), 403, "forbidden")
    for moment in ("08:05", f"{THURSDAY}T08:05:00", "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+12:00", 10**30):
        assert is_problem(declare(front, until=moment), 422, "invalid_body"), moment


@pytest.fixture
def hears_live(monkeypatch: pytest.MonkeyPatch) -> None:
    """The screens of this file hear one more event."""
    monkeypatch.setattr(screens, "EVENTS", (*screens.EVENTS, "live"))


@pytest.mark.usefixtures("hears_live")
def test_a_manager_hears_the_office_change_and_an_officer_is_refused(server: Server, tokens: dict[str, str]) -> None:
    for role in ("officer", "kiosk", "display"):
        with (
            pytest.raises(Refused),
            screen(server, "/manager", {"office": OFFICE, "token": tokens[role]}),
        ):
            pass
    with screen(server, "/manager", {"office": OFFICE, "token": tokens["manager"]}) as shown:
        before = shown.waits_for("live")["seq"]
        taken = server.post("/kiosk/tickets", {"service": "K"}, tokens["kiosk"]).data
        told = shown.waits_for("live", lambda snapshot: snapshot["seq"] > before)
        assert taken["number"] in [entry["ticket"]["number"] for entry in told["waiting"]]


def test_the_page_of_a_signed_in_manager_knows_who_reads_it(front: Front) -> None:
    front.owner().add_staff("Sari", "sari", PASSWORD, frozenset({Role.MANAGER}))
    front.browser.post(f"/{OFFICE}/counter/sign-in", json={"login": "sari", "password": PASSWORD})
    page = page_of(front.browser, "/counter/live")
    assert (page["me"]["name"], page["me"]["roles"]) == ("Sari", ["manager"])


def test_a_device_that_only_listens_is_seen_too(front: Front, clock: HandClock) -> None:
    front.paired("kiosk")
    cookie = front.browser.get_cookie(f"pst-kiosk-{OFFICE}")
    assert cookie is not None
    front.house.door.let_in("/kiosk", "a socket", hashed(cookie.value))
    clock.passes(minutes=5)
    front.house.door.show_out()
    assert live(front)["devices"][0]["seen_at"] == "2026-11-19T08:05:00.000+07:00"

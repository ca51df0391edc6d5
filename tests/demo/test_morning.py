"""A morning at Kota Pekanbaru, played over HTTP by the visitors of the demonstration and one officer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, cast

import pytest
from flask.testing import FlaskClient

from shared.app import create_app
from shared.domain.staff import Role
from shared.front_desk import FrontDesk, operator
from shared.settings import Settings
from tests.cast import HandClock, moment

OFFICE = "kota-pekanbaru"
VISITORS = json.loads((Path(__file__).parents[1] / "data" / "demo_visitors.json").read_text(encoding="utf-8"))


def visitor(number: int) -> dict[str, Any]:
    """A visitor of the list, who walks in at Kota Pekanbaru."""
    found = cast("dict[str, Any]", next(one for one in VISITORS if one["no"] == number))
    assert (found["kantor"], found["kanal"]) == ("Kota Pekanbaru", "langsung")
    return found


@dataclass
class Morning:
    """The office over HTTP: a kiosk, Sri at desk 1, the manager, and the clock on the wall."""

    client: FlaskClient
    clock: HandClock
    tokens: dict[str, str]
    keys: Iterator[int] = field(default_factory=count)
    tickets: dict[int, dict[str, Any]] = field(default_factory=dict)

    def ask(self, who: str, path: str, body: Any = None) -> dict[str, Any]:
        """Ask as the kiosk, the officer or the manager; the answer must be a good one."""
        headers = {"Authorization": f"Bearer {self.tokens[who]}", "Idempotency-Key": f"press {next(self.keys)}"}
        address = f"/{OFFICE}{path}"
        if body is None:
            reply = self.client.get(address, headers={**headers, "Accept": "application/json"})
        else:
            reply = self.client.post(address, headers=headers, json=body)
        assert reply.status_code < 300, reply.text
        return cast("dict[str, Any]", reply.json)

    def takes(self, at: str, number: int) -> dict[str, Any]:
        """A visitor of the list takes a number at the kiosk."""
        self.clock.at(at)
        who = visitor(number)
        asked = {"service": who["layanan"], "priority": bool(who["prioritas"])}
        self.tickets[number] = self.ask("kiosk", "/kiosk/tickets", asked)
        return self.tickets[number]

    def sri(self, at: str, verb: str, **body: Any) -> dict[str, Any]:
        """The officer presses a button at desk 1."""
        self.clock.at(at)
        return self.ask("officer", f"/counter/1/{verb}", body)

    def serves(self, number: int, call: str, start: str) -> None:
        """The officer calls whoever is next, who must be this visitor, and begins."""
        called = self.sri(call, "call-next")
        assert (called["number"], called["state"]) == (self.tickets[number]["number"], "called")
        assert self.sri(start, "start")["state"] == "serving"

    def log(self) -> list[dict[str, Any]]:
        """The rows of today's wait-time log, in the order in which people registered."""
        return cast("list[dict[str, Any]]", self.ask("manager", "/counter/wait-log?format=json")["rows"])


@pytest.fixture
def morning(tmp_path: Path) -> Iterator[Morning]:
    """Thursday 19 November 2026, half past seven; the doors open at eight."""
    clock = HandClock(moment("07:30"))
    house = create_app(Settings(data_dir=tmp_path, database_url=f"sqlite:///{tmp_path / 'pst.db'}"), clock=clock)
    desk = FrontDesk(house.parts, house.parts.offices[OFFICE], operator(OFFICE))
    tokens = {
        name: desk.create_token(frozenset({role}), name)
        for name, role in (("kiosk", Role.KIOSK), ("officer", Role.OFFICER), ("manager", Role.MANAGER))
    }
    yield Morning(house.app.test_client(), clock, tokens)
    house.close()


def times(row: dict[str, Any], *columns: str) -> tuple[str | None, ...]:
    """The times of a row as a clock on the wall shows them; every one must be of this office and this day."""
    shown = [row[column] for column in columns]
    assert all(one is None or (one.startswith("2026-11-19T") and one.endswith("+07:00")) for one in shown)
    return tuple(one and one[11:19].removesuffix(":00") for one in shown)


def test_each_visitor_of_the_morning_is_served_and_stands_in_the_log_with_the_right_times(morning: Morning) -> None:
    play(morning)
    columns = ("issued_at", "clock_started_at", "first_called_at", "started_at", "finished_at")
    found = [
        (row["number"], row["leg"], *times(row, *columns), row["clock_seconds"], row["wait_seconds"], row["verdict"])
        for row in morning.log()
    ]
    number = {who: ticket["number"] for who, ticket in morning.tickets.items()}
    assert found == [
        # who, leg, number taken, clock from, called, started, finished; seconds on the clock, seconds since the number
        (number[1], 1, "07:50", "08:00", "08:08", "08:10", "08:25", 600, 1200, "kept"),
        (number[2], 1, "08:12", "08:25", "08:26", "08:27", "08:50", 120, 900, "kept"),
        (number[3], 1, "08:30", "08:50", "08:51", "08:52", "09:05", 120, 1320, "kept"),
        (number[2], 2, "08:50", "09:05", "09:06", "09:07", "09:20", 120, 1020, "kept"),
        (number[4], 1, "09:00", "09:30", "09:31", "09:32", "11:45", 120, 1920, "kept"),
        (number[5], 1, "09:10", "09:20", "09:21", "09:22", "09:30", 120, 720, "kept"),
        (number[29], 1, "09:40", "09:45", "09:46", "09:47", "11:02", 120, 420, "kept"),
        (number[6], 1, "09:50", "11:02", "11:03", "11:05", "11:35", 180, 4500, "kept"),
    ]


def play(morning: Morning) -> None:
    """The visitors as the list describes them, one after another at one desk."""
    morning.takes("07:50", 1)  # before the doors open
    morning.serves(1, "08:08", "08:10")
    morning.takes("08:12", 2)
    morning.sri("08:25", "finish")
    morning.serves(2, "08:26", "08:27")
    morning.takes("08:30", 3)
    assert morning.sri("08:50", "transfer", service="P")["number"] == morning.tickets[2]["number"]
    morning.serves(3, "08:51", "08:52")
    morning.takes("09:00", 4)
    morning.sri("09:05", "finish")
    morning.serves(2, "09:06", "09:07")
    morning.takes("09:10", 5)
    morning.sri("09:20", "finish")
    morning.serves(5, "09:21", "09:22")
    morning.sri("09:30", "finish")
    morning.serves(4, "09:31", "09:32")
    morning.takes("09:40", 29)
    morning.sri("09:45", "hold")  # the buyer of microdata fetches a tax number
    morning.serves(29, "09:46", "09:47")
    morning.takes("09:50", 6)
    morning.sri("11:02", "finish")  # after 75 minutes
    morning.serves(6, "11:03", "11:05")
    morning.sri("11:35", "finish")
    morning.sri("11:36", "call", number=morning.tickets[4]["number"])
    morning.sri("11:37", "start")
    assert morning.sri("11:45", "finish")["state"] == "served"


def test_whoever_came_before_opening_is_late_one_second_after_ten_minutes_of_service_hours(morning: Morning) -> None:
    morning.takes("07:50", 1)
    morning.serves(1, "08:08", "08:10:01")
    [row] = morning.log()
    assert times(row, "issued_at", "clock_started_at", "started_at") == ("07:50", "08:00", "08:10:01")
    assert (row["clock_seconds"], row["verdict"], row["officer"]) == (601, "missed", "officer")


def test_the_clock_of_the_next_visitor_starts_when_the_long_consultation_ends(morning: Morning) -> None:
    morning.takes("08:30", 29)
    morning.serves(29, "08:31", "08:32")
    morning.takes("09:00", 2)
    morning.clock.at("09:40")
    waiting = morning.log()[1]
    assert (waiting["clock_started_at"], waiting["clock_seconds"], waiting["verdict"]) == (None, None, "not_judged")
    morning.sri("09:47", "finish")
    morning.serves(2, "09:48", "09:50")
    waited = morning.log()[1]
    assert times(waited, "clock_started_at", "first_called_at", "started_at") == ("09:47", "09:48", "09:50")
    assert (waited["clock_seconds"], waited["wait_seconds"], waited["verdict"]) == (180, 3000, "kept")


def test_an_elderly_visitor_goes_before_a_class_that_came_earlier(morning: Morning) -> None:
    morning.takes("08:05", 6)
    morning.takes("08:06", 3)
    morning.serves(3, "08:07", "08:08")
    line = morning.ask("officer", "/counter/queue")["waiting"]
    assert [place["ticket"]["number"] for place in line] == [morning.tickets[6]["number"]]


def test_the_manager_sees_how_much_of_the_morning_was_kept(morning: Morning) -> None:
    play(morning)
    summary = morning.ask("manager", "/counter/wait-log?format=json")["summary"]
    shown = {name: summary[name] for name in ("judged", "kept", "missed", "not_judged", "kept_share", "wait_max")}
    assert shown == {"judged": 8, "kept": 8, "missed": 0, "not_judged": 0, "kept_share": 1.0, "wait_max": 4500}

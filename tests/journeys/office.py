"""Offices for the journeys: a server at a chosen hour, and what is done there without a screen."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from tests.cast import moment
from tests.journeys.at_another_hour import LATER
from tests.journeys.hired import Hired, profile
from tests.running import OFFICE, ROOT, STARTS_WITHIN, Answer, Caller, Server, until

AT_ANOTHER_HOUR = [sys.executable, "-m", "tests.journeys.at_another_hour"]
THURSDAY_MORNING = "2026-11-19 09:15"


class House(Server):
    """`pst run` for every office that it finds, at a chosen hour."""

    def __init__(self, folder: Path, environment: dict[str, str], opened: str) -> None:
        super().__init__(folder, {"PST_ALWAYS_OPEN": "", **environment})
        day, clock = opened.split()
        self._ahead = moment(clock, date.fromisoformat(day)) - datetime.now(UTC)

    def start(self, within: float = STARTS_WITHIN) -> None:
        """Start it with its own clock, and wait until it answers that it is well."""
        self.environment[LATER] = str(self._ahead.total_seconds())
        with (self.folder / "server.log").open("ab") as log:
            command = [*AT_ANOTHER_HOUR, "run", "--port", str(self.port)]
            self._process = subprocess.Popen(command, env=self.environment, cwd=ROOT, stdout=log, stderr=log)
        until(self._is_well, within, "the server did not start")

    def restart_later(self, **span: float) -> None:
        """The power fails, and comes back so much later."""
        self.kill()
        self._ahead += timedelta(**span)
        self.start()


@dataclass(frozen=True)
class Office:
    """One office of a house, and the people there who work without a screen."""

    house: House
    code: str
    tokens: Mapping[str, str]

    @property
    def root(self) -> str:
        """The address of its rooms."""
        return f"{self.house.url}/{self.code}"

    def take(self, service: str = "K", language: str = "id") -> dict[str, Any]:
        """A visitor takes a number at some other kiosk."""
        answer = self.ask("POST", "/kiosk/tickets", "kiosk", {"service": service, "language": language})
        assert answer.status == 201, answer.data
        taken: dict[str, Any] = answer.data
        return taken

    def press(self, verb: str, counter: int = 2, officer: str = "dewi") -> dict[str, Any]:
        """An officer does something at a counter."""
        answer = self.ask("POST", f"/counter/{counter}/{verb}", officer, {})
        assert answer.status == 200, answer.data
        moved: dict[str, Any] = answer.data
        return moved

    def accept(self, code: str, name: str) -> None:
        """An officer recognises the device that shows this code."""
        answer = self.ask("POST", "/counter/devices", "dewi", {"code": code, "name": name})
        assert answer.status == 200, answer.data

    def queue(self) -> dict[str, Any]:
        """What the consoles show."""
        queue: dict[str, Any] = self.ask("GET", "/counter/queue", "dewi").data
        return queue

    def waiting(self) -> list[str]:
        """The numbers that wait, in calling order."""
        return [entry["ticket"]["number"] for entry in self.queue()["waiting"]]

    def calls(self) -> list[dict[str, Any]]:
        """What the boards show as calls."""
        calls: list[dict[str, Any]] = self.ask("GET", "/display/board", "dewi").data["calls"]
        return calls

    def rows(self) -> list[dict[str, Any]]:
        """The wait log of today."""
        rows: list[dict[str, Any]] = self.ask("GET", "/counter/wait-log", "manager").data["rows"]
        return rows

    def ask(self, method: str, path: str, who: str, body: Any = None) -> Answer:
        """One request with somebody's token."""
        caller = Caller(self.house.port, self.code)
        try:
            return caller.ask(method, path, body, self.tokens[who], key=uuid4().hex if body is not None else None)
        finally:
            caller.close()


def own_house(hired: Hired, opened: str, changes: Mapping[str, str], **settings: str) -> Office:
    """An office with a server of its own, not started yet.

    `changes` replaces the first of some words of the shipped profile; settings are given by name (PST_PRINTER_URL=…).
    """
    folder = _folder()
    shutil.copytree(hired.data, folder / "data")
    if changes:
        (folder / "offices").mkdir()
        (folder / "offices" / f"{OFFICE}.toml").write_text(profile(changes), encoding="utf-8")
        settings["PST_OFFICES_DIR"] = str(folder / "offices")
    return Office(House(folder, settings, opened), OFFICE, hired.tokens[OFFICE])


def shared_house(hired: Hired) -> House:
    """The server of many offices, not started yet."""
    data = {"PST_DATA_DIR": str(hired.data), "PST_OFFICES_DIR": str(hired.profiles)}
    return House(_folder(), data, THURSDAY_MORNING)


def close(house: House) -> None:
    """End the server and sweep its folder away."""
    house.kill()
    shutil.rmtree(house.folder, ignore_errors=True)


def _folder() -> Path:
    # Not pytest's tmp_path: the path of the server's control socket may have some 100 letters at most.
    return Path(tempfile.mkdtemp(prefix="pst-"))

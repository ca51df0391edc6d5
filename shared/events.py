"""Tells the screens, after the commit: each gets the very snapshot that a GET would give, built once per change."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

import structlog

from shared.clock import Clock
from shared.database import Database, OfficeRecords
from shared.domain.office import Office

BEAT_SECONDS = 5
log = structlog.get_logger()
Snapshot = Callable[[OfficeRecords, Office, datetime, str], Any]


@dataclass(frozen=True, slots=True)
class Screen:
    """One kind of screen: where it listens, what it hears, and the pure function of the rows that it shows.

    The function's last argument is the subject: "" for a screen of the whole office, a ticket id for a phone.
    """

    namespace: str
    event: str
    snapshot: Snapshot


class Socket(Protocol):
    """What we need of Socket.IO."""

    def emit(self, event: str, *args: Any, **where: Any) -> None:
        """Send to a room."""

    def start_background_task(self, target: Callable[..., Any], *args: Any) -> Any:
        """Run beside the requests."""

    def sleep(self, seconds: float) -> Any:
        """Let others work."""


class Events:
    """Knows who listens, and sends each office's screens what changed. Commands never travel this way."""

    def __init__(self, socket: Socket, database: Database, offices: Mapping[str, Office], clock: Clock) -> None:
        self._socket = socket
        self._database = database
        self._offices = offices
        self._clock = clock
        self._screens: dict[str, Screen] = {}
        self._listeners: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
        self._sounding: set[str] = set()
        self._bells: set[str] = set()
        self._sent: dict[tuple[str, str, str], str] = {}
        self._telling: set[str] = set()
        self._again: set[str] = set()

    def add(self, screen: Screen) -> None:
        """Register a room's screen."""
        self._screens[screen.namespace] = screen

    def arrive(self, namespace: str, sid: str, office: str, subject: str = "", *, is_bell: bool = False) -> None:
        """A screen connected. A bell listens as a board does, but shows and speaks no calls."""
        self._listeners[namespace][sid] = (office, subject)
        if is_bell:
            self._bells.add(sid)

    def depart(self, namespace: str, sid: str) -> str | None:
        """A screen is gone; returns its office."""
        self._sounding.discard(sid)
        self._bells.discard(sid)
        office, subject = self._listeners[namespace].pop(sid, (None, ""))
        if office is not None and subject not in self._subjects(namespace, office):
            self._sent.pop((namespace, office, subject), None)
        return office

    def office_of(self, namespace: str, sid: str) -> str | None:
        """Which office a connected screen belongs to."""
        return self._listeners[namespace].get(sid, (None, ""))[0]

    def sounds(self, sid: str, *, on: bool) -> bool:
        """A board says whether its browser lets it sound; returns whether that is news."""
        is_news = on != (sid in self._sounding)
        (self._sounding.add if on else self._sounding.discard)(sid)
        return is_news

    def boards(self, office: str) -> dict[str, int]:
        """How many boards of an office are connected here, and how many of them can be heard."""
        listening = self._listeners["/display"].items()
        here = [sid for sid, (code, _) in listening if code == office and sid not in self._bells]
        return {"connected": len(here), "sounding": sum(sid in self._sounding for sid in here)}

    def changed(self, office: str) -> None:
        """Tell the office's screens. Changes that come while they are being told are told together, after."""
        self._again.add(office)
        if office not in self._telling:
            self._telling.add(office)
            self._socket.start_background_task(self._tell, office)

    def event(self, namespace: str) -> str:
        """The name under which a screen's snapshot is sent."""
        return self._screens[namespace].event

    def snapshot(self, namespace: str, office: str, subject: str = "") -> Any:
        """What a screen shows now."""
        screen, profile, now = self._screens[namespace], self._offices[office], self._clock.now()
        return self._database.reading(
            office, lambda records: screen.snapshot(records, records.with_calendar(profile), now, subject)
        )

    def beat(self, office: str) -> dict[str, Any]:
        """The newest journal number, and what time it is at the office."""
        seq = self._database.reading(office, lambda records: records.seq())
        now = self._clock.now().astimezone(self._offices[office].time_zone).isoformat(timespec="milliseconds")
        return {"seq": seq, "now": now}

    def beat_forever(self) -> None:
        """Every five seconds, tell every screen the newest journal number and the time: silence means trouble."""
        while True:
            self._socket.sleep(BEAT_SECONDS)
            for code in self._offices:
                namespaces = [n for n in self._screens if any(c == code for c, _ in self._listeners[n].values())]
                if namespaces:
                    beat = self.beat(code)
                    for namespace in namespaces:
                        self._socket.emit("beat", beat, namespace=namespace, to=room(code))

    def _tell(self, office: str) -> None:
        try:
            while office in self._again:
                self._again.discard(office)
                for screen in self._screens.values():
                    for subject in self._subjects(screen.namespace, office):
                        self._send(screen, office, subject)
        finally:
            self._telling.discard(office)

    def _subjects(self, namespace: str, office: str) -> set[str]:
        return {subject for code, subject in self._listeners[namespace].values() if code == office}

    def _send(self, screen: Screen, office: str, subject: str) -> None:
        try:
            shown = self.snapshot(screen.namespace, office, subject)
        except Exception:  # one screen that cannot be drawn must not leave the others untold
            log.exception("a screen could not be drawn", screen=screen.namespace, office=office)
            return
        written = json.dumps(shown, sort_keys=True)
        place = (screen.namespace, office, subject)
        if self._sent.get(place) != written:
            self._sent[place] = written
            self._socket.emit(screen.event, shown, namespace=screen.namespace, to=room(office, subject))


def room(office: str, subject: str = "") -> str:
    """The Socket.IO room of an office's screens, or of one subject's."""
    return f"{office}/{subject}" if subject else office

"""The manager's live page: who waits, what each counter does, how the day goes, which devices are there."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Any

from apiflask import APIBlueprint
from flask import Response, jsonify
from flask_babel import gettext
from pydantic import Field

from counter.login import me
from counter.manager.emergencies import emergency_json
from counter.manager.happenings import happenings
from counter.manager.live_channels import channels_json
from counter.officer.queue import queue_json
from counter.officer.queue.scene import Scene
from shared.backup import State, state_of
from shared.database import OfficeRecords
from shared.domain.office import Office
from shared.domain.opening_hours import Opening, ServiceDay
from shared.domain.staff import Role
from shared.domain.wait_figures import summary
from shared.events import Snapshot
from shared.front_desk import Parts
from shared.web import allow, asking, at_office, desk, page, parts, shown
from shared.web.bodies import Body, Moment
from shared.web.errors import prefers_html
from shared.web.words import Words

FORGOTTEN_AFTER = timedelta(days=7)
"""A kiosk or board that was not seen for a week is no longer missed."""


class Emergency(Body):
    """From when until when no clock may run, why, and what a code cannot say."""

    start: Annotated[Moment, Field(alias="from")]
    until: Moment
    reason: Annotated[str, Field(min_length=1, max_length=32)]
    text: Annotated[Words, Field(min_length=1, max_length=500)] | None = None


def add_routes(blueprint: APIBlueprint) -> None:
    """The page, its snapshot, and the emergency that only a manager documents."""

    @blueprint.get("/live")
    @blueprint.doc(summary="The office at this moment, for its manager")
    @allow(Role.MANAGER)
    def live() -> Response:
        snapshot = shown(snapshot_for(parts()))
        if not prefers_html():
            return jsonify(snapshot)
        return page("counter-live", gettext("Langsung"), "staff", snapshot, me=me(asking().known))

    @blueprint.post("/emergencies")
    @blueprint.input(Emergency, location="json")
    @blueprint.doc(summary="Document an emergency of today; no clock of the promise runs in it")
    @allow(Role.MANAGER)
    def declare_emergency(json_data: Emergency) -> Response:
        desk().declare_emergency(json_data.start, json_data.until, json_data.reason, json_data.text)
        return jsonify({"reason": json_data.reason})


def snapshot_for(parts: Parts) -> Snapshot:
    """The live page as a function of the rows and the hour: the consoles' queue, and the day around it."""

    def live(records: OfficeRecords, office: Office, now: datetime, _: str) -> dict[str, Any]:
        scene = Scene(records, office, now)
        return {
            **queue_json(scene, parts),
            "day": scene.day.day.isoformat() if scene.day else None,
            "opening": _opening(office, now, rehearsal=parts.settings.always_open),
            "summary": summary(visit.mark for visit in scene.visits),
            "judged": _judged(scene),
            "events": happenings(scene),
            "emergencies": _emergencies(scene),
            "devices": _devices(scene),
            "heard_at": _heard_at(scene),
            "channels": channels_json(scene),
            "clock_suspect": parts.clock.suspect,
            "backup": _backup(state_of(parts.settings), office, now),
        }

    return live


def _opening(office: Office, now: datetime, *, rehearsal: bool) -> dict[str, Any]:
    opening: Opening = office.hours.at(now, office.time_zone)
    pause = opening.pause
    today = now.astimezone(office.time_zone).date()
    usual = office.hours.usual_on(today)
    return {
        "open": opening.gives_numbers or rehearsal,
        "reason": opening.reason,
        "name": opening.name,
        "pause": pause and {"id": pause.name, "en": pause.name_en},
        "opens_at": at_office(opening.opens_at, office),
        "closes_at": at_office(opening.closes_at, office),
        "changes_at": at_office(opening.changes_at, office),
        "today": opening.today and _span(opening.today),
        "season": office.hours.season_on(today) if opening.today else None,
        "usual": usual and _span(usual),
    }


def _span(day: ServiceDay) -> dict[str, str]:
    return {"opens": f"{day.opens:%H:%M}", "closes": f"{day.closes:%H:%M}"}


def _judged(scene: Scene) -> list[dict[str, Any]]:
    """Every clock of the day that has stopped, in the order in which they did."""
    stopped = [v for v in scene.visits if v.visit.clock_seconds is not None and v.visit.verdict != "not_judged"]
    marks = [
        {
            "number": logged.number,
            "at": scene.at(scene.decided_at(logged.visit)),
            "seconds": logged.visit.clock_seconds,
            "verdict": logged.visit.verdict,
        }
        for logged in stopped
    ]
    return sorted(marks, key=lambda mark: str(mark["at"]))


def _emergencies(scene: Scene) -> list[dict[str, Any]]:
    """Today's, without the comment: free text stays where it can be erased."""
    return [emergency_json(row, scene.office, scene.names) for row in scene.rows if row.move == "emergency"]


def _devices(scene: Scene) -> list[dict[str, Any]]:
    """Paired kiosks and boards, by room and name, each with when it was last seen."""
    rooms = {one.id: one.roles for one in scene.records.identities("device") if one.disabled_at is None}
    seen: dict[tuple[str, str], datetime] = {}
    for access in scene.records.accesses("device"):
        if access.revoked_at is None and access.identity in rooms and scene.now - access.seen_at < FORGOTTEN_AFTER:
            place = (rooms[access.identity], access.name)
            seen[place] = max(access.seen_at, seen.get(place, access.seen_at))
    return [{"role": role, "name": name, "seen_at": scene.at(at)} for (role, name), at in sorted(seen.items())]


def _backup(state: State, office: Office, now: datetime) -> dict[str, Any]:
    """The last good backup, and the first thing that somebody should do about the backups: a word, or None."""
    nothing_yet = "none_yet" if state.good_at is None else "too_old" if state.too_old(now) else None
    later = [state.word, nothing_yet, None if state.has_code else "no_code", "keys_stale" if state.keys_stale else None]
    return {"good_at": at_office(state.good_at, office), "care": next((word for word in later if word), None)}


def _heard_at(scene: Scene) -> str | None:
    """When a board last spoke a call today."""
    calls = [row.seq for row in scene.rows if row.move in ("call", "recall")]
    return scene.at(max((h.sounded_at for h in scene.records.heard(calls).values() if h.sounded_at), default=None))

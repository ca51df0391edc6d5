"""The board: who is called, how many wait, whom we missed, and what to speak."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

from apiflask import APIBlueprint
from flask import Response, jsonify, send_file
from flask_babel import gettext
from pydantic import BaseModel, Field

from display import clips, voice
from display.standard import standard_json
from shared.database import OfficeRecords
from shared.domain.journal import JournalRow, standing
from shared.domain.office import Office
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.domain.ticket import State, Ticket
from shared.web import allow, anyone, asking, at_office, desk, page, parts, shown
from shared.web.pairing import welcome_device

LAST_CALLS = 8
MOST_CALLS = 50
LISTENERS = (Role.DISPLAY, Role.OFFICER, Role.MANAGER)


class After(BaseModel):
    """Which calls a board has seen already."""

    after: Annotated[int, Field(ge=0)] | None = None


def add_routes(blueprint: APIBlueprint) -> None:
    """The board's pages, its JSON and its voice."""

    @blueprint.get("/")
    @blueprint.doc(hide=True)
    @anyone
    def board() -> Response:
        return _screen("display-board", gettext("Papan antrean"), standard=standard_json(asking().office))

    @blueprint.get("/standard")
    @blueprint.doc(hide=True)
    @anyone
    def standard() -> Response:
        told = standard_json(asking().office)
        return _screen("display-board", gettext("Standar pelayanan"), standard=told, always_standard=True)

    @blueprint.get("/bell")
    @blueprint.doc(hide=True)
    @anyone
    def bell() -> Response:
        return _screen("display-bell", gettext("Bel antrean"))

    @blueprint.get("/board")
    @allow(*LISTENERS)
    @blueprint.input(After, location="query", arg_name="seen")
    @blueprint.doc(summary="The board as JSON; with `after`, the calls since that journal number")
    def board_json(seen: After) -> Response:
        office = asking().office
        return jsonify(desk().reading(lambda records: _board(records, office, seen.after)))

    @blueprint.get("/voice/<language>/manifest.json")
    @blueprint.doc(hide=True)
    @allow(*LISTENERS)
    def manifest(language: str) -> Response:
        folder = voice_folder(parts().settings.data_dir, asking().office)
        return jsonify(parts().aside.call(lambda: clips.manifest(folder, language)))

    @blueprint.get("/voice/<language>/<clip>.wav")
    @blueprint.doc(hide=True)
    @allow(*LISTENERS)
    def clip(language: str, clip: str) -> Response:
        folder = voice_folder(parts().settings.data_dir, asking().office)
        file = parts().aside.call(lambda: clips.locate(folder, language, clip))
        if file is None:
            raise Refusal("not_found")
        return send_file(file, mimetype="audio/wav", max_age=3600)


def snapshot(records: OfficeRecords, office: Office, now: datetime, subject: str) -> dict[str, Any]:  # noqa: ARG001 # a board's bytes depend on its journal number alone
    """What a board shows: the last calls, the waiting, the missed."""
    return _board(records, office, None)


def voice_folder(data_dir: Path, office: Office) -> Path:
    """Where an office's clips are built, and where it puts its own recordings."""
    return data_dir / "voice" / office.code


def build_voice(data_dir: Path, office: Office) -> None:
    """Record the clips that this office's calls can need and that are not there yet."""
    names = {
        language: {service.code: service.name.in_language(language) for service in office.services}
        for language in voice.LANGUAGES
    }
    labels = {
        language: [
            label for counter in office.counters if (label := voice.label_of(counter.name.in_language(language)))
        ]
        for language in voice.LANGUAGES
    }
    clips.build(voice_folder(data_dir, office), voice.vocabulary(names, labels))


def _screen(module: str, title: str, **extras: Any) -> Response:
    if asking().person_who(*LISTENERS) is None:
        return welcome_device("display")
    return page(module, title, "board", shown(snapshot), **extras)


def _board(records: OfficeRecords, office: Office, after: int | None) -> dict[str, Any]:
    day = records.open_day()
    tickets = {ticket.id: ticket for ticket in records.tickets_of(day.day)} if day else {}
    calls = list(_numbered(records.calls_of(day.day))) if day and office.calls_on_board else []
    newer = calls[-LAST_CALLS:] if after is None else [call for call in calls if call[0].seq > after][:MOST_CALLS]
    waiting = Counter(ticket.service for ticket in tickets.values() if ticket.state is State.WAITING)
    missed = sorted((t for t in tickets.values() if t.state is State.NO_SHOW), key=_ended)
    return {
        "seq": records.seq(),
        "calls": [_call(row, nth, tickets[row.ticket or 0], office) for row, nth in newer],
        "waiting": {service.code: waiting[service.code] for service in office.services if service.has_line},
        "missed": [ticket.label for ticket in missed if office.calls_on_board],
    }


def _numbered(rows: Sequence[JournalRow]) -> Iterator[tuple[JournalRow, int]]:
    """The calls that stand, each with how many times this visitor was called in this leg."""
    called: Counter[tuple[int | None, int | None]] = Counter()
    for row in standing(rows):
        called[(row.ticket, row.leg)] += 1
        yield row, called[(row.ticket, row.leg)]


def _call(row: JournalRow, nth: int, ticket: Ticket, office: Office) -> dict[str, Any]:
    counter = row.counter or 0
    return {
        "seq": row.seq,
        "number": ticket.label,
        "counter": counter,
        "nth": nth,
        "at": at_office(row.at, office),
        "speak": {language: _spoken(ticket, counter, nth, office, language) for language in voice.LANGUAGES},
        "service": ticket.service,
        "language": ticket.language,
        "clips": {language: _clips(ticket, counter, nth, office, language) for language in voice.LANGUAGES},
    }


def _spoken(ticket: Ticket, counter: int, nth: int, office: Office, language: voice.Language) -> str:
    service = office.name_of_service(ticket.service).in_language(language)
    label = voice.label_of(office.name_of_counter(counter).in_language(language))
    return voice.sentence(_called_by(ticket, office), counter, service, nth, language, label)


def _clips(ticket: Ticket, counter: int, nth: int, office: Office, language: voice.Language) -> list[str]:
    label = voice.label_of(office.name_of_counter(counter).in_language(language))
    return voice.clips(_called_by(ticket, office), counter, ticket.service, nth, language, label)


def _called_by(ticket: Ticket, office: Office) -> str | None:
    """The number that is said aloud; None where visitors were given none."""
    return ticket.label if office.numbered else None


def _ended(ticket: Ticket) -> datetime:
    return ticket.ended_at or ticket.issued_at

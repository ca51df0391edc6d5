"""Visitors who were served and rate it; what the database and the manager then hold."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from shared.keys import Keys, secret_in
from tests.journeys.at_the_book import Visitor
from tests.journeys.screens import Screens

SKM = {
    "Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?": "Sesuai",
    "Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?": "Sangat mudah",
    "Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?": "Cepat",
    "Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?": "Gratis",
    "Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam standar pelayanan "
    "dengan hasil yang diberikan?": "Sesuai",
    "Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?": "Kompeten",
    "Bagaimana pendapat Saudara tentang perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?": (
        "Sangat sopan dan ramah"
    ),
    "Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?": "Baik",
    "Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?": "Dikelola dengan baik",
}
STORED = {"U1": 3, "U2": 4, "U3": 3, "U4": 4, "U5": 3, "U6": 3, "U7": 4, "U9": 3, "U8": 4}
QUESTIONS = list(SKM)
COMMENT = "Ada yang ingin Anda sampaikan?"
THE_MONTH = "from=2026-11-01&to=2026-11-30"


def served(office: Screens, service: str = "K", language: str = "id", **entry: Any) -> dict[str, Any]:
    """A visitor who was served; `entry` is what their guest book says."""
    ticket = office.at.take(service, language)
    if entry:
        said = {"ticket": ticket["token"], "answers": entry}
        assert office.at.ask("POST", "/kiosk/guestbook", "dewi", said).status == 201
    for verb in ("call-next", "start", "finish"):
        office.at.press(verb)
    return ticket


def rating_on(office: Screens, ticket: dict[str, Any], start: str = "Mulai") -> Visitor:
    """The visitor opens the rating on their phone."""
    visitor = Visitor(office.phone(ticket))
    visitor.press(start)
    return visitor


def answers_all(visitor: Visitor) -> None:
    for question, answer in SKM.items():
        visitor.answers(question, answer)
    visitor.is_asked(COMMENT)


def report(office: Screens) -> dict[str, Any]:
    """What the manager reads."""
    told: dict[str, Any] = office.at.ask("GET", f"/counter/satisfaction?{THE_MONTH}", "manager").data
    return told


def ratings(office: Screens) -> list[dict[str, Any]]:
    """The rows of the database."""
    with closing(sqlite3.connect(_data(office) / "pst.db")) as database:
        database.row_factory = sqlite3.Row
        rows = database.execute("SELECT * FROM rating WHERE office = ?", (office.at.code,))
        return [dict(row) for row in rows]


def code_of(office: Screens, ticket: dict[str, Any]) -> str:
    """The code that stands on the visitor's slip."""
    return Keys(secret_in(_data(office))).rating_code(
        office.at.code, ticket["id"], datetime.fromisoformat(ticket["issued_at"])
    )


def _data(office: Screens) -> Path:
    return Path(office.server.environment["PST_DATA_DIR"])

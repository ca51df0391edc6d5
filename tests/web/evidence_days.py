"""Two lived-in days of an office, and the evidence pack that its manager makes of them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from shared.front_desk.ratings import Rating
from shared.front_desk.requests import Asked, Said
from tests.cast import HandClock
from tests.web.front import Front
from tests.web.survey import officer_desk
from tests.web.test_complaints import complain
from tests.web.test_guest_book import RAHMI, write

NOVEMBER = "from=2026-11-01&to=2026-11-30"
WORDS = "Kata ZZKANARI, telepon 0899-0000-0001, kanari@example.com"
RINA, BAGUS, SARI = "officer:Rina", "officer:Bagus", "manager:Sari"


def lived_in(front: Front, clock: HandClock) -> None:
    """A Thursday with nearly everything that can happen at a desk, and the Friday after it, which is not over."""
    tickets = _thursday_morning(front, clock)
    _thursday_noon(front, clock)
    asked = _asked(front, clock)
    clock.at("08:05", clock.wall.date().replace(day=20))
    officer_desk(front).answer_request(asked, WORDS, sent=True)
    front.take("K", priority=True)
    front.verb("call-next", who=RINA)
    clock.passes(minutes=2)
    front.verb("start", who=RINA)
    late = f"/counter/visits/{tickets['late']['id']}/1/reason"
    assert front.post(late, {"reason": "single_officer"}, RINA).status_code == 204
    front.take("P")


def _thursday_morning(front: Front, clock: HandClock) -> dict[str, dict[str, Any]]:
    """Five are served and say what they thought; one of them waits too long, one is heard and late, one is gone."""
    clock.at("07:50")
    tickets = {name: front.take("K") for name in ("first", "late")}
    write(front, ticket=tickets["first"]["token"], answers=RAHMI, consents={"survey": True})
    clock.at("08:02")
    _served(front, clock, tickets["first"], 20)
    clock.passes(minutes=12)
    tickets["mother"] = front.take("P", priority=True)
    _served(front, clock, tickets["mother"], 5)
    _served(front, clock, tickets["late"], 4)
    tickets["absent"], tickets["moved"] = front.take("P"), front.take("K")
    front.verb("call-next", who=RINA)
    for _ in range(2):
        clock.passes(minutes=2)
        front.verb("recall", who=RINA)
    front.verb("no-show", who=RINA)
    front.verb("call-next", who=RINA)
    _was_heard(front)
    clock.passes(minutes=9)
    front.verb("recall", who=RINA)
    clock.passes(minutes=3)
    front.verb("start", who=RINA)
    front.verb("transfer", body={"service": "P"}, who=RINA)
    return tickets


def _served(front: Front, clock: HandClock, ticket: dict[str, Any], minutes: int) -> None:
    called = front.verb("call-next", who=RINA)
    assert called["id"] == ticket["id"]
    front.verb("start", who=RINA)
    clock.passes(minutes=minutes)
    front.verb("finish", who=RINA)
    nine: dict[str, Any] = {f"U{number}": 3 for number in range(1, 10)}
    front.owner().rate(ticket["id"], Rating(instrument="skm", answers=nine, comment=WORDS))


def _was_heard(front: Front) -> None:
    front.owner().call_was("sounded", front.seq())


def _thursday_noon(front: Front, clock: HandClock) -> None:
    """A second officer, an emergency, two complaints of which one is settled, and two more opinions."""
    for minutes in (3, 3):
        clock.passes(minutes=2)
        front.take("K")
        ticket = front.verb("call-next", 2, who=BAGUS)
        front.verb("start", 2, who=BAGUS)
        clock.passes(minutes=minutes)
        front.verb("finish", 2, who=BAGUS)
        front.owner().rate(ticket["id"], Rating(instrument="skm", answers={f"U{n}": 4 for n in range(1, 10)}))
    start = clock.wall
    code = complain(front, "kiosk", text=WORDS, name="ZZKANARI Rahmi", contact="0899-0000-0001").json["code"]
    complain(front, text=WORDS)
    clock.passes(minutes=30)
    answered = {"state": "answered", "text": WORDS}
    assert front.post(f"/counter/complaints/{code}/answer", answered, SARI).status_code == 200
    front.post(f"/counter/complaints/{code}/answer", {"state": "settled"}, SARI)
    span = {"from": start.isoformat(), "until": clock.wall.isoformat(), "reason": "power_cut", "text": WORDS}
    assert front.post("/counter/emergencies", span, SARI).status_code == 200


def _asked(front: Front, clock: HandClock) -> int:
    """Two ask without coming: one is answered on Friday, the other withdraws."""
    rina = officer_desk(front)
    said = {"name": "ZZKANARI Rahmi", "phone": "0899-0000-0001"}
    first = rina.receive_request(Asked(channel="whatsapp", said=Said(text=WORDS), **said)).case.stored.id
    clock.passes(minutes=5)
    letter = Asked(channel="email", said=Said(text=WORDS, subject=WORDS), email="kanari@example.com")
    second = rina.receive_request(letter).case.stored.id
    rina.ask_user(second, WORDS, sent=True)
    rina.close_request(second, "withdrawn")
    return first


def pack_of(front: Front, query: str = NOVEMBER) -> bytes:
    """The pack as a manager saves it."""
    answer = front.get(f"/counter/evidence?{query}&format=zip", SARI)
    assert answer.status_code == 200, answer.get_data(as_text=True)[:300]
    return bytes(answer.data)


def saved(front: Front, folder: Path, query: str = NOVEMBER) -> Path:
    """The pack in a file."""
    file = folder / "bukti.zip"
    file.write_bytes(pack_of(front, query))
    return file


def read(pack: bytes, name: str) -> bytes:
    with ZipFile(io.BytesIO(pack)) as archive:
        return archive.read(name)


def table(pack: bytes, name: str) -> list[dict[str, str]]:
    """A CSV of the pack."""
    text = read(pack, name).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def manifest(pack: bytes) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(read(pack, "manifest.json"))
    return told

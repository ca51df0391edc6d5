"""Somebody who asks by the web form of an office, and the officer who answers."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from shared.front_desk import FrontDesk, person_of
from shared.keys import hashed
from shared.web import limits
from tests.web.front import OFFICE, Front, Reply

OFFICES = ("kepulauan-riau", "kota-pekanbaru", "kota-kediri", "jambi", "maluku-utara")
SAID = "Data IPM Kota Pekanbaru 2015–2025.\n\nBila ada, per kecamatan. ZZKANARI"
FRIDAY = date(2026, 11, 20)


def ask(front: Front, office: str = OFFICE, key: str | None = None, **body: Any) -> Reply:
    said = {"text": SAID, "email": "kanari@example.com"} | body
    given = {name: value for name, value in said.items() if value}
    return front.post(f"//{office}/kiosk/requests", given, Idempotency_Key=key or uuid.uuid4().hex)


def asked(front: Front, office: str = OFFICE, **body: Any) -> Any:
    answer = ask(front, office, **body)
    assert answer.status_code == 201, answer.json
    return answer.json


def rina(front: Front, office: str = OFFICE) -> FrontDesk:
    known = front.house.parts.database.house(lambda house: house.known(hashed(front.token("officer:Rina", office))))
    assert known is not None
    return FrontDesk(front.house.parts, front.house.parts.offices[office], person_of(known))


def number_of(front: Front, told: Any) -> int:
    claimed = front.house.parts.keys.claimed(told["token"])
    assert claimed is not None
    return claimed[0]


def from_another_address() -> None:
    """Whoever asks next was not here before."""
    limits._counted.storage.reset()

"""The hands of an officer at the inbox of requests, by HTTP."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from tests.web.front import Front

TEXT = "Mohon data IPM 2010–2025, terima kasih. ZZKANARI ✓"
PHONE = "0812-0000-0013"


def ask(front: Front, path: str, body: Any = None, who: str = "officer:Rina", **headers: str) -> Any:
    """One of the inbox's buttons, with a key of its own."""
    return front.post(f"/counter/requests{path}", body, who, **{"Idempotency_Key": uuid4().hex, **headers})


def take(front: Front, **said: Any) -> dict[str, Any]:
    """Rina pastes a message."""
    answer = ask(front, "", {"channel": "whatsapp", "text": TEXT, "phone": PHONE, **said})
    assert answer.status_code == 201, answer.json
    taken: dict[str, Any] = answer.json
    return taken


def do(front: Front, request: dict[str, Any], verb: str, **body: Any) -> dict[str, Any]:
    """A step that must work."""
    answer = ask(front, f"/{request['id']}/{verb}", body)
    assert answer.status_code == 200, answer.json
    done: dict[str, Any] = answer.json
    return done


def inbox(front: Front, who: str = "officer:Rina") -> dict[str, Any]:
    told: dict[str, Any] = front.get("/counter/requests", who).json
    return told


def thread(front: Front, request: dict[str, Any], who: str = "officer:Rina") -> dict[str, Any]:
    told: dict[str, Any] = front.get(f"/counter/requests/{request['id']}", who).json
    return told

"""What an officer sends must not be written twice."""

from __future__ import annotations

from flask import request

from shared.domain.refusal import Refusal
from shared.front_desk import FrontDesk
from shared.web import desk


def safe_to_repeat() -> FrontDesk:
    """The desk for words that must not be written twice."""
    if "Idempotency-Key" not in request.headers:
        raise Refusal("idempotency_key_missing")
    return desk()

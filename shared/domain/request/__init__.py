"""A consultation that came by WhatsApp, e-mail, telephone or an online service, and its promise."""

from __future__ import annotations

from shared.domain.request.clock import RequestClock, Verdict
from shared.domain.request.events import Event, Terms
from shared.domain.request.legs import clock_of
from shared.domain.request.states import (
    CHANNEL_LETTERS,
    ENDED,
    REOPENS_WITHIN,
    Request,
    State,
    follow,
    number_of,
    retold,
)
from shared.domain.request.urgency import Level, Urgency, is_owed, urgency_of

__all__ = [
    "CHANNEL_LETTERS",
    "ENDED",
    "REOPENS_WITHIN",
    "Event",
    "Level",
    "Request",
    "RequestClock",
    "State",
    "Terms",
    "Urgency",
    "Verdict",
    "clock_of",
    "follow",
    "is_owed",
    "number_of",
    "retold",
    "urgency_of",
]

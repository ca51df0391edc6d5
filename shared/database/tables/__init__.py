"""The rows. Every table belongs to one office; what may tell who a visitor is stands in none of them unsealed."""

from __future__ import annotations

from shared.database.tables.base import Moment, metadata
from shared.database.tables.calendar import calendar_change
from shared.database.tables.channels import channel_state
from shared.database.tables.complaints import complaint, complaint_step
from shared.database.tables.expected import wait_range
from shared.database.tables.follow_up import follow_up
from shared.database.tables.journal import heard, journal, journal_head, note, repeat
from shared.database.tables.judged import judged_day, judged_visit
from shared.database.tables.line import seat, series, service_day, ticket
from shared.database.tables.paper import print_job, probe
from shared.database.tables.people import access, identity, pairing
from shared.database.tables.ratings import rating
from shared.database.tables.requests import attachment, message, request
from shared.database.tables.visitors import (
    consent,
    entry,
    institution,
    need,
    personal_read,
    right_request,
    visitor,
    visitor_key,
)

__all__ = [
    "Moment",
    "access",
    "attachment",
    "calendar_change",
    "channel_state",
    "complaint",
    "complaint_step",
    "consent",
    "entry",
    "follow_up",
    "heard",
    "identity",
    "institution",
    "journal",
    "journal_head",
    "judged_day",
    "judged_visit",
    "message",
    "metadata",
    "need",
    "note",
    "pairing",
    "personal_read",
    "print_job",
    "probe",
    "rating",
    "repeat",
    "request",
    "right_request",
    "seat",
    "series",
    "service_day",
    "ticket",
    "visitor",
    "visitor_key",
    "wait_range",
]

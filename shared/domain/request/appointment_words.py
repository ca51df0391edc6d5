"""What a user reads of an appointment, above whatever the officer writes: when and where, in their language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from shared.domain.request.appointment import Meeting
from shared.domain.request.greeting import WEEKDAYS
from shared.domain.text import Text

Notice = Literal["appoint", "move_meeting", "cancel_meeting"]

_NOTICES: Mapping[Notice, Text] = {
    "appoint": Text(
        "Janji temu untuk permintaan {number}: {moment}, {way}.", "Appointment for request {number}: {moment}, {way}."
    ),
    "move_meeting": Text(
        "Janji temu untuk permintaan {number} kami pindahkan menjadi {moment}, {way}.",
        "We have moved the appointment for request {number} to {moment}, {way}.",
    ),
    "cancel_meeting": Text(
        "Janji temu untuk permintaan {number} pada {moment}, {way}, kami batalkan.",
        "We have cancelled the appointment for request {number} at {moment}, {way}.",
    ),
}
_WAYS: Mapping[Meeting, Text] = {
    "zoom": Text("lewat Zoom", "by Zoom"),
    "visit": Text("di {office}, {place}", "at {office}, {place}"),
}
_SAY_NUMBER = Text(
    "Setiba di kantor, sebutkan nomor permintaan ini kepada petugas.",
    "When you arrive, please tell the officer the number of this request.",
)
_CLOCK: Mapping[str, str] = {
    "id": "{weekday}, {at:%d-%m-%Y} pukul {at:%H.%M} {zone}",
    "en": "{at:%H:%M} {zone} on {weekday}, {at:%d-%m-%Y}",
}


def notice(
    kind: Notice, language: str, number: str, meeting: Meeting, at: datetime, *, office: str, place: str, zone: str
) -> str:
    """The words, in the user's language; `at` is office time, and `zone` its letters."""
    spoken = "en" if language == "en" else "id"
    moment = _CLOCK[spoken].format(weekday=WEEKDAYS[spoken][at.weekday()], at=at, zone=zone)
    way = _WAYS[meeting].in_language(spoken).format(office=office, place=place)
    told = _NOTICES[kind].in_language(spoken).format(number=number, moment=moment, way=way)
    comes = meeting == "visit" and kind != "cancel_meeting"
    return f"{told} {_SAY_NUMBER.in_language(spoken)}" if comes else told

"""What the provider tells us, read tolerantly: whatever cannot be understood is left out, and the rest is taken.

Nothing here trusts a field to be there or to be of its kind: the provider adds kinds of messages without asking.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from shared.channels.outgoing import Delivered, NotSent, Problem, Report, Sent
from shared.channels.whatsapp.loose import mapping, mappings
from shared.channels.whatsapp.place import Place
from shared.channels.whatsapp.problems import problem_of
from shared.channels.whatsapp.words import LONGEST_NAME, Media, file_of, readable, words_of

LONGEST_MARK = 500
_BAD_REQUEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A user's message. `phone` is E.164; None where the provider keeps it to itself. `at` is when it was written."""

    mark: str
    text: str
    phone: str | None = None
    name: str | None = None
    at: datetime | None = None
    answers_to: Sequence[str] = ()
    file: Media | None = None
    gesture: bool = False


@dataclass(frozen=True, slots=True)
class NumberChanged:
    """A user has another number from now on; both E.164."""

    mark: str
    old: str
    new: str


@dataclass(slots=True)
class Heard:
    """Everything of one call: messages by the time at which they were written, then what became of ours."""

    messages: list[Told] = field(default_factory=list)
    changes: list[NumberChanged] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    left_out: int = 0
    """How many parts could not be read, or were not for this number."""


def heard_in(body: bytes, phone_number_id: str) -> Heard:
    """What a call that was signed tells about this number, and about no other."""
    heard = Heard()
    try:
        told = _whole(json.loads(body))
    except (ValueError, RecursionError):
        told = None
        heard.left_out += 1
    for value in _values(told):
        if mapping(value.get("metadata")).get("phone_number_id") != phone_number_id:
            heard.left_out += 1
            continue
        names = _names(value)
        for message in mappings(value.get("messages")):
            _take(heard, message, names)
        heard.reports += [report for status in mappings(value.get("statuses")) if (report := _report(status))]
    heard.messages.sort(key=lambda one: (one.at is None, one.at or datetime.min.replace(tzinfo=UTC)))
    return heard


def _whole(told: Any) -> Any:
    """The same without halves of characters in any name or mark, which nothing could seal or find again."""
    return json.loads(json.dumps(told, ensure_ascii=False).encode(errors="ignore"))


def _values(told: object) -> Iterator[Mapping[str, Any]]:
    for entry in mappings(mapping(told).get("entry")):
        for change in mappings(entry.get("changes")):
            if change.get("field", "messages") == "messages":
                yield mapping(change.get("value"))


def _names(value: Mapping[str, Any]) -> dict[str, str]:
    """The names that users gave themselves, by number and by the provider's own id of a user."""
    names: dict[str, str] = {}
    for contact in mappings(value.get("contacts")):
        name = readable(mapping(contact.get("profile")).get("name"))[:LONGEST_NAME]
        names |= {str(contact[key]): name for key in ("wa_id", "user_id") if contact.get(key) and name}
    return names


def _take(heard: Heard, message: Mapping[str, Any], names: Mapping[str, str]) -> None:
    mark, kind = message.get("id"), message.get("type")
    if not isinstance(mark, str) or not 0 < len(mark) <= LONGEST_MARK:
        heard.left_out += 1
        return
    kind = kind if isinstance(kind, str) else ""
    sender = str(message.get("from") or "")
    if kind == "system":
        new = _phone(mapping(message.get("system")).get("wa_id"))
        old = _phone(sender)
        if old and new and old != new:
            heard.changes.append(NumberChanged(mark, old, new))
        return
    answered = mapping(message.get("context")).get("id")
    reacted = mapping(message.get("reaction")).get("message_id") if kind == "reaction" else None
    heard.messages.append(
        Told(
            mark=mark,
            text=words_of(kind, message),
            phone=_phone(sender),
            name=names.get(sender) or names.get(str(message.get("from_user_id"))),
            at=_moment(message.get("timestamp")),
            answers_to=[name for name in (answered, reacted) if isinstance(name, str) and name],
            file=file_of(kind, message),
            gesture=kind == "reaction",
        )
    )


def _report(status: Mapping[str, Any]) -> Report | None:
    """What became of a message of ours. That it was read is not kept: it is the user's own affair."""
    mark = status.get("id")
    if not isinstance(mark, str):
        return None
    place = Place.read(status.get("biz_opaque_callback_data"))
    named = (place.request, place.position) if place else None
    match status.get("status"):
        case "failed":
            return Report(mark, _failure(status), named, of_a_part=place is not None and place.part < place.of)
        case "sent" if place is None or place.part == place.of:
            return Report(mark, Sent(mark), named)
        case "delivered" | "read" if place is None or place.part == place.of:
            return Report(mark, Delivered(), named)
    return None


def _failure(status: Mapping[str, Any]) -> NotSent:
    """Whatever the provider failed at, it has given up: the officer decides what to do."""
    codes = [error.get("code") for error in mappings(status.get("errors"))]
    code = next((code for code in codes if isinstance(code, int)), 0)
    return NotSent(problem_of(_BAD_REQUEST, code).problem if code else Problem.REFUSED_MESSAGE, final=True)


def _phone(number: object) -> str | None:
    digits = str(number).removeprefix("+") if isinstance(number, str) else ""
    return f"+{digits}" if digits.isascii() and digits.isdigit() else None


def _moment(seconds: object) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(str(seconds)), UTC)
    except (ValueError, OverflowError, OSError):
        return None

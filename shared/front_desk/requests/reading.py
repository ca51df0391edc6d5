"""What was said in a request, opened for whoever may read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from shared.channels import Enclosed
from shared.database import OfficeRecords
from shared.database.records.attachments import StoredAttachment
from shared.database.records.requests import StoredMessage
from shared.domain.refusal import Refusal
from shared.front_desk.book import Book
from shared.front_desk.requests.case import Case
from shared.front_desk.requests.seals import FileSeals
from shared.front_desk.requests.threads import MESSAGE
from shared.vault import Unreadable, Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadMessage:
    """One message in words. `files` are names and sizes, by their place.

    `missing` says of files that are not here why: `waits`, the problem with which fetching them ended, or `unreadable`
    where a seal is broken.
    """

    stored: StoredMessage
    words: dict[str, Any]
    files: Sequence[tuple[int, str, int]] = ()
    missing: Mapping[int, str] = field(default_factory=dict)

    @property
    def at(self) -> datetime:
        """When it was written, where the channel tells, for messages come late and out of order; else when it came."""
        written = self.words.get("written_at")
        return min(datetime.fromisoformat(written), self.stored.at) if written else self.stored.at


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A request with its words; after an erasure the words are empty."""

    case: Case
    person: dict[str, Any]
    messages: Sequence[ThreadMessage]
    by_hand: bool = False
    """Whether what is written here has to be sent by the officer's own hand."""


def opened_thread(records: OfficeRecords, vault: Vault, case: Case) -> Thread:
    """Every word of a request."""
    visitor = records.visitor(case.stored.visitor)
    if visitor is None or visitor.wrapped is None:
        bare = [ThreadMessage(stored=message, words={}) for message in records.messages_of(case.stored.id)]
        return Thread(case=case, person={}, messages=bare)
    key, office, owner = visitor.wrapped, records.office, visitor.id

    def opened(what: str, sealed: bytes | None) -> dict[str, Any]:
        return vault.open(key, office, owner, what, sealed) if sealed else {}

    files: dict[int, list[tuple[int, str, int]]] = {}
    missing: dict[int, dict[int, str]] = {}
    seals = FileSeals(vault, key, office, owner)
    for file in records.attachments_of(case.stored.id):
        name, why = _named(seals, file)
        files.setdefault(file.message, []).append((file.position, name, file.size))
        if why is not None:
            missing.setdefault(file.message, {})[file.position] = why
    messages = [
        ThreadMessage(
            stored=one,
            words=opened(MESSAGE, one.sealed),
            files=files.get(one.position, ()),
            missing=missing.get(one.position, {}),
        )
        for one in records.messages_of(case.stored.id)
    ]
    messages.sort(key=lambda one: one.at)
    return Thread(case=case, person=Book(records, vault).person(visitor), messages=messages)


def _named(seals: FileSeals, file: StoredAttachment) -> tuple[str, str | None]:
    """A file's name, and why it cannot be had; one broken seal leaves the rest of the thread to be read."""
    try:
        name = (seals.words(file) or {}).get("name", "")
    except Unreadable:
        return "", "unreadable"
    if file.fetching is None:
        return name, None
    return name, "waits" if file.fetching == "waits" else file.problem or "broken"


def enclosed_with(records: OfficeRecords, vault: Vault, case: Case, message: int) -> list[Enclosed]:
    """The files that go out with a message, in order. Raises Unreadable: a letter leaves with all of them or not."""
    visitor = records.visitor(case.stored.visitor)
    if visitor is None or visitor.wrapped is None:
        return []
    positions = [file.position for file in records.attachments_of(case.stored.id) if file.message == message]
    found = [opened_file(records, vault, case, message, position) for position in positions]
    return [Enclosed(name=name, type=kind, content=content) for name, kind, content in found]


def opened_file(
    records: OfficeRecords, vault: Vault, case: Case, message: int, position: int
) -> tuple[str, str, bytes]:
    """Name, type and bytes of a file of a message, or `unknown_file`, `file_awaited`. Raises Unreadable."""
    visitor = records.visitor(case.stored.visitor)
    file = records.attachment(case.stored.id, message, position)
    if file is None or visitor is None or visitor.wrapped is None:
        raise Refusal("unknown_file")
    seals = FileSeals(vault, visitor.wrapped, records.office, visitor.id)
    words = seals.words(file)
    if words is None:
        raise Refusal("unknown_file")
    content = seals.bytes_of(records, file)
    if content is None:
        raise Refusal("file_awaited")
    return words["name"], words["type"], content

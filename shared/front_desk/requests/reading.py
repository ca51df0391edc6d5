"""What was said in a request, opened for whoever may read it."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from shared.database import OfficeRecords
from shared.database.records.requests import StoredMessage
from shared.domain.refusal import Refusal
from shared.front_desk.book import Book
from shared.front_desk.requests.case import Case
from shared.front_desk.requests.threads import FILE, MESSAGE
from shared.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadMessage:
    """One message in words. `files` are names and sizes, by their place.

    `missing` says of files that are not here why: `waits`, or the problem with which fetching them ended.
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
    for file in records.attachments_of(case.stored.id):
        name = opened(FILE, file.sealed).get("name", "")
        files.setdefault(file.message, []).append((file.position, name, file.size))
        if file.fetching is not None:
            why = "waits" if file.fetching == "waits" else file.problem or "broken"
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


def opened_file(
    records: OfficeRecords, vault: Vault, case: Case, message: int, position: int
) -> tuple[str, str, bytes]:
    """Name, type and bytes of a file that came with a message, or `unknown_file`, `file_awaited`."""
    visitor = records.visitor(case.stored.visitor)
    for file in records.attachments_of(case.stored.id):
        wanted = (file.message, file.position) == (message, position)
        if wanted and file.sealed and visitor is not None and visitor.wrapped is not None:
            words = vault.open(visitor.wrapped, records.office, visitor.id, FILE, file.sealed)
            if "content" not in words:
                raise Refusal("file_awaited")
            return words["name"], words["type"], base64.b64decode(words["content"])
    raise Refusal("unknown_file")

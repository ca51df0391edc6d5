"""How a file of a request is sealed: its name and type apart from its bytes, so that a list opens no megabytes."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any

from shared.database import OfficeRecords
from shared.database.records.attachments import StoredAttachment
from shared.vault import Vault

_NAME, _CONTENT, _WHOLE = "file name", "file content", "file"


@dataclass(frozen=True, slots=True)
class FileSeals:
    """The seals of the files of one user, under their key."""

    vault: Vault
    wrapped: bytes
    office: str
    visitor: str

    def named(self, place: tuple[int, int, int], words: dict[str, str]) -> bytes:
        """Name and type of the file at this place (request, message, position), and what its provider calls it."""
        return self.vault.seal(self.wrapped, self.office, self.visitor, _at(_NAME, place), words)

    def content(self, place: tuple[int, int, int], content: bytes) -> bytes:
        """Its bytes."""
        return self.vault.seal_bytes(self.wrapped, self.office, self.visitor, _at(_CONTENT, place), content)

    def words(self, file: StoredAttachment) -> dict[str, Any] | None:
        """Name and type again, and `source` of one that is awaited; None where they were erased. Raises Unreadable."""
        owner = (self.wrapped, self.office, self.visitor)
        if file.named is not None:
            return self.vault.open(*owner, _at(_NAME, _place(file)), file.named)
        return self.vault.open(*owner, _WHOLE, file.whole) if file.whole is not None else None

    def bytes_of(self, records: OfficeRecords, file: StoredAttachment) -> bytes | None:
        """The bytes again; None for a file that is not here or was erased. Raises Unreadable."""
        if file.whole is not None:  # from before names were sealed apart
            content = (self.words(file) or {}).get("content")
            return base64.b64decode(content) if content is not None else None
        sealed = records.sealed_file(file)
        if sealed is None:
            return None
        return self.vault.open_bytes(self.wrapped, self.office, self.visitor, _at(_CONTENT, _place(file)), sealed)


def _place(file: StoredAttachment) -> tuple[int, int, int]:
    return file.request, file.message, file.position


def _at(what: str, place: tuple[int, int, int]) -> str:
    """A seal belongs to one file: under the name of another it does not open."""
    return f"{what} {place}"

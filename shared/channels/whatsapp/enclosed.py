"""A file that goes out by the Cloud API: uploaded first, then named in a message of its own.

Kinds and sizes: developers.facebook.com, Cloud API, "Media", "Supported media types".
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from http.client import HTTPException
from io import BytesIO
from secrets import token_hex
from typing import Any

from shared.channels.outgoing import Enclosed

LARGEST_IMAGE = 5 * 1024 * 1024
"""Bytes; a larger picture goes as a document."""
LONGEST_NAME = 240
_IMAGES = frozenset({"image/jpeg", "image/png"})
_OFFICE = "application/vnd.openxmlformats-officedocument"
_DOCUMENTS = frozenset(
    {
        "application/msword",
        "application/pdf",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        f"{_OFFICE}.presentationml.presentation",
        f"{_OFFICE}.spreadsheetml.sheet",
        f"{_OFFICE}.wordprocessingml.document",
        "text/plain",
    }
)


class SlowUpload(BytesIO):
    """A body that gives up when its time is over, however steadily it is taken. `ends` as `time.monotonic` counts."""

    def __init__(self, body: bytes, ends: float) -> None:
        super().__init__(body)
        self._ends = ends

    def read(self, size: int | None = -1, /) -> bytes:
        """The next piece. Raises TimeoutError."""
        if time.monotonic() > self._ends:
            raise TimeoutError
        return super().read(size)


def taken_type(file: Enclosed) -> str | None:
    """The type under which the peer takes the file; None where it takes none of this kind from anybody."""
    if file.type in _DOCUMENTS or file.type in _IMAGES:
        return file.type
    return "text/plain" if file.type.startswith("text/") else None  # a table as text keeps its name, and opens by it


def form_of(file: Enclosed) -> tuple[str, bytes]:
    """The upload as a form (RFC 7578): its Content-Type and its bytes. What stands in it about the file is its kind."""
    edge = token_hex(16)
    kind = taken_type(file) or file.type
    fields = {"messaging_product": "whatsapp", "type": kind}
    told = "".join(
        f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    )
    head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="file"\r\nContent-Type: {kind}\r\n\r\n'
    body = told.encode() + head.encode() + file.content + f"\r\n--{edge}--\r\n".encode()
    return f"multipart/form-data; boundary={edge}", body


def said_of(file: Enclosed, media: str) -> dict[str, Any]:
    """The part of a message that names the uploaded file: a picture is seen in the chat, all else keeps its name."""
    if file.type in _IMAGES and len(file.content) <= LARGEST_IMAGE:
        return {"type": "image", "image": {"id": media, "caption": file.name[-LONGEST_NAME:]}}
    return {"type": "document", "document": {"id": media, "filename": file.name[-LONGEST_NAME:]}}


def media_of(answer: Mapping[str, Any]) -> str:
    """What the peer calls the uploaded file. Raises HTTPException where it says nothing that could be a name."""
    media = answer.get("id")
    if not isinstance(media, str) or not media:
        raise HTTPException("the answer names no file")
    return media

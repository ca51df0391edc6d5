"""Files in a request's JSON and in answers.

They come as base64 within the body, not as a form of parts: while a form is read its parts lie unsealed in files on the
disk (faults.md 4.9), and every other body is JSON.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from functools import wraps
from io import BytesIO
from typing import Annotated, Any, ParamSpec, TypeVar

from flask import Response, request, send_file
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from shared.front_desk.requests import FileSent
from shared.front_desk.requests.said import LARGEST_FILE, LARGEST_TOGETHER, MOST_FILES
from shared.web.words import Words, written

LARGEST_WITH_FILES = LARGEST_TOGETHER * 3 // 2
"""Bytes of a body with files: more than the most in base64, so that whatever is a little too much is told in words."""
LONGEST_NAME = 120
NAMELESS = "berkas"

P = ParamSpec("P")
T = TypeVar("T")


def _is_base64(text: str) -> str:
    try:
        binascii.a2b_base64(text, strict_mode=True)
    except (binascii.Error, ValueError):
        raise ValueError("is not base64") from None
    return text


class Attached(BaseModel):
    """A file of a message: its name, its type as the browser takes it, and its bytes in base64."""

    model_config = ConfigDict(strict=True, extra="forbid")

    name: Annotated[Words, Field(max_length=255)]
    type: Annotated[Words, Field(max_length=127)] = ""
    content: Annotated[str, AfterValidator(_is_base64)]

    def sent(self) -> FileSent:
        """The same as the desk takes it."""
        return FileSent(name=safe_name(self.name), type=self.type, content=base64.b64decode(self.content))


Files = Annotated[list[Attached], Field(max_length=MOST_FILES * 10)]
"""The files of a message; the desk says in words when they are too many."""


def files_of(files: list[Attached]) -> list[FileSent]:
    """The files as the desk takes them."""
    return [file.sent() for file in files]


def takes_files(view: Callable[P, T]) -> Callable[P, T]:
    """Let a route's body hold files. Stands above `input`; whoever asks is known by then."""

    @wraps(view)
    def with_files(*args: P.args, **kwargs: P.kwargs) -> T:
        request.max_content_length = LARGEST_WITH_FILES
        return view(*args, **kwargs)

    return with_files


def limits_of_files() -> dict[str, Any]:
    """What a page tells whoever attaches files: how many, and bytes of one and of all together."""
    return {"most": MOST_FILES, "largest": LARGEST_FILE, "together": LARGEST_TOGETHER}


def safe_name(name: str) -> str:
    """A name under which any system keeps a file, with its ending."""
    plain = written(name)
    for sign in '/\\:*?"<>|':
        plain = plain.replace(sign, "_")
    return plain.strip(". ")[-LONGEST_NAME:].strip() or NAMELESS


def saved(name: str, content: bytes) -> Response:
    """A stranger's file: saved, never shown, and never taken for anything that a browser would run."""
    answer = send_file(
        BytesIO(content),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=safe_name(name),
        etag=False,
    )
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["Cache-Control"] = "no-store"
    return answer

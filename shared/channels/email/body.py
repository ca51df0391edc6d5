"""The words and the files of a mail, as far as its MIME can be followed."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.message import Message
from typing import Literal

from shared.channels.email.headers import clean, decoded, words_meant
from shared.channels.email.incoming import IncomingFile
from shared.channels.email.plain_text import plain_text

DEEPEST = 40
MOST_PARTS = 500
LONGEST_NAME = 120
LONGEST_TEXT = 400_000
_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*")
_NAMES = {"text/calendar": "undangan.ics", "message/rfc822": "pesan.eml", "application/pkcs7-mime": "smime.p7m"}
Kind = Literal["plain", "html"]


@dataclass(slots=True)
class Body:
    """What was found so far: texts in order with their kind, files, and pictures that stand within the text."""

    texts: list[tuple[Kind, str]] = field(default_factory=list)
    files: list[IncomingFile] = field(default_factory=list)
    pictures: list[IncomingFile] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words, as plain text."""
        each = (plain_text(text[:LONGEST_TEXT]) if kind == "html" else text.strip() for kind, text in self.texts)
        return "\n\n".join(text for text in each if text)[:LONGEST_TEXT]

    def join(self, other: Body) -> None:
        """Add what was found further down."""
        self.texts += other.texts
        self.files += other.files
        self.pictures += other.pictures


def body_of(mail: Message) -> Body:
    """Everything in the mail. Raises RecursionError or ValueError for one that is built to be unreadable."""
    return _Opening().open(mail, 0)


class _Opening:
    def __init__(self) -> None:
        self._parts = 0

    def open(self, part: Message, depth: int) -> Body:
        self._parts += 1
        if depth > DEEPEST or self._parts > MOST_PARTS:
            raise ValueError("too many parts")
        content = part.get_payload()
        if isinstance(content, list) and part.get_content_maintype() == "multipart":
            return self._opened_parts(part, [one for one in content if isinstance(one, Message)], depth)
        body = Body()
        kind = part.get_content_type()
        boundless = isinstance(content, str) and part.get_content_maintype() == "multipart"
        if boundless or (kind in ("text/plain", "text/html") and not _is_file(part)):
            body.texts.append(("html" if kind == "text/html" else "plain", _text(part)))
        else:
            inline = part.get_content_disposition() != "attachment" and part.get_content_maintype() == "image"
            (body.pictures if inline else body.files).append(_file(part, self._parts))
        return body

    def _opened_parts(self, part: Message, content: Sequence[Message], depth: int) -> Body:
        body = Body()
        for one in content:
            body.join(self.open(one, depth + 1))
        if part.get_content_subtype() == "alternative":  # the same words twice: the plain ones, if there are any
            plain = [text for text in body.texts if text[0] == "plain" and text[1].strip()]
            body.texts = plain or body.texts
        return body


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _bytes(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    if isinstance(content, bytes):
        return content
    inner = part.get_payload()
    return b"\n".join(one.as_bytes() for one in inner if isinstance(one, Message)) if isinstance(inner, list) else b""


def _text(part: Message) -> str:
    try:
        charset = part.get_content_charset()
    except (LookupError, ValueError):
        charset = None
    return decoded(_bytes(part), charset)


def _file(part: Message, place: int) -> IncomingFile:
    claimed = part.get_content_type()
    kind = claimed if _TYPE.fullmatch(claimed) else "application/octet-stream"
    name = safe_name(words_meant(clean(part.get_filename() or "")))
    if not name:
        name = _NAMES.get(kind) or f"lampiran-{place}{mimetypes.guess_extension(kind) or '.bin'}"
    return IncomingFile(name=name, type=kind, content=_bytes(part))


def safe_name(text: str) -> str:
    """A name without folders and without signs that a file system takes for its own; its ending stays."""
    last = re.split(r"[/\\]", text)[-1]
    name = re.sub(r'[<>:"|?*\n\t]', "_", last).strip(" .")
    stem, dot, ending = name.rpartition(".")
    return name if len(name) <= LONGEST_NAME else f"{(stem or name)[: LONGEST_NAME - 20]}{dot}{ending[:19]}"

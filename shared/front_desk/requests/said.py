"""What somebody says who writes to the office: their words, their files, and who they are as far as they said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.domain.guest_book.checked import email as checked_email
from shared.domain.guest_book.checked import phone as checked_phone
from shared.domain.guest_book.checked import without_identity_numbers
from shared.domain.refusal import Refusal
from shared.domain.standard import Channel

TEXT_LENGTH = 20_000
"""A letter that is longer is cut, and says so; nobody's request is lost for its length."""
MEGABYTE = 1024 * 1024
MOST_FILES, LARGEST_FILE = 10, 10 * MEGABYTE
LARGEST_TOGETHER = 15 * MEGABYTE
"""Bytes of all files of one message that somebody attaches on a page. A letter carries them a third larger, and many
mailboxes take no more than 25 MB.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSent:
    """A file that came with a message."""

    name: str
    type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class FileNamed:
    """A file that a channel has only named: `source` is what its provider calls it, and it is fetched later."""

    name: str
    type: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody wrote. `mark` tells this very message again (a Message-ID, a provider's number): it is taken once.

    `answers_to` are the marks of messages that it answers; `by_machine` is an auto-reply, which stops no clock; a
    `gesture` (a thumbs-up under a message) is shown in its thread, and opens, reopens and stops nothing either.
    `written_at` (aware) is when the channel's own server had it, where that tells; the promise of a request runs from
    then.
    """

    text: str
    subject: str | None = None
    mark: str | None = None
    answers_to: Sequence[str] = ()
    files: Sequence[FileSent] = ()
    named_files: Sequence[FileNamed] = ()
    by_machine: bool = False
    gesture: bool = False
    written_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A new request: on which channel, by whom as far as they said, and in what words."""

    channel: Channel
    said: Said
    name: str | None = None
    phone: str | None = None
    email: str | None = None
    service: str | None = None
    language: str = "id"


def person_of(asked: Asked) -> dict[str, str]:
    """Who asks, as far as they said: contacts in one spelling. Refuses `bad_phone` and `bad_email`."""
    said = {
        "name": without_identity_numbers(asked.name.strip()) if asked.name else None,
        "phone": checked_phone(asked.phone) if asked.phone else None,
        "email": checked_email(asked.email) if asked.email else None,
    }
    return {name: value for name, value in said.items() if value}


def refuse_silence(said: Said) -> None:
    """Refuses `nothing_said` for a message without words and without files; a call needs no words."""
    if not said.text.strip() and not said.files:
        raise Refusal("nothing_said")


def words_of(said: Said) -> dict[str, Any]:
    """What is kept of a message."""
    text = without_identity_numbers(said.text.strip())
    words: dict[str, Any] = {"text": text[:TEXT_LENGTH]}
    if said.mark is not None:
        words["id"] = said.mark
    if said.written_at is not None:
        words["written_at"] = said.written_at.isoformat()
    if said.subject:
        words["subject"] = without_identity_numbers(said.subject.strip())[:200]
    if len(text) > TEXT_LENGTH:
        words["cut"] = True
    if len(files_of(said)) < len(said.files):
        words["files_left_out"] = len(said.files) - len(files_of(said))
    return words


def files_of(said: Said) -> list[FileSent]:
    """The files that are kept; the thread says how many were too large or too many."""
    return [file for file in said.files if len(file.content) <= LARGEST_FILE][:MOST_FILES]


def refuse_files(files: Sequence[FileSent]) -> None:
    """Refuses `too_many_files`, `file_empty`, `file_too_large` and `files_too_large`: whoever attaches a file on a page
    is told so, while what came over a channel is kept as far as it can be and the rest counted.
    """
    if len(files) > MOST_FILES:
        raise Refusal("too_many_files", item="files", most=MOST_FILES)
    if any(not file.content for file in files):
        raise Refusal("file_empty", item="files")
    if any(len(file.content) > LARGEST_FILE for file in files):
        raise Refusal("file_too_large", item="files", most=LARGEST_FILE // MEGABYTE)
    if sum(len(file.content) for file in files) > LARGEST_TOGETHER:
        raise Refusal("files_too_large", item="files", most=LARGEST_TOGETHER // MEGABYTE)

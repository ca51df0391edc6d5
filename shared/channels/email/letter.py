"""A message as a letter: who it is from, which letters it answers, and by what name answers will call it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import formataddr, formatdate
from typing import Any

from shared.channels.connections import EmailAccount
from shared.channels.outgoing import Outgoing

MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,240}>")
"""A Message-ID that may stand in a header of ours: printable, without spaces and brackets of its own (RFC 5322)."""
NAME_LENGTH = 32
"""Signs of a letter's name that stand in its Message-ID: 128 bits, so that nobody guesses his way into a thread."""
ANSWERED = 20
"""So many earlier letters are named; programs that sort by threads need the first and the newest."""
_PREFIXES = re.compile(r"^(?:\s*(?:re|fwd?|balas|bls|trs|aw|sv)\s*(?:\[\d+\])?\s*:)+\s*", re.IGNORECASE)
_OURS = re.compile(r"\s*\[[A-Z]{2}-\d{4}-\d{4,}\]")
_SUBJECTS: Mapping[str, str] = {"id": "Permintaan Anda [{number}]", "en": "Your request [{number}]"}


class _NamesAsTheyAre(EmailPolicy):
    """The library wraps a long Message-ID into an encoded word, by which no mail program finds the thread again."""

    def fold(self, name: str, value: Any) -> str:
        """A name to a line, however long it is; everything else as the library does it."""
        if name.lower() in ("message-id", "in-reply-to", "references"):
            return f"{name}: {(self.linesep + ' ').join(str(value).split())}{self.linesep}"
        return str(super().fold(name, value))

    def fold_binary(self, name: str, value: Any) -> bytes:
        """The same as bytes."""
        return self.fold(name, value).encode("ascii", "surrogateescape")


POLICY = _NamesAsTheyAre(linesep="\r\n")


def message_id(letter: Outgoing, account: EmailAccount) -> str:
    """The letter's name: the same for each attempt, so that a second copy of it is known for what it is."""
    name = letter.name[:NAME_LENGTH] or f"{letter.number}.{letter.position}".lower()
    return f"<{name}@{account.address.rpartition('@')[2]}>"


def written(letter: Outgoing, account: EmailAccount) -> EmailMessage:
    """The letter as it goes out. ValueError for an address that can stand in no header."""
    mail = EmailMessage(policy=POLICY)
    mail["From"] = formataddr((account.name or "", account.address))
    mail["To"] = letter.email or ""
    mail["Subject"] = subject_of(letter)
    mail["Date"] = formatdate(localtime=True)
    mail["Message-ID"] = message_id(letter, account)
    answered = [mark for mark in letter.answers_to if MESSAGE_ID.fullmatch(mark)]
    if answered:
        mail["In-Reply-To"] = answered[-1]
        mail["References"] = " ".join([*answered[:1], *answered[1:][-ANSWERED:]])
    mail["Content-Language"] = "en" if letter.language == "en" else "id"
    if letter.by_program:  # RFC 3834: no program answers it, so that two of them never write to each other for ever
        mail["Auto-Submitted"] = "auto-replied"
        mail["X-Auto-Response-Suppress"] = "All"
    mail.set_content(letter.text, cte="quoted-printable")
    for file in letter.files:
        main, _, sub = file.type.partition("/")
        mail.add_attachment(file.content, maintype=main, subtype=sub, filename=file.name)
    return mail


def subject_of(letter: Outgoing) -> str:
    """The number, behind the user's own words where a person answers; a letter by the program repeats nobody's words,
    for whoever forges a sender would have it carry them to somebody else.
    """
    words = _OURS.sub("", _PREFIXES.sub("", " ".join((letter.subject or "").split()))).strip()
    if words and not letter.by_program:
        return f"Re: {words} [{letter.number}]"
    return _SUBJECTS["en" if letter.language == "en" else "id"].format(number=letter.number)

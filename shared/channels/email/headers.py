"""Headers as people meant them: encoded words, bytes that say no charset, addresses and the names of letters."""

from __future__ import annotations

import re
from binascii import Error as BrokenBase64
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses

from shared.channels.email.letter import MESSAGE_ID

LONGEST_HEADER = 20_000
MOST_NAMES = 50
_SPEAKS_OTHERWISE = re.compile(r"^(utf-?16|utf-?32|utf-?7|iso-2022)", re.IGNORECASE)
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Characters that nobody sees, or that turn the direction of what follows; line ends and tabs stay."""


def decoded(data: bytes, charset: str | None) -> str:
    """The text of these bytes. What is good UTF-8 is UTF-8, whatever a mail claims; nothing is refused."""
    for name in [charset, "utf-8"] if charset and _SPEAKS_OTHERWISE.match(charset) else ["utf-8", charset]:
        try:
            return clean(data.decode(name or "cp1252"))
        except (LookupError, ValueError):
            continue
    return clean(data.decode("cp1252", "replace"))


def clean(text: str) -> str:
    """The text with one kind of line end and no sign that cannot be seen."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def written_header(mail: Message, name: str) -> str:
    """The header as it stands, on one line, encoded words and all; "" for none."""
    found = next((value for key, value in mail.raw_items() if key.lower() == name), "")
    return " ".join(decoded(str(found)[:LONGEST_HEADER].encode("utf-8", "surrogateescape"), None).split())


def header(mail: Message, name: str) -> str:
    """The header as its writer meant it."""
    return words_meant(written_header(mail, name))


def senders_of(mail: Message, *names: str) -> Iterator[tuple[str, str]]:
    """Name and address of each sender that these headers name, in order."""
    for name in names:
        for person, address in getaddresses([written_header(mail, name)]):
            if "@" in address:
                yield words_meant(person), address


def names_in(mail: Message, *headers: str) -> list[str]:
    """Every Message-ID in these headers, each once; the first and the newest of very many."""
    found = [name for one in headers for name in MESSAGE_ID.findall(header(mail, one))]
    each = list(dict.fromkeys(found))
    return each if len(each) <= MOST_NAMES else [each[0], *each[-MOST_NAMES + 1 :]]


def words_meant(text: str) -> str:
    """A header's text with its encoded words (RFC 2047) decoded."""
    try:
        pieces = decode_header(text)
    except (HeaderParseError, BrokenBase64, ValueError):
        return text
    joined = "".join(
        piece
        if isinstance(piece, str)
        else decoded(piece, charset)
        if charset
        else piece.decode("raw-unicode-escape", "replace")
        for piece, charset in pieces
    )
    return " ".join(clean(joined).split())

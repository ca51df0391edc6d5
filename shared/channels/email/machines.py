"""Mails that no person wrote: auto-replies, letters to many, and notices of servers that could not deliver."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message

from shared.channels.email.headers import decoded, header, names_in, senders_of, written_header
from shared.channels.email.incoming import Bounce, Delay
from shared.channels.email.letter import MESSAGE_ID

_MACHINES = ("x-autoreply", "x-autorespond", "x-autoreply-from", "x-autoresponder")
_LISTS = ("list-id", "list-unsubscribe", "list-post", "feedback-id")
_AWAY = re.compile(
    r"^\s*(automatic reply|auto[ -]?reply|auto[ -]?response|out of (the )?office|vacation reply|balasan otomatis"
    r"|jawaban otomatis|respons otomatis|balas otomatis|sedang (cuti|dinas luar)|di luar kantor)\b",
    re.IGNORECASE,
)
_NOT_DELIVERED = re.compile(
    r"undeliver|returned mail|delivery (status notification|failure|has failed|incomplete)|mail delivery|failure notice"
    r"|mail system error|could not be delivered|not delivered|gagal (terkirim|dikirim)|tidak terkirim",
    re.IGNORECASE,
)
_SERVERS = re.compile(r"^(mailer-?daemon|mail-?daemon|postmaster|mdaemon|no-?reply-?bounce)@", re.IGNORECASE)
_RETURNED = re.compile(r"^message-id:\s*(<[^<>\s]+>)", re.IGNORECASE | re.MULTILINE)
MOST_TRIED = 20
LOOKS_INTO = 256 * 1024
"""Bytes of a server's notice that are searched for the letter's name."""


def is_by_machine(mail: Message) -> bool:
    """Whether it is an auto-reply: by RFC 3834, by what Exchange and others write instead, or by its subject."""
    submitted = written_header(mail, "auto-submitted").partition(";")[0].strip().lower()
    suppressed = re.split(r"[,\s]+", written_header(mail, "x-auto-response-suppress").lower())
    return (
        submitted not in ("", "no")
        or bool({"all", "oof", "autoreply"}.intersection(suppressed))
        or written_header(mail, "precedence").lower() in ("auto_reply", "bulk", "junk")
        or any(written_header(mail, name) for name in _MACHINES)
        or mail.get_content_type() == "multipart/report"
        or written_header(mail, "return-path") == "<>"
        or bool(_AWAY.match(header(mail, "subject")))
    )


def is_to_many(mail: Message) -> bool:
    """Whether it went to a list of people, so that an answer by the program would reach, or annoy, all of them."""
    return written_header(mail, "precedence").lower() == "list" or any(written_header(mail, name) for name in _LISTS)


def notice_in(mail: Message) -> Bounce | Delay | None:
    """What a server says of a letter that it could not deliver, by RFC 3464 or in the forms without it."""
    from_server = written_header(mail, "return-path") == "<>" or any(
        _SERVERS.match(address) for _, address in senders_of(mail, "from")
    )
    if not from_server and mail.get_content_type() != "multipart/report":
        return None  # a person may pass such a notice on, and asks something about it
    actions = [action for part in mail.walk() for action in _actions(part)]
    if actions:
        return Bounce(_letters_in(mail)) if "failed" in actions else Delay()
    return Bounce(_letters_in(mail)) if _NOT_DELIVERED.search(header(mail, "subject")) else None


def _actions(part: Message) -> Iterator[str]:
    blocks = part.get_payload()
    if part.get_content_type() == "message/delivery-status" and isinstance(blocks, list):
        yield from (written_header(one, "action").lower() for one in blocks if isinstance(one, Message))


def _letters_in(mail: Message) -> list[str]:
    """The names that the returned letter may have: its own header first, then what the notice answers."""
    found: list[str] = []
    for part in mail.walk():
        inner = part.get_payload()
        if part.get_content_type() == "message/rfc822" and isinstance(inner, list) and isinstance(inner[0], Message):
            found += names_in(inner[0], "message-id")
        elif not part.is_multipart():
            content = part.get_payload(decode=True)
            text = decoded(content[:LOOKS_INTO], None) if isinstance(content, bytes) else ""
            found += [name for name in _RETURNED.findall(text) if MESSAGE_ID.fullmatch(name)]
    found += names_in(mail, "original-message-id", "in-reply-to", "references")
    return list(dict.fromkeys(found))[:MOST_TRIED]

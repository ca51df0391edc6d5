"""Mails that no person wrote, and signs that one may not: auto-replies, notices of servers, letters passed on."""

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


def is_auto_reply(mail: Message) -> bool:
    """Whether a program answered by itself, beyond doubt: it says so (RFC 3834, 5.1), it is a server's report, or its
    subject tells of an absence where a sign of RFC 3834 agrees. In doubt somebody wrote it, and nobody is overheard.
    """
    by_program = _submitted(mail) not in ("", "no") or written_header(mail, "return-path") == "<>"
    return (
        _submitted(mail) == "auto-replied"
        or written_header(mail, "precedence").lower() == "auto_reply"
        or any(written_header(mail, name).lower() not in ("", "no", "false") for name in _MACHINES)
        or mail.get_content_type() == "multipart/report"
        or (by_program and bool(_AWAY.match(header(mail, "subject"))))
    )


def may_be_by_machine(mail: Message) -> bool:
    """Whether the program must not greet its writer (RFC 3834, 2): a person's letter bears such signs too, when a list,
    Exchange or a ticket system passed it on.
    """
    suppressed = re.split(r"[,\s]+", written_header(mail, "x-auto-response-suppress").lower())
    return (
        is_auto_reply(mail)
        or _submitted(mail) not in ("", "no")
        or bool({"all", "oof", "autoreply"}.intersection(suppressed))
        or written_header(mail, "precedence").lower() in ("bulk", "junk", "list")
        or any(written_header(mail, name) for name in _LISTS)
        or written_header(mail, "return-path") == "<>"
        or bool(_AWAY.match(header(mail, "subject")))
    )


def _submitted(mail: Message) -> str:
    return written_header(mail, "auto-submitted").partition(";")[0].partition("(")[0].strip().lower()


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

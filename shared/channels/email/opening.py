"""A mail is opened: whatever can be read of it is read, and one that cannot hinders nobody."""

from __future__ import annotations

import hashlib
from email import message_from_bytes
from email.message import Message
from email.policy import compat32

from shared.channels.email.body import Body, body_of
from shared.channels.email.headers import header, names_in, senders_of, written_header
from shared.channels.email.incoming import Aside, IncomingFile, IncomingLetter, Opened
from shared.channels.email.machines import is_auto_reply, may_be_by_machine, notice_in

WHOLE = "e-mail.eml"
"""The name of the whole mail where nothing in it could be told apart."""


def opened(raw: bytes) -> Opened:
    """What this mail is; `Aside.UNREADABLE` for one that cannot be read at all. Raises nothing."""
    try:
        mail = message_from_bytes(raw, policy=compat32)
        if not any(written_header(mail, name) for name in ("from", "sender", "subject", "message-id", "date")):
            return Aside.UNREADABLE
        return notice_in(mail) or _letter(mail, raw)
    except Exception:  # noqa: BLE001 # the parser of the library fails in ways of its own; no mail may block the next
        return Aside.UNREADABLE


def _letter(mail: Message, raw: bytes) -> IncomingLetter:
    body = _body(mail, raw)
    name, address = next(senders_of(mail, "from", "sender"), ("", ""))
    _, answers_at = next(senders_of(mail, "reply-to"), ("", address))
    return IncomingLetter(
        mark=mark_of(mail, raw),
        answers_to=names_in(mail, "references", "in-reply-to"),
        name=name or ("" if address else header(mail, "from")),
        address=answers_at or None,
        subject=header(mail, "subject"),
        text=body.text,
        files=[*body.files, *body.pictures],
        by_machine=is_auto_reply(mail),
        ungreeted=may_be_by_machine(mail),
    )


def _body(mail: Message, raw: bytes) -> Body:
    """Its words and files; the mail itself as a file, where it has neither and is not simply empty."""
    try:
        body = body_of(mail)
    except (RecursionError, ValueError, LookupError, AssertionError):
        body = Body()
    is_bare = isinstance(content := mail.get_payload(), str) and not content.strip()
    if not body.text and not body.files and not body.pictures and not is_bare:
        body.files = [IncomingFile(name=WHOLE, type="message/rfc822", content=raw)]
    return body


def mark_of(mail: Message, raw: bytes) -> str:
    """What tells this mail again: its Message-ID, else a fingerprint of all of it."""
    return next(iter(names_in(mail, "message-id")), f"sha256:{hashlib.sha256(raw).hexdigest()}")

"""A WhatsApp message of any kind as words of the thread: whatever the user did, an officer reads that they did it."""

from __future__ import annotations

import json
import mimetypes
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from shared.channels.whatsapp.loose import mapping, mappings

LONGEST_NAME = 100
_MEDIA: Mapping[str, str] = {
    "image": "foto",
    "video": "video",
    "audio": "rekaman suara",
    "voice": "rekaman suara",
    "document": "dokumen",
}


class Media(NamedTuple):
    """A file that a message brings: `source` is what the provider calls it."""

    name: str
    type: str
    source: str


def readable(text: object) -> str:
    """The text without what nobody can read or store: control characters and halves of characters."""
    if not isinstance(text, str):
        return ""
    kept = "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs", "Co"))
    return kept.strip()


def words_of(kind: str, message: Mapping[str, Any]) -> str:
    """What the message says; for what is no text a note in brackets. Never empty."""
    part = mapping(message.get(kind))
    if kind == "contacts":
        said = _contacts(mappings(message.get(kind)))
    else:
        said = _KINDS[kind](part) if kind in _KINDS else readable(part.get("caption")) if kind in _MEDIA else ""
    if said:
        return said
    return f"[{_MEDIA[kind]}]" if kind in _MEDIA else _unknown(kind)


def file_of(kind: str, message: Mapping[str, Any]) -> Media | None:
    """The file that the message brings; None for one that brings none."""
    part = mapping(message.get(kind))
    source = part.get("id")
    if kind not in _MEDIA or not isinstance(source, str) or not source:
        return None
    given = readable(part.get("mime_type"))[:LONGEST_NAME]
    mime = given.split(";", maxsplit=1)[0].strip().lower() or "application/octet-stream"
    name = readable(part.get("filename"))[:LONGEST_NAME]
    return Media(name or f"{_MEDIA[kind]}{mimetypes.guess_extension(mime) or ''}", mime, source)


def _unknown(kind: str) -> str:
    """The user sees what they sent, the officer does not: the note lets them ask."""
    return f"[pesan jenis “{readable(kind)[:40] or '?'}” yang tidak dapat ditampilkan di sini]"


def _location(part: Mapping[str, Any]) -> str:
    named = [readable(part.get(name)) for name in ("name", "address")]
    spot = ", ".join(str(part[name]) for name in ("latitude", "longitude") if isinstance(part.get(name), int | float))
    return f"[lokasi: {' · '.join(said for said in (*named, spot) if said)}]"


def _contacts(cards: Sequence[Mapping[str, Any]]) -> str:
    return "\n".join(f"[kontak: {_card(card)}]" for card in cards[:10])


def _card(card: Mapping[str, Any]) -> str:
    name = readable(mapping(card.get("name")).get("formatted_name"))
    phones = [readable(phone.get("phone")) for phone in mappings(card.get("phones"))]
    return ", ".join(said for said in (name, *phones[:3]) if said)


def _interactive(part: Mapping[str, Any]) -> str:
    for kind in ("button_reply", "list_reply"):
        if title := readable(mapping(part.get(kind)).get("title")):
            return title
    filled = mapping(part.get("nfm_reply")).get("response_json")
    return f"[formulir] {_filled(filled)}" if isinstance(filled, str) else ""


def _filled(text: str) -> str:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return readable(text)
    if not isinstance(told, dict):
        return readable(text)
    return "; ".join(f"{readable(name)}: {readable(str(said))}" for name, said in told.items() if name != "flow_token")


def _order(part: Mapping[str, Any]) -> str:
    items = mappings(part.get("product_items"))[:30]
    listed = [f"{readable(item.get('product_retailer_id'))} × {item.get('quantity')}" for item in items]
    return f"[pesanan: {', '.join(listed)}] {readable(part.get('text'))}".strip()


_KINDS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "text": lambda part: readable(part.get("body")),
    "button": lambda part: readable(part.get("text")),
    "reaction": lambda part: f"[reaksi: {readable(part.get('emoji'))}]" if readable(part.get("emoji")) else "",
    "sticker": lambda _: "[stiker]",
    "location": _location,
    "interactive": _interactive,
    "order": _order,
}

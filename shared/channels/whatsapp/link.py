"""A link that opens WhatsApp on the officer's own telephone or PC with the words already written: no contract needed.

The officer presses send. The number and the words stand in the link, so it is made where it is pressed (a page that
only its officer sees) and is never stored, logged or sent anywhere.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from shared.channels.whatsapp.pieces import in_pieces

LONGEST_LINK = 2000
"""Characters. Not every browser, proxy and telephone passes a longer address on whole."""
_E164 = re.compile(r"\+([1-9]\d{6,14})")


def wa_link(phone_e164: str, text: str = "") -> str:
    """The link to a chat with this number (E.164, `+62812…`), with the text prepared.

    ValueError for a number that is no E.164, and for a text that makes the link longer than `LONGEST_LINK`: use
    `wa_links`, which gives one link for each part of it.
    """
    link = _written(phone_e164, text)
    if len(link) > LONGEST_LINK:
        raise ValueError("the text does not fit into one link")
    return link


def wa_links(phone_e164: str, text: str = "") -> list[str]:
    """A link for each part of the text, in the order to send them; one link without words for a blank text."""
    _written(phone_e164, "")
    parts = in_pieces(text, lambda part: len(_written(phone_e164, part)) <= LONGEST_LINK)
    return [_written(phone_e164, part) for part in parts] or [_written(phone_e164, "")]


def _written(phone: str, text: str) -> str:
    number = _E164.fullmatch(phone)
    if number is None:
        raise ValueError("a WhatsApp number is written in full, with + and its country")
    words = f"?text={quote(text, safe='', errors='replace')}" if text else ""
    return f"https://wa.me/{number[1]}{words}"

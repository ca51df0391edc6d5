"""In which of our two languages somebody wrote, by the small words that each cannot do without."""

from __future__ import annotations

import re

_ENGLISH = re.compile(
    r"\b(the|and|for|with|please|would|could|is|are|of|to|you|your|we|my|about|thanks?)\b", re.IGNORECASE
)
_INDONESIAN = re.compile(
    r"\b(yang|dan|untuk|dengan|mohon|di|dari|ke|saya|kami|anda|bapak|ibu|ini|itu|terima|kasih)\b", re.IGNORECASE
)
LOOKS_AT = 2000


def language_of(text: str) -> str:
    """`en` where English words outnumber Indonesian ones, else `id`."""
    seen = text[:LOOKS_AT]
    return "en" if len(_ENGLISH.findall(seen)) > len(_INDONESIAN.findall(seen)) else "id"

"""When two people mean the same institution: by its letters alone, and by the short words that offices write."""

from __future__ import annotations

import re
import unicodedata

_SHORT = {"prov": "provinsi", "kab": "kabupaten", "univ": "universitas", "kec": "kecamatan", "kel": "kelurahan"}
_WORD = re.compile(r"[^\W_]+")


def spelling(name: str) -> str:
    """The name as it is compared: no capitals, accents or signs, and the usual short words in full."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    words = _WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign)))
    return " ".join(_SHORT.get(word, word) for word in words)

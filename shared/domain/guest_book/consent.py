"""What a visitor may agree to, purpose by purpose, and the notice above it (UU 27/2022 Pasal 21 and 22).

A text is never changed: another wording is another version, so that a consent always says what was read.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from shared.domain.office import Text
from shared.domain.refusal import Refusal


@dataclass(frozen=True, slots=True)
class ConsentText:
    """One version of one purpose's sentence; shown unticked."""

    purpose: str
    version: int
    text: Text
    since: date

    def hash_in(self, language: str) -> str:
        """Proves which words were read."""
        return hashlib.sha256(self.text.in_language(language).encode()).hexdigest()


TEXTS = (
    ConsentText(
        "notify",
        1,
        Text(
            "Saya setuju menerima pemberitahuan antrean di nomor atau alamat ini. Dihapus hari ini juga.",
            "I agree to be told about my place in line at this number or address. Deleted today.",
        ),
        date(2026, 1, 1),
    ),
    ConsentText(
        "follow_up",
        1,
        Text(
            "Saya setuju dihubungi tentang permintaan data saya ini.",
            "I agree to be contacted about this request of mine.",
        ),
        date(2026, 1, 1),
    ),
    ConsentText(
        "survey",
        1,
        Text(
            "Saya setuju dihubungi untuk survei kepuasan (SKD) tahun ini.",
            "I agree to be contacted for this year's satisfaction survey (SKD).",
        ),
        date(2026, 1, 1),
    ),
)
PURPOSES = tuple(dict.fromkeys(text.purpose for text in TEXTS))


def in_force(purpose: str, day: date) -> ConsentText:
    """The sentence that a form of that day shows, or `unknown_purpose`."""
    found = [text for text in TEXTS if text.purpose == purpose and text.since <= day]
    if not found:
        raise Refusal("unknown_purpose", purpose=purpose)
    return max(found, key=lambda text: text.version)

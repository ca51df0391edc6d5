"""What a visitor may agree to, purpose by purpose, and the notice above it (UU 27/2022 Pasal 21 and 22).

A text is never changed: another wording is another version, so that a consent always says what was read.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from shared.domain.refusal import Refusal
from shared.domain.text import Text


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
NOTICE = Text(
    "Data Anda. {office} memakai nama, instansi, dan keperluan Anda untuk melayani kunjungan ini dan menyusun "
    "statistik layanan (UU 27/2022 Pasal 20). Nomor HP dan e-mail tidak wajib, dipakai hanya bila Anda setuju. Data "
    "identitas dihapus setelah {days} hari. Anda boleh melihat, memperbaiki, menghapus, atau menarik persetujuan: "
    "{contact}.",
    "Your data. {office} uses your name, institution and purpose to serve this visit and for service statistics (Law "
    "27/2022 Article 20). Phone and e-mail are optional, used only if you agree. Identity data are deleted after "
    "{days} days. You may see, correct, erase, or withdraw consent: {contact}.",
)
"""Above the form, in at most 60 words with the office's name; the whole text stands behind it."""
PURPOSES = tuple(dict.fromkeys(text.purpose for text in TEXTS))


def in_force(purpose: str, day: date) -> ConsentText:
    """The sentence that a form of that day shows, or `unknown_purpose`."""
    found = [text for text in TEXTS if text.purpose == purpose and text.since <= day]
    if not found:
        raise Refusal("unknown_purpose", purpose=purpose)
    return max(found, key=lambda text: text.version)

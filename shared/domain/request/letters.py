"""What the program writes to a user by itself. No word of what they asked, and nothing about who they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from shared.domain.text import Text

Letter = Literal["remind", "fall_silent"]

_LETTERS: Mapping[Letter, Text] = {
    "remind": Text(
        "Permintaan {number} di {office} menunggu jawaban Anda. Tanpa jawaban, permintaan ditutup pada {moment}. "
        "Bila sudah cukup, Anda tidak perlu berbuat apa-apa.",
        "Request {number} at {office} is waiting for your reply. Without one it will be closed at {moment}. "
        "If you have what you need, you need not do anything.",
    ),
    "fall_silent": Text(
        "Permintaan {number} di {office} kami tutup pada {moment} karena tidak ada respons. Balas pesan ini dalam "
        "30 hari bila ingin melanjutkan; nomor dan riwayatnya tetap.",
        "We closed request {number} at {office} at {moment} because we did not hear from you. Reply within 30 days to "
        "go on; its number and history stay.",
    ),
}
_CLOCK: Mapping[str, str] = {"id": "%d-%m-%Y pukul %H.%M", "en": "%H:%M on %d-%m-%Y"}


def letter(kind: Letter, language: str, office: str, number: str, at: datetime, zone_letters: str) -> str:
    """The words, in the user's language; `at` is office time."""
    moment = f"{at.strftime(_CLOCK.get(language, _CLOCK['id']))} {zone_letters}"
    return (
        _LETTERS[kind]
        .in_language("en" if language == "en" else "id")
        .format(number=number, office=office, moment=moment)
    )

"""The line that invites a user to rate, at the place that the standard gives it."""

from __future__ import annotations

from shared.domain.text import Text

INVITATION = Text(
    "Bagaimana pelayanan kami? Beri penilaian, tanpa nama: {address}",
    "How did we serve you? Rate us, without your name: {address}",
)


def invitation(address: str, language: str) -> str:
    """The words, in the user's language."""
    return INVITATION.in_language("en" if language == "en" else "id").format(address=address)

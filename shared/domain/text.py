"""A sentence that every screen can say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages of the screens."""

    id: str
    en: str

    def in_language(self, language: str) -> str:
        """English if asked for, else Indonesian."""
        return self.en if language == "en" else self.id

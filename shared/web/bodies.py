"""What every JSON body must be: nothing unknown, nothing of another type, no characters that only machines use."""

from __future__ import annotations

import unicodedata
from typing import Any

from pydantic import BaseModel, ConfigDict, field_validator

UNSPEAKABLE = frozenset({"Cc", "Cs", "Co", "Cn"})
"""Control characters, halves of characters, and what Unicode does not know (PostgreSQL cannot even keep a NUL)."""


class Body(BaseModel):
    """The base of every request's body."""

    model_config = ConfigDict(strict=True, extra="forbid")

    @field_validator("*", mode="before")
    @classmethod
    def _speakable(cls, value: Any) -> Any:
        if isinstance(value, str) and any(unicodedata.category(sign) in UNSPEAKABLE for sign in value):
            raise ValueError("holds characters that cannot be written")
        return value

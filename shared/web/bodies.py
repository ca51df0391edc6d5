"""What every JSON body must be: nothing unknown, nothing of another type, no characters that only machines use."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from typing import Annotated, Any

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, field_validator

from shared.web.words import Words

UNSPEAKABLE = frozenset({"Cc", "Cs", "Co", "Cn"})
"""Control characters, halves of characters, and what Unicode does not know (PostgreSQL cannot even keep a NUL)."""
TYPED = frozenset("\n\r\t")
"""Control characters that people type into a field with several lines; `Words` makes spaces of them."""

Answer = Annotated[Words, Field(max_length=500)] | int | list[int] | None
"""What somebody answered to one item of a form; None or an empty text takes an earlier answer back."""
Answers = dict[Annotated[str, Field(max_length=32)], Answer]
"""Answers by item."""
Consents = dict[Annotated[str, Field(max_length=16)], bool]
"""Consents by purpose."""
Moment = Annotated[
    AwareDatetime,
    Field(strict=False, ge=datetime.fromisoformat("2000-01-01T00:00Z"), lt=datetime.fromisoformat("2200-01-01T00:00Z")),
]
"""Any moment in between can be written with any office's offset."""


class Body(BaseModel):
    """The base of every request's body."""

    model_config = ConfigDict(strict=True, extra="forbid")

    @field_validator("*", mode="before")
    @classmethod
    def _speakable(cls, value: Any) -> Any:
        if isinstance(value, str) and any(unspeakable(sign) for sign in value):
            raise ValueError("holds characters that cannot be written")
        return value


class Pasted(Body):
    """A body with words of others: what their programs put in and no database can hold is left out, not refused."""

    @field_validator("*", mode="before")
    @classmethod
    def _speakable(cls, value: Any) -> Any:
        return "".join(sign for sign in value if not _unkeepable(sign)) if isinstance(value, str) else value


def _unkeepable(sign: str) -> bool:
    return sign not in TYPED and unicodedata.category(sign) in ("Cc", "Cs")


def unspeakable(sign: str) -> bool:
    """Whether no person ever means this character."""
    return sign not in TYPED and unicodedata.category(sign) in UNSPEAKABLE

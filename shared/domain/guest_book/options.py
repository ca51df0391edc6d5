"""A list of answers to choose from. Codes are append-only: what was once stored keeps its meaning for ever."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shared.domain.refusal import Refusal
from shared.domain.text import Text


@dataclass(frozen=True, slots=True)
class Option:
    """One answer. It is offered from `since` until the day before `until`; its code is never given to another."""

    code: int
    text: Text
    since: date | None = None
    until: date | None = None
    asks_words: bool = False
    """Whether choosing it asks for words of the visitor's own ("Lainnya: …")."""

    def offered_on(self, day: date) -> bool:
        """Whether a form of that day offers it."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Options:
    """The answers to one question, in the order in which they are shown; the order says nothing about the codes."""

    name: str
    of: tuple[Option, ...]

    def __post_init__(self) -> None:
        if len({option.code for option in self.of}) != len(self.of):
            raise ValueError(f"{self.name}: a code stands for two answers")

    def on(self, day: date) -> tuple[Option, ...]:
        """What a form of that day offers."""
        return tuple(option for option in self.of if option.offered_on(day))

    def text(self, code: int) -> Text:
        """What a stored code means, also where it is no longer offered. KeyError for a code that never was."""
        return {option.code: option.text for option in self.of}[code]

    def chosen(self, code: int, day: date) -> Option:
        """The option that a form of that day offers under this code, or `unknown_option`."""
        found = next((option for option in self.on(day) if option.code == code), None)
        if found is None:
            raise Refusal("unknown_option", item=self.name, code=code)
        return found


def options(name: str, *rows: tuple[int, str, str]) -> Options:
    """A plain list: code, Indonesian, English. A text that ends in "…" asks for words."""
    return Options(name, tuple(_option(*row) for row in rows))


def _option(code: int, indonesian: str, english: str) -> Option:
    return Option(code, Text(_bare(indonesian), _bare(english)), asks_words=indonesian.endswith("…"))


def _bare(text: str) -> str:
    return text.removesuffix("…").rstrip()

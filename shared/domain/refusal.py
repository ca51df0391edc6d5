"""What may not be done, said with a key that screens and integrators rely on."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 # a refusal is an answer, not an error of the program
    """A rule says no. `key` is stable; `facts` are what the sentence for the reader needs."""

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts

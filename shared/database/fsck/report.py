"""What the checker says."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken promise: its number in the list of invariants, whose, and what is wrong."""

    invariant: str
    office: str
    what: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at, and what was found."""

    tickets: int
    rows: int
    violations: list[Violation]

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return {"clean": not self.violations, **asdict(self)}

"""What the checker of packs says."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

MOST_TOLD = 20
"""Of one kind; how many there were besides is said."""


@dataclass(slots=True)
class PackReport:
    """What was looked at and what was found: sentences by kind, and remarks on what could not be checked."""

    office: str
    first: str
    last: str
    rows: int = 0
    visits: int = 0
    violations: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    _found: Counter[str] = field(default_factory=Counter)

    def fault(self, kind: str, sentence: str) -> None:
        """Something does not fit."""
        self._found[kind] += 1
        if self._found[kind] <= MOST_TOLD:
            self.violations.append((kind, sentence))

    def remark(self, sentence: str) -> None:
        """Something that could not be checked, or that whoever reads must know."""
        self.remarks.append(sentence)

    @property
    def found(self) -> int:
        """How many violations there are, told or not."""
        return self._found.total()

    def sentences(self) -> list[tuple[str, str]]:
        """The violations, and of each kind how many more there are."""
        more = {kind: count - MOST_TOLD for kind, count in self._found.items() if count > MOST_TOLD}
        return [*self.violations, *((kind, f"and {count} more of this kind") for kind, count in more.items())]

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        told = [{"invariant": kind, "office": self.office, "what": what} for kind, what in self.sentences()]
        period = {"office": self.office, "from": self.first, "to": self.last}
        counts = {"rows": self.rows, "visits": self.visits, "violations": told, "remarks": self.remarks}
        return {"clean": not self.found, **period, **counts}

"""A table of kinds and how many visits there are of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from counter.manager.files.paper.pages import words
from counter.manager.files.paper.tables import table
from counter.manager.wait_log.exports.figures import Count


def counts_table(title: str, visits: str, counts: Sequence[Count], width: float) -> Any:
    """Kinds of visits and how many there are."""
    rows = [[words(count.name, "cell"), str(count.visits)] for count in counts]
    return table([title, visits], rows, [width - 62, 62], [1])

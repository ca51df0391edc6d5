"""Whoever does not trust this program writes another one: it needs nothing but what the pack's own readme says."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from shared.evidence.layout import JOURNAL
from tests.proof.resigned import Contents


def test_the_readme_s_own_recipe_gives_the_hash_of_every_row(taken: Contents) -> None:
    """Whoever does not trust this program writes another one: it needs nothing but what the readme says."""
    heading, *lines = taken.lines(JOURNAL)
    told = taken.manifest
    before = told["chain"]["hash_before"]
    numbers = ("seq", "ticket", "leg", "counter", "actor", "undoes", "request")
    for line in lines:
        row: dict[str, Any] = {name: text or None for name, text in zip(heading, line, strict=True)}
        link = row.pop("hash")
        del row["withheld"]
        row |= {name: int(row[name]) for name in numbers if row[name] is not None}
        row |= {
            "office": told["office"]["code"],
            "facts": json.loads(row["facts"]),
            "suspect": row["suspect"] == "True",
        }
        if row["request"] is None:
            del row["request"]
        text = json.dumps(row, sort_keys=True, separators=(",", ":"))
        assert hashlib.sha256((before + text).encode()).hexdigest() == link, row["seq"]
        before = link
    assert before == told["chain"]["last_hash"]

"""A journal row as a line of the pack, and back: whatever the hash needs, as it stood when the hash was made."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, replace
from datetime import date, datetime
from typing import Any, NamedTuple, get_type_hints

from shared.domain.journal import FIRST_HASH, JournalRow

NAMES = tuple(field.name for field in fields(JournalRow))
COLUMNS = (*NAMES, "hash", "withheld")
_NEEDED = {field.name for field in fields(JournalRow) if field.default is MISSING} | {"facts", "suspect", "hash"}
_WHOLE = {name for name, kind in get_type_hints(JournalRow).items() if kind in (int, int | None)}
SECRETS = {"complaint": "code"}
"""What an early version wrote into its journal and nobody may pass on: whoever holds the code of a complaint may read
its answers and have it erased.
"""


class Link(NamedTuple):
    """A row with its link in the chain. Of a row with something `withheld` the link cannot be computed again."""

    row: JournalRow
    hash: str
    withheld: bool = False


def without_secrets(row: JournalRow, link: str) -> Link:
    """The row as it may be handed out. Its moment goes down to the second too: with it a machine could try out codes
    until the hash fits.
    """
    secret = SECRETS.get(row.move)
    if secret is None or secret not in row.facts:
        return Link(row, link)
    facts = {name: fact for name, fact in row.facts.items() if name != secret}
    return Link(replace(row, at=row.at.replace(microsecond=0), facts=facts), link, withheld=True)


def cells(link: Link) -> list[str]:
    """The line, in the order of COLUMNS."""
    written = [_written(name, getattr(link.row, name)) for name in NAMES]
    return [*written, link.hash, SECRETS[link.row.move] if link.withheld else ""]


def heading_faults(heading: Sequence[str]) -> list[str]:
    """Why a journal with this heading cannot be read; columns that are newer than the pack may be missing."""
    unknown = [name for name in heading if name not in COLUMNS]
    missing = sorted(_NEEDED - set(heading))
    said = [f"has a column that this version does not know: {name!r}" for name in unknown]
    return said + [f"lacks the column {name!r}" for name in missing]


def link_of(heading: Sequence[str], line: Sequence[str]) -> Link:
    """The row of a line. Raises ValueError for a line that is none."""
    if len(line) != len(heading):
        raise ValueError("it has too few or too many cells")
    told = dict(zip(heading, line, strict=True))
    row = JournalRow(**{name: _read(name, told[name]) for name in NAMES if name in told})
    withheld = told.get("withheld", "")
    if withheld and (withheld != SECRETS.get(row.move) or row.moves_ticket or row.ticket is not None):
        raise ValueError("it says that something is withheld, and nothing of such a row may be")
    if len(told["hash"]) != len(FIRST_HASH):
        raise ValueError("its hash is none")
    link = Link(row, told["hash"], bool(withheld))
    again = dict(zip(COLUMNS, cells(link), strict=True))
    if any(again[name] != text for name, text in told.items()):
        raise ValueError("it is written otherwise than this program writes it")
    return link


def _written(name: str, value: Any) -> str:
    if value is None:
        return ""
    if name == "facts":
        return json.dumps(dict(value), sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return value.isoformat() if isinstance(value, date) else str(value)


def _read(name: str, text: str) -> Any:
    if name == "facts":
        return _facts(text)
    if name == "suspect":
        return {"True": True, "False": False}[text]
    if text == "":
        return None
    if name in _WHOLE:
        return int(text)
    if name == "at":
        return datetime.fromisoformat(text)
    return date.fromisoformat(text) if name == "day" else text


def _facts(text: str) -> Mapping[str, Any]:
    facts = json.loads(text)
    if not isinstance(facts, dict):
        raise TypeError("its facts are none")
    return facts

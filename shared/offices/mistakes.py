"""Every mistake of a profile in plain words, with its line: what is missing, misspelt, of the wrong kind or at odds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from shared.domain.office_mistakes import Mistake, Outline, Place, ProfileMistakesError, mistakes_in
from shared.domain.standard_quoted import QuoteError
from shared.offices.lines import line_of

_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)\Z")
_KINDS = {
    "missing": "is missing",
    "unexpected_keyword_argument": "is not a word that a profile knows",
    "string_type": "must be words in quotation marks",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "date_type": "must be a date, as 2026-01-31",
    "date_parsing": "must be a date, as 2026-01-31",
    "date_from_datetime_parsing": "must be a date, as 2026-01-31",
    "time_type": "must be an hour, as 07:30:00",
    "time_parsing": "must be an hour, as 07:30:00",
    "tuple_type": "must be a list, in square brackets",
    "list_type": "must be a list, in square brackets",
    "dataclass_type": "must be a table of its own",
    "dict_type": "must be a table of its own",
}
"""What a kind of mistake means to whoever writes a profile; the checker's own words are a programmer's."""


def no_toml(name: str, text: str, error: tomllib.TOMLDecodeError) -> str:
    """A file that cannot be read as TOML, with the line at which reading ended."""
    where = _AT.search(str(error))
    line = where[1] if where and where[1] else len(text.splitlines())
    return f"{name}:{line}: this cannot be read: {_AT.sub('', str(error))}"


def explained(name: str, text: str, written: Mapping[str, Any], error: ValidationError) -> Iterator[str]:
    """A line for each mistake, in the order of the file."""
    found = sorted(_all(written, error), key=lambda mistake: line_of(text, mistake[1]))
    for words, place in found:
        yield f"{name}:{line_of(text, place)}: {'.'.join(map(str, place)) or 'profile'}: {words}"


def _all(written: Mapping[str, Any], error: ValidationError) -> Iterator[Mistake]:
    told: set[Place] = set()
    for mistake in error.errors():
        for words, place in _of(mistake):
            told.add(place)
            yield words, place
    for words, place in mistakes_in(_outline(written)):  # what does not fit is told even while something is misspelt
        if place not in told:
            yield words, place


def _of(mistake: Any) -> Iterator[Mistake]:
    cause, place = mistake.get("ctx", {}).get("error"), tuple(mistake["loc"])
    if isinstance(cause, ProfileMistakesError):
        yield from ((words, (*place, *inner)) for words, inner in cause.found)
    else:
        yield _plain(mistake), (*place, *(cause.place if isinstance(cause, QuoteError) else ()))


def _plain(mistake: Any) -> str:
    if mistake["type"] == "literal_error":
        return f"must be one of {mistake['ctx']['expected'].replace(' or ', ', ')}, not {mistake['input']!r}"
    words = _KINDS.get(mistake["type"])
    return words or str(mistake["msg"]).removeprefix("Value error, ")


def _outline(written: Mapping[str, Any]) -> Outline:
    """What can be read of the parts that have to fit together, however much else is wrong."""
    standard = written.get("standard")
    walk_in = standard.get("walk_in") if isinstance(standard, dict) else None
    promised = _names(walk_in.get("services")) if isinstance(walk_in, dict) else []
    return Outline(
        code=str(written.get("code", "")),
        zone=str(written.get("zone", "")),
        services=[(str(one.get("code", "")), one.get("form") != "reception") for one in _tables(written, "services")],
        counters=[(one.get("number", -at), _names(one.get("services"))) for at, one in _numbered(written)],
        promises=[(("standard", "walk_in"), promised)],
    )


def _tables(written: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    listed = written.get(name)
    return [one if isinstance(one, dict) else {} for one in listed] if isinstance(listed, list) else []


def _numbered(written: Mapping[str, Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    yield from enumerate(_tables(written, "counters"), start=1)


def _names(listed: object) -> list[str]:
    return [str(one) for one in listed] if isinstance(listed, list) else []

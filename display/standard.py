"""The published standard as the board turns its pages: the components in the order of the law, word for word."""

from __future__ import annotations

from typing import Any

from shared.domain.office import Office
from shared.domain.standard_text import Part, Piece, parts_of, promises_of
from shared.web.views import both


def standard_json(office: Office) -> dict[str, Any]:
    """What the board shows while nobody is called."""
    standard = office.standard
    return {
        "title": standard.title,
        "unit": standard.unit,
        "decree": standard.decree,
        "valid_from": standard.valid_from.isoformat(),
        "valid_to": standard.valid_to and standard.valid_to.isoformat(),
        "promises": [
            {"figure": one.figure, "unit": both(one.unit), "way": both(one.way)} for one in promises_of(standard)
        ],
        "parts": [_part(number, part) for number, part in enumerate(parts_of(standard), 1)],
    }


def _part(number: int, part: Part) -> dict[str, Any]:
    return {
        "number": number,
        "heading": part.component.heading,
        "summary": part.component.summary,
        "numbered": part.component.numbered,
        "name": part.required and both(part.required.name),
        "plain": part.required and part.required.plain and both(part.required.plain),
        "lines": [[_piece(piece) for piece in line] for line in part.lines],
    }


def _piece(piece: Piece) -> dict[str, Any]:
    where = piece.where
    return {
        "text": piece.text,
        "where": where and both(where),
        "doer": piece.sign if where else None,
    }

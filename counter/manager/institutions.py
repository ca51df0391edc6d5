"""The register of institutions: likely the same side by side, and merging two spellings until somebody undoes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from apiflask import APIBlueprint
from flask import Response, jsonify
from flask_babel import gettext
from pydantic import Field

from counter.login import me
from shared.domain.guest_book.likeness import alike
from shared.domain.staff import Role
from shared.front_desk.institutions import Institution
from shared.web import allow, asking, desk, page, parts
from shared.web.bodies import Body

MOST_SUGGESTIONS = 60


class Merge(Body):
    """The institution that it belongs to."""

    into: Annotated[int, Field(ge=1, le=2**31 - 1)]


def add_routes(blueprint: APIBlueprint) -> None:
    """People write names of their own into this item: only managers see the list, and that they did is written down."""

    @blueprint.get("/institutions")
    @blueprint.doc(summary="The page of institutions; their names come when it opens them")
    @allow(Role.MANAGER)
    def institutions_page() -> Response:
        return page("counter-institutions", gettext("Daftar instansi"), "staff", {}, me=me(asking().known))

    @blueprint.post("/institutions/open")
    @blueprint.doc(summary="Every institution that was written into the guest book, and which are likely the same")
    @allow(Role.MANAGER)
    def open_register() -> Response:
        known = desk().open_institutions()
        return jsonify(
            {"institutions": [_json(one) for one in known], "alike": parts().files.call(lambda: _alike(known))}
        )

    @blueprint.post("/institutions/<int:number>/merge")
    @blueprint.input(Merge, location="json")
    @blueprint.doc(summary="Count an institution's visits as another's")
    @allow(Role.MANAGER)
    def merge(number: int, json_data: Merge) -> Response:
        desk().merge_institutions(number, json_data.into)
        return jsonify({"id": number, "merged_into": json_data.into})

    @blueprint.post("/institutions/<int:number>/part")
    @blueprint.doc(summary="Undo a merge: count a spelling's visits for itself again")
    @allow(Role.MANAGER)
    def part(number: int) -> Response:
        desk().part_institutions(number)
        return jsonify({"id": number, "merged_into": None})


def _json(one: Institution) -> dict[str, Any]:
    return {"id": one.number, "name": one.name, "merged_into": one.merged_into, "visits": one.visits}


def _alike(known: Sequence[Institution]) -> list[dict[str, Any]]:
    """The likeliest pairs of institutions that stand for themselves; the one with fewer visits would go."""
    standing = {one.number: one for one in known if one.merged_into is None}
    pairs = alike({number: one.name for number, one in standing.items()})[:MOST_SUGGESTIONS]
    ordered = (sorted((standing[pair.one], standing[pair.other]), key=lambda i: i.visits) for pair in pairs)
    return [{"id": fewer.number, "into": more.number} for fewer, more in ordered]

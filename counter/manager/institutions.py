"""The register of institutions, and merging two spellings of the same."""

from __future__ import annotations

from typing import Annotated

from apiflask import APIBlueprint
from flask import Response, jsonify
from pydantic import Field

from shared.domain.staff import Role
from shared.front_desk.institutions import institutions
from shared.web import allow, desk, parts
from shared.web.bodies import Body


class Merge(Body):
    """The institution that it belongs to."""

    into: Annotated[int, Field(ge=1, le=2**31 - 1)]


def add_routes(blueprint: APIBlueprint) -> None:
    """Names of institutions belong to nobody; still only managers see them together."""

    @blueprint.get("/institutions")
    @blueprint.doc(summary="Every institution that was written into the guest book")
    @allow(Role.MANAGER)
    def register() -> Response:
        vault = parts().vault
        known = desk().reading(lambda records: institutions(records, vault))
        told = [{"id": one.number, "name": one.name, "merged_into": one.merged_into} for one in known]
        return jsonify({"institutions": told})

    @blueprint.post("/institutions/<int:number>/merge")
    @blueprint.input(Merge, location="json")
    @blueprint.doc(summary="Count an institution's visits as another's")
    @allow(Role.MANAGER)
    def merge(number: int, json_data: Merge) -> Response:
        desk().merge_institutions(number, json_data.into)
        return jsonify({"id": number, "merged_into": json_data.into})

"""The respondent file of the SKD: without names for the asking, with names for a reason and with a trace."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from apiflask import APIBlueprint
from flask import Response
from flask_babel import get_locale, gettext
from pydantic import Field

from counter.manager.files.workbook import XLSX
from counter.manager.period import checked_span
from counter.manager.recap.asked import OfPeriod
from counter.manager.recap.respondent_files import comma_separated, spreadsheet
from counter.manager.saved_file import saved_file
from shared.domain.opening_hours import office_day
from shared.domain.recap.floor import whole_months
from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.front_desk.respondents import FILE_REASONS, RespondentFile, with_names, without_names
from shared.web import allow, asking, desk, parts
from shared.web.bodies import Body
from shared.web.words import Words

Format = Literal["xlsx", "csv"]
Part = Literal["respondents", "needs"]
Day = Annotated[date, Field(strict=False)]


class Asked(OfPeriod):
    """The days and the kind of file; a CSV holds one `part`, a workbook both."""

    format: Format = "xlsx"
    part: Part = "respondents"


class Open(Body):
    """The same with names: why they are needed, in words too where the reason is "other"."""

    first: Annotated[Day, Field(alias="from")]
    last: Annotated[Day, Field(alias="to")]
    format: Format = "xlsx"
    part: Part = "respondents"
    reason: Annotated[str, Field(max_length=32, description=", ".join(FILE_REASONS))]
    text: Annotated[Words, Field(max_length=500)] | None = None


def add_routes(blueprint: APIBlueprint) -> None:
    """Opening names is a POST, because it writes: every look at personal data leaves a trace."""

    @blueprint.get("/recap/respondents")
    @blueprint.input(Asked, location="query", arg_name="asked")
    @blueprint.doc(summary="SKD Blok I and Blok III of a period without names, contacts and words")
    @allow(Role.MANAGER)
    def file_without_names(asked: Asked) -> Response:
        office, vault, now = asking().office, parts().vault, desk().now()
        first, last = asked.days(office, now)
        if not whole_months(first, last, office_day(now, office.time_zone)):
            raise Refusal("whole_months_needed")
        language = str(get_locale() or "id")
        found = desk().reading(lambda records: without_names(records, vault, office, first, last, language))
        return _file(found, first, last, asked.format, asked.part)

    @blueprint.post("/recap/respondents")
    @blueprint.input(Open, location="json")
    @blueprint.doc(summary="The same with names, of those who agreed to be asked for the survey; every look is logged")
    @allow(Role.MANAGER)
    def file_with_names(json_data: Open) -> Response:
        office, vault, language = asking().office, parts().vault, str(get_locale() or "id")
        first, last = checked_span(json_data.first, json_data.last)
        opened = desk().open_respondents(first, last, json_data.reason, json_data.text)
        found = desk().reading(lambda records: with_names(records, vault, office, first, last, language, opened))
        return _file(found, first, last, json_data.format, json_data.part)


def _file(found: RespondentFile, first: date, last: date, wanted: Format, part: Part) -> Response:
    """Named so that nobody takes one for the other."""
    held = gettext("DATA-PRIBADI") if found.personal else gettext("tanpa-identitas")
    of = {"respondents": gettext("responden"), "needs": gettext("kebutuhan")}[part]
    which = f"-{of}" if wanted == "csv" else ""
    name = f"skd-{asking().office.code}-{first}-{last}{which}-{held}.{wanted}"
    if wanted == "csv":
        return saved_file(name, "text/csv", lambda: comma_separated(found, part))
    office = asking().office
    return saved_file(name, XLSX, lambda: spreadsheet(found, office, (first, last)))

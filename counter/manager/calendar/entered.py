"""What the head of the office enters into the calendar, and takes back."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Literal

from apiflask import APIBlueprint
from flask import Response, jsonify
from pydantic import Field

from shared.domain.calendar.rules import DECREE_LENGTH, NAME_LENGTH, DayHours
from shared.domain.staff import Role
from shared.front_desk.remarks import TEXT_LENGTH
from shared.web import allow, desk
from shared.web.bodies import Body
from shared.web.words import Words

Day = Annotated[date, Field(strict=False)]
Clock = Annotated[time, Field(strict=False)]
Name = Annotated[Words, Field(max_length=NAME_LENGTH)]
Decree = Annotated[Words, Field(max_length=DECREE_LENGTH)]


class Why(Body):
    """Words for whoever reads the calendar later; kept a year, and erasable."""

    why: Annotated[Words, Field(max_length=TEXT_LENGTH)] = ""


class Holiday(Why):
    """A day that a decree made free."""

    day: Day
    kind: Literal["holiday", "joint_leave"]
    name: Name
    decree: Decree


class Strike(Why):
    """A day of the state's list that is not free."""

    day: Day
    decree: Decree


class Closure(Why):
    """Days on which the office itself is closed, both included."""

    first: Day
    last: Day
    name: Name
    decree: Decree = ""


class Hours(Body):
    """Hours of a day, in office time, with at most one break."""

    opens: Clock
    closes: Clock
    pause: Annotated[tuple[Clock, Clock] | None, Field(strict=False)] = None

    def said(self) -> DayHours:
        """As the desk is asked for them; to the minute."""
        pause = self.pause and (_minute(self.pause[0]), _minute(self.pause[1]))
        return DayHours(opens=_minute(self.opens), closes=_minute(self.closes), pause=pause)


class SeasonOfHours(Why):
    """Ramadan: the hours of Monday to Thursday, and of Friday."""

    first: Day
    last: Day
    ordinary: Hours
    friday: Hours
    decree: Decree = ""


class Confirmation(Why):
    """By which decree the list of a year is complete."""

    decree: Decree


def add_routes(blueprint: APIBlueprint) -> None:
    """Only managers keep the calendar. A change that is sent twice stands once, with the same number."""

    @blueprint.post("/calendar/holidays")
    @blueprint.input(Holiday, location="json")
    @blueprint.doc(summary="A national holiday or joint leave that a decree named after the state's list was written")
    @allow(Role.MANAGER)
    def add_holiday(json_data: Holiday) -> tuple[Response, int]:
        said = json_data
        return _entered(desk().add_holiday(said.day, said.name, said.decree, said.kind, said.why))

    @blueprint.post("/calendar/strikes")
    @blueprint.input(Strike, location="json")
    @blueprint.doc(summary="Strike a date of the state's list: it was moved, or the office serves on it")
    @allow(Role.MANAGER)
    def strike(json_data: Strike) -> tuple[Response, int]:
        return _entered(desk().strike_holiday(json_data.day, json_data.decree, json_data.why))

    @blueprint.post("/calendar/closures")
    @blueprint.input(Closure, location="json")
    @blueprint.doc(summary="Close the office on some days")
    @allow(Role.MANAGER)
    def close(json_data: Closure) -> tuple[Response, int]:
        said = json_data
        return _entered(desk().close_office(said.first, said.last, said.name, said.decree, said.why))

    @blueprint.post("/calendar/seasons")
    @blueprint.input(SeasonOfHours, location="json")
    @blueprint.doc(summary="Other hours between two dates: Ramadan")
    @allow(Role.MANAGER)
    def season(json_data: SeasonOfHours) -> tuple[Response, int]:
        said = json_data
        hours = (said.ordinary.said(), said.friday.said())
        return _entered(desk().keep_season(said.first, said.last, *hours, said.decree, said.why))

    @blueprint.post("/calendar/years/<int:year>/confirm")
    @blueprint.input(Confirmation, location="json")
    @blueprint.doc(summary="Say that the list of holidays and joint leave of a year is complete")
    @allow(Role.MANAGER)
    def confirm(year: int, json_data: Confirmation) -> tuple[Response, int]:
        return _entered(desk().confirm_year(year, json_data.decree, json_data.why))

    @blueprint.post("/calendar/changes/<int:number>/take-back")
    @blueprint.input(Why, location="json")
    @blueprint.doc(summary="Take a change back, from the first day that has not begun")
    @allow(Role.MANAGER)
    def take_back(number: int, json_data: Why) -> Response:
        desk().take_back_change(number, json_data.why)
        return jsonify({"id": number})


def _entered(number: int) -> tuple[Response, int]:
    return jsonify({"id": number}), 201


def _minute(clock: time) -> time:
    return clock.replace(second=0, microsecond=0, tzinfo=None)

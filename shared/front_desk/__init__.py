"""The front desk: the one door through which everything changes. A verb is one transaction."""

from __future__ import annotations

from shared.domain.staff import Person, Role
from shared.front_desk.backups import Backups
from shared.front_desk.boards import Boards
from shared.front_desk.calendar import Calendar
from shared.front_desk.calling import Calling
from shared.front_desk.complaints import Complaints
from shared.front_desk.correcting import Correcting
from shared.front_desk.desk import Work
from shared.front_desk.devices import Devices, PairingCode
from shared.front_desk.follow_ups import FollowUps
from shared.front_desk.guest_book import GuestBook
from shared.front_desk.institutions import Institutions
from shared.front_desk.parts import Parts
from shared.front_desk.people import People, Session, person_of
from shared.front_desk.ratings import Ratings
from shared.front_desk.remarks import Remarks
from shared.front_desk.requests import Requests
from shared.front_desk.requests.arriving import Arriving
from shared.front_desk.respondents import RespondentNames
from shared.front_desk.returning import Returning
from shared.front_desk.taking import Taking
from shared.front_desk.visits import Visits

__all__ = ["FrontDesk", "PairingCode", "Parts", "Session", "Work", "operator", "person_of"]


class FrontDesk(
    Calling,
    Remarks,
    GuestBook,
    Visits,
    Correcting,
    Returning,
    Ratings,
    FollowUps,
    Complaints,
    Requests,
    Arriving,
    Taking,
    Institutions,
    RespondentNames,
    Boards,
    People,
    Devices,
    Backups,
    Calendar,
):
    """Every verb of the product, for one person at one office."""


def operator(office: str) -> Person:
    """Whoever runs the program's own commands on its machine; the journal names nobody."""
    return Person(id=0, office=office, name="operator", roles=frozenset(Role), kind="operator")

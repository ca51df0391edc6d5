"""The cast of the tests: two offices, their people, and a clock that is set by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from threading import RLock
from zoneinfo import ZoneInfo

import pytest

from shared.clock import Clock
from shared.database import Database
from shared.domain.journal import JournalRow
from shared.domain.office import Counter, Office
from shared.domain.refusal import Refusal
from shared.domain.staff import Person, Role
from shared.domain.text import Text
from shared.domain.ticket import State, Ticket
from shared.front_desk import FrontDesk, Parts, operator, person_of
from shared.keys import Keys, hashed
from shared.offices import SHIPPED, load_office
from shared.settings import Settings

JAKARTA = ZoneInfo("Asia/Jakarta")
THURSDAY = date(2026, 11, 19)
SECRET = "a secret of the tests, long enough to be one"
LEAST_QUOTA = 2


PAGES = "HTTP://HOST/T/"
"""What the addresses of tickets begin with."""


def moment(clock: str, day: date = THURSDAY, zone: ZoneInfo = JAKARTA) -> datetime:
    """A time of day at the office: `moment("09:15")`."""
    return datetime.combine(day, time.fromisoformat(clock), zone)


class HandClock(Clock):
    """Stands still until it is set: `at` and `passes` are time going by, `steps` is the wall clock being wrong."""

    def __init__(self, start: datetime | None = None) -> None:
        self.wall = (start or moment("08:00")).astimezone(UTC)
        self.ticks = 0.0
        super().__init__(lambda: self.wall, lambda: self.ticks)

    def passes(self, **span: float) -> None:
        """Time goes by for everybody."""
        self.wall += timedelta(**span)
        self.ticks += timedelta(**span).total_seconds()

    def steps(self, **span: float) -> None:
        """Somebody, or a time server, sets the machine's clock."""
        self.wall += timedelta(**span)

    def at(self, clock: str, day: date | None = None) -> None:
        """Time goes by until this time of day at the office (of this day, or of the wall clock's)."""
        self.passes(seconds=(moment(clock, day or self.wall.astimezone(JAKARTA).date()) - self.wall).total_seconds())


def pekanbaru() -> Office:
    """The shipped profile of Kota Pekanbaru, as it is."""
    return load_office(SHIPPED / "kota-pekanbaru.toml", today=THURSDAY)


def busy_pekanbaru() -> Office:
    """Kota Pekanbaru with a third desk for the library alone, and two numbers a day for DTSEN."""
    office = pekanbaru()
    library = Counter(number=3, name=Text("Meja 3", "Desk 3"), services=("P",))
    services = tuple(replace(s, quota=LEAST_QUOTA) if s.code == "D" else s for s in office.services)
    return replace(office, counters=(*office.counters, library), services=services)


def ternate() -> Office:
    """Another office, in the east: the same desks, two hours earlier."""
    return replace(pekanbaru(), code="ternate", name="PST BPS Kota Ternate", zone="Asia/Jayapura")


def write_ternate(folder: Path) -> None:
    """The eastern office as a profile's file, for programs that load their offices."""
    written = (SHIPPED / "kota-pekanbaru.toml").read_text(encoding="utf-8")
    written = written.replace('code = "kota-pekanbaru"', 'code = "ternate"').replace("Asia/Jakarta", "Asia/Jayapura")
    folder.mkdir(exist_ok=True)
    (folder / "ternate.toml").write_text(written, encoding="utf-8")


def visitor(number: int, service: str = "K", clock: str = "08:00", **more: object) -> Ticket:
    """A visitor who waits, and who is nowhere but in a test of the domain."""
    taken = moment(clock)
    waits = Ticket(
        id=number,
        day=THURSDAY,
        series=service,
        number=number,
        service=service,
        state=State.WAITING,
        issued_at=taken,
        registered_at=taken,
    )
    return replace(waits, **more)  # type: ignore[arg-type] # whatever the test needs different


class People(dict[str, Person]):
    """The cast by name; whoever is first asked for is hired then, so that a test pays only for those it needs."""

    def __init__(self, hired: Callable[[str], Person]) -> None:
        super().__init__()
        self._hired = hired
        self._one_at_a_time = RLock()

    def __missing__(self, name: str) -> Person:
        with self._one_at_a_time:
            if name not in self:
                self[name] = self._hired(name)
            return super().__getitem__(name)


@dataclass
class Company:
    """An office at work: Rina, Bagus and Dewi are officers, Sari is the manager and Tono is both."""

    parts: Parts
    office: Office
    clock: HandClock
    told: list[str] = field(default_factory=list)
    people: People = field(init=False)

    def __post_init__(self) -> None:
        self.people = People(lambda name: hire(self, name, *ROLES[name]))

    def desk(self, name: str | None, key: str | None = None, caller: str = "") -> FrontDesk:
        """The front desk for one of the cast; None is a stranger."""
        person = None if name is None else self.people[name]
        return FrontDesk(self.parts, self.office, person, request_id=key, caller=caller)

    def take(self, service: str = "K", *, priority: bool = False, key: str | None = None) -> Ticket:
        """A visitor takes a number at the kiosk."""
        return self.desk("kiosk", key).take(service, "id", priority, PAGES)

    def ticket(self, ticket: Ticket | int) -> Ticket:
        """The ticket as it is stored now."""
        wanted = ticket if isinstance(ticket, int) else ticket.id
        return self.desk(None).reading(lambda records: records.ticket(wanted))

    def seq(self) -> int:
        """The journal's newest number."""
        return self.desk(None).reading(lambda records: records.seq())

    def journal(self) -> list[JournalRow]:
        """The whole journal, oldest first."""
        return self.desk(None).reading(lambda records: records.all_rows())

    def serve(self, officer: str, counter: int) -> Ticket:
        """The officer calls the next visitor and starts with them."""
        self.desk(officer).call_next(counter)
        return self.desk(officer).start(counter)

    @contextmanager
    def refuses(self, key: str, **facts: object) -> Iterator[None]:
        """Whatever is asked in this block is refused with this key, changes nothing and tells no screen."""
        before, told = self.seq(), list(self.told)
        with pytest.raises(Refusal) as refusal:
            yield
        assert refusal.value.key == key
        assert {name: refusal.value.facts.get(name) for name in facts} == facts
        assert (self.seq(), self.told) == (before, told)


ROLES = {
    "rina": {Role.OFFICER},
    "bagus": {Role.OFFICER},
    "dewi": {Role.OFFICER},
    "sari": {Role.MANAGER},
    "tono": {Role.OFFICER, Role.MANAGER},
    "kiosk": {Role.KIOSK},
    "board": {Role.DISPLAY},
}


def company(database: Database, folder: Path, office: Office, clock: HandClock | None = None) -> Company:
    """Open an office on this database with its people; the visitors' slips are printed by nobody."""
    told: list[str] = []
    clock = clock or HandClock()
    settings = Settings(data_dir=folder, database_url="given by hand")
    parts = Parts(
        settings=settings,
        database=database,
        clock=clock,
        keys=Keys(SECRET),
        offices={office.code: office},
        tell=told.append,
    )
    return Company(parts, office, clock, told)


def hire(crew: Company, name: str, *roles: Role) -> Person:
    """Somebody joins the office, known by a token of their own."""
    desk = FrontDesk(crew.parts, crew.office, operator(crew.office.code))
    token = desk.create_token(frozenset(roles), name.capitalize())
    known = crew.parts.database.house(lambda house: house.known(hashed(token)))
    assert known is not None
    return person_of(known)

"""An office as its profile describes it: services, counters, published standard, hours."""

from __future__ import annotations

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from shared.domain.guest_book.needs import RecordKind
from shared.domain.guest_book.rules import FormName, GuestBookRules
from shared.domain.office_mistakes import ZONE_LETTERS, Outline, Place, ProfileMistakesError, mistakes_in
from shared.domain.opening_hours import OpeningHours
from shared.domain.refusal import Refusal
from shared.domain.standard import Standard
from shared.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What a visitor may ask for. `code` is also the letter of its number series."""

    code: str
    name: Text
    what: Text
    quota: int | None = None
    form: FormName = "skd"
    registration: str = "Lainnya"
    """What the national registration calls a visit for this service."""
    records_needs: bool = True
    """Whether the officer writes down the data that were needed (SKD Blok III); a recommendation has none."""
    takes_complaints: bool = False
    """Whether people take this number to complain: its screen then offers to write the complaint at once."""

    @property
    def record(self) -> RecordKind | None:
        """What the officer writes down of a visit: needs of data, the outcome of a DTSEN visit, or nothing."""
        if self.form == "dtsen":
            return "dtsen"
        return "needs" if self.records_needs and self.has_line else None

    @property
    def has_line(self) -> bool:
        """Whether its visitors get a place in line; a guest of the house is met at once (reception)."""
        return self.form != "reception"

    @property
    def offers_skd(self) -> bool:
        """Whether its visitors are offered the SKD beside the SKM: not after DTSEN or a complaint (domain.md 1.1)."""
        return self.form == "skd" and not self.takes_complaints


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """A desk and the services that it offers."""

    number: int
    name: Text
    services: tuple[str, ...]

    def serves(self, service: str) -> bool:
        """Whether the counter offers the service."""
        return service in self.services


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One PST desk: everything that differs between offices, as data."""

    code: str
    name: str
    place: str
    phone: str
    zone: str
    services: tuple[Service, ...]
    counters: tuple[Counter, ...] = ()
    """None where the standard promises nothing to those who come (walk-in)."""
    hours: OpeningHours
    standard: Standard
    cost: Text
    complaints: tuple[str, ...] = ()
    website: str | None = None
    wifi: str | None = None
    after_the_number: Text | None = None
    running_text: tuple[Text, ...] = field(default=())
    guest_book: GuestBookRules = field(default_factory=GuestBookRules)
    privacy: str | None = None
    """Whom visitors ask about their data (UU 27/2022 Pasal 53); without it the office's telephone."""
    board_calls: bool = False
    """Without numbers: whether the board shows and speaks a call, by its service; else an officer fetches them."""
    priority_in_a_row: int = 2
    """How many priority visitors in a row may pass an ordinary one whose clock runs (fairness cap)."""

    def __post_init__(self) -> None:
        outline = Outline(
            code=self.code,
            zone=self.zone,
            services=[(service.code, service.has_line) for service in self.services],
            counters=[(counter.number, counter.services) for counter in self.counters],
            promises=self._promises(),
        )
        found = list(mistakes_in(outline))
        if self.standard.walk_in and not self.takes_walk_ins:
            words = "walk-in visitors are promised something, and there is no counter to serve them"
            found.append((words, ("standard", "walk_in")))
        if self.priority_in_a_row < 1:
            words = "priority_in_a_row must be at least 1, or priority would mean nothing"
            found.append((words, ("priority_in_a_row",)))
        if found:
            raise ProfileMistakesError(found)

    def _promises(self) -> list[tuple[Place, tuple[str, ...]]]:
        walk_in, earlier = self.standard.walk_in, self.standard.earlier_walk_in
        present: list[tuple[Place, tuple[str, ...]]] = [(("standard", "walk_in"), walk_in.services)] if walk_in else []
        return present + [(("standard", "earlier_walk_in", at), one.services) for at, one in enumerate(earlier)]

    @property
    def takes_walk_ins(self) -> bool:
        """Whether visitors may come to its desk; an office may promise its service on other channels alone."""
        return bool(self.counters)

    def has_line(self, service: str) -> bool:
        """Whether visitors for this service get a place in line; without one they are met, and promised no time."""
        return self.takes_walk_ins and any(one.code == service and one.has_line for one in self.services)

    @property
    def time_zone(self) -> ZoneInfo:
        """The office's own zone; the server's zone never matters."""
        return ZoneInfo(self.zone)

    @property
    def numbered(self) -> bool:
        """Whether visitors are called by a number; without one they have a place in line all the same."""
        return self.guest_book.order != "no_number"

    @property
    def calls_on_board(self) -> bool:
        """Whether the waiting room's board shows and speaks calls."""
        return self.numbered or self.board_calls

    @property
    def privacy_contact(self) -> str:
        """Where a visitor asks about their data."""
        return self.privacy or self.phone

    @property
    def zone_letters(self) -> str:
        """WIB, WITA or WIT, as shown beside every time."""
        return ZONE_LETTERS[self.zone]

    def name_of_service(self, code: str) -> Text:
        """Its name; the letter alone when the profile no longer knows it, for its tickets must still be shown."""
        return next((service.name for service in self.services if service.code == code), Text(code, code))

    def name_of_counter(self, number: int) -> Text:
        """Its name; a plain one when the profile no longer knows it."""
        plain = Text(f"Meja {number}", f"Desk {number}")
        return next((counter.name for counter in self.counters if counter.number == number), plain)

    def service(self, code: str) -> Service:
        """The service with this code, or `unknown_service`."""
        for service in self.services:
            if service.code == code:
                return service
        raise Refusal("unknown_service", service=code)

    def counter(self, number: int) -> Counter:
        """The counter with this number, or `unknown_counter`."""
        for counter in self.counters:
            if counter.number == number:
                return counter
        raise Refusal("unknown_counter", counter=number)

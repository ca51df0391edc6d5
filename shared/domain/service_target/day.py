"""What the ten-minute promise is judged from: the day's moves, the promise, the hours and the counters."""

from dataclasses import dataclass
from datetime import datetime

from shared.domain.service_target.readings import READINGS, Reading

TicketId = int | str

TICKET_MOVES = frozenset(
    {"take", "call", "recall", "start", "finish", "miss", "leave", "rate", "put_back", "hold", "transfer"}
    | {"reinstate", "cancel", "expire", "undo", "correct", "guest_book"}
)
COUNTER_MOVES = frozenset({"take_counter", "leave_counter"})


@dataclass(frozen=True, slots=True)
class Step:
    """One move of the day's journal, in journal order; `at` is aware, whole seconds count (rule 1).

    `service` is named on take and transfer; a transfer may name a target counter instead (`to_counter`).
    `sounded` says of a call whether a board confirmed that it was heard. `undo` takes back the ticket's
    last call, finish, miss or transfer; `correct` marks the visit
    (the leg, where it names one) as corrected; `guest_book` is its filing.
    """

    at: datetime
    move: str
    ticket: TicketId | None = None
    counter: int | None = None
    service: str | None = None
    priority: bool = False
    sounded: bool = True
    to_counter: int | None = None
    leg: int | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """The walk-in promise in force that day; `services` are those it covers, None covers all (rule 11).

    `how` is the way in which its words are read.
    """

    limit_seconds: int = 600
    services: frozenset[str] | None = None
    how: Reading = READINGS["default"]

    @property
    def limit(self) -> int:
        """The limit in seconds: the reading's own where its words name one, else the promise's."""
        return self.how.limit_seconds or self.limit_seconds

    def covers(self, service: str | None) -> bool:
        """Whether a visitor for this service was promised anything."""
        return self.services is None or service is None or service in self.services


@dataclass(frozen=True, slots=True)
class ServiceHours:
    """One day's published hours; breaks are half-open [from, to) pairs and may touch or overlap."""

    opening: datetime
    closing: datetime | None = None
    breaks: tuple[tuple[datetime, datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class CounterRoster:
    """A counter, whom it may serve (None: everybody) and its rostered hours of that day.

    Without `open_from` it joins the pool when it is first taken, calls or starts; without `open_to` it
    stays until closing (rule 3).
    """

    number: int
    services: frozenset[str] | None = None
    open_from: datetime | None = None
    open_to: datetime | None = None

    def may_serve(self, service: str | None) -> bool:
        """Whether a visitor for this service may be served here."""
        return self.services is None or service is None or service in self.services

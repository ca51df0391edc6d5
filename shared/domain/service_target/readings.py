"""The readings of the promise's words, as data: what starts the clock, what ends it, and within how long."""

from dataclasses import dataclass
from typing import Literal

ClockStart = Literal["previous_visitor_finished", "number_issued", "guest_book_filled", "previous_number_finished"]
ClockEnd = Literal["service_started", "first_called"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the promise; a `limit_seconds` of its own overrides the promise's (domain.md 4.3)."""

    name: str
    clock_from: ClockStart = "previous_visitor_finished"
    clock_until: ClockEnd = "service_started"
    limit_seconds: int | None = None


READINGS: dict[str, Reading] = {
    reading.name: reading
    for reading in (
        Reading("default"),
        Reading("first_call", clock_until="first_called"),
        Reading("from_ticket", "number_issued"),
        Reading("number_order", "previous_number_finished"),
        # Kota Pariaman, SK 038A/2023: "maksimal 5 menit setelah mengisi buku tamu elektronik".
        Reading("from_guest_book", "guest_book_filled", limit_seconds=300),
    )
}

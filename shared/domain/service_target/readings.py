"""The readings of the promise's words, as data: what starts the clock, what ends it, and within how long."""

from dataclasses import dataclass
from typing import Literal

ClockStart = Literal["turn", "ticket", "guest_book", "predecessor"]
ClockEnd = Literal["start", "first_call"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the promise; a `limit_seconds` of its own overrides the promise's (domain.md 4.3)."""

    name: str
    clock_from: ClockStart
    clock_until: ClockEnd
    limit_seconds: int | None = None


READINGS: dict[str, Reading] = {
    reading.name: reading
    for reading in (
        Reading("default", clock_from="turn", clock_until="start"),
        Reading("first_call", clock_from="turn", clock_until="first_call"),
        Reading("from_ticket", clock_from="ticket", clock_until="start"),
        Reading("number_order", clock_from="predecessor", clock_until="start"),
        # Kota Pariaman, SK 038A/2023: "maksimal 5 menit setelah mengisi buku tamu elektronik".
        Reading("from_guest_book", clock_from="guest_book", clock_until="start", limit_seconds=300),
    )
}

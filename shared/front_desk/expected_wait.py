"""The expected waits of an office at one moment, and the ranges that they are read from."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import cached_property

from shared.database import OfficeRecords
from shared.domain.expected_wait import LOOKS_BACK, Scene, WaitRange, expected, ranges
from shared.domain.office import Office
from shared.domain.ticket import AT_A_COUNTER, State, Ticket


class ExpectedWaits:
    """What may be told to those who wait for some services, all from one snapshot."""

    def __init__(self, records: OfficeRecords, office: Office, now: datetime, services: Collection[str]) -> None:
        self._records = records
        self._counters = office.counters
        self._now = now.astimezone(office.time_zone)
        self._known = records.wait_ranges(self._now.hour, services)

    def of_line(self) -> dict[int, WaitRange]:
        """The ranges of those who wait, by ticket; whoever cannot be told one is left out."""
        situations = self._scene.situations() if self._known else {}
        told = {ticket: expected(self._known, situation) for ticket, situation in situations.items()}
        return {ticket: found for ticket, found in told.items() if found}

    def of_service(self, service: str) -> WaitRange | None:
        """The range for an ordinary visitor who would take a number of this service now."""
        now = self._now
        somebody = Ticket(
            id=0,
            day=now.date(),
            series=service,
            number=0,
            service=service,
            state=State.WAITING,
            issued_at=now,
            registered_at=now,
        )
        return self.of_newcomer(somebody)

    def of_newcomer(self, ticket: Ticket) -> WaitRange | None:
        """The range for somebody who joins the line now."""
        return expected(self._known, self._scene.of_newcomer(ticket)) if self._known else None

    @cached_property
    def _scene(self) -> Scene:
        """Looked at only where there is a range to tell: an office in its first weeks pays nothing."""
        present = self._records.open_tickets()
        return Scene(
            counters=self._counters,
            waiting=[ticket for ticket in present if ticket.state is State.WAITING],
            seated={seat.counter for seat in self._records.seats()},
            busy={ticket.counter for ticket in present if ticket.counter and ticket.state in AT_A_COUNTER},
            hour=self._now.hour,
        )


def expected_wait(records: OfficeRecords, office: Office, ticket: Ticket, now: datetime) -> WaitRange | None:
    """How much longer this visitor may expect to wait; None for not enough data, and for whoever does not wait."""
    if ticket.state is not State.WAITING:
        return None
    return ExpectedWaits(records, office, now, [ticket.service]).of_line().get(ticket.id)


def keep_wait_ranges(records: OfficeRecords) -> None:
    """Make the ranges anew from the judged visits of the last half year."""
    last = records.last_judged_day()
    if last is not None:
        records.keep_wait_ranges(ranges(records.past_waits(last - LOOKS_BACK, last)))

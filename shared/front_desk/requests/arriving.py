"""Somebody came to their appointment: a place in line like everybody's, and the request knows which."""

from __future__ import annotations

from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.domain.ticket import Ticket
from shared.front_desk.desk import Work, ticket_verb
from shared.front_desk.requests.appointing import Appointing
from shared.front_desk.requests.case import case_of
from shared.front_desk.taking import Taking


class Arriving(Appointing, Taking):
    """The verb by which an appointment becomes a visit.

    Ticket and request are linked, and nothing more: name and contact of the request are not put into the visit's guest
    book. They were given to answer this request and nothing else (its notice; UU 27/2022 Pasal 27), they are erased
    with it, and a contact stands in the guest book only where the visitor wrote it there and agreed to its use. The
    house believes that two visits are one person's only once that person has said so (`returning`).
    """

    @ticket_verb(Role.OFFICER)
    def arrive(self, work: Work, request: int, service: str | None, priority: bool, pages: str) -> Ticket:
        """Take the next number for whoever came to their appointment of today, early or late, by the rules of every
        other number: the appointment passes nobody. Without `service` it is the request's own.

        Pressed twice it is the same number. Refuses `no_appointment`, `appointment_not_today`, `service_needed` where
        the request names none, and what `take` refuses.
        """
        case = case_of(work.records, self.office, request, work.now)
        found = case.told.appointment
        if found is not None and found.state == "kept" and found.ticket is not None:
            return work.records.ticket(found.ticket)
        if found is None or found.state not in ("stands", "missed"):
            raise Refusal("no_appointment")
        if self._days_until(found, work.now) != 0:
            raise Refusal("appointment_not_today")
        wanted = service or case.stored.service
        if wanted is None:
            raise Refusal("service_needed")
        ticket = self._issue(work, wanted, case.stored.language, priority, pages)
        self._move_request(work, request, "keep_meeting", facts={"ticket": ticket.id, "number": ticket.label})
        return ticket

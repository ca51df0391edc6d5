"""The printer's outbox as the printing worker sees it: slips written with their tickets, printed when paper allows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from shared.database import OfficeRecords
from shared.database.records.paper import PrintRow
from shared.domain import calling_order
from shared.domain.office import Office
from shared.domain.refusal import Refusal
from shared.domain.ticket import Ticket
from shared.front_desk.desk import Desk, Work, verb
from shared.front_desk.parts import Parts
from shared.keys import Keys
from shared.printing import Language, NotPrinted, Outcome, Printed, PrintJob, Slip

LONGEST_ATTEMPT = timedelta(seconds=60)
"""A slip under way for longer than any time limit of the printer: whoever printed it is gone."""


class Outbox(Desk):
    """One office's slips. Each step is a verb, so that staff see at once how the printer does."""

    def __init__(self, parts: Parts, office: Office) -> None:
        super().__init__(parts, office, None)

    @verb()
    def give_up_interrupted(self, work: Work) -> None:
        """A slip that was under way when its program died is never printed again blindly."""
        work.records.give_up_interrupted(work.now, before=work.now - LONGEST_ATTEMPT)

    def next_slip(self) -> PrintJob | None:
        """The slip that has waited longest."""
        if self.reading(lambda records: records.has_interrupted(before=self.now() - LONGEST_ATTEMPT)):
            self.give_up_interrupted()
        found = self.reading(lambda records: _next(records, self.office, self.parts.keys))
        if found is None:
            return None
        row, slip = found
        return PrintJob(row.id, row.attempts + 1, slip, row.created_at)

    @verb()
    def began(self, work: Work, job_id: int) -> bool:
        """The bytes are about to go out; False when the worker of another process has this slip already.

        Refused as `not_found` for a slip that nobody asked for here; so is the end of one.
        """
        _check_asked_for(work.records, job_id)
        return work.records.claim_print_job(job_id, work.now)

    @verb()
    def ended(self, work: Work, job_id: int, outcome: Outcome) -> None:
        """What came of it; a slip in passing trouble waits for the next attempt, and staff see why."""
        _check_asked_for(work.records, job_id)
        work.records.change_print_job(job_id, work.now, **_columns(outcome))
        work.touch()


def _check_asked_for(records: OfficeRecords, job_id: int) -> None:
    if not records.has_print_job(job_id):
        raise Refusal("not_found")


def _columns(outcome: Outcome) -> Mapping[str, object]:
    if isinstance(outcome, NotPrinted):
        return {"state": "failed" if outcome.final else "waiting", "reason": outcome.reason.value}
    low = isinstance(outcome, Printed) and outcome.paper_low
    return {"state": outcome.code, "reason": None, "paper_low": low}


def _next(records: OfficeRecords, office: Office, keys: Keys) -> tuple[PrintRow, Slip] | None:
    row = records.next_print_job()
    return (row, _slip(records, office, row, keys)) if row else None


def _slip(records: OfficeRecords, office: Office, row: PrintRow, keys: Keys) -> Slip:
    ticket = records.ticket(row.ticket)
    ahead = calling_order.ahead(ticket, records.waiting(), office.counters)
    language: Language = "en" if ticket.language == "en" else "id"
    return Slip(
        office_name=office.name,
        office_place=office.place,
        number=ticket.label,
        service=office.name_of_service(ticket.service).in_language(language),
        ahead=ahead,
        estimate=None if ahead is None else _told(records, ticket),
        issued_at=ticket.issued_at.astimezone(office.time_zone),
        zone_letters=office.zone_letters,
        url=row.url + keys.ticket_token(office.code, ticket.id, ticket.issued_at),
        wifi=office.wifi,
        language=language,
        cost=office.cost.in_language(language),
        copy=row.copy,
        numbered=office.numbered,
        rating_code=keys.rating_code(office.code, ticket.id, ticket.issued_at),
    )


def _told(records: OfficeRecords, ticket: Ticket) -> tuple[int, int] | None:
    """The expected wait in minutes as it was told with the number: the paper names that time, however late it comes."""
    told = records.rows_of_ticket(ticket.id)[0].facts.get("told")
    return (told[0] // 60, told[1] // 60) if told else None

"""Visits of a written day as the figures count them."""

from collections.abc import Iterable
from dataclasses import replace

from shared.domain.judged_day import LoggedVisit
from shared.domain.service_target import Visit
from shared.domain.wait_figures import Mark


def marks_of(visits: Iterable[Visit]) -> list[Mark]:
    """The marks, numbered as the visits came; nobody said anything about them."""
    return [mark_of(visit, number) for number, visit in enumerate(visits, start=1)]


def mark_of(visit: Visit, number: int, explained: str | None = None) -> Mark:
    """One mark, of the test day in UTC."""
    logged = LoggedVisit(
        day=visit.issued_at.date(),
        hour=visit.issued_at.hour,
        number=str(visit.ticket),
        officer=None,
        explained=explained,
        told=None,
        situation=None,
        visit=replace(visit, ticket=number),
    )
    return logged.mark

"""Requests: each is what its journal rows tell, each number is given once and none is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from shared.database.records import OfficeRecords
from shared.domain.refusal import Refusal
from shared.domain.request import number_of, retold
from shared.domain.request.events import event_of


def request_faults(records: OfficeRecords) -> Iterator[str]:
    """Requests that their journal does not tell, and gaps in the series of a channel (I-04, I-07, I-01)."""
    requests = records.all_requests()
    rows = records.rows_of_requests(request.id for request in requests)
    numbers: dict[tuple[str, int], list[int]] = defaultdict(list)
    for request in requests:
        label = number_of(request.channel, request.year, request.number)
        numbers[(request.channel, request.year)].append(request.number)
        events = [event_of(row) for row in rows[request.id]]
        try:
            told = retold(events, request.channel)
        except (Refusal, ValueError, KeyError):
            yield f"the journal of request {label} holds a move that is not possible"
            continue
        if (told.state, told.officer) != (request.state, request.officer):
            yield f"request {label} is {request.state.value}, but the journal tells {told.state.value}"
    for (channel, year), given in numbers.items():
        if sorted(given) != list(range(1, len(given) + 1)):
            yield f"the {channel} numbers of {year} do not run from 1 without a gap"

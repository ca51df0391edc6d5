"""The inbox as screens may show it: how each request stands, never a word of it and never who asked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from shared.channels import Connections
from shared.database import OfficeRecords
from shared.domain.office import Office
from shared.domain.opening_hours import ServiceDay
from shared.domain.request import REOPENS_WITHIN, is_owed
from shared.domain.service_time import service_stretches
from shared.events import Snapshot
from shared.front_desk import Parts
from shared.front_desk.requests import Case, cases, inbox_of
from shared.front_desk.requests.channel_states import ChannelState, channel_states
from shared.web import at_office

MOST_ENDED = 40
LOOKS_BACK, LOOKS_AHEAD = timedelta(days=60), timedelta(days=60)
"""The days of service that a page needs to count along; whatever is later or longer over is counted up to here."""
NOT_GONE = ("by_hand", "failed", "queued")
Waiting = Mapping[int, Counter[str]]


def snapshot_of(parts: Parts) -> Snapshot:
    """The inbox as a function of the rows and the hour; the connected channels with what hinders them."""

    def inbox(records: OfficeRecords, office: Office, now: datetime, _: str) -> dict[str, Any]:
        today = now.astimezone(office.time_zone).date()
        open_ones = inbox_of(records, office, now)
        waiting, names = not_gone(records), records.names()
        ended = _ended(records, office, now, waiting)
        return {
            "seq": records.seq(),
            "at": at_office(now, office),
            "requests": [request_row(case, office, waiting, names) for case in open_ones],
            "ended": [request_row(case, office, waiting, names) for case in ended],
            "service": list(_service(office, today, open_ones)),
            "channels": [
                channel_row(state, office)
                for state in channel_states(records, parts.connections.get(office.code, Connections()))
            ],
        }

    return inbox


def _ended(records: OfficeRecords, office: Office, now: datetime, waiting: Waiting) -> list[Case]:
    """What was closed lately; and however long ago, what is owed still because its answer never left or came back."""
    since = now.astimezone(office.time_zone).date() - REOPENS_WITHIN
    lately = cases(records, office, records.lately_ended_requests(since, MOST_ENDED), now)
    shown = {case.stored.id for case in lately}
    others = cases(records, office, records.ended_requests_of(waiting.keys() - shown), now)
    return [case for case in others if is_owed(case.clock, case.terms)] + lately


def channel_row(state: ChannelState, office: Office) -> dict[str, Any]:
    """How a connected channel stands: times, counts and a word for what hinders it."""
    return {
        "channel": state.channel,
        "well": state.is_well,
        "trouble_since": at_office(state.trouble_since, office),
        "problem": state.problem,
        "aside": dict(state.aside),
        "aside_since": at_office(state.aside_since, office),
        "waiting": state.waiting,
        "waits_for": state.waits_for,
    }


def request_row(case: Case, office: Office, waiting: Waiting, names: Mapping[int, str]) -> dict[str, Any]:
    """One request of the inbox."""
    stored, told, clock = case.stored, case.told, case.clock
    return {
        "id": stored.id,
        "number": case.label,
        "channel": stored.channel,
        "state": told.state.value,
        "turn": case.turn,
        "service": stored.service,
        "language": stored.language,
        "received_at": at_office(stored.received_at, office),
        "started_at": at_office(clock.started_at, office),
        "soon_at": at_office(case.urgency.soon_at, office),
        "due_at": at_office(clock.due_at, office),
        "left_seconds": None if clock.left is None else int(clock.left.total_seconds()),
        "verdict": clock.verdict,
        "reason": clock.reason,
        "owed": is_owed(clock, case.terms),
        "level": case.urgency.level,
        "stands": clock.verdict == "stands",
        "unsure_years": list(clock.unsure_years),
        "officer": _person(told.officer, names),
        "ticked": len(told.ticked),
        "requirements": case.terms.requirements,
        "first_answer_at": at_office(clock.first_answer_at, office),
        "information_at": at_office(clock.information_at, office),
        "appointment_at": at_office(told.appointment_at, office),
        "appointment": _appointment(case, office),
        "ended_at": at_office(told.ended_at, office),
        "silence": _silence(case, office),
        "call": _call(case, office),
        "not_gone": {delivery: waiting[stored.id][delivery] for delivery in NOT_GONE},
        "hindered": waiting[stored.id]["hindered"],
        "files": {state: waiting[stored.id][f"file_{state}"] for state in ("waits", "failed")},
        "events": len(case.events),
    }


def not_gone(records: OfficeRecords) -> Waiting:
    """How many messages of each request wait to be sent, by hand or by the program, or were not taken; and how many
    files are on their way, or could not be had.
    """
    waiting: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for message in records.messages_to_deliver(*NOT_GONE):
        waiting[message.request][message.delivery] += 1
        waiting[message.request]["hindered"] += message.problem is not None
    for file in records.files_not_here():
        waiting[file.request][f"file_{file.fetching}"] += 1
    return waiting


def _appointment(case: Case, office: Office) -> dict[str, Any] | None:
    """The newest one and what became of it; `number` is that of the place in line of whoever came."""
    found = case.told.appointment
    if found is None:
        return None
    return {"at": at_office(found.at, office), "meeting": found.meeting, "state": found.state, "number": found.number}


def _silence(case: Case, office: Office) -> dict[str, Any] | None:
    silence = case.silence
    if silence is None:
        return None
    return {
        "since": at_office(silence.since, office),
        "closes_at": at_office(silence.closes_at, office),
        "reminded": silence.reminded,
    }


def _call(case: Case, office: Office) -> dict[str, Any] | None:
    """A call that nobody took: when it came, and how often somebody tried to call back."""
    missed = next((event for event in case.events if event.move == "miss_call"), None)
    if missed is None:
        return None
    tries = sum(event.move == "try_call" for event in case.events)
    return {"missed_at": at_office(datetime.fromisoformat(missed.facts["called_at"]), office), "tries": tries}


def _person(officer: int | None, names: Mapping[int, str]) -> dict[str, Any] | None:
    return None if officer is None else {"id": officer, "name": names.get(officer, "")}


def _service(office: Office, today: date, open_ones: list[Case]) -> Iterator[list[list[str | None]]]:
    """The stretches of service of each working day that a clock of these requests may need, day by day."""
    dates = [case.clock.due_at.astimezone(office.time_zone).date() for case in open_ones if case.clock.due_at]
    first = max(min([today, *dates]), today - LOOKS_BACK)
    last = min(max([today, *dates]), today + LOOKS_AHEAD)
    for passed in range((last - first).days + 1):
        day = first + timedelta(days=passed)
        if isinstance(office.hours.on(day), ServiceDay):
            found = service_stretches(day, office.hours, office.time_zone)
            stretches = [[at_office(opens, office), at_office(closes, office)] for opens, closes in found]
            if stretches:
                yield stretches

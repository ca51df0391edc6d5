"""A visit as its panel shows it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from counter.manager.emergencies import told_emergencies
from counter.manager.wait_log.journal.events import Telling, events
from counter.manager.wait_log.rows import page_row
from shared.database import OfficeRecords
from shared.domain.judged_day import terms_of
from shared.domain.judged_day.beginning import Beginning
from shared.domain.judged_day.terms import emergencies
from shared.domain.judged_day.told_visit import ToldVisit, told_visit
from shared.domain.office import Office
from shared.domain.refusal import Refusal
from shared.front_desk.remark_words import remarks_on
from shared.vault import Vault
from shared.web import at_office

READINGS_SHOWN = ("first_call", "number_order", "from_ticket")
"""Those that stand beside the definition (domain.md 4.3)."""


def tell(records: OfficeRecords, vault: Vault, office: Office, place: tuple[int, int], now: datetime) -> dict[str, Any]:
    """The visit, why its clock started, how other readings judge it, and its events, oldest first. Writes nothing.

    Refuses `unknown_ticket` for a ticket or leg that never was.
    """
    day = records.ticket(place[0]).day
    rows = records.rows_of_days(day, day)
    told = told_visit(rows, records.sounded(day), terms_of(office, day, rows), now, place)
    if told is None:
        raise Refusal("unknown_ticket")
    mine = [row.seq for row in rows if row.ticket == place[0]]
    names = records.names()
    stops = {until for _, until in emergencies(rows)}
    telling = Telling(office, rows, told, names, records.heard(mine), remarks_on(records, vault, mine))
    return {
        "visit": page_row(told.logged, office, names),
        "limit_seconds": told.limit_seconds,
        "latest_start": at_office(told.latest_start, office),
        "limit_passed_at": at_office(told.limit_passed_at, office),
        "beginnings": [_beginning(event, office, stops) for event in told.beginnings],
        "readings": _readings(told),
        "events": events(telling),
        "emergencies": told_emergencies(records, vault, office, rows),
    }


def _beginning(event: Beginning, office: Office, stops: Collection[datetime]) -> dict[str, Any]:
    """An event before the clock; `emergency`: service went on after a documented one, not after a break."""
    return {
        "what": event.what,
        "emergency": event.what == "resumed" and event.at in stops,
        "at": at_office(event.at, office),
        "decides": event.decides,
        "counter": event.counter,
        "free_since": at_office(event.free_since, office),
        "freed": event.freed,
        "number": event.number,
    }


def _readings(told: ToldVisit) -> list[dict[str, Any]]:
    shown = ((name, told.readings[name]) for name in READINGS_SHOWN)
    return [{"reading": name, "clock_seconds": read.clock_seconds, "verdict": read.verdict} for name, read in shown]

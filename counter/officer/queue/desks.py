"""A counter as the consoles see it: who sits there, whom they serve, who is next, how their day went."""

from __future__ import annotations

from collections import Counter as Tally
from datetime import timedelta
from typing import Any

from counter.officer.queue.care import silent_since
from counter.officer.queue.guest_book import guest_book
from counter.officer.queue.line import why
from counter.officer.queue.scene import Scene
from shared.domain import calling_order
from shared.domain.office import Counter
from shared.domain.service_target import Verdict
from shared.domain.ticket import AT_A_COUNTER, UNDOABLE, State, Ticket
from shared.front_desk.calling import UNDO_WITHIN
from shared.front_desk.turns import running_clocks, whose_turn
from shared.vault import Vault

MISS_AFTER = timedelta(minutes=3)
VERDICTS: tuple[Verdict, ...] = ("kept", "called_in_time", "missed", "not_judged")


def desk_json(scene: Scene, counter: Counter, vault: Vault) -> dict[str, Any]:
    """One counter now."""
    number = counter.number
    seat = scene.seats.get(number)
    ticket = next((t for t in scene.tickets if t.counter == number and t.state in AT_A_COUNTER), None)
    pool = next((c for c in scene.judged.counters if c.number == number), None)
    return {
        "counter": number,
        "officer": scene.person(seat.officer) if seat else None,
        "since": scene.at(seat.since) if seat else None,
        **_at_the_desk(scene, ticket),
        **_record(scene, ticket, vault),
        "next": _next(scene, counter),
        **_day_of(scene, number),
        "free_since": scene.at(pool.free_since) if pool else None,
        "silent_since": silent_since(scene, ticket, seat),
        "undo": _undo(scene, number),
    }


def _at_the_desk(scene: Scene, ticket: Ticket | None) -> dict[str, Any]:
    """The visitor who is called or served here, if any."""
    return {
        "ticket": scene.json(ticket) if ticket else None,
        "clock_started_at": scene.clock_of(ticket) if ticket else None,
        "clock": _verdict(scene, ticket) if ticket else None,
        "priority": bool(ticket and ticket.priority),
        "language": ticket and ticket.language,
        "request": scene.request_of(ticket.id) if ticket else None,
        "called": ticket.calls if ticket else 0,
        "passed": _passed(scene, ticket) if ticket else [],
        "may_miss_at": _may_miss_at(scene, ticket) if ticket else None,
    }


def _record(scene: Scene, ticket: Ticket | None, vault: Vault) -> dict[str, Any]:
    """What there is to open and to write down of the visitor here."""
    return {
        "guest_book": guest_book(scene, ticket, vault) if ticket else None,
    }


def _verdict(scene: Scene, ticket: Ticket) -> dict[str, Any] | None:
    """How the clock of the visitor who is served here was judged; `reason` says why it was missed, if known."""
    logged = scene.visit_of(ticket)
    if logged is None or logged.visit.started_at is None:
        return None
    visit = logged.visit
    return {"seconds": visit.clock_seconds, "verdict": visit.verdict, "reason": logged.cause}


def _passed(scene: Scene, ticket: Ticket) -> list[str]:
    """The earlier numbers that the call of this visitor went before, as the journal keeps them."""
    calls = [row for row in scene.standing if row.ticket == ticket.id and row.move == "call"]
    return list(calls[-1].facts.get("passed", ())) if calls else []


def _next(scene: Scene, counter: Counter) -> dict[str, Any] | None:
    """Whom "call next" will call here, and why: the first in line, or an ordinary visitor who was passed enough."""
    if scene.day is None or not calling_order.eligible(scene.line, counter):
        return None
    turn, facts = whose_turn(
        scene.records, scene.office, counter, scene.day.day, lambda: running_clocks(scene.judged.visits)
    )
    reason = why(scene, turn)
    if facts.get("turn") == "ordinary":
        reason |= {"key": "ordinary_turn", "after": scene.office.priority_in_a_row}
    return {"ticket": turn.id, "reason": reason}


def _day_of(scene: Scene, number: int) -> dict[str, Any]:
    """How the counter's day went."""
    served = [v for v in scene.judged.visits if v.counter == number and v.started_at and v.finished_at]
    verdicts = Tally(visit.verdict for visit in served)
    finished = [row for row in scene.standing if row.counter == number and row.move == "finish"]
    return {
        "served_today": len(served),
        "verdicts": {verdict: verdicts[verdict] for verdict in VERDICTS},
        "last_finished": scene.label(finished[-1].ticket) if finished else None,
    }


def _may_miss_at(scene: Scene, ticket: Ticket) -> str | None:
    if ticket.state is not State.CALLED or ticket.first_called_at is None:
        return None
    return scene.at(ticket.first_called_at + MISS_AFTER)


def _undo(scene: Scene, number: int) -> dict[str, Any] | None:
    """What may be taken back here; what people said about a visit since then does not stand in the way."""
    rows = [row for row in scene.rows if row.counter == number and (row.moves_ticket or row.ticket is None)]
    if not rows or rows[-1].move not in UNDOABLE:
        return None
    last = rows[-1]
    return {
        "move": last.move,
        "number": scene.label(last.ticket) or "",
        "ticket": last.ticket,
        "counter": number,
        "by": last.actor,
        "until": scene.at(last.at + UNDO_WITHIN),
    }

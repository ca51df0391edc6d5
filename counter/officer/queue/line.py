"""The visitors as the consoles see them: who waits and why there, who was set aside, who is gone, who was called."""

from __future__ import annotations

from typing import Any

from counter.officer.queue.scene import Scene
from shared.domain import calling_order
from shared.domain.ticket import BACK_TO_THE_HEAD, State, Ticket

LAST_FINISHED = 6


def waiting(scene: Scene, ticket: Ticket) -> dict[str, Any]:
    """A place in the line, and why it is there."""
    return {
        "ticket": scene.json(ticket),
        "counters": [c.number for c in scene.office.counters if calling_order.may_serve(c, ticket)],
        "reason": why(scene, ticket),
        "clock_started_at": scene.clock_of(ticket),
        "priority": ticket.priority,
        "language": ticket.language,
        "request": scene.request_of(ticket.id),
    }


def why(scene: Scene, ticket: Ticket) -> dict[str, Any]:
    """Why a visitor stands where they stand."""
    reason = calling_order.reason(ticket, scene.line)
    return {"key": reason.key, "since": scene.at(reason.since), "passed": list(reason.passed)}


def held(scene: Scene, ticket: Ticket) -> dict[str, Any]:
    """A visitor set aside."""
    rows = [row for row in scene.rows if row.ticket == ticket.id and row.move == "hold"]
    return {
        "ticket": scene.json(ticket),
        "held_at": scene.at(rows[-1].at) if rows else None,
        "held_by_counter": ticket.held_by,
        # A visitor held before being served still waits, and so does their clock (domain.md 4.3a rule 8).
        "clock_started_at": None if ticket.started_at else scene.clock_of(ticket),
    }


def gone(scene: Scene, ticket: Ticket) -> dict[str, Any]:
    """A visitor who missed their call or left; until when they return to the head of the line."""
    until = ticket.ended_at + BACK_TO_THE_HEAD if ticket.ended_at else None
    return {"ticket": scene.json(ticket), "at": scene.at(ticket.ended_at), "until": scene.at(until)}


def left_by_themselves(scene: Scene, ticket: Ticket) -> bool:
    """Whether the visitor left by phone, so recently that they may be brought back."""
    if ticket.state is not State.CANCELLED or ticket.ended_at is None or scene.now - ticket.ended_at > BACK_TO_THE_HEAD:
        return False
    return any(row.ticket == ticket.id and row.reason == "visitor" for row in scene.rows)


def finished(scene: Scene) -> list[dict[str, Any]]:
    """The visits that ended last, newest first."""
    ended = [visit for visit in scene.judged.visits if visit.started_at and visit.finished_at]
    ended.sort(key=lambda visit: visit.finished_at or visit.issued_at, reverse=True)
    return [
        {
            "number": scene.label(int(visit.ticket)),
            "finished_at": scene.at(visit.finished_at),
            "clock_seconds": visit.clock_seconds,
            "verdict": visit.verdict,
        }
        for visit in ended[:LAST_FINISHED]
    ]


def calls(scene: Scene) -> dict[str, dict[str, Any]]:
    """For everyone who is called now: whether a board showed and spoke their newest call."""
    called = {ticket.id for ticket in scene.tickets if ticket.state is State.CALLED}
    newest = {row.ticket: row for row in scene.rows if row.ticket in called and row.move in ("call", "recall")}
    heard = scene.records.heard(row.seq for row in newest.values())
    return {
        str(ticket): {
            "seq": row.seq,
            "at": scene.at(row.at),
            "shown_at": scene.at(heard[row.seq].shown_at) if row.seq in heard else None,
            "sounded_at": scene.at(heard[row.seq].sounded_at) if row.seq in heard else None,
        }
        for ticket, row in newest.items()
    }

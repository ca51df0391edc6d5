"""The last things that happened today, as codes; the page says them in words."""

from __future__ import annotations

from typing import Any

from counter.officer.queue.scene import Scene
from shared.domain.journal import JournalRow

LAST = 12
TOLD = frozenset(
    {
        "open_day",
        "close_day",
        "take_counter",
        "leave_counter",
        "take",
        "call",
        "recall",
        "start",
        "finish",
        "hold",
        "put_back",
        "miss",
        "reinstate",
        "cancel",
        "expire",
        "transfer",
        "undo",
        "breach_reason",
        "remind",
        "still_serving",
        "guest_met",
        "complaint",
        "backup",
        "restore",
        "emergency",
    }
)
"""What the waiting room and the desks did. Paperwork, and what is said about a visit, stands in its own place."""


def happenings(scene: Scene) -> list[dict[str, Any]]:
    """The newest first. A start carries its verdict, an undo what it took back."""
    moves = {row.seq: row.move for row in scene.rows}
    told = [row for row in reversed(scene.rows) if row.move in TOLD][:LAST]
    return [
        {
            "seq": row.seq,
            "at": scene.at(row.at),
            "move": row.move,
            "number": scene.label(row.ticket),
            "counter": row.counter,
            "by": scene.names.get(row.actor) if row.actor is not None else None,
            "reason": row.reason,
            "undid": moves.get(row.undoes) if row.undoes is not None else None,
            "to": row.facts.get("service") if row.move == "transfer" else None,
            "verdict": _verdict(scene, row),
        }
        for row in told
    ]


def _verdict(scene: Scene, row: JournalRow) -> str | None:
    if row.move != "start":
        return None
    found = (v for v in scene.judged.visits if (v.ticket, v.leg) == (row.ticket, row.leg) and v.started_at)
    return next((visit.verdict for visit in found), None)

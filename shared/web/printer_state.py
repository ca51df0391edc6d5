"""How the slip printer does, as kiosk and staff see it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from shared.database import OfficeRecords
from shared.front_desk import Parts
from shared.printing.agent import is_by_agent

AGENT_ASKS_WITHIN = timedelta(seconds=15)


def printer_state(records: OfficeRecords, parts: Parts) -> dict[str, Any]:
    """`state` is none, ready or trouble; `reason` says why, `waiting` how many slips have no paper yet."""
    if parts.settings.printer_url is None:
        return {"state": "none", "reason": None, "waiting": 0, "paper_low": False}
    last = records.last_print_job()
    reason = last and (last.reason or ("unsure" if last.state == "unsure" else None))
    if not reason and nobody_asks(records, parts):
        reason = "unreachable"
    return {
        "state": "trouble" if reason else "ready",
        "reason": reason,
        "waiting": records.print_jobs_waiting(),
        "paper_low": bool(last and last.paper_low),
    }


def nobody_asks(records: OfficeRecords, parts: Parts) -> bool:
    """Whether a slip for another PC's printer has waited so long that this PC must be off.

    No commit makes this true, only time: whoever looks every now and then tells the screens.
    """
    if not is_by_agent(parts.settings.printer_url):
        return False
    waiting = records.next_print_job()
    return waiting is not None and parts.clock.now() - waiting.created_at > AGENT_ASKS_WITHIN

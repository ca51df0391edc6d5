"""How the slip printer does, as kiosk and staff see it."""

from __future__ import annotations

from typing import Any

from shared.database import OfficeRecords
from shared.front_desk import Parts


def printer_state(records: OfficeRecords, parts: Parts) -> dict[str, Any]:
    """`state` is none, ready or trouble; `reason` says why, `waiting` how many slips have no paper yet."""
    if parts.settings.printer_url is None:
        return {"state": "none", "reason": None, "waiting": 0, "paper_low": False}
    last = records.last_print_job()
    reason = last and (last.reason or ("unsure" if last.state == "unsure" else None))
    return {
        "state": "trouble" if reason else "ready",
        "reason": reason,
        "waiting": records.print_jobs_waiting(),
        "paper_low": bool(last and last.paper_low),
    }

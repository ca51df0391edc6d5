"""What the journal keeps of backups: that one was made or put back, by its name and in numbers."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from shared.domain.opening_hours import office_day
from shared.domain.staff import Role
from shared.front_desk.desk import Desk, Work, verb


class Backups(Desk):
    """Verbs of the program's own commands; nobody at a screen has them."""

    @verb(Role.MANAGER)
    def record_backup(self, work: Work, file: str, rows: int, by: Literal["night", "command"] = "command") -> None:
        """A backup was made and read back. `rows` are this office's journal rows in it; `file` is a name, no path."""
        facts = {"file": file, "rows": rows, "by": by}
        work.note("backup", day=office_day(work.now, self.office.time_zone), actor=work.actor, facts=facts)

    @verb(Role.MANAGER)
    def record_restore(self, work: Work, file: str, made_at: datetime, lost: int, erased: int) -> None:
        """A backup was put in the place of the database: `lost` rows came after it, `erased` visitors stay erased."""
        facts = {"file": file, "made_at": made_at.isoformat(timespec="seconds"), "lost": lost, "erased": erased}
        work.note("restore", day=office_day(work.now, self.office.time_zone), actor=work.actor, facts=facts)

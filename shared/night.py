"""The server's own nights: a backup after each day, made beside the desk, written into the journal, tried again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from shared.backup.apart import Apart, Told
from shared.backup.nightly import anything_due, last_night
from shared.backup.trouble import BUSY
from shared.domain.office import Office
from shared.domain.opening_hours import office_day
from shared.front_desk import FrontDesk, Parts, operator
from shared.front_desk.rights import knows_the_date

LOOK_SECONDS = 20
AGAIN_AFTER = timedelta(minutes=15)

log = structlog.get_logger()


class Night:
    """Looks after the backups of this server. `pst backup` by hand counts: it is as good as the night's own."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._thread = parts.threads(1)
        self._apart = Apart()
        self._again_at: datetime | None = None

    def watch_forever(self, sleep: Callable[[float], object]) -> None:
        """Look every now and then, also soon after a start: the machine may have been off at night."""
        while True:
            sleep(LOOK_SECONDS)
            try:
                self.look()
            except Exception:  # a database that fails for a moment must not end all nights
                log.exception("the backups could not be looked after")

    def look(self) -> None:
        """Do what is due, unless it failed a moment ago."""
        now = self._parts.clock.now()
        if self._again_at is not None and now < self._again_at:
            return
        night, thin = self._night(now), self._may_thin_out(now)
        told = self._thread.call(lambda: self._do_due(now, night, thin=thin))
        if told is not None:
            self._tell(told)

    def stop(self) -> None:
        """End what is at work."""
        self._apart.stop()

    def _do_due(self, now: datetime, night: datetime | None, *, thin: bool) -> Told | None:
        settings = self._parts.settings
        if not anything_due(settings, night):
            return None
        told = self._apart.do_due(settings, now, night, thin=thin)
        self._again_at = now + AGAIN_AFTER if told.word or anything_due(settings, night) else None
        return told

    def _tell(self, told: Told) -> None:
        for code, rows in told.rows.items():
            if told.file is not None and code in self._parts.offices:
                self._desk(self._parts.offices[code]).record_backup(told.file, rows, by="night")
        if told.word is not None and told.word != BUSY:
            minutes = int(AGAIN_AFTER.total_seconds() // 60)
            log.warning("the night's backup could not be made", why=told.word, again_in_minutes=minutes)
        for office in self._parts.served():
            self._parts.tell(office.code)

    def _night(self, now: datetime) -> datetime | None:
        """The night that lies behind; None where no office has a day behind it."""
        offices = [office for office in self._parts.served() if self._has_a_day_behind_it(office, now)]
        return last_night(now, [office.time_zone for office in offices]) if offices else None

    def _has_a_day_behind_it(self, office: Office, now: datetime) -> bool:
        today = office_day(now, office.time_zone)
        days = self._parts.database.reading(office.code, lambda records: records.latest_days(2))
        return any(day < today for day in days)

    def _may_thin_out(self, now: datetime) -> bool:
        """A machine that boots into another year must not find that every backup is too old."""

        def knows(office: Office) -> bool:
            today, suspect = office_day(now, office.time_zone), self._parts.clock.suspect
            return self._parts.database.reading(
                office.code, lambda records: knows_the_date(records, today, suspect=suspect)
            )

        return any(knows(office) for office in self._parts.served())

    def _desk(self, office: Office) -> FrontDesk:
        return FrontDesk(self._parts, office, operator(office.code))

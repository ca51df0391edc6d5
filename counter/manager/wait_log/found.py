"""What the log found: the same for page, JSON, spreadsheet and report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from flask_babel import gettext

from counter.manager.wait_log.asked import PAGE_LENGTH, Asked
from counter.manager.wait_log.rows import page_row
from shared.database import OfficeRecords
from shared.database.records.judged import Readings
from shared.domain.judged_day import LoggedVisit
from shared.domain.office import Office
from shared.domain.wait_figures import Charts, Choice, Mark, Summary, charts, in_order, summary
from shared.front_desk.wait_log import readings_of, wait_log


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The answer. `visits` are the listed visits in the order asked for, all of them or one page; `total` is how many
    are listed. Figures and charts are over everything that the choice counts.
    """

    office: Office
    choice: Choice
    made_at: datetime
    summary: Summary
    charts: Charts
    longest: LoggedVisit | None
    readings: Readings
    visits: Sequence[LoggedVisit]
    total: int
    names: Mapping[int, str]
    """The officers who served or called somebody on these days, by their number: also when only one is chosen."""

    @property
    def definition(self) -> str:
        """What the clock measures, as it stands on the page and in reports (domain.md 4.3)."""
        sentence: str = gettext(
            "Batas waktu dihitung sejak saat terakhir dari tiga peristiwa: pengguna terdaftar dalam antrean; jam "
            "layanan dibuka, pertama kali hari itu atau kembali sesudah istirahat yang diumumkan; pengguna menjadi "
            "giliran dan ada meja yang melayani jenis layanan itu bebas. Batas waktu berakhir saat pengguna mulai "
            "dilayani petugas di meja layanan. Waktu di luar jam layanan dan istirahat yang diumumkan tidak dihitung. "
            "Pengguna yang dipanggil tetapi tidak hadir dianggap tidak pernah mengantre. Maksimal 10 menit berarti "
            "paling lama 600 detik."
        )
        return sentence

    def charts_json(self) -> dict[str, Any]:
        """The charts with days as dates of the calendar."""
        return {**self.charts, "days": [{**day, "day": day["day"].isoformat()} for day in self.charts["days"]]}

    def longest_json(self) -> dict[str, Any] | None:
        """The visit whose clock ran longest."""
        return page_row(self.longest, self.office, self.names) if self.longest else None


def find(records: OfficeRecords, office: Office, choice: Choice, now: datetime, asked: Asked, *, whole: bool) -> Found:
    """Look the choice up: all listed visits, or the page that was asked for."""
    log = wait_log(records, office, choice, now)
    listed = in_order(filter(lambda mark: asked.lists(mark.day), log.listed), asked.sort, down=asked.down and not whole)
    start = 0 if whole else ((asked.page or 1) - 1) * PAGE_LENGTH
    shown = listed if whole else listed[start : start + PAGE_LENGTH]
    longest = _longest(log.counted)
    return Found(
        office=office,
        choice=choice,
        made_at=now,
        summary=summary(log.counted),
        charts=charts(log.counted),
        longest=next(iter(log.visits(records, longest)), None),
        readings=readings_of(records, choice.first, choice.last),
        visits=log.visits(records, shown),
        total=len(listed),
        names=_officers(records, office, replace(choice, officer=None), now),
    )


def _officers(records: OfficeRecords, office: Office, everybody: Choice, now: datetime) -> dict[int, str]:
    names = records.names()
    present = {mark.officer for mark in wait_log(records, office, everybody, now).counted}
    return {number: names.get(number, "") for number in present if number}


def _longest(marks: Sequence[Mark]) -> list[Mark]:
    timed = [mark for mark in marks if mark.timed]
    return [max(timed, key=lambda mark: mark.clock_seconds or 0)] if timed else []

"""The numbers behind the charts, so that anybody may draw them again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext

from counter.manager.files.workbook.block import Block
from counter.manager.files.workbook.sheet import Sheet
from counter.manager.wait_log.exports.figures import missed_counts
from counter.manager.wait_log.exports.words import Words
from counter.manager.wait_log.found import Found
from shared.domain.wait_figures import Charts
from shared.domain.wait_figures.charts import MinuteOfChart
from shared.domain.wait_figures.minutes import LAST_CLASS

SECONDS_PER_MINUTE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The blocks of all charts."""

    days: Block
    minutes: Block
    services: Block
    reasons: Block


def write(sheet: Sheet, found: Found, words: Words) -> Places:
    """The blocks, one below the other."""
    sheet.widths(30, 14, 14, 14, 14, 14)
    verdicts = [words.verdicts[code] for code in ("kept", "called_in_time", "missed")]
    days = _days(sheet, found.charts, verdicts, words.verdicts["not_judged"])
    minutes = _minutes(sheet, days.last + 3, found, verdicts)
    services = _services(sheet, minutes.last + 3, found, words)
    return Places(
        days=days, minutes=minutes, services=services, reasons=_reasons(sheet, services.last + 3, found, words)
    )


def _days(sheet: Sheet, charts: Charts, verdicts: Sequence[str], not_judged: str) -> Block:
    sheet.headings(0, [gettext("Tanggal"), *verdicts, not_judged, gettext("Bagian tepat")], range(1, 6))
    for row, day in enumerate(charts["days"], 1):
        sheet.moment(row, 0, day["day"], "day")
        for column, count in enumerate((day["kept"], day["called_in_time"], day["missed"], day["not_judged"]), 1):
            sheet.number(row, column, count)
        sheet.number(row, 5, day["kept_share"], "share")
    return Block(sheet.name, 0, len(charts["days"]))


def _minutes(sheet: Sheet, top: int, found: Found, verdicts: Sequence[str]) -> Block:
    """The classes of the clock, with a row between them for the limit: its one number is the height of its line."""
    limit = found.limit_seconds
    classes = _classes(found.charts["minutes"], limit)
    sheet.headings(top, [gettext("Jam, menit"), *verdicts, gettext("Batas")], range(1, 5))
    highest = max((c["kept"] + c["called_in_time"] + c["missed"] for c in classes), default=0)
    row = top
    for minute in classes:
        if limit is not None and minute["minute"] * SECONDS_PER_MINUTE == limit:
            row += 1
            sheet.text(row, 0, gettext("batas"), "plain")
            sheet.number(row, 4, highest)
        row += 1
        sheet.text(row, 0, _class_name(minute["minute"]), "plain")
        for column, count in enumerate((minute["kept"], minute["called_in_time"], minute["missed"]), 1):
            sheet.number(row, column, count)
    return Block(sheet.name, top, row)


def _classes(minutes: Sequence[MinuteOfChart], limit: int | None) -> list[MinuteOfChart]:
    """The classes, and empty ones up to that after the limit, so that its line is there when nobody came near it."""
    last = (limit or 0) // SECONDS_PER_MINUTE + 1 if minutes else 0
    empty = range(len(minutes), last)
    return [*minutes, *(MinuteOfChart(minute=minute, kept=0, called_in_time=0, missed=0) for minute in empty)]


def _class_name(minute: int) -> str:
    return f"{minute} +" if minute == LAST_CLASS else f"{minute}–{minute + 1}"


def _services(sheet: Sheet, top: int, found: Found, words: Words) -> Block:
    titles = [gettext("Median"), gettext("Sembilan dari sepuluh"), gettext("Terpanjang"), gettext("Kunjungan")]
    sheet.headings(top, [gettext("Layanan, menit"), *titles, gettext("Lewat")], range(1, 6))
    row = top
    for row, service in enumerate(found.charts["services"], top + 1):
        sheet.text(row, 0, words.service(service["service"]), "plain")
        for column, seconds in enumerate((service["median"], service["p90"], service["longest"]), 1):
            minutes = None if seconds is None else round(seconds / SECONDS_PER_MINUTE, 2)
            sheet.number(row, column, minutes, "plain")
        sheet.number(row, 4, service["count"])
        sheet.number(row, 5, service["missed"])
    return Block(sheet.name, top, row)


def _reasons(sheet: Sheet, top: int, found: Found, words: Words) -> Block:
    sheet.headings(top, [gettext("Alasan lewat"), gettext("Kunjungan")], [1])
    row = top
    for row, (name, visits) in enumerate(missed_counts(found.summary, words), top + 1):
        sheet.text(row, 0, name, "plain")
        sheet.number(row, 1, visits)
    return Block(sheet.name, top, row)

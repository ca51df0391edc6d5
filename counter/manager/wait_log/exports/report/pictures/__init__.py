"""The charts of the report, drawn so that they can be read without colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask_babel import gettext
from reportlab.platypus import KeepTogether

from counter.manager.files.paper.pages import WIDTH, section, words
from counter.manager.wait_log.exports.report.pictures import days, hours, minutes, services
from counter.manager.wait_log.exports.week import week_of
from counter.manager.wait_log.exports.words import Words
from counter.manager.wait_log.found import Found


def story(found: Found, named: Words) -> list[Any]:
    """The charts of the screen; none where there is nothing to draw."""
    if not found.summary["visits"]:
        return []
    first, *others = _pictures(found, named)
    return [section(gettext("Grafik"), *first), *map(KeepTogether, others)]


def _pictures(found: Found, named: Words) -> Iterator[list[Any]]:
    charts, limit, week = found.charts, found.limit_seconds, week_of(found.charts["hours"])
    yield _picture(days.title(charts["days"]), days.draw(charts["days"], WIDTH), days.caption(charts["days"]))
    if charts["minutes"]:
        drawn = minutes.draw(charts["minutes"], found.summary, limit, WIDTH)
        counted = gettext("Kelas satu menit; %(timed)s kunjungan.", timed=found.summary["timed"])
        yield _picture(gettext("Lama jam sampai mulai dilayani"), drawn, counted)
    if week:
        counted = gettext("Jumlah nomor terbit, jam %(zone)s.", zone=found.office.zone_letters)
        yield _picture(gettext("Kedatangan menurut hari dan jam"), hours.draw(week, named, WIDTH), counted)
    if charts["services"]:
        drawn = services.draw(charts["services"], named, limit, WIDTH)
        how = gettext(
            "Titik: median. Pita: sampai sembilan dari sepuluh. Garis: sampai yang terpanjang. Silang: lewat batas."
        )
        yield _picture(gettext("Lama jam per layanan, menit"), drawn, how)


def _picture(title: str, drawing: Any, caption: str) -> list[Any]:
    return [words(title, "picture"), drawing, words(caption, "soft")]

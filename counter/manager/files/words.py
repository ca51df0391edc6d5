"""Moments, days and shares as the files of the manager write them, in the reader's language."""

from __future__ import annotations

from datetime import date, datetime

from flask_babel import format_date, format_percent, get_locale, gettext

from shared.domain.office import Office

NONE = "–"
"""Stands where there is nothing to say."""


def percent(share: float | None) -> str:
    """`95,2%`, in English `95.2%`; a dash for no share."""
    if share is None:
        return NONE
    return str(format_percent(share, "0.0%"))


def at_clock(moment: datetime, office: Office) -> str:
    """A moment's day and office time with the zone's letters: `19 November 2026, 16.05 WIB`."""
    local = moment.astimezone(office.time_zone)
    clock = f"{local:%H:%M}" if _english() else f"{local:%H.%M}"
    return f"{format_date(local.date(), 'long')}, {clock} {office.zone_letters}"


def days(first: date, last: date) -> str:
    """One day with its weekday, or from one to another."""
    if first == last:
        return str(format_date(first, "full"))
    return str(gettext("%(first)s sampai %(last)s", first=format_date(first, "long"), last=format_date(last, "long")))


def _english() -> bool:
    return str(get_locale()) == "en"

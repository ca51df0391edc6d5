"""The recapitulation of a period for the SKD and the quarterly report: counts alone, nobody's row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from shared.database import OfficeRecords
from shared.database.records.visitors import StoredEntry
from shared.domain.guest_book import lists
from shared.domain.guest_book.options import Options
from shared.domain.office import Office
from shared.domain.text import Text
from shared.front_desk.institutions import institutions
from shared.vault import Vault

OF_ENTRIES: Mapping[str, Options] = {
    "sex": lists.SEX,
    "schooling": lists.SCHOOLING,
    "occupation": lists.OCCUPATION,
    "institution_kind": lists.INSTITUTION_KIND,
    "use": lists.USE,
}
CHANNELS = {
    "kiosk": Text("Kios", "Kiosk"),
    "phone": Text("Ponsel pengguna", "Visitor's phone"),
    "tablet": Text("Tablet", "Tablet"),
    "officer": Text("Diisi petugas", "Written by an officer"),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """So many of one kind; `table` says what is counted."""

    table: str
    label: Text
    count: int


def recap(records: OfficeRecords, office: Office, vault: Vault, first: date, last: date) -> list[Counted]:
    """Visits by service, and what the guest book and the record of needs say of them, table by table."""
    tickets, entries = records.tickets_between(first, last), records.entries_of_days(first, last)
    rows = _named("service", Counter(ticket.service for ticket in tickets), office.name_of_service)
    rows += _named("channel", Counter(entry.channel for entry in entries), lambda code: CHANNELS[code])
    for table, options in OF_ENTRIES.items():
        rows += _coded(table, options, (entry.answers.get(table) for entry in entries))
    rows += _coded("age_band", lists.AGE_BAND, (entry.age_band for entry in entries))
    rows += _coded("obtained", lists.OBTAINED, (need.get("obtained") for need in records.needs_between(first, last)))
    return rows + _institutions(records, vault, entries)


def _coded(table: str, options: Options, codes: Iterable[int | None]) -> list[Counted]:
    """Every answer of the list, also those that nobody gave: a recapitulation has no holes."""
    counts = Counter(code for code in codes if code is not None)
    return [Counted(table, option.text, counts[option.code]) for option in options.of]


def _named(table: str, counts: Counter[str], name: Callable[[str], Text]) -> list[Counted]:
    return [Counted(table, name(code), count) for code, count in sorted(counts.items())]


def _institutions(records: OfficeRecords, vault: Vault, entries: list[StoredEntry]) -> list[Counted]:
    counts = Counter(entry.institution for entry in entries if entry.institution is not None)
    names = {one.number: one.name for one in institutions(records, vault)}
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], names[pair[0]]))
    return [Counted("institution", Text(names[number], names[number]), count) for number, count in ordered]

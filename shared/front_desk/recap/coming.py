"""Everybody who came within two dates, as a recapitulation counts them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shared.database import OfficeRecords
from shared.database.records.recap import Visits
from shared.database.records.visitors import StoredEntry
from shared.domain.office import Office
from shared.front_desk.guest_book import came_to_nothing
from shared.front_desk.wait_log import Rehearsed, rehearsed_among


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """The numbers that were taken, the visits without one, and the guest-book entries that may be looked into.

    `restricted` entries belong to visitors who asked that their data be kept and not used (UU 27/2022 Pasal 41): their
    visits count, what they wrote does not. Rehearsals are left out.
    """

    numbers: list[Visits]
    without_number: list[StoredEntry]
    entries: list[StoredEntry]
    restricted: int
    rehearsed: Rehearsed

    @property
    def visits(self) -> int:
        """How many came, with a number or without."""
        return sum(visits.count for visits in self.numbers) + len(self.without_number)


def came(records: OfficeRecords, office: Office, first: date, last: date) -> Came:
    """Who came on the days within two dates, both included."""
    numbers, entries = records.visits_between(first, last), records.entries_of_days(first, last)
    entries = [entry for entry in entries if entry.ticket is not None or not came_to_nothing(office, entry)]
    met = {visits.day for visits in numbers} | {entry.day for entry in entries}
    rehearsed = rehearsed_among(records, first, last, met)
    restricted = records.restricted_visitors()
    entries = [entry for entry in entries if entry.day not in rehearsed.left_out]
    used = [entry for entry in entries if entry.visitor not in restricted]
    return Came(
        numbers=[visits for visits in numbers if visits.day not in rehearsed.left_out],
        without_number=[entry for entry in entries if entry.ticket is None],
        entries=used,
        restricted=len(entries) - len(used),
        rehearsed=rehearsed,
    )

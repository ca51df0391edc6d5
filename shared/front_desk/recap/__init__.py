"""The recapitulation of a period for the SKD and the quarterly report: counts alone, nobody's row.

Visits by service, month and channel, and needs of data, are facts about the service: they are told exactly. What people
said of themselves is told under the floor of five (shared/domain/recap), and institutions are named only where at least
five persons came from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shared.database import OfficeRecords
from shared.domain.office import Office
from shared.domain.recap.floor import whole_months
from shared.front_desk.recap import people, services
from shared.front_desk.recap.coming import came
from shared.front_desk.recap.tables import Line, Table, Unit
from shared.front_desk.wait_log import Rehearsed
from shared.vault import Vault

__all__ = ["Line", "Recap", "Table", "Unit", "recap"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recap:
    """The tables of a period. `entries` of the `visits` have a guest-book entry; those of `restricted` visitors count
    as visits alone. `groups` came with one number for several people; `receptions` came to see somebody of the house.
    """

    visits: int
    entries: int
    restricted: int
    groups: int
    receptions: int
    rehearsed: Rehearsed
    tells_people: bool
    """Whether the tables about people are there: only of whole months (shared/domain/recap/floor.py)."""
    tables: tuple[Table, ...]

    def table(self, name: str) -> Table:
        """The table with this name; KeyError where the period has none."""
        return {table.name: table for table in self.tables}[name]


def recap(records: OfficeRecords, office: Office, vault: Vault, first: date, last: date, today: date) -> Recap:
    """The recapitulation of the days within two dates, both included."""
    found = came(records, office, first, last)
    forms = {entry.id: entry.form for entry in found.entries}
    needs = [need for need in records.coded_needs(first, last) if need.entry in forms]
    tells_people = whole_months(first, last, today)
    about_people = people.tables(records, vault, found.entries) if tells_people else []
    return Recap(
        visits=found.visits,
        entries=len(found.entries),
        restricted=found.restricted,
        groups=sum(1 for entry in found.entries if people.is_group(entry)),
        receptions=sum(1 for entry in found.entries if entry.form == "reception"),
        rehearsed=found.rehearsed,
        tells_people=tells_people,
        tables=(*services.visits(found, office), *services.needs(needs, forms), *about_people),
    )

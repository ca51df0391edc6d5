"""Who came: the traits that the guest book asks, never told apart below five persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from shared.database import OfficeRecords
from shared.database.records.visitors import StoredEntry
from shared.domain.guest_book import FORMS, lists
from shared.domain.guest_book.options import Options
from shared.domain.recap.floor import Cell
from shared.domain.recap.institutions import Named
from shared.domain.recap.institutions import lines as institution_lines
from shared.domain.text import Text
from shared.front_desk.book import INSTITUTION
from shared.front_desk.institutions import called
from shared.front_desk.recap.tables import Line, Table, floored, plain
from shared.vault import Vault

TRAITS: Mapping[str, Options] = {
    "sex": lists.SEX,
    "age_band": lists.AGE_BAND,
    "schooling": lists.SCHOOLING,
    "occupation": lists.OCCUPATION,
    "use": lists.USE,
    "institution_kind": lists.INSTITUTION_KIND,
    "dtsen_kind": lists.DTSEN_KIND,
}
"""Lists of the guest book that say something about whoever came. Disability is none of them: it is health data that no
recapitulation needs (UU 27/2022 Pasal 4).
"""
ASKED_AS = {"age_band": "birth_year"}
OTHERS = Text("Instansi lain dalam kategori ini", "Other institutions of this category")
NO_CATEGORY = Text("Tanpa kategori", "No category")
HEADS = {"group_men": Text("Laki-laki", "Male"), "group_women": Text("Perempuan", "Female")}
UNSAID = Text("Tidak dirinci", "Not broken down")


def person_of(entry: StoredEntry) -> str:
    """Whoever came, for counting persons; where nothing of them is kept, each visit is somebody else's."""
    return entry.visitor or f"entry {entry.id}"


def tables(records: OfficeRecords, vault: Vault, entries: Sequence[StoredEntry]) -> list[Table]:
    """Every table about people; those of groups and of DTSEN only where there were any."""
    told = traits(entries)
    of_dtsen = told.pop("dtsen_kind")[0]
    in_groups = [entry for entry in entries if is_group(entry)]
    return [
        *(table for table, _ in told.values()),
        institutions_told(records, vault, entries, told["institution_kind"][1]),
        *([groups(in_groups)] if in_groups else []),
        *([of_dtsen] if any(entry.form == "dtsen" for entry in entries) else []),
    ]


def traits(entries: Sequence[StoredEntry]) -> dict[str, tuple[Table, frozenset[int]]]:
    """A table for each trait, of the visits whose form asks it, and the answers that it does not tell apart."""
    return {name: _trait(name, options, entries) for name, options in TRAITS.items()}


def _trait(name: str, options: Options, entries: Sequence[StoredEntry]) -> tuple[Table, frozenset[int]]:
    asked = [entry for entry in entries if ASKED_AS.get(name, name) in FORMS[entry.form]]
    given: dict[int, list[str]] = defaultdict(list)
    for entry in asked:
        code = answer(entry, name)
        if code is not None:
            given[code].append(person_of(entry))
    cells = [Cell(option.code, len(by := given.get(option.code, [])), frozenset(by)) for option in options.of]
    return floored(name, "visits", cells, options.text, len(asked) - sum(cell.visits for cell in cells))


def answer(entry: StoredEntry, name: str) -> int | None:
    """The code that was answered; of the age only the band."""
    code = entry.age_band if name == "age_band" else entry.answers.get(name)
    return code if isinstance(code, int) else None


def institutions_told(
    records: OfficeRecords, vault: Vault, entries: Iterable[StoredEntry], hidden: frozenset[int]
) -> Table:
    """The institutions that may be named, below their categories."""
    asked = [entry for entry in entries if "institution_kind" in FORMS[entry.form]]
    told = institution_lines(named_visits(records, asked), hidden)
    names = names_of(records, vault, {line.institution for line in told if line.institution is not None})
    lines = [
        Line(
            label=OTHERS if line.institution is None else names[line.institution],
            count=line.visits,
            below=NO_CATEGORY if line.category is None else lists.INSTITUTION_KIND.text(line.category),
        )
        for line in told
    ]
    return plain("institution", "visits", lines, len(asked) - sum(line.visits for line in told))


def named_visits(records: OfficeRecords, entries: Iterable[StoredEntry]) -> Iterator[Named]:
    """The visits with their categories and institutions, spellings of one institution as one."""
    stored = records.institutions()
    belongs = called(stored)
    for entry in entries:
        institution = None if entry.institution is None else belongs[entry.institution]
        nameless = institution is None or stored[institution].name is None
        yield Named(answer(entry, "institution_kind"), None if nameless else institution, person_of(entry))


def names_of(records: OfficeRecords, vault: Vault, numbers: set[int]) -> dict[int, Text]:
    """The names of these institutions."""
    stored = records.institutions()
    opened = {n: vault.name_or_dash(records.office, INSTITUTION, stored[n].name or b"") for n in numbers}
    return {number: Text(name, name) for number, name in opened.items()}


def groups(entries: Iterable[StoredEntry]) -> Table:
    """The heads of all groups by sex. A group is one visit; its heads have the floor like any other people."""
    heads = {"group_men": 0, "group_women": 0, "unsaid": 0}
    for entry in entries:
        men, women = (_count(entry, name) for name in HEADS)
        heads["group_men"] += men
        heads["group_women"] += women
        heads["unsaid"] += max(0, _count(entry, "group") - men - women)
    cells = [Cell(name, count, frozenset(f"{name} {head}" for head in range(count))) for name, count in heads.items()]
    return floored("groups", "persons", cells, lambda name: HEADS.get(name, UNSAID))[0]


def is_group(entry: StoredEntry) -> bool:
    """Whether several came with one number."""
    return _count(entry, "group") > 1


def _count(entry: StoredEntry, name: str) -> int:
    count = entry.answers.get(name)
    return count if isinstance(count, int) else 0

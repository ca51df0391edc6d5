"""Spellings of one institution are counted as one until somebody undoes it, and a name goes with who alone wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.database import OfficeRecords
from shared.domain.ticket import Ticket
from shared.front_desk.guest_book import Said
from shared.front_desk.institutions import called, institutions
from tests.cast import Company


def wrote(crew: Company, *names: str) -> list[Ticket]:
    """A visitor for each name."""
    tickets = [crew.take("K") for _ in names]
    for ticket, name in zip(tickets, names, strict=True):
        crew.desk(None).write_guest_book(ticket.id, Said(answers={"institution": name}))
    return tickets


def counts(crew: Company) -> dict[str, int]:
    """How many visits count for each institution that stands for itself."""

    def ask(records: OfficeRecords) -> dict[str, int]:
        known = {one.number: one for one in institutions(records, crew.parts.vault)}
        belongs, sums = called(records.institutions()), dict[str, int]()
        for number, visits in records.visits_of_institutions().items():
            name = known[belongs[number]].name if belongs[number] in known else "–"
            sums[name] = sums.get(name, 0) + visits
        return sums

    return crew.desk(None).reading(ask)


def number(crew: Company, name: str) -> int:
    return crew.desk(None).reading(
        lambda records: next(one.number for one in institutions(records, crew.parts.vault) if one.name == name)
    )


def merge(crew: Company, name: str, into: str) -> None:
    crew.desk("sari").merge_institutions(number(crew, name), number(crew, into))


def test_a_merge_counts_for_before_and_after_and_is_undone_whole(crew: Company) -> None:
    wrote(crew, "UNRI", "UNRI", "Universitas Riau", "Kampus Panam")
    merge(crew, "Kampus Panam", "UNRI")
    merge(crew, "UNRI", "Universitas Riau")
    wrote(crew, "unri")
    assert counts(crew) == {"Universitas Riau": 5}
    crew.desk("sari").part_institutions(number(crew, "UNRI"))
    assert counts(crew) == {"UNRI": 4, "Universitas Riau": 1}
    crew.desk("sari").part_institutions(number(crew, "Kampus Panam"))
    assert counts(crew) == {"UNRI": 3, "Universitas Riau": 1, "Kampus Panam": 1}


def test_only_what_stands_for_itself_is_merged_and_only_what_does_not_is_parted(crew: Company) -> None:
    wrote(crew, "UNRI", "Universitas Riau", "PDAM")
    merge(crew, "UNRI", "Universitas Riau")
    unri, riau = number(crew, "UNRI"), number(crew, "Universitas Riau")
    for one, into in ((unri, riau), (riau, unri), (riau, riau), (riau, 999), (2**40, riau)):
        with crew.refuses("unknown_institution"):
            crew.desk("sari").merge_institutions(one, into)
    for one in (riau, number(crew, "PDAM"), 999, 2**40):
        with crew.refuses("unknown_institution"):
            crew.desk("sari").part_institutions(one)


def test_the_journal_knows_numbers_and_never_names(crew: Company) -> None:
    wrote(crew, "UNRI", "Universitas Riau")
    merge(crew, "UNRI", "Universitas Riau")
    unri, riau = number(crew, "UNRI"), number(crew, "Universitas Riau")
    crew.desk("sari").part_institutions(unri)
    kept = [(row.move, dict(row.facts)) for row in crew.journal() if row.move in ("merge", "part")]
    assert kept == [("merge", {"institution": unri, "into": riau}), ("part", {"institution": unri, "from": riau})]


def test_opening_the_names_is_written_down_once_a_day_for_each_who_looks(crew: Company) -> None:
    wrote(crew, "UNRI")
    for who in ("sari", "sari", "tono", "sari"):
        assert [one.name for one in crew.desk(who).open_institutions()] == ["UNRI"]
    looked = [row.actor for row in crew.journal() if row.move == "open_register"]
    assert looked == [crew.people["sari"].id, crew.people["tono"].id]
    with crew.refuses("forbidden"):
        crew.desk("rina").open_institutions()


def test_a_name_goes_with_its_only_writer_also_when_it_was_merged(crew: Company) -> None:
    kanari, *_ = wrote(crew, "Budi ZZKANARI", "Universitas Riau", "Univ. Riau")
    merge(crew, "Budi ZZKANARI", "Universitas Riau")
    crew.desk("sari").erase_visitor(kanari.id)
    assert [one.name for one in crew.desk("sari").open_institutions()] == ["Universitas Riau"]
    assert counts(crew) == {"Universitas Riau": 3}, "statistics survive"


def test_a_name_that_others_were_merged_into_goes_too_and_they_stay_together(crew: Company) -> None:
    kanari, *_ = wrote(crew, "Budi ZZKANARI", "Kedai Budi", "Warung Budi")
    merge(crew, "Kedai Budi", "Budi ZZKANARI")
    merge(crew, "Warung Budi", "Budi ZZKANARI")
    crew.desk("sari").erase_visitor(kanari.id)
    assert {one.name: one.merged_into for one in crew.desk("sari").open_institutions()} == {
        "Kedai Budi": None,
        "Warung Budi": number(crew, "Kedai Budi"),
    }
    assert counts(crew) == {"Kedai Budi": 3}


def test_writers_of_both_spellings_erased_one_after_the_other_leave_no_name(crew: Company) -> None:
    tickets = wrote(crew, "Budi ZZKANARI", "Toko ZZKANARI")
    merge(crew, "Budi ZZKANARI", "Toko ZZKANARI")
    for ticket in tickets:
        crew.desk("sari").erase_visitor(ticket.id)
    assert crew.desk("sari").open_institutions() == []


def test_a_name_that_its_writer_corrected_goes_with_them(crew: Company) -> None:
    ticket, _ = wrote(crew, "Budi ZZKANARI", "Universitas Riau")
    crew.desk(None).write_guest_book(ticket.id, Said(answers={"institution": "Universitas Riau"}))
    crew.desk("sari").erase_visitor(ticket.id)
    assert [one.name for one in crew.desk("sari").open_institutions()] == ["Universitas Riau"]


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_neither_the_name_nor_the_mark_of_its_spelling_is_left_in_the_file(crew: Company, tmp_path: Path) -> None:
    kanari, _ = wrote(crew, "Budi ZZKANARI", "Universitas Riau")
    merge(crew, "Budi ZZKANARI", "Universitas Riau")
    mark = crew.parts.vault.mark(crew.office.code, "institution", "budi zzkanari")
    sealed = crew.desk(None).reading(lambda records: [one.name for one in records.institutions().values()])
    assert mark.encode() in stored(tmp_path)
    crew.desk("sari").erase_visitor(kanari.id)
    crew.parts.database.close()
    left = stored(tmp_path)
    assert mark.encode() not in left
    assert sealed[0] is not None
    assert sealed[0] not in left
    assert sealed[1] is not None
    assert sealed[1] in left


def stored(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.glob("pst.db*"))

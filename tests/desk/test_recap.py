"""A recapitulation counts who came, with a number or without, and tells nobody apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from shared.domain.office import Service
from shared.domain.text import Text
from shared.front_desk.guest_book import Said
from shared.front_desk.recap import Recap, recap
from shared.front_desk.visits import WithoutNumber
from tests.cast import THURSDAY, Company, HandClock

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)
RECEPTION = Service(code="T", name=Text("Tamu", "Guest"), what=Text("Tamu kantor", "Guests"), form="reception")


def counted(crew: Company, first: date = FIRST, last: date = LAST) -> Recap:
    vault = crew.parts.vault
    return crew.desk(None).reading(lambda records: recap(records, crew.office, vault, first, last, THURSDAY))


def lines(found: Recap, name: str) -> dict[str, int]:
    return {line.label.id: line.count for line in found.table(name).lines}


def writes(crew: Company, service: str = "K", **answers: Any) -> int:
    """A visitor takes a number and writes into the guest book."""
    ticket = crew.take(service)
    said = Said(answers=answers, form=crew.office.service(service).form, channel="phone")
    crew.desk(None).write_guest_book(ticket.id, said)
    return ticket.id


def test_an_empty_period_has_its_tables_and_counts_nothing(crew: Company) -> None:
    found = counted(crew)
    assert (found.visits, found.entries) == (0, 0)
    assert lines(found, "service") == {}
    assert sum(lines(found, "obtained").values()) == 0
    assert found.tells_people


def test_visits_count_with_a_number_and_without(crew: Company) -> None:
    crew.office = replace(crew.office, services=(*crew.office.services, RECEPTION))
    writes(crew)
    crew.take("P")
    at_desk = {"channel": "officer"}
    crew.desk("rina", key="phone").write_guest_book(None, Said(answers={"sex": 1}, service="K", **at_desk))  # type: ignore[arg-type] # a literal
    crew.desk("rina", key="guest").write_guest_book(None, Said(answers={"host": "Kepala"}, service="T", **at_desk))  # type: ignore[arg-type] # a literal
    crew.desk("kiosk", key="began").write_guest_book(None, Said(answers={"sex": 1}, service="K"))
    found = counted(crew)
    assert lines(found, "service") == {"Konsultasi Statistik": 2, "Perpustakaan": 1, "Tamu": 1}
    assert lines(found, "number") == {"Dengan nomor antrean": 2, "Tanpa nomor antrean": 2}
    assert (found.visits, found.entries, found.receptions) == (4, 3, 1)
    assert lines(found, "channel") == {"Diisi petugas": 2, "Ponsel pengguna": 1}
    assert found.table("channel").left_out == 1, "one who wrote nothing; what was only begun at the kiosk is no visit"


def test_needs_are_told_exactly_also_of_a_visit_without_a_number(crew: Company) -> None:
    ticket = writes(crew)
    crew.desk("rina").record_need(ticket, 1, {"detail": "PDRB", "level": 3, "period": 4, "obtained": 3})
    crew.desk("rina").record_need(ticket, 2, {"detail": "IPM", "level": 3, "obtained": 1, "sources": [1, 5]})
    call = crew.desk("rina", key="call").write_guest_book(None, Said(answers={}, service="K", channel="officer")).id
    crew.desk("rina").record_need(WithoutNumber(call), 1, {"obtained": 1})
    found = counted(crew)
    assert lines(found, "obtained") == {
        "Ya, sesuai": 2,
        "Ya, tidak sesuai": 0,
        "Tidak diperoleh": 1,
        "Belum diperoleh": 0,
    }
    level = found.table("level")
    assert (lines(found, "level")["Kabupaten/Kota"], level.counted, level.left_out) == (2, 2, 1)
    sources = found.table("sources")
    assert (sources.counted, sources.left_out, sum(line.count for line in sources.lines)) == (1, 2, 2)


def test_four_of_a_trait_are_not_told_apart_and_five_are(crew: Company) -> None:
    for schooling in [6] * 6 + [7] * 4 + [4]:
        writes(crew, schooling=schooling)
    writes(crew)
    found = counted(crew).table("schooling")
    assert [(line.label.id, line.count) for line in found.lines] == [("D4/S1", 6), ("Lainnya (kurang dari lima)", 5)]
    assert (found.counted, found.left_out) == (11, 1)
    assert "S2" in {text.id for text in found.lines[-1].pooled}


def test_an_institution_is_named_by_all_its_spellings_from_five_persons_on(crew: Company) -> None:
    for name in ("UNRI", "UNRI", "UNRI", "Universitas Riau", "Universitas Riau", "SMA 1"):
        writes(crew, institution=name, institution_kind=6)
    for _ in range(4):
        writes(crew, institution_kind=6)
    assert lines(counted(crew), "institution") == {"Instansi lain dalam kategori ini": 10}
    known = {one.name: one.number for one in crew.desk("sari").open_institutions()}
    crew.desk("sari").merge_institutions(known["UNRI"], known["Universitas Riau"])
    told = counted(crew).table("institution")
    assert [(line.label.id, line.count) for line in told.lines] == [
        ("Universitas Riau", 5),
        ("Instansi lain dalam kategori ini", 5),
    ]


def test_whoever_had_their_data_restricted_counts_only_as_a_visit(crew: Company) -> None:
    tickets = [writes(crew, name=f"Tamu {n}", sex=1) for n in range(6)]
    crew.desk("sari").restrict_visitor(tickets[0], True)
    found = counted(crew)
    assert (found.visits, found.entries, found.restricted) == (6, 5, 1)
    assert lines(found, "sex") == {"Laki-laki": 5, "Perempuan": 0}
    assert sum(lines(found, "service").values()) == 6


def test_after_an_erasure_the_statistics_stay(crew: Company) -> None:
    tickets = [writes(crew, name=f"Tamu {n}", sex=2) for n in range(5)]
    crew.desk("sari").erase_visitor(tickets[0])
    assert lines(counted(crew), "sex")["Perempuan"] == 5


def test_groups_are_one_visit_and_their_heads_are_counted_by_sex(crew: Company) -> None:
    writes(crew, "P", group=32, group_men=14, group_women=18)
    found = counted(crew)
    assert (found.visits, found.groups) == (1, 1)
    assert lines(found, "groups") == {"Laki-laki": 14, "Perempuan": 18, "Tidak dirinci": 0}
    writes(crew, "P", group=9, group_men=8)
    assert "Tidak dirinci" not in lines(counted(crew), "groups"), "one person who is neither"


def test_dtsen_visits_have_tables_of_their_own(crew: Company, clock: HandClock) -> None:
    crew.office = replace(crew.office, services=tuple(replace(service, quota=None) for service in crew.office.services))
    for _ in range(5):
        writes(crew, "D", dtsen_kind=4)
    outcome = {"visitor": None, "written_at": clock.now(), "officer": None, "sealed": None, "leg": 1}
    entry = crew.desk(None).reading(lambda records: records.entries_of_days(THURSDAY, THURSDAY)[0].id)
    crew.parts.database.writing(
        crew.office.code, lambda records: records.keep_need(entry, 1, answers={"dtsen_result": 2}, **outcome)
    )
    found = counted(crew)
    assert lines(found, "dtsen_result")["Perlu tindak lanjut"] == 1
    assert (found.table("dtsen_result").left_out, found.table("obtained").left_out) == (4, 0)
    assert lines(found, "dtsen_kind")["Sanggahan/keberatan"] == 5
    assert found.table("schooling").counted + found.table("schooling").left_out == 0, "their form does not ask it"


def test_people_are_not_told_of_days_that_could_be_subtracted(crew: Company) -> None:
    for _ in range(5):
        writes(crew, sex=1)
    found = counted(crew, date(2026, 11, 2), THURSDAY)
    assert not found.tells_people
    assert {table.name for table in found.tables} == {
        *("service", "month", "number", "state", "channel", "means", "obtained", "level", "period", "sources"),
    }


def test_a_rehearsal_is_left_out_unless_there_was_nothing_else(crew: Company, clock: HandClock) -> None:
    crew.parts = replace(crew.parts, settings=replace(crew.parts.settings, always_open=True))
    writes(crew, sex=1)
    assert (counted(crew).visits, counted(crew).rehearsed.alone) == (1, True)
    crew.parts = replace(crew.parts, settings=replace(crew.parts.settings, always_open=False))
    clock.at("09:00", date(2026, 11, 20))
    writes(crew, sex=1)
    found = counted(crew)
    assert (found.visits, found.rehearsed.left_out) == (1, (THURSDAY,))

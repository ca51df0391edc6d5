"""What stands here of a visitor can be seen, limited and destroyed; the queue's own history stays."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from shared.database.fsck import check
from shared.domain.ticket import Ticket
from shared.front_desk.guest_book import Said
from shared.front_desk.institutions import institutions
from tests.cast import Company, HandClock

WHO = {"name": "ZZKANARI", "phone": "0899-0000-0001", "sex": 2, "purpose": "Data ZZKANARI"}


@pytest.fixture
def visit(crew: Company) -> Ticket:
    """A visitor who wrote into the guest book and was served; the officer wrote down what they needed."""
    ticket = crew.take("K")
    crew.desk(None).write_guest_book(ticket.id, Said(answers=WHO, consents={"follow_up": True}))
    crew.serve("rina", 1)
    crew.desk("rina").record_need(ticket.id, 1, {"detail": "PDRB untuk ZZKANARI", "level": 3, "obtained": 1})
    crew.desk("rina").finish(1)
    return ticket


def opened(crew: Company, ticket: Ticket) -> Any:
    return crew.desk("rina").read_visit(ticket.id, "serving")


def test_an_officer_opens_a_visit_and_leaves_a_trace(crew: Company, visit: Ticket) -> None:
    record = opened(crew, visit)
    assert record.answers["name"] == "ZZKANARI"
    assert record.needs == [
        {"position": 1, "leg": 1, "level": 3, "obtained": 1, "detail": "PDRB untuk ZZKANARI"},
    ]
    told = crew.desk("sari").export_visitor(visit.id)
    assert [(read["actor"], read["what"], read["reason"]) for read in told["reads"]] == [
        ("Rina", "visit", "serving"),
        ("Sari", "export", "request"),
    ]


def test_the_copy_sheet_has_the_order_of_the_national_registration(crew: Company, visit: Ticket) -> None:
    sheet = [(line.label.id, line.value) for line in opened(crew, visit).copy_sheet]
    assert sheet[:4] == [
        ("Nama lengkap", "ZZKANARI"),
        ("Jenis kelamin", "Perempuan"),
        ("Asal instansi", ""),
        ("Nomor HP", "+6289900000001"),
    ]
    assert sheet[8] == ("Negara", "Indonesia")
    assert sheet[-1] == ("Keperluan", "Konsultasi Statistik")


def test_a_need_is_written_anew_or_taken_back_and_the_journal_says_so(crew: Company, visit: Ticket) -> None:
    crew.desk("rina").record_need(visit.id, 1, {"detail": "PDRB triwulanan", "year_from": 2020, "year_to": 2025})
    assert [need["detail"] for need in opened(crew, visit).needs] == ["PDRB triwulanan"]
    with crew.refuses("years_back"):
        crew.desk("rina").record_need(visit.id, 2, {"year_from": 2025, "year_to": 2020})
    with crew.refuses("identity_number", item="result"):
        crew.desk("rina").record_need(visit.id, 2, {"result": "NIK 1471012345678901"})
    crew.desk("rina").drop_need(visit.id, 1)
    assert opened(crew, visit).needs == []
    assert [row.facts for row in crew.journal() if row.move == "need"][-1] == {"position": 1, "dropped": True}


def test_what_was_not_obtained_has_no_source(crew: Company, visit: Ticket) -> None:
    crew.desk("rina").record_need(visit.id, 1, {"obtained": 3, "sources": [1], "publication": "Riau Dalam Angka"})
    assert opened(crew, visit).needs == [{"position": 1, "leg": 1, "obtained": 3}]


def test_a_recommendation_has_no_record_of_needs(crew: Company) -> None:
    ticket = crew.take("R")
    with crew.refuses("no_needs", service="R"):
        crew.desk("rina").record_need(ticket.id, 1, {"detail": "Survei"})


def test_an_erased_visitor_is_gone_and_the_visit_stays(crew: Company, visit: Ticket, clock: HandClock) -> None:
    crew.desk("sari").comment(visit.id, 1, "ZZKANARI datang lagi besok.")
    crew.desk("sari").erase_visitor(visit.id)
    record = opened(crew, visit)
    assert record.answers == {"sex": 2}
    assert record.needs == [{"position": 1, "leg": 1, "level": 3, "obtained": 1}]
    assert crew.ticket(visit).state.value == "served"
    with crew.refuses("nothing_stored"):
        crew.desk("sari").export_visitor(visit.id)
    with crew.refuses("erased"):
        crew.desk("rina").record_need(visit.id, 2, {"detail": "lagi"})


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_after_an_erasure_no_word_about_the_visitor_is_left_in_the_file(
    crew: Company, visit: Ticket, tmp_path: Path
) -> None:
    crew.desk("sari").comment(visit.id, 1, "ZZKANARI datang lagi besok.")
    crew.desk("sari").erase_visitor(visit.id)
    crew.parts.database.close()
    stored = b"".join(file.read_bytes() for file in tmp_path.glob("pst.db*"))
    assert b"KANARI" not in stored


def test_an_institution_that_nobody_else_named_goes_with_its_visitor(crew: Company) -> None:
    tickets = [crew.take("K") for _ in range(3)]
    for ticket, name in zip(tickets, ("Budi ZZKANARI", "Universitas Riau", "Univ. Riau"), strict=True):
        crew.desk(None).write_guest_book(ticket.id, Said(answers={"institution": name}))
    for ticket in tickets[:2]:
        crew.desk("sari").erase_visitor(ticket.id)
    vault = crew.parts.vault
    left = crew.desk(None).reading(lambda records: institutions(records, vault))
    assert [one.name for one in left] == ["Universitas Riau"]


def test_a_request_has_its_deadline_in_hours_and_is_done_by_its_answer(
    crew: Company, visit: Ticket, clock: HandClock
) -> None:
    asked = crew.desk(None).ask_right(visit.id, "erase")
    assert asked.due_at - asked.asked_at == timedelta(hours=72)
    clock.passes(hours=1)
    assert crew.desk(None).ask_right(visit.id, "erase") == asked, "asked twice is asked once"
    assert len(crew.desk(None).reading(lambda records: records.right_requests())) == 1
    crew.desk("sari").erase_visitor(visit.id)
    assert crew.desk(None).reading(lambda records: records.right_requests()) == []


def test_restricted_data_are_opened_only_to_answer_the_visitor(crew: Company, visit: Ticket) -> None:
    crew.desk("sari").restrict_visitor(visit.id, True)
    with crew.refuses("restricted"):
        crew.desk("rina").read_visit(visit.id, "serving")
    with crew.refuses("restricted"):
        crew.desk("rina").read_visit(visit.id, "request")
    assert crew.desk("sari").read_visit(visit.id, "request").answers["name"] == "ZZKANARI"
    crew.desk("sari").restrict_visitor(visit.id, False)
    assert opened(crew, visit).answers["name"] == "ZZKANARI"


def test_after_an_erasure_no_request_stays_open(crew: Company, visit: Ticket) -> None:
    for kind in ("correct", "export", "erase"):
        crew.desk(None).ask_right(visit.id, kind)
    crew.desk("sari").erase_visitor(visit.id)
    assert crew.desk(None).reading(lambda records: records.right_requests()) == []


def test_only_a_manager_answers_requests(crew: Company, visit: Ticket) -> None:
    for answer in ("export_visitor", "erase_visitor"):
        with crew.refuses("forbidden"):
            getattr(crew.desk("rina"), answer)(visit.id)
    with crew.refuses("forbidden"):
        crew.desk("kiosk").read_visit(visit.id, "serving")


def test_a_consent_is_taken_back_at_once_by_whoever_holds_the_link(crew: Company, visit: Ticket) -> None:
    crew.desk(None).withdraw_consent(visit.id, "follow_up", "id")
    consents = crew.desk("sari").export_visitor(visit.id)["consents"]
    assert [(one["purpose"], one["given"]) for one in consents] == [("follow_up", True), ("follow_up", False)]


def test_the_checker_sees_what_an_erasure_left_behind(crew: Company, visit: Ticket, url: str) -> None:
    crew.desk("sari").erase_visitor(visit.id)
    entry = crew.desk(None).reading(lambda records: records.entry_of_ticket(visit.id))
    assert entry is not None

    def keep(sealed: bytes | None) -> None:
        crew.parts.database.writing(crew.office.code, lambda records: records.keep_entry(entry.id, sealed=sealed))

    keep(b"a seal that should be gone")
    assert [(v.invariant, v.what) for v in check(url).violations] == [("I-29", "entry holds a seal that no key opens")]
    keep(None)


def test_a_manager_corrects_on_any_day_and_the_request_is_done(crew: Company, visit: Ticket, clock: HandClock) -> None:
    crew.desk(None).ask_right(visit.id, "correct")
    clock.passes(days=2)
    with crew.refuses("day_over"):
        crew.desk("rina").correct_entry(visit.id, {"name": "Rahmi"})
    assert crew.desk("sari").correct_entry(
        visit.id, {"name": "Rahmi ZZKANARI", "sex": "", "purpose": WHO["purpose"]}
    ) == [
        "name",
        "sex",
    ]
    assert opened(crew, visit).answers == {
        "name": "Rahmi ZZKANARI",
        "phone": "+6289900000001",
        "purpose": WHO["purpose"],
    }
    requests = crew.desk("sari").export_visitor(visit.id)["requests"]
    assert [(one["kind"], one["done_by"]) for one in requests] == [("correct", crew.people["sari"].id)]
    row = [row for row in crew.journal() if row.move == "right"][-1]
    assert (row.reason, row.facts, row.actor, row.day) == (
        "correct",
        {"items": ["name", "sex"]},
        crew.people["sari"].id,
        visit.day,
    )
    assert "KANARI" not in str(crew.journal())


def test_an_officer_corrects_on_the_day_of_the_visit_but_not_what_is_restricted(crew: Company, visit: Ticket) -> None:
    assert crew.desk("rina").correct_entry(visit.id, {"sex": 1}) == ["sex"]
    crew.desk("sari").restrict_visitor(visit.id, True)
    with crew.refuses("restricted"):
        crew.desk("rina").correct_entry(visit.id, {"sex": 2})
    assert crew.desk("sari").correct_entry(visit.id, {"sex": 2}) == ["sex"]


def test_a_correction_is_checked_like_an_entry_and_a_refused_one_leaves_the_request_open(
    crew: Company, visit: Ticket
) -> None:
    crew.desk(None).ask_right(visit.id, "correct")
    for answers, refusal in (({"purpose": "NIK 1471012345678901"}, "identity_number"), ({"nik": "1"}, "unknown_item")):
        with crew.refuses(refusal):
            crew.desk("sari").correct_entry(visit.id, answers)
    assert [one.kind for one in crew.desk(None).reading(lambda records: records.right_requests())] == ["correct"]
    with crew.refuses("forbidden"):
        crew.desk("kiosk").correct_entry(visit.id, {"sex": 1})


def test_a_correction_that_changes_nothing_still_answers_the_request(crew: Company, visit: Ticket) -> None:
    crew.desk(None).ask_right(visit.id, "correct")
    assert crew.desk("sari").correct_entry(visit.id, {}) == []
    assert crew.desk(None).reading(lambda records: records.right_requests()) == []


def test_after_an_erasure_there_is_nothing_to_correct(crew: Company, visit: Ticket) -> None:
    crew.desk("sari").erase_visitor(visit.id)
    with crew.refuses("nothing_stored"):
        crew.desk("sari").correct_entry(visit.id, {"name": "Rahmi"})


def test_staff_write_nothing_into_what_is_restricted_and_the_visitor_still_may(crew: Company, visit: Ticket) -> None:
    crew.desk("sari").restrict_visitor(visit.id, restricted=True)
    for who in ("rina", "sari"):
        with crew.refuses("restricted"):
            crew.desk(who).write_guest_book(visit.id, Said(answers={"name": "Lain"}, channel="officer"))
    assert "name" in crew.desk(None).write_guest_book(visit.id, Said(answers={"sex": 1}, channel="phone")).answered


def test_a_need_that_does_not_stand_is_dropped_without_a_word_in_the_journal(crew: Company, visit: Ticket) -> None:
    """A number in the address is anybody's choice, and the journal is never changed again."""
    before = crew.seq()
    for position in (2, 1471012345678901, 10**30):
        crew.desk("rina").drop_need(visit.id, position)
    assert crew.seq() == before
    crew.desk("rina").drop_need(visit.id, 1)
    assert crew.journal()[-1].facts == {"position": 1, "dropped": True}

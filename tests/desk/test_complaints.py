"""A visitor's rights reach the complaint that they linked to their visit; the journal keeps no word of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from shared.database.fsck import check
from shared.domain.ticket import Ticket
from shared.front_desk.complaints import Complaint
from tests.cast import Company
from tests.desk.test_rights import visit

__all__ = ["visit"]
SAID: dict[str, Any] = {"kind": "complaint", "text": "Menunggu lama. ZZKANARI", "name": "ZZKANARI"}


def complained(crew: Company, ticket: Ticket | None, who: str | None = None) -> str:
    return crew.desk(who).complain(Complaint(**SAID, ticket=ticket.id if ticket else None)).stored.code


def steps(crew: Company) -> list[tuple[str | None, int | None]]:
    return [(row.reason, row.actor) for row in crew.journal() if row.move == "complaint"]


def test_the_copy_has_the_complaint_that_was_linked_to_the_visit_and_no_other(crew: Company, visit: Ticket) -> None:
    code = complained(crew, visit)
    complained(crew, None)
    crew.desk("sari").answer_complaint(code, "answered", "Mohon maaf.")
    told = crew.desk("sari").export_visitor(visit.id)
    [complaint] = told["complaints"]
    assert (complaint["text"], complaint["name"]) == ("Menunggu lama. ZZKANARI", "ZZKANARI")
    assert complaint["answers"] == [{"position": 2, "text": "Mohon maaf."}]
    assert told["visits"][0]["answers"]["name"] == "ZZKANARI"


def test_a_complaint_alone_is_data_that_can_be_asked_for_limited_and_erased(crew: Company) -> None:
    ticket = crew.take("K")
    code = complained(crew, ticket)
    sari = crew.desk("sari")
    crew.desk(None).ask_right(ticket.id, "export")
    assert [one["text"] for one in sari.export_visitor(ticket.id)["complaints"]] == [SAID["text"]]
    sari.restrict_visitor(ticket.id, restricted=True)
    with crew.refuses("restricted"):
        sari.read_complaint(code)
    sari.restrict_visitor(ticket.id, restricted=False)
    sari.erase_visitor(ticket.id)
    assert sari.read_complaint(code) == {"answers": []}
    with crew.refuses("nothing_stored"):
        sari.export_visitor(ticket.id)


def test_to_erase_a_visitor_is_to_erase_what_they_linked_and_nothing_else(crew: Company, visit: Ticket) -> None:
    linked, other = complained(crew, visit), complained(crew, None)
    crew.desk("sari").erase_visitor(visit.id)
    assert crew.desk("sari").read_complaint(linked) == {"answers": []}
    assert crew.desk("sari").read_complaint(other)["text"] == SAID["text"]


def test_the_code_alone_erases_the_complaint_and_leaves_the_guest_book(crew: Company, visit: Ticket) -> None:
    code = complained(crew, visit)
    assert crew.desk(None).erase_complaint(code).erased
    told = crew.desk("sari").export_visitor(visit.id)
    assert [one.get("text") for one in told["complaints"]] == [None]
    assert told["visits"][0]["answers"]["name"] == "ZZKANARI"


def test_the_journal_keeps_who_erased_and_when_and_no_word(crew: Company) -> None:
    mine, theirs = complained(crew, None), complained(crew, None)
    crew.desk(None).erase_complaint(mine)
    crew.desk("sari").erase_complaint(theirs)
    assert steps(crew)[-2:] == [("erased", None), ("erased", crew.people["sari"].id)]
    assert "KANARI" not in str(crew.journal())


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_of_an_erased_complaint_no_seal_is_left(crew: Company, tmp_path: Path, url: str) -> None:
    code = complained(crew, None)
    crew.desk("sari").answer_complaint(code, "answered", "Mohon maaf.")
    stored = crew.desk(None).reading(lambda records: records.complaint_coded(code))
    assert stored is not None
    assert stored.sealed is not None
    crew.desk(None).erase_complaint(code)
    crew.parts.database.close()
    kept = b"".join(file.read_bytes() for file in tmp_path.glob("pst.db*"))
    assert stored.sealed not in kept
    assert check(url).violations == []


def test_who_opened_a_complaint_is_written_down(crew: Company, visit: Ticket) -> None:
    code = complained(crew, visit)
    crew.desk("rina").read_complaint(code)
    found = crew.desk(None).reading(lambda records: records.complaint_coded(code))
    assert found is not None
    reads = crew.desk(None).reading(lambda records: records.reads_of(found.visitor))
    assert [(read.actor, read.what) for read in reads] == [(crew.people["rina"].id, "complaint")]


def test_to_restrict_a_visitor_is_to_restrict_what_they_linked_and_nothing_else(crew: Company, visit: Ticket) -> None:
    linked, other, sari = complained(crew, visit), complained(crew, None), crew.desk("sari")
    sari.restrict_visitor(visit.id, restricted=True)
    for who in ("rina", "sari"):
        with crew.refuses("restricted"):
            crew.desk(who).read_complaint(linked)
    assert sari.read_complaint(other)["text"] == SAID["text"]
    sari.restrict_visitor(visit.id, restricted=False)
    assert sari.read_complaint(linked)["text"] == SAID["text"]


@pytest.mark.parametrize("other", [{"kind": "objection"}, {"text": "Lain"}, {"name": None}], ids=str)
def test_the_same_request_with_another_body_is_no_repeat(crew: Company, other: dict[str, Any]) -> None:
    desk = crew.desk(None, key="once", caller="a phone")
    desk.complain(Complaint(**SAID))
    with crew.refuses("idempotency_key_reused"):
        desk.complain(Complaint(**SAID | other))

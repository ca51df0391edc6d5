"""The words of a request: sealed, erased, forgotten, and in no journal."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from shared.database.fsck import check
from shared.front_desk.requests import FileSent
from tests.cast import Company
from tests.desk.test_requests import asked


def test_whoever_is_erased_leaves_the_times_and_no_word(crew: Company) -> None:
    request = crew.desk("rina").receive_request(asked(name="Mohammad Faiz")).case
    crew.desk("sari").erase_request(request.stored.id)
    thread = crew.desk("rina").read_request(request.stored.id)
    assert (thread.person, [message.words for message in thread.messages]) == ({}, [{}])
    assert thread.case.label == "WA-2026-0001"
    with crew.refuses("erased"):
        crew.desk("rina").answer_request(request.stored.id, "Terlampir.", sent=True)


def test_words_are_forgotten_when_the_time_of_the_office_is_over(crew: Company) -> None:
    rina = crew.desk("rina")
    closed, still_open = (rina.receive_request(asked()).case.stored.id for _ in range(2))
    rina.close_request(closed, "withdrawn")
    crew.clock.passes(days=crew.office.guest_book.keeps_days + 1)
    crew.desk(None).forget_due(date_is_right=True)
    assert rina.read_request(closed).person == {}
    assert rina.read_request(still_open).person == {"phone": "+6281200000013"}


def test_the_journal_holds_no_word_and_no_contact(crew: Company) -> None:
    crew.desk("rina").receive_request(asked(name="ZZKANARI", email="zz@example.com"))
    told = repr(crew.journal())
    assert "ZZKANARI" not in told
    assert "zz@example.com" not in told
    assert "0000" not in told.replace("000000", "")


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_of_an_erased_request_no_seal_is_left_and_one_that_is_put_back_is_found(
    crew: Company, tmp_path: Path, url: str
) -> None:
    files = [FileSent(name="surat.pdf", type="application/pdf", content=b"%PDF-1")]
    request = crew.desk("rina").receive_request(asked(files=files)).case.stored.id
    [message] = crew.desk(None).reading(lambda records: records.messages_of(request))
    [file] = crew.desk(None).reading(lambda records: records.attachments_of(request))
    assert message.sealed is not None
    content = crew.desk(None).reading(lambda records: records.sealed_file(file))
    assert file.named is not None
    assert content is not None
    crew.desk("sari").erase_request(request)
    crew.parts.database.close()
    kept = b"".join(one.read_bytes() for one in tmp_path.glob("pst.db*"))
    assert message.sealed not in kept
    assert file.named not in kept
    assert content not in kept
    _put_back(url, message.sealed)
    assert [(found.invariant, found.what) for found in check(url).violations] == [
        ("I-29", "message holds a seal that no key opens")
    ]
    _put_back(url, None)
    for column, seal in (("named", file.named), ("sealed", content)):
        _put_back(url, seal, "attachment", column)
        assert [found.what for found in check(url).violations] == ["attachment holds a seal that no key opens"]
        _put_back(url, None, "attachment", column)
    assert check(url).violations == []


def _put_back(url: str, sealed: bytes | None, table: str = "message", column: str = "sealed") -> None:
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file, file:
        file.execute(f"UPDATE {table} SET {column} = ?", (sealed,))  # noqa: S608 # the names are this file's own

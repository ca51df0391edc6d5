"""A letter came when it arrived in the mailbox, not when it was fetched: for the log, the pack and its reader."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pypdf import PdfReader

from shared.evidence.layout import JOURNAL, README, REQUESTS, SUMMARY
from shared.front_desk.requests import Asked, Said
from tests.cast import HandClock, moment
from tests.proof.evidence.inspector import found, fsck
from tests.proof.resigned import Contents, opened
from tests.web.evidence_days import NOVEMBER, read, saved, table
from tests.web.front import Front
from tests.web.log_files import read as read_paper
from tests.web.survey import officer_desk

FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)
TUESDAY, THURSDAY = date(2026, 11, 24), date(2026, 11, 26)
ARRIVED, FETCHED = "2026-11-20T14:00:00+07:00", "2026-11-23T07:45:00+07:00"
OFFICE_TIME = ZoneInfo("Asia/Jakarta")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, empty_sqlite: Path) -> Iterator[Front]:
    """Three letters that arrived on Friday afternoon and were fetched on Monday morning.

    The first is answered on Thursday: in time only if it had come on Monday. The second is asked back at once, and the
    reply arrives on Tuesday and is fetched on Thursday. The third is a chat of Monday that nobody had to fetch.
    """
    folder = tmp_path_factory.mktemp("letters")
    (folder / "pst.db").write_bytes(empty_sqlite.read_bytes())
    clock = HandClock()
    front = Front(folder, f"sqlite:///{folder / 'pst.db'}", clock)
    rina = officer_desk(front)
    clock.at("07:45", MONDAY)
    late, asked = (arrives(front, moment("14:00", FRIDAY), mark=mark) for mark in ("a", "b"))
    chat = rina.receive_request(Asked(channel="whatsapp", said=Said(text="Data IPM"))).case.stored.id
    rina.ask_user(asked, "Tahun berapa?", sent=True)
    clock.at("09:00", TUESDAY)
    rina.answer_request(chat, "Terlampir.", sent=True)
    clock.at("08:00", THURSDAY)
    rina.answer_request(late, "Terlampir.", sent=True)
    rina.hear_again(asked, Said(text="2025.", written_at=moment("10:00", TUESDAY)))
    rina.answer_request(asked, "Terlampir.", sent=True)
    clock.at("09:00", date(2026, 11, 30))
    yield front
    front.close()


def arrives(front: Front, when: datetime, mark: str) -> int:
    """The mailbox hands over a letter that has lain there since `when`."""
    said = Said(text="Mohon data IPM", mark=mark, written_at=when)
    return front.owner().receive_request(Asked(channel="email", said=said, email="faiz@example.com")).case.stored.id


@pytest.fixture
def pack(office: Front, tmp_path: Path) -> Path:
    return saved(office, tmp_path)


def logged(office: Front) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = office.get(f"/counter/request-log?{NOVEMBER}", "manager").json["rows"]
    return rows


def test_the_log_and_the_pack_judge_every_letter_alike_and_by_its_arrival(office: Front, pack: Path) -> None:
    def to_the_second(told: str | None) -> str:
        return datetime.fromisoformat(told).isoformat(timespec="seconds") if told else ""

    named = ("received_at", "first_answer_at", "information_at", "clock_started_at", "due_at")
    in_log = [(row["number"], row["verdict"], *(to_the_second(row[name]) for name in named)) for row in logged(office)]
    columns = ("nomor", "putusan", "diterima", "jawaban_pertama", "informasi_diberikan", "jam_mulai", "batas")
    told = [tuple(row[name] for name in columns) for row in table(pack.read_bytes(), REQUESTS)]
    assert sorted(told) == sorted(in_log)
    assert {(row["nomor"], row["diterima"], row["putusan"]) for row in table(pack.read_bytes(), REQUESTS)} == {
        ("EM-2026-0001", ARRIVED, "missed"),
        ("EM-2026-0002", ARRIVED, "kept"),
        ("WA-2026-0001", FETCHED, "kept"),
    }


def test_a_reply_starts_the_clock_when_it_arrived(pack: Path) -> None:
    replied = next(row for row in table(pack.read_bytes(), REQUESTS) if row["nomor"] == "EM-2026-0002")
    assert replied["jam_mulai"] == "2026-11-24T10:00:00+07:00"


def test_the_paper_counts_what_the_log_counts(office: Front, pack: Path) -> None:
    said = read_paper(PdfReader(io.BytesIO(read(pack.read_bytes(), SUMMARY))))
    sums = {(line["bulan"], line["saluran"]): line for line in table(pack.read_bytes(), "jam-permintaan.csv")}
    log = office.get(f"/counter/request-log?{NOVEMBER}", "manager").json
    lines = {line["channel"]: line for line in log["channels"]}
    for channel, word in (("email", "E-mail"), ("whatsapp", "WhatsApp")):
        counted = sums["semua", channel]
        assert (int(counted["tepat"]), int(counted["lewat"])) == (lines[channel]["kept"], lines[channel]["missed"])
        assert f"{word} {counted['permintaan']} {counted['dinilai']} {counted['tepat']} {counted['lewat']}" in said


def test_the_checker_finds_it_whole_with_the_pack_alone(pack: Path) -> None:
    told = fsck(pack)
    assert (told.exit_code, told.stderr) == (0, ""), told.output


def test_a_pack_that_dates_a_letter_by_its_fetching_is_found(pack: Path, tmp_path: Path) -> None:
    taken = opened(pack)
    heading, *lines = taken.lines(REQUESTS)
    place = heading.index("diterima")
    dated = next(line for line in lines if line[place] == ARRIVED)
    dated[place] = FETCHED
    taken.write(REQUESTS, [heading, *lines])
    taken.sign()
    report = found(taken, tmp_path)
    said = f"diterima is '{FETCHED}', but the journal tells '{ARRIVED}'"
    assert any(kind == "I-19" and said in what for kind, what in report.violations), report.violations


def dated(row: dict[str, str]) -> str:
    """When it happened, as the readme says it."""
    return str(json.loads(row["facts"]).get("arrived_at") or row["at"])


def rows_of(taken: Contents) -> list[dict[str, str]]:
    heading, *lines = taken.lines(JOURNAL)
    return [dict(zip(heading, line, strict=True)) for line in lines]


def in_office_time(moment_told: str) -> str:
    return datetime.fromisoformat(moment_told).astimezone(OFFICE_TIME).isoformat(timespec="seconds")


def test_another_program_comes_to_the_same_by_the_readme_alone(pack: Path) -> None:
    taken = opened(pack)
    assert "arrived_at" in " ".join(taken.files[README].decode().split())
    received = {row["request"]: in_office_time(dated(row)) for row in rows_of(taken) if row["move"] == "receive"}
    heading, *lines = taken.lines(REQUESTS)
    written = {line[0]: line[heading.index("diterima")] for line in lines}
    assert received == written


def test_a_letter_that_lay_longer_than_a_provider_keeps_it_is_dated_no_further_back(office: Front) -> None:
    number = arrives(office, moment("10:00", FRIDAY) - timedelta(days=400), mark="ancient")
    case = office.owner().reading(lambda records: records.request(number))
    assert case is not None
    assert office.house.parts.clock.now() - case.received_at < timedelta(days=60)

"""The evidence pack: what lies in it, that nobody is named in it, and that the real command finds it whole."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from counter.manager.evidence.standard_lines import in_force, standard_lines
from shared.cli import pst
from shared.domain.journal import JournalRow
from shared.evidence.layout import CONTENTS, MANIFEST
from shared.front_desk.requests import Asked, Said
from tests.cast import HandClock, pekanbaru
from tests.proof.canary import traces_in
from tests.web.evidence_days import NOVEMBER, SARI, lived_in, manifest, pack_of, read, saved, table
from tests.web.front import OFFICE, Front, is_problem
from tests.web.log_files import read as read_paper
from tests.web.survey import officer_desk

CODE = re.compile(r"PGD-\w{8}")


@pytest.fixture
def lived(front: Front, clock: HandClock) -> Front:
    """The office after its two days."""
    lived_in(front, clock)
    return front


def checked(file: Path, *more: str) -> Result:
    return CliRunner().invoke(pst, ["fsck", "--evidence", str(file), "--database-url", "sqlite:////nowhere", *more])


def test_the_pack_of_lived_in_days_is_clean_for_the_real_command(
    either_front: Front, clock: HandClock, tmp_path: Path
) -> None:
    lived_in(either_front, clock)
    told = checked(saved(either_front, tmp_path))
    assert (told.exit_code, told.stderr) == (0, ""), told.output
    assert "kota-pekanbaru, 2026-11-01 to 2026-11-30: " in told.stdout
    assert "10 visits, 0 violations" in told.stdout
    assert "not compared with a live journal: there is no database here" in told.stdout
    report = json.loads(checked(saved(either_front, tmp_path), "--json").stdout)
    assert (report["clean"], report["office"], report["violations"]) == (True, OFFICE, [])


def test_every_verdict_and_its_cause_stands_in_the_visits_and_the_clocks_sum_them_up(lived: Front) -> None:
    pack = pack_of(lived)
    visits = table(pack, "kunjungan.csv")
    verdicts = Counter(visit["putusan"] for visit in visits)
    assert set(verdicts) == {"kept", "called_in_time", "missed", "not_judged"}
    assert [visit["sebab"] for visit in visits if visit["putusan"] == "missed"] == ["single_officer", "expired"]
    whole = next(
        line for line in table(pack, "jam-kunjungan.csv") if (line["bulan"], line["layanan"]) == ("semua",) * 2
    )
    assert (int(whole["kunjungan"]), int(whole["lewat"]), whole["batas_detik"]) == (len(visits), 2, "600")
    assert [line["hari"] for line in table(pack, "ketentuan-hari.csv")] == ["2026-11-19", "2026-11-20"]
    assert table(pack, "ketentuan-hari.csv")[0]["jeda"].startswith("09:")
    assert len(table(pack, "panggilan-terdengar.csv")) == 1


def test_roster_priority_complaints_and_satisfaction_stand_in_the_pack(lived: Front) -> None:
    pack = pack_of(lived)
    shifts = table(pack, "daftar-jaga.csv")
    assert [(shift["hari"], shift["meja"]) for shift in shifts] == [
        ("2026-11-19", "1"),
        ("2026-11-19", "2"),
        ("2026-11-20", "1"),
    ]
    assert [shift["sebab_selesai"] for shift in shifts] == ["day_end", "day_end", ""]
    first = {(line["bulan"], line["layanan"]): line for line in table(pack, "prioritas.csv")}
    assert first["semua", "K"]["nomor_prioritas"] == "1"
    assert first["2026-11", "semua"]["nomor_prioritas"] == "2"
    complaints = table(pack, "pengaduan.csv")
    assert [(one["keadaan"], one["anonim"]) for one in complaints] == [("settled", "tidak"), ("received", "ya")]
    skm = {line["unsur"]: line for line in table(pack, "skm.csv") if line["layanan"] == "semua"}
    assert (skm["U1"]["menjawab"], skm["U1"]["nilai_3"], skm["U1"]["hasil"]) == ("5", "3", "3.40")
    assert skm["IKM"]["hasil"] == "85.00"


def test_requests_without_coming_stand_with_their_clocks_and_without_a_word(lived: Front, tmp_path: Path) -> None:
    """The one of Thursday was answered on Friday: a pack of Thursday alone tells that, and it follows from its rows."""
    file = saved(lived, tmp_path, "from=2026-11-19&to=2026-11-19")
    requests = table(file.read_bytes(), "permintaan.csv")
    assert [(one["nomor"], one["keadaan"], one["putusan"], one["sebab"]) for one in requests] == [
        ("WA-2026-0001", "answered", "kept", ""),
        ("EM-2026-0001", "closed", "not_judged", "withdrawn"),
    ]
    assert requests[0]["jawaban_pertama"] == "2026-11-20T08:05:00+07:00"
    sums = {(line["bulan"], line["saluran"]): line for line in table(file.read_bytes(), "jam-permintaan.csv")}
    assert (sums["semua", "semua"]["permintaan"], sums["semua", "semua"]["bagian_tepat"]) == ("2", "1.0000")
    assert sums["2026-11", "email"]["tidak_dinilai"] == "1"
    told = checked(file)
    assert told.exit_code == 0, told.output


def test_the_journal_goes_on_until_the_last_request_of_the_period_was_dealt_with(
    front: Front, clock: HandClock, tmp_path: Path
) -> None:
    rina = officer_desk(front)
    asked = rina.receive_request(Asked(channel="whatsapp", said=Said(text="Data IPM"))).case.stored.id
    clock.passes(days=4)
    front.take("K")
    rina.answer_request(asked, "Terlampir", sent=True)
    front.take("K")
    file = saved(front, tmp_path, "from=2026-11-19&to=2026-11-19")
    moves = [row["move"] for row in table(file.read_bytes(), "jurnal.csv")]
    assert (moves[0], moves[-1]) == ("receive", "answer")
    assert checked(file).exit_code == 0


def test_satisfaction_is_not_told_of_a_part_of_a_month_nor_of_a_few(lived: Front) -> None:
    told = table(pack_of(lived, "from=2026-11-02&to=2026-11-20"), "skm.csv")
    assert [line["nama"] for line in told] == ["Indeks hanya untuk bulan, triwulan, atau tahun penuh."]
    few = table(pack_of(lived, "from=2026-10-01&to=2026-10-31"), "skm.csv")
    assert [(line["unsur"], line["menjawab"]) for line in few] == [
        ("banyaknya", "0"),
        ("banyaknya", "0"),
        ("keterangan", ""),
    ]


def test_no_file_tells_of_a_visitor_an_officer_or_the_code_of_a_complaint(lived: Front) -> None:
    pack = pack_of(lived)
    paper = read_paper(PdfReader(io.BytesIO(read(pack, "ringkasan.pdf"))))
    everything = b"\n".join([*(read(pack, name) for name in (*CONTENTS, MANIFEST)), paper.encode()])
    assert traces_in(everything) == []
    text = everything.decode("utf-8", "replace")
    assert CODE.findall(text) == []
    assert not any(word in text for word in ("Rina", "Bagus", "Sari", "Universitas", "Gardu"))
    assert "pregnan" not in text


def test_the_paper_and_the_readme_name_the_end_of_the_chain_and_what_it_cannot_prove(lived: Front) -> None:
    pack = pack_of(lived)
    chain = manifest(pack)["chain"]
    paper = read_paper(PdfReader(io.BytesIO(read(pack, "ringkasan.pdf"))))
    readme = read(pack, "baca-saya.txt").decode()
    for text in (paper, re.sub(r"\s+", " ", readme)):
        assert re.sub(r"(.{8})", r"\1 ", chain["last_hash"]).strip() in text
        assert "pst fsck --evidence bukti-kota-pekanbaru-2026-11-01-2026-11-30.zip" in text
        assert "Siapa yang menulis ulang seluruh rantai" in text
    assert "0102067/1471 TAHUN 2023" in paper
    assert "10 (sepuluh) menit" in paper
    assert all(name in readme for name in CONTENTS)


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_pack_is_indonesian_in_whatever_language_it_is_asked_for(lived: Front, language: str) -> None:
    query = f"/counter/evidence?{NOVEMBER}&format=zip&lang={language}"
    answer = lived.get(query, SARI, Accept_Language=language)
    name = 'attachment; filename="bukti-kota-pekanbaru-2026-11-01-2026-11-30.zip"'
    assert (answer.status_code, answer.mimetype) == (200, "application/zip")
    assert answer.headers["Content-Disposition"] == name
    assert int(answer.headers["Content-Length"]) == len(answer.data)
    paper = read_paper(PdfReader(io.BytesIO(read(answer.data, "ringkasan.pdf"))))
    assert "Bukti pelayanan" in paper
    assert "Halaman 1 dari" in paper


def test_rows_of_other_days_between_keep_the_chain_whole_and_are_not_counted(lived: Front, tmp_path: Path) -> None:
    """On Friday somebody said why a visitor of Thursday waited: the rows of Friday before it stand in between."""
    file = saved(lived, tmp_path, "from=2026-11-19&to=2026-11-19")
    told = checked(file)
    assert (told.exit_code, "8 visits, 0 violations" in told.stdout) == (0, True), told.output
    days = {row["day"] for row in table(file.read_bytes(), "jurnal.csv")}
    assert days == {"2026-11-19", "2026-11-20"}
    assert {line["hari"] for line in table(file.read_bytes(), "kunjungan.csv")} == {"2026-11-19"}


def test_a_period_in_which_nothing_was_written_is_a_clean_pack_too(lived: Front, tmp_path: Path) -> None:
    file = saved(lived, tmp_path, "from=2026-10-01&to=2026-10-31")
    told = checked(file)
    assert (told.exit_code, "0 journal rows, 0 visits, 0 violations" in told.stdout) == (0, True), told.output


def test_a_promise_that_changed_within_the_period_stands_with_both(lived: Front) -> None:
    standard = pekanbaru().standard
    assert standard.walk_in is not None
    now = replace(standard.walk_in, valid_from=date(2026, 11, 20))
    before = replace(standard.walk_in, sentence="paling lama 15 menit", limit_seconds=900, valid_to=date(2026, 11, 19))
    changed = replace(standard, walk_in=now, earlier_walk_in=(before,))
    both = [promise.limit_seconds for promise in in_force(changed, date(2026, 11, 1), date(2026, 11, 30))]
    assert both == [600, 900]
    assert [p.limit_seconds for p in in_force(changed, date(2026, 11, 20), date(2026, 11, 30))] == [600]
    lines = {(part, item): said for part, item, said in standard_lines(changed, date(2026, 11, 1), date(2026, 11, 30))}
    assert lines["Janji kunjungan langsung, awal sampai 2026-11-19", "Bunyi"] == "paling lama 15 menit"
    assert lines["Janji kunjungan langsung, 2026-11-20 sampai sekarang", "Bunyi"] == now.sentence


def test_a_standard_without_a_decree_says_so_and_no_cell_is_a_formula(lived: Front) -> None:
    standard = replace(pekanbaru().standard, decree="")
    assert ("Standar", "Nomor SK", "(kosong dalam teks yang diterbitkan)") in list(
        standard_lines(standard, date(2026, 11, 1), date(2026, 11, 30))
    )
    pack = pack_of(lived)
    for name in (name for name in CONTENTS if name.endswith(".csv")):
        cells = [cell for line in table(pack, name) for cell in line.values()]
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in cells), name


def test_the_code_of_a_complaint_that_an_early_version_wrote_is_withheld(lived: Front, tmp_path: Path) -> None:
    """Its row stands with its link, so that the rows around it stay chained; its moment goes down to the second."""
    clock = lived.house.parts.clock
    facts = {"code": "PGD-2345678A", "kind": "complaint"}

    def write(records: object) -> None:
        head = records.hold_office()  # type: ignore[attr-defined]
        row = JournalRow(seq=head.seq + 1, at=clock.now(), day=date(2026, 11, 20), move="complaint", facts=facts)
        records.append(head, row)  # type: ignore[attr-defined]

    lived.house.parts.database.writing(OFFICE, write)
    lived.take("K")
    file = saved(lived, tmp_path)
    told = checked(file)
    assert told.exit_code == 0, told.output
    assert "1 rows withhold the code of a complaint" in told.stdout
    assert b"PGD-2345678A" not in b"".join(read(file.read_bytes(), name) for name in CONTENTS)
    withheld = [row for row in table(file.read_bytes(), "jurnal.csv") if row["withheld"]]
    assert [(row["move"], row["facts"]) for row in withheld] == [("complaint", '{"kind":"complaint"}')]


def test_the_live_journal_is_compared_where_it_is_at_hand(lived: Front, tmp_path: Path) -> None:
    file = saved(lived, tmp_path)
    lived.take("K")
    url = lived.house.parts.settings.database_url
    told = CliRunner().invoke(pst, ["fsck", "--evidence", str(file), "--database-url", url])
    assert told.exit_code == 0, told.output
    assert "both ends of the chain are those of the live journal" in told.stdout


def test_only_a_manager_of_the_office_gets_the_pack_and_only_of_a_period_that_can_be(lived: Front) -> None:
    for asked in (f"/counter/evidence?{NOVEMBER}", f"/counter/evidence?{NOVEMBER}&format=zip"):
        assert is_problem(lived.get(asked), 401, "unauthenticated")
        assert is_problem(lived.get(asked, "officer"), 403, "forbidden")
        assert is_problem(lived.get(asked, "display"), 403, "forbidden")
    assert is_problem(lived.ask("GET", "//ternate/counter/evidence", None, SARI), 404, "unknown_office")
    for period in (
        "from=2024-01-01&to=2026-11-19",
        "from=2026-11-19&to=2026-11-01",
        "from=2027-01-01&to=2027-02-01",
        "from=0001-01-01&to=0001-01-02",
        "from=9999-12-01&to=9999-12-31",
    ):
        assert is_problem(lived.get(f"/counter/evidence?{period}", SARI), 422, "bad_dates"), period
    assert lived.get("/counter/evidence?from=kemarin", SARI).status_code == 422
    assert lived.get(f"/counter/evidence?{NOVEMBER}&format=exe", SARI).status_code == 422


def test_the_page_says_what_the_pack_will_hold_of_the_last_month_unless_asked_otherwise(lived: Front) -> None:
    told = lived.get("/counter/evidence", SARI).json
    assert (told["from"], told["to"], told["rows"], told["last_hash"]) == ("2026-10-01", "2026-10-31", 0, None)
    told = lived.get(f"/counter/evidence?{NOVEMBER}", SARI).json
    pack = pack_of(lived)
    chain = manifest(pack)["chain"]
    assert (told["rows"], told["last_seq"], told["last_hash"]) == (chain["rows"], chain["last_seq"], chain["last_hash"])
    assert (told["visits"], told["days"], told["complaints"]) == (10, 2, 2)
    page = lived.get("/counter/evidence", SARI, Accept="text/html")
    assert (page.status_code, page.mimetype) == (200, "text/html")


def test_the_same_files_lie_in_every_pack_and_nothing_else(lived: Front) -> None:
    with ZipFile(io.BytesIO(pack_of(lived))) as archive:
        assert archive.namelist() == [*CONTENTS, MANIFEST]
        assert set(manifest(pack_of(lived))["files"]) == set(CONTENTS)

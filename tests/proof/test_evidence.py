"""Whatever is done to an evidence pack is found, or cannot be found in it alone and is said to be so."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile, ZipInfo

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.cli import pst
from shared.evidence import UnreadablePackError, check_pack
from shared.evidence.checking import PackReport
from shared.evidence.journal_cells import COLUMNS
from shared.evidence.layout import CONTENTS, JOURNAL, MANIFEST, VISITS
from tests.cast import HandClock
from tests.proof.resigned import Contents, opened, packed, sealed
from tests.web.evidence_days import lived_in, saved
from tests.web.front import Front


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, empty_sqlite: Path) -> Iterator[Front]:
    """An office after two lived-in days."""
    folder = tmp_path_factory.mktemp("evidence")
    database = folder / "pst.db"
    database.write_bytes(empty_sqlite.read_bytes())
    clock = HandClock()
    front = Front(folder, f"sqlite:///{database}", clock)
    lived_in(front, clock)
    yield front
    front.close()


@pytest.fixture(scope="module")
def pack(house: Front, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(house, tmp_path_factory.mktemp("pack"))


@pytest.fixture
def taken(pack: Path) -> Contents:
    return opened(pack)


def fsck(file: Path, *more: str) -> Result:
    return CliRunner().invoke(pst, ["fsck", "--evidence", str(file), "--database-url", "sqlite:////nowhere", *more])


def found(contents: Contents, folder: Path) -> PackReport:
    return check_pack(packed(contents, folder / "changed.zip"))


def kinds(report: PackReport) -> set[str]:
    return {kind for kind, _ in report.violations}


def test_packing_and_signing_again_what_was_not_changed_is_clean(taken: Contents, tmp_path: Path) -> None:
    """Or nothing that follows would show anything."""
    taken.write(JOURNAL, taken.lines(JOURNAL))
    taken.sign()
    assert found(taken, tmp_path).violations == []


@settings(max_examples=150)
@given(place=st.floats(0, 1, exclude_max=True), turned=st.integers(1, 255))
def test_a_changed_byte_anywhere_is_found(pack: Path, place: float, turned: int) -> None:
    content = bytearray(pack.read_bytes())
    content[int(place * len(content))] ^= turned
    changed = pack.with_name("turned.zip")
    changed.write_bytes(content)
    try:
        assert check_pack(changed).violations
    except UnreadablePackError as error:
        assert "\n" not in str(error)  # noqa: PT017 # not every byte makes a pack unreadable


def test_a_row_that_is_removed_from_the_middle_is_found_however_well_it_is_signed(
    taken: Contents, tmp_path: Path
) -> None:
    heading, *lines = taken.lines(JOURNAL)
    for removed in range(len(lines)):
        taken.write(JOURNAL, [heading, *lines[:removed], *lines[removed + 1 :]])
        taken.sign(rows=len(lines) - 1)
        assert "I-17" in kinds(found(taken, tmp_path)), f"row {removed + 1}"


def test_rows_that_changed_places_are_found(taken: Contents, tmp_path: Path) -> None:
    heading, *lines = taken.lines(JOURNAL)
    for place in range(0, len(lines) - 1, 5):
        swapped = [*lines[:place], lines[place + 1], lines[place], *lines[place + 2 :]]
        taken.write(JOURNAL, [heading, *swapped])
        taken.sign()
        assert {"I-17", "I-18"} <= kinds(found(taken, tmp_path)), f"row {place + 1}"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", "2026-11-19T01:00:00+00:00"),
        ("day", "2026-11-18"),
        ("move", "recall"),
        ("ticket", "1"),
        ("counter", "2"),
        ("actor", "77"),
        ("reason", "visitor"),
        ("undoes", "3"),
        ("request", "5"),
        ("facts", '{"made":"up"}'),
        ("suspect", "True"),
        ("hash", "f" * 64),
    ],
)
def test_a_changed_cell_of_any_row_is_found_and_the_row_is_named(
    taken: Contents, tmp_path: Path, column: str, value: str
) -> None:
    place = COLUMNS.index(column)
    heading, *lines = taken.lines(JOURNAL)
    changed = 0
    for number, line in enumerate(lines, 1):
        if line[place] == value or number % 4:
            continue
        forged = [*line[:place], value, *line[place + 1 :]]
        taken.write(JOURNAL, [heading, *lines[: number - 1], forged, *lines[number:]])
        taken.sign()
        report = found(taken, tmp_path)
        said = [what for kind, what in report.violations if kind == "I-18"]
        assert any(f"row {number} was changed" in what or f"line {number + 1} of" in what for what in said), said
        changed += 1
    assert changed > 5


def test_a_row_cannot_hide_behind_something_withheld(taken: Contents, tmp_path: Path) -> None:
    """Only what an early version wrote of a complaint is withheld; a no-show is not."""
    heading, *lines = taken.lines(JOURNAL)
    move, withheld = COLUMNS.index("move"), COLUMNS.index("withheld")
    miss = next(number for number, line in enumerate(lines) if line[move] == "miss")
    lines[miss][withheld] = "code"
    taken.write(JOURNAL, [heading, *lines])
    taken.sign()
    assert any("nothing of such a row may be" in what for _, what in found(taken, tmp_path).violations)


@pytest.mark.parametrize(
    ("name", "column", "value", "said"),
    [
        (VISITS, "putusan", "kept", "but the journal tells"),
        (VISITS, "detik_jam", "1", "but the journal tells"),
        ("jam-kunjungan.csv", "bagian_tepat", "1.0000", "but the journal tells '0."),
        ("daftar-jaga.csv", "petugas", "99", "petugas is '99'"),
        ("prioritas.csv", "nomor_prioritas", "0", "nomor_prioritas is '0'"),
        ("ketentuan-hari.csv", "batas_detik", "900", "but the journal tells '600'"),
        ("pengaduan.csv", "keadaan", "withdrawn", "keadaan is 'withdrawn'"),
        ("permintaan.csv", "jawaban_pertama", "2026-11-19T10:00:00+07:00", "but the journal tells '2026-11-20"),
        ("jam-permintaan.csv", "tepat", "7", "tepat is '7'"),
    ],
)
def test_a_figure_that_does_not_follow_from_the_rows_is_found_and_named(  # a row of the table
    taken: Contents, tmp_path: Path, name: str, column: str, value: str, said: str
) -> None:
    heading, *lines = taken.lines(name)
    place = heading.index(column)
    changed = next(line for line in lines if line[place] not in (value, ""))
    changed[place] = value
    taken.write(name, [heading, *lines])
    taken.sign()
    report = found(taken, tmp_path)
    assert any(kind == "I-19" and name in what and said in what for kind, what in report.violations), report.violations


@pytest.mark.parametrize(
    "name", [VISITS, "daftar-jaga.csv", "pengaduan.csv", "permintaan.csv", "ketentuan-hari.csv", "prioritas.csv"]
)
def test_a_line_that_is_left_out_or_made_up_is_found(taken: Contents, tmp_path: Path, name: str) -> None:
    lines = taken.lines(name)
    taken.write(name, lines[:-1])
    taken.sign()
    assert any("does not tell of" in what for _, what in found(taken, tmp_path).violations)
    taken.write(name, [*lines, ["2030-01-01", "9", "9", *lines[-1][3:]]])
    taken.sign()
    assert any("the journal does not" in what for _, what in found(taken, tmp_path).violations)


def test_a_board_that_never_answered_makes_another_verdict(taken: Contents, tmp_path: Path) -> None:
    taken.write("panggilan-terdengar.csv", taken.lines("panggilan-terdengar.csv")[:1])
    taken.sign()
    assert any(
        "'called_in_time', but the journal tells 'missed'" in what for _, what in found(taken, tmp_path).violations
    )


def test_a_chain_that_is_written_anew_is_whole_in_itself_and_found_by_the_live_journal(
    house: Front, taken: Contents, tmp_path: Path
) -> None:
    """What the readme says: the chain cannot prove this alone."""
    heading, *lines = taken.lines(JOURNAL)
    explained = next(line for line in lines if line[COLUMNS.index("move")] == "comment" or "power_cut" in line)
    explained[COLUMNS.index("reason")] = "network_down"
    taken.write(JOURNAL, [heading, *lines])
    taken.chain_anew()
    forged = packed(taken, tmp_path / "anew.zip")
    alone = fsck(forged)
    assert (alone.exit_code, "not compared with a live journal" in alone.stdout) == (0, True), alone.output
    beside = CliRunner().invoke(
        pst, ["fsck", "--evidence", str(forged), "--database-url", house.house.parts.settings.database_url]
    )
    assert beside.exit_code == 1
    assert "otherwise than the live journal, which has another hash there" in beside.stdout


def test_rows_cut_off_at_the_end_are_found_by_the_live_journal_or_by_what_they_told(
    taken: Contents, tmp_path: Path
) -> None:
    heading, *lines = taken.lines(JOURNAL)
    for kept in (len(lines) - 1, len(lines) // 2, 1):
        last = lines[kept - 1]
        taken.write(JOURNAL, [heading, *lines[:kept]])
        taken.sign(rows=kept, last_seq=kept, last_hash=last[COLUMNS.index("hash")])
        assert "I-19" in kinds(found(taken, tmp_path)), f"{kept} rows are left"


def test_another_office_s_pack_is_not_held_against_this_database(house: Front, taken: Contents, tmp_path: Path) -> None:
    other = taken.manifest
    other["office"]["code"] = "kota-lain"
    taken.files[MANIFEST] = json.dumps(other).encode()
    taken.chain_anew()
    told = fsck(packed(taken, tmp_path / "other.zip"), "--database-url", house.house.parts.settings.database_url)
    assert (told.exit_code, "the database here knows no office kota-lain" in told.stdout) == (0, True), told.output


def one_line(file: Path) -> str:
    told = fsck(file)
    assert (told.exit_code, told.stdout) == (2, ""), told.output
    assert told.stderr.startswith("pst: ")
    assert told.stderr.count("\n") == 1
    return str(told.stderr)


def test_what_is_no_pack_is_refused_in_one_line(tmp_path: Path, pack: Path) -> None:
    whole = pack.read_bytes()
    for name, content in {
        "empty.zip": b"",
        "text.zip": b"this was evidence once " * 400,
        "cut.zip": whole[: len(whole) // 2],
        "longer.zip": whole + b"\0" * 200,
        "twice.zip": whole[:200],
    }.items():
        (tmp_path / name).write_bytes(content)
        assert one_line(tmp_path / name)
    assert one_line(tmp_path)
    assert one_line(tmp_path / "nowhere.zip")


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "C:\\evil.txt", "a\u202egnp.csv", "jurnal.csv/", "x" * 900]
)
def test_a_name_that_no_pack_has_is_refused(taken: Contents, tmp_path: Path, name: str) -> None:
    del taken.files["skm.csv"]
    assert "which is no file of a pack" in one_line(
        packed(taken, tmp_path / "slip.zip", lambda archive: archive.writestr(name, "x"))
    )
    assert not list(tmp_path.rglob("passwd"))


def entry_of(content: bytes, name: str) -> int:
    """Where the archive's own list tells of a file."""
    return content.rindex(name.encode()) - 46


def spoilt(file: Path, name: str, at: int, form: str, value: int) -> Path:
    """The same archive with one figure of its list made up, and sealed again."""
    content = bytearray(file.read_bytes())
    struct.pack_into(form, content, entry_of(bytes(content), name) + at, value)
    file.write_bytes(content)
    return sealed(file)


def test_bombs_and_locked_archives_are_refused_and_a_file_larger_than_it_says_is_not_unpacked(
    taken: Contents, tmp_path: Path
) -> None:
    def fresh() -> Path:
        return packed(taken, tmp_path / "spoilt.zip")

    assert "larger than 512 MB" in one_line(spoilt(fresh(), JOURNAL, 24, "<L", 0xFFFFFFF0))
    assert "is encrypted" in one_line(spoilt(fresh(), JOURNAL, 8, "<H", 1))
    assert "packed in a way" in one_line(spoilt(fresh(), JOURNAL, 10, "<H", 99))
    assert "too large" in one_line(spoilt(fresh(), MANIFEST, 24, "<L", 2 << 20))
    taken.files["skm.csv"] = b"0" * (1 << 23)
    told = fsck(spoilt(fresh(), "skm.csv", 24, "<L", 100))
    assert (told.exit_code, "skm.csv cannot be read to its end" in told.stdout) == (1, True), told.output


def test_the_same_name_twice_and_too_many_files_are_refused(taken: Contents, tmp_path: Path) -> None:
    del taken.files["skm.csv"]

    def again(archive: ZipFile) -> None:
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr(ZipInfo(JOURNAL), "x")

    assert "the same name twice" in one_line(packed(taken, tmp_path / "twice.zip", again))

    def many(archive: ZipFile) -> None:
        for number in range(200):
            archive.writestr(f"{number}.csv", "")

    assert "more files than a pack has" in one_line(packed(taken, tmp_path / "many.zip", many))


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        (b"", "its beginning"),
        (b"{}", "program"),
        (b"[" * 100_000, "its beginning"),
        (b'{"format": "pst-evidence-9"}', "format"),
        (b"\xff\xfe", "its beginning"),
    ],
)
def test_a_manifest_that_is_none_is_refused(taken: Contents, tmp_path: Path, manifest: bytes, said: str) -> None:
    taken.files[MANIFEST] = manifest
    assert said in one_line(packed(taken, tmp_path / "none.zip"))


@pytest.mark.parametrize("zone", ["Europe/Paris", "../../etc/localtime", "\x1b[2J"])
def test_a_zone_that_no_office_has_is_refused(taken: Contents, tmp_path: Path, zone: str) -> None:
    told = taken.manifest
    told["office"]["zone"] = zone
    taken.files[MANIFEST] = json.dumps(told).encode()
    assert "\x1b" not in one_line(packed(taken, tmp_path / "zone.zip"))


@pytest.mark.parametrize("name", sorted(CONTENTS))
def test_a_file_that_is_missing_is_named(taken: Contents, tmp_path: Path, name: str) -> None:
    del taken.files[name]
    told = fsck(packed(taken, tmp_path / "missing.zip"))
    assert (told.exit_code, f"{name} is missing" in told.stdout) == (1, True), told.output


WRONG: dict[str, Callable[[list[list[str]]], list[list[str]]]] = {
    "nothing at all": lambda _: [],
    "a column of another version": lambda lines: [[*lines[0], "later"], *([*line, "1"] for line in lines[1:])],
    "a column that is gone": lambda lines: [line[1:] for line in lines],
    "too few cells": lambda lines: [lines[0], *(line[:3] for line in lines[1:])],
    "no numbers": lambda lines: [lines[0], *(["x", *line[1:]] for line in lines[1:])],
    "deep facts": lambda lines: [lines[0], *([*line[:13], "[" * 30_000, *line[14:]] for line in lines[1:3])],
    "facts that are none": lambda lines: [lines[0], *([*line[:13], "[]", *line[14:]] for line in lines[1:])],
    "endless lines": lambda lines: [lines[0], ["1"] * 40_000],
}


@pytest.mark.parametrize("how", WRONG)
def test_a_journal_that_is_none_is_said_and_does_not_break_the_checker(
    taken: Contents, tmp_path: Path, how: str
) -> None:
    taken.write(JOURNAL, WRONG[how](taken.lines(JOURNAL)))
    taken.sign()
    told = fsck(packed(taken, tmp_path / "wrong.zip"))
    assert told.exit_code == 1, told.output
    assert told.exception is None or isinstance(told.exception, SystemExit)
    assert "I-1" in told.stdout or "pack" in told.stdout


def test_a_pack_from_before_a_column_was_there_is_still_read(taken: Contents, tmp_path: Path) -> None:
    heading, *lines = taken.lines(JOURNAL)
    place = COLUMNS.index("request")
    old = [line for line in lines if not line[place]]
    asked = next(number for number, line in enumerate(lines) if line[place])
    taken.write(JOURNAL, [[*line[:place], *line[place + 1 :]] for line in (heading, *lines[:asked])])
    taken.sign(rows=asked, last_seq=asked, last_hash=old[asked - 1][COLUMNS.index("hash")])
    assert not {"I-17", "I-18"} & kinds(found(taken, tmp_path))


def test_rows_that_were_made_up_whole_do_not_break_the_checker(taken: Contents, tmp_path: Path) -> None:
    """Chained anew and signed anew, but no office writes such terms."""
    heading, *lines = taken.lines(JOURNAL)
    facts = COLUMNS.index("facts")
    for line in lines:
        if line[COLUMNS.index("move")] in ("open_day", "take"):
            line[facts] = '{"terms":{"opening":5}}'
    taken.write(JOURNAL, [heading, *lines])
    taken.chain_anew()
    told = fsck(packed(taken, tmp_path / "made.zip"))
    assert (told.exit_code, "none that an office writes" in told.stdout) == (1, True), told.output


def test_the_readme_s_own_recipe_gives_the_hash_of_every_row(taken: Contents) -> None:
    """Whoever does not trust this program writes another one: it needs nothing but what the readme says."""
    heading, *lines = taken.lines(JOURNAL)
    told = taken.manifest
    before = told["chain"]["hash_before"]
    numbers = ("seq", "ticket", "leg", "counter", "actor", "undoes", "request")
    for line in lines:
        row: dict[str, Any] = {name: text or None for name, text in zip(heading, line, strict=True)}
        link = row.pop("hash")
        del row["withheld"]
        row |= {name: int(row[name]) for name in numbers if row[name] is not None}
        row |= {
            "office": told["office"]["code"],
            "facts": json.loads(row["facts"]),
            "suspect": row["suspect"] == "True",
        }
        if row["request"] is None:
            del row["request"]
        text = json.dumps(row, sort_keys=True, separators=(",", ":"))
        assert hashlib.sha256((before + text).encode()).hexdigest() == link, row["seq"]
        before = link
    assert before == told["chain"]["last_hash"]

"""What is no pack, or would harm whoever opens it, is refused in one line."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest

from shared.evidence.layout import JOURNAL, MANIFEST
from tests.proof.evidence.inspector import fsck, one_line
from tests.proof.resigned import Contents, packed, sealed


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

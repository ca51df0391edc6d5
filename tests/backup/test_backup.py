"""A backup holds everything but the visitors' keys, tells nobody anything, and is one only after it was read back."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage
import pytest
from pyrage import x25519

from shared.backup import BackupError
from shared.backup.making import make_backup, open_backup
from shared.backup.staging import give_keys
from shared.database import OfficeRecords
from shared.database.fsck import check
from tests.backup.machine import CANARY, OFFICE, Machine, keys_of, write_down

READABLE = (CANARY.encode(), b"0899-", b"0899000", b"0899100", b"kanari@", b"Universitas")


def files_in(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


def test_a_backup_is_read_back_and_says_what_it_holds(machine: Machine) -> None:
    made = machine.backup()
    with machine.opened() as database:
        assert made.rows == database.reading(OFFICE, lambda records: records.seq())
    assert (made.offices, made.faults, made.removed) == (1, 0, 0)
    assert made.bytes == made.file.stat().st_size
    assert made.file.parent == machine.backups


def test_the_recovery_code_is_shown_once_and_stands_in_no_file(machine: Machine) -> None:
    machine.backup()
    machine.backup()
    assert len(machine.codes) == 1
    letters = machine.codes[0].replace(" ", "").encode()
    assert len(letters) == 58
    assert not [file for file in files_in(machine.data_dir) if letters in file.read_bytes()]
    assert (machine.data_dir / "backup.key").stat().st_mode & 0o777 == 0o600


def test_no_file_of_the_folder_tells_who_came(machine: Machine) -> None:
    machine.backup()
    machine.backup()
    assert len(files_in(machine.backups)) == 3
    for file in files_in(machine.backups):
        assert not [word for word in READABLE if word in file.read_bytes()], file


def test_the_snapshot_holds_no_byte_of_any_key_and_no_mark_of_a_phone_or_address(
    machine: Machine, tmp_path: Path
) -> None:
    with machine.at_work() as crew:
        for nth in range(60):  # enough for several pages of keys
            write_down(crew, phone=f"0899-1000-{nth:04}")
    made = machine.backup()
    keys = keys_of(machine.keyring()).values()
    assert len(keys) == 63
    inside = machine.bytes_inside(made.file, tmp_path / "inside")
    assert not [key for key in keys if key.wrapped in inside or key.wrapped[12:28] in inside]
    for key in keys:
        assert key.phone_mark is not None
        assert key.phone_mark.encode() not in inside
    assert not [word for word in READABLE if word in inside]


def test_nothing_that_is_not_encrypted_is_left_in_the_data_folder(machine: Machine) -> None:
    machine.backup()
    assert not [file for file in machine.data_dir.iterdir() if file.name.startswith((".backup", ".unfinished"))]


def test_what_a_killed_command_left_unfinished_is_swept(pc: Machine) -> None:
    pc.backup()
    for folder in (pc.data_dir, pc.backups):
        (folder / ".unfinished-killed").write_text("half")
    pc.backup()
    assert not list(pc.data_dir.rglob(".unfinished-*"))


def test_people_go_on_taking_numbers_while_it_is_made(machine: Machine, tmp_path: Path) -> None:
    with machine.at_work() as crew:
        over, taken = threading.Event(), list[int]()

        def press() -> None:
            while not over.is_set():
                taken.append(crew.take("K").id)

        presser = threading.Thread(target=press)
        presser.start()
        try:
            made = [machine.backup() for _ in range(3)]
        finally:
            over.set()
            presser.join()
    assert taken
    assert made[0].rows < made[1].rows < made[2].rows
    (tmp_path / "inside").mkdir()
    with open_backup(made[1].file, [machine.secret], tmp_path / "inside") as contents:
        give_keys(contents.snapshot, machine.keyring().last_known, datetime.now(UTC))
        report = check(f"sqlite:///{contents.snapshot}")
    assert (report.rows, report.violations) == (made[1].rows, [])


def test_a_file_that_is_named_like_one_of_no_date_is_left_alone(pc: Machine) -> None:
    strangers = [pc.backups / "pst-20261399T000000Z.age", pc.data_dir / "pst.db.before-restore-20261399T000000Z"]
    pc.backups.mkdir()
    for file in strangers:
        file.write_text("somebody else's")
    pc.backup()
    assert pc.forget(pc.visitors[0])
    assert all(file.exists() for file in strangers)


def test_two_backups_of_one_second_are_two_files(machine: Machine) -> None:
    now = datetime.now(UTC)
    assert machine.backup(now=now).file != machine.backup(now=now).file


def test_older_ones_are_thinned_out_and_the_keyring_never(pc: Machine) -> None:
    now = datetime.now(UTC)
    first = pc.backup(now=now - timedelta(days=40))
    made = pc.backup(now=now)
    assert (first.file.exists(), made.removed) == (False, 1)
    assert {file.name for file in pc.backups.iterdir()} == {made.file.name, "visitor-keys.age"}


def test_a_folder_of_another_installation_is_left_alone(pc: Machine, new_pc: Machine, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    pc.backup(stick)
    before = {file: file.read_bytes() for file in files_in(stick)}
    with new_pc.at_work():
        pass
    with pytest.raises(BackupError, match="belongs to another installation"):
        new_pc.backup(stick)
    assert {file: file.read_bytes() for file in files_in(stick)} == before


def test_a_database_that_is_not_there_is_said(new_pc: Machine) -> None:
    with pytest.raises(BackupError, match="there is no database at"):
        new_pc.backup()
    assert not new_pc.backups.exists()


def test_a_database_with_a_fault_is_backed_up_all_the_same_and_it_is_said(pc: Machine) -> None:
    with pc.opened() as database:
        database.writing(OFFICE, _counts_too_far)
    assert pc.backup().faults == 1


def test_any_age_program_opens_a_backup_with_the_code_on_paper(machine: Machine) -> None:
    made = machine.backup()
    secret = "AGE-SECRET-KEY-1" + machine.codes[0].replace(" ", "")
    opened = pyrage.decrypt(made.file.read_bytes(), [x25519.Identity.from_str(secret)])
    assert opened.startswith(b"\x1f\x8b")  # a tar.gz


def test_a_disk_that_gives_back_other_bytes_makes_no_backup(pc: Machine) -> None:
    first = pc.backup()

    def bend(step: str) -> None:
        if step == "reading it back":
            (file,) = pc.backups.glob(".unfinished-*")
            data = bytearray(file.read_bytes())
            data[len(data) // 2] ^= 1
            file.write_bytes(data)

    with pytest.raises(BackupError, match="damaged"):
        make_backup(pc.settings, say=bend)
    assert {file.name for file in pc.backups.iterdir()} == {first.file.name, "visitor-keys.age"}


def test_a_folder_that_cannot_be_written_is_an_error_of_the_disk(pc: Machine, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(OSError, match="file"):
        pc.backup(tmp_path / "file" / "folder")


def _counts_too_far(records: OfficeRecords) -> None:
    records._connection.exec_driver_sql("UPDATE series SET last = last + 1")

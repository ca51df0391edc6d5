"""What was backed up is there again, on this machine and on any other; and what cannot be restored changes nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shared.backup import BackupError
from shared.database.fsck import check
from shared.web.follow import ticket_of
from tests.backup.machine import OFFICE, Machine, morning
from tests.cast import HandClock, moment


def everything(folder: Path) -> dict[Path, bytes]:
    """Every file that says something, with its bytes."""
    silent = (".lock", "-shm")
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file() and not file.name.endswith(silent)}


def numbers(machine: Machine) -> int:
    with machine.opened() as database:
        return len(database.reading(OFFICE, lambda records: records.all_tickets()))


@pytest.fixture
def backup(pc: Machine) -> Path:
    return pc.backup().file


def test_on_an_empty_machine_the_code_on_paper_brings_everything_back(machine: Machine, new_pc: Machine) -> None:
    file = machine.backup().file
    restored = new_pc.restore(file, code=machine.codes[0])
    assert new_pc.rows() == machine.rows()
    assert new_pc.answers() == machine.answers()
    assert (restored.tickets, restored.erased, restored.faults, restored.kept) == (3, 0, 0, None)
    assert check(new_pc.url).violations == []


def test_afterwards_work_goes_on_and_so_do_backups_under_the_same_code(pc: Machine, new_pc: Machine) -> None:
    new_pc.restore(pc.backup().file, code=pc.codes[0])
    with new_pc.at_work() as crew:
        assert crew.take("K").label == "K-004"
    again = new_pc.backup(pc.backups)
    assert new_pc.codes == []
    third = Machine(new_pc.data_dir.parent / "third")
    third.restore(again.file, code=pc.codes[0])
    assert third.rows() == new_pc.rows()


def test_the_link_of_a_number_that_was_lost_shows_nobody_the_number_that_is_given_next(pc: Machine) -> None:
    file, links, ids, codes = pc.backup().file, [], [], []
    for minute in (0, 7):
        with pc.at_work(HandClock(moment(f"10:{minute:02}"))) as crew:
            ticket = crew.take("K")
            ids.append(ticket.id)
            links.append(crew.desk("kiosk").token_of(ticket))
            opened = [ticket_of(crew.parts, link) for link in links]
            codes.append(crew.parts.keys.rating_code(OFFICE, ticket.id, ticket.issued_at))
        if minute == 0:
            pc.restore(file, replace=True)
    assert ids[0] == ids[1]
    assert opened == [None, (OFFICE, ticket)]
    assert codes[0] != codes[1]


@pytest.mark.parametrize(
    "typed",
    [
        lambda code: code.lower(),
        lambda code: code.replace(" ", "-"),
        lambda code: code.replace("0", "O").replace("8", "B"),
        lambda code: "AGE-SECRET-KEY-1" + code.replace(" ", ""),
        lambda code: f" {code}\n",
    ],
    ids=["small letters", "dashes", "letters for digits", "as age writes it", "blanks around it"],
)
def test_the_code_may_be_typed_as_people_type(
    pc: Machine, new_pc: Machine, backup: Path, typed: Callable[[str], str]
) -> None:
    new_pc.restore(backup, code=typed(pc.codes[0]))
    assert numbers(new_pc) == 3


def test_on_the_same_machine_no_code_is_needed_and_the_database_before_is_kept(pc: Machine, backup: Path) -> None:
    rows = pc.rows()
    with pc.at_work() as crew:
        crew.take("K")
    later = pc.rows()
    restored = pc.restore(backup, replace=True)
    assert pc.rows() == rows
    assert restored.kept is not None
    assert Machine(pc.data_dir, f"sqlite:///{restored.kept}").rows() == later


def test_what_will_be_lost_is_said_for_each_office_before(pc: Machine, backup: Path) -> None:
    with pc.at_work() as crew:
        seq = crew.seq()
        crew.take("K")
        crew.take("K")
    pc.restore(backup, replace=True)
    said = f"{OFFICE}: {seq} journal rows in the backup; lost: the 2 that came after it, among them 2 numbers taken"
    assert pc.told == [said]
    pc.restore(backup, replace=True)
    assert pc.told == [f"{OFFICE}: {seq} journal rows in the backup; nothing is lost"]


def test_another_past_is_called_that(pc: Machine, backup: Path) -> None:
    with pc.at_work() as crew:
        crew.take("K")
        seq = crew.seq()
    later = pc.backup().file
    pc.restore(backup, replace=True)
    with pc.at_work() as crew:
        crew.take("D")
    pc.restore(later, replace=True)
    lost = f"lost: 1 of the database, which tells another past since row {seq - 1}, among them 1 number taken"
    assert pc.told == [f"{OFFICE}: {seq} journal rows in the backup; {lost}"]


def test_after_an_older_backup_was_restored_by_mistake_the_newer_one_brings_its_visitors_back(
    pc: Machine, backup: Path
) -> None:
    with pc.at_work() as crew:
        morning(crew)
    later, answers = pc.backup().file, pc.answers()
    pc.restore(backup, replace=True)
    pc.backup()
    restored = pc.restore(later, replace=True)
    assert restored.erased == 0
    assert pc.answers() == answers


def test_a_new_machine_that_was_started_once_is_still_empty_and_takes_over_the_secret(
    pc: Machine, new_pc: Machine, backup: Path
) -> None:
    with new_pc.at_work() as crew:
        crew.parts.database.writing(OFFICE, lambda records: records.hold_office())  # as the turn of the day does
    new_pc.restore(backup, code=pc.codes[0])
    assert new_pc.answers() == pc.answers()
    assert len(list(new_pc.data_dir.glob("secret.key.before-restore-*"))) == 1


def test_a_machine_with_a_code_of_its_own_goes_on_under_the_code_that_was_typed(
    pc: Machine, new_pc: Machine, backup: Path
) -> None:
    with new_pc.at_work() as crew:
        crew.take("K")
    new_pc.backup(new_pc.data_dir / "before")
    new_pc.restore(backup, code=pc.codes[0], replace=True)
    assert new_pc.backup(pc.backups).file.parent == backup.parent
    assert len(list(new_pc.data_dir.glob("backup.key.before-restore-*"))) == 1


def test_a_second_restore_is_refused_unless_replacing_is_asked_for(pc: Machine, new_pc: Machine, backup: Path) -> None:
    new_pc.restore(backup, code=pc.codes[0])
    before = everything(new_pc.data_dir)
    with pytest.raises(BackupError, match="is not empty: --replace keeps it beside"):
        new_pc.restore(backup)
    assert everything(new_pc.data_dir) == before


def test_a_wrong_code_changes_nothing(pc: Machine, new_pc: Machine, backup: Path) -> None:
    pc.settings = replace(pc.settings, data_dir=pc.data_dir / "other")
    pc.settings.data_dir.mkdir()
    shutil.copy(pc.data_dir / "pst.db", pc.settings.data_dir)
    pc.backup(pc.settings.data_dir / "elsewhere")
    before = everything(new_pc.data_dir)
    with pytest.raises(BackupError, match="this code or this machine's backup"):
        new_pc.restore(backup, code=pc.codes[1])
    with pytest.raises(BackupError, match="no recovery code: a letter is wrong or missing"):
        new_pc.restore(backup, code=pc.codes[0][:-1])
    with pytest.raises(BackupError, match="give the recovery code with --code"):
        new_pc.restore(backup)
    assert everything(new_pc.data_dir) == before


@pytest.mark.parametrize("place", [0.0, 0.01, 0.02, 0.3, 0.6, 0.999])
def test_a_bent_byte_anywhere_changes_nothing(pc: Machine, new_pc: Machine, backup: Path, place: float) -> None:
    data = bytearray(backup.read_bytes())
    data[int(place * len(data))] ^= 1
    backup.write_bytes(data)
    with pytest.raises(BackupError, match=r"damaged|does not open it"):
        new_pc.restore(backup, code=pc.codes[0])
    assert everything(new_pc.data_dir) == {}


@pytest.mark.parametrize("part", [0.0, 0.001, 0.02, 0.5, 0.999])
def test_a_file_that_ends_early_changes_nothing(pc: Machine, new_pc: Machine, backup: Path, part: float) -> None:
    backup.write_bytes(backup.read_bytes()[: int(part * backup.stat().st_size)])
    with pytest.raises(BackupError, match="damaged"):
        new_pc.restore(backup, code=pc.codes[0])
    assert everything(new_pc.data_dir) == {}


def test_what_is_no_backup_is_said(pc: Machine, backup: Path) -> None:
    with pytest.raises(BackupError, match="is no backup of this program"):
        pc.restore(pc.backups / "visitor-keys.age", replace=True)
    with pytest.raises(BackupError, match="there is no file"):
        pc.restore(pc.backups / "tidak-ada.age")


def test_without_the_keys_beside_it_nobody_is_erased_unless_that_is_asked_for(
    pc: Machine, new_pc: Machine, backup: Path
) -> None:
    (pc.backups / "visitor-keys.age").unlink()
    with pytest.raises(BackupError, match=r"no visitor-keys.age as new as .* erase 3 visitors with --without-keys"):
        new_pc.restore(backup, code=pc.codes[0])
    assert everything(new_pc.data_dir) == {}
    assert new_pc.restore(backup, code=pc.codes[0], without_keys=True).erased == 3


def test_keys_that_are_older_than_the_backup_are_not_enough(pc: Machine, new_pc: Machine, backup: Path) -> None:
    old = (pc.backups / "visitor-keys.age").read_bytes()
    later = pc.backup(now=datetime.now(UTC) + timedelta(minutes=1)).file
    (pc.backups / "visitor-keys.age").write_bytes(old)
    with pytest.raises(BackupError, match=r"no visitor-keys.age as new as"):
        new_pc.restore(later, code=pc.codes[0])
    new_pc.restore(backup, code=pc.codes[0])


def test_a_database_beyond_reading_is_replaced_only_when_asked_and_is_kept(pc: Machine, backup: Path) -> None:
    file, rows = pc.data_dir / "pst.db", pc.rows()
    file.write_bytes(b"\0" * 100 + file.read_bytes()[100:])
    with pytest.raises(BackupError, match="cannot be read: --replace keeps it beside"):
        pc.restore(backup)
    restored = pc.restore(backup, replace=True)
    assert (pc.rows(), restored.erased) == (rows, 0)
    assert restored.kept is not None
    assert "nobody can say what it holds" in pc.told[0]


def test_the_log_of_a_killed_server_is_not_read_into_the_restored_database(pc: Machine, backup: Path) -> None:
    rows = pc.rows()
    with pc.at_work() as crew:
        crew.take("K")
        log = (pc.data_dir / "pst.db-wal").read_bytes()
    assert log
    (pc.data_dir / "pst.db-wal").write_bytes(log)
    pc.restore(backup, replace=True)
    assert pc.rows() == rows
    assert check(pc.url).violations == []


def test_nor_is_the_log_of_one_that_nobody_wrote_in(pc: Machine, new_pc: Machine, backup: Path) -> None:
    with new_pc.at_work():
        log = (new_pc.data_dir / "pst.db-wal").read_bytes()
    assert log
    (new_pc.data_dir / "pst.db-wal").write_bytes(log)
    new_pc.restore(backup, code=pc.codes[0])
    assert new_pc.rows() == pc.rows()
    assert check(new_pc.url).violations == []


def test_another_secret_in_the_settings_is_refused(pc: Machine, new_pc: Machine, backup: Path) -> None:
    new_pc.settings = replace(new_pc.settings, secret_key="another secret, long enough to be one")
    with pytest.raises(BackupError, match="PST_SECRET_KEY is not the secret of this backup"):
        new_pc.restore(backup, code=pc.codes[0])

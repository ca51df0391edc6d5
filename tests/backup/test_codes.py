"""When the envelope with the recovery code is lost, another code opens everything, and the lost one nothing new."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shared.backup import BackupError, make_backup, own_key, renew_code
from shared.backup.envelope import decrypt_file, key_from, key_in, secret_of_code
from shared.backup.thinning import LONGEST
from tests.backup.machine import CANARY, Machine


def renewed(machine: Machine, now: datetime | None = None) -> bool:
    """What `pst backup --new-code` does before it backs up."""
    return renew_code(machine.settings, machine.codes.append, now)


def opens(code: str, file: Path, tmp_path: Path) -> bool:
    """Whether the code alone opens a file, as any age program would."""
    plain = tmp_path / "opened"
    try:
        decrypt_file(file, plain, [secret_of_code(code)])
    except BackupError:
        return False
    finally:
        plain.unlink(missing_ok=True)
    return True


def test_the_new_code_restores_what_is_made_from_now_on_and_the_lost_one_opens_none_of_it(
    machine: Machine, new_pc: Machine, tmp_path: Path
) -> None:
    machine.backup()
    assert renewed(machine)
    lost, code = machine.codes
    file = machine.backup().file
    assert (opens(lost, file, tmp_path), opens(code, file, tmp_path)) == (False, True)
    assert not opens(lost, machine.backups / "visitor-keys.age", tmp_path)
    new_pc.restore(file, code=code)
    assert new_pc.answers() == machine.answers()


def test_older_backups_open_with_the_new_code_by_the_keyring_beside_them(machine: Machine, new_pc: Machine) -> None:
    older = machine.backup().file
    assert renewed(machine)
    new_pc.restore(older, code=machine.codes[1])
    assert new_pc.answers() == machine.answers()
    assert new_pc.backup().file.is_file()
    assert new_pc.codes == []  # the machine goes on under the newest code
    assert key_in(new_pc.data_dir) == key_in(machine.data_dir)


def test_what_the_lost_code_opens_leads_to_nothing_newer(machine: Machine, tmp_path: Path) -> None:
    older = machine.backup().file
    old = key_in(machine.data_dir)
    assert old is not None
    renewed(machine)
    newer = machine.backup().file
    with pytest.raises(BackupError, match="does not open it"):
        decrypt_file(newer, tmp_path / "plain", [old.secret, secret_of_code(machine.codes[0])])
    assert opens(machine.codes[0], older, tmp_path)


def test_on_the_machine_itself_older_backups_are_restored_without_a_code(pc: Machine) -> None:
    older, answers = pc.backup().file, pc.answers()
    renewed(pc)
    pc.backup()
    pc.restore(older, replace=True)
    assert pc.answers() == answers


def test_a_folder_that_is_away_opens_with_the_old_code_until_the_next_backup_there(
    pc: Machine, new_pc: Machine, tmp_path: Path
) -> None:
    stick, drawer = tmp_path / "stick", tmp_path / "drawer"
    older = pc.backup(stick).file
    stick.rename(drawer)
    assert not renewed(pc)
    drawer.rename(stick)
    assert opens(pc.codes[0], stick / "visitor-keys.age", tmp_path)
    pc.backup(stick)
    assert not opens(pc.codes[0], stick / "visitor-keys.age", tmp_path)
    new_pc.restore(older, code=pc.codes[1])
    assert new_pc.answers() == pc.answers()


def test_the_keys_of_before_go_with_the_backups_that_they_open(pc: Machine) -> None:
    now = datetime.now(UTC)
    pc.backup(now=now)
    renewed(pc, now)
    pc.backup(now=now + LONGEST - timedelta(minutes=1))
    key = key_in(pc.data_dir)
    assert key is not None
    assert len(key.retired) == 1
    pc.backup(now=now + LONGEST + timedelta(minutes=1))
    key, carried = key_in(pc.data_dir), pc.keyring().backup_key
    assert key is not None
    assert carried is not None
    assert (key.retired, key_from(carried, "the keyring").retired) == ((), ())


def test_a_second_lost_envelope_is_no_worse(pc: Machine, new_pc: Machine, tmp_path: Path) -> None:
    first = pc.backup().file
    renewed(pc)
    second = pc.backup().file
    renewed(pc)
    assert [opens(code, second, tmp_path) for code in pc.codes] == [False, True, False]
    for nth, file in enumerate((first, second)):
        other = Machine(tmp_path / f"other {nth}")
        other.restore(file, code=pc.codes[2])
        assert other.answers()[0]["name"].startswith(CANARY)


def test_a_machine_that_gave_out_no_code_yet_backs_up_for_itself_and_the_code_opens_that_later(
    pc: Machine, new_pc: Machine
) -> None:
    own_key(pc.settings)
    own = key_in(pc.data_dir)
    assert own is not None
    assert own.recovery is None
    assert key_from(own.text, "its file") == own
    first = make_backup(pc.settings).file
    pc.restore(first, replace=True)
    pc.backup()
    assert len(pc.codes) == 1
    new_pc.restore(first, code=pc.codes[0])
    assert new_pc.answers() == pc.answers()
    assert key_in(new_pc.data_dir) == key_in(pc.data_dir)

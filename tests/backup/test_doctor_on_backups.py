"""Doctor says how the backups do: how old the last good one is, what is missing, and what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from shared.backup import State, state_of
from shared.doctor import Finding, examine
from tests.backup.conftest import lived_in
from tests.backup.machine import Machine, with_secret
from tests.backup.nights import open_at


def findings(machine: Machine) -> dict[str, Finding]:
    return {finding.name: finding for finding in examine(machine.settings)}


def test_doctor_says_how_old_the_last_good_backup_is_and_what_to_do(pc: Machine) -> None:
    assert (findings(pc)["backup"].well, findings(pc)["backup"].seen) == (False, "none yet")
    assert "pst backup" in findings(pc)["backup"].advice
    now = datetime.now(UTC)
    file = pc.backup(now=now - timedelta(days=3)).file
    assert (findings(pc)["backup"].well, findings(pc)["backup"].seen) == (False, f"3 days old, {file.name}")
    pc.backup(now=now)
    told = findings(pc)
    assert told["backup"].well
    assert told["recovery code"].well
    assert told["visitors' keys beside the backups"].well


def test_doctor_sees_keys_that_are_older_than_an_erasure(pc: Machine) -> None:
    pc.backup()
    old = (pc.backups / "visitor-keys.age").read_bytes()
    assert pc.forget(pc.visitors[0])
    assert findings(pc)["visitors' keys beside the backups"].well
    (pc.backups / "visitor-keys.age").write_bytes(old)
    assert not findings(pc)["visitors' keys beside the backups"].well
    (pc.backups / "visitor-keys.age").unlink()
    assert not findings(pc)["visitors' keys beside the backups"].well


def test_doctor_asks_for_a_code_and_for_a_stick_that_stays_away(pc: Machine) -> None:
    pc.settings = replace(pc.settings, backup_copy_dir=pc.data_dir / "stick")
    with open_at(pc, "07:45", 1) as (_, night):
        night.look()
    told = findings(pc)
    assert (told["recovery code"].well, told["second backup"].seen) == (False, "none yet")


def test_a_failure_is_seen_until_a_backup_goes_well(pc: Machine) -> None:
    pc.settings = replace(pc.settings, backup_dir=pc.data_dir / "no disk" / "pst")
    with open_at(pc, "07:45", 1) as (_, night):
        night.look()
    assert "plug the disk in" in findings(pc)["backup"].advice
    pc.settings = replace(pc.settings, backup_dir=None)
    pc.backup()
    assert findings(pc)["backup"].well


def test_before_anything_was_made_there_is_nothing_to_say(tmp_path: Path) -> None:
    machine = lived_in(Machine(with_secret(tmp_path)))
    assert state_of(machine.settings) == State(
        good_at=None, file=None, word=None, has_code=False, copied_at=None, copy_word=None, keys_stale=False
    )

"""The server backs up by itself, once a night, also after a night when it was off, and says what keeps it from it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path
from threading import Thread
from zoneinfo import ZoneInfo

import pytest
from structlog.testing import capture_logs

from shared.backup import keys_written_anew, state_of
from shared.backup.nightly import last_night
from shared.domain.journal import JournalRow
from shared.front_desk.guest_book import Said
from shared.night import AGAIN_AFTER, Night
from tests.backup.machine import CANARY, RAHMI, Machine
from tests.backup.nights import FRIDAY, made, open_at
from tests.cast import THURSDAY, Company, moment


def rows_of(crew: Company, move: str) -> list[JournalRow]:
    return [row for row in crew.journal() if row.move == move]


def test_the_night_lies_between_two_days_of_the_last_office_whose_day_ends() -> None:
    jakarta, jayapura = ZoneInfo("Asia/Jakarta"), ZoneInfo("Asia/Jayapura")
    assert last_night(moment("02:59"), [jakarta]) == moment("03:00", THURSDAY - timedelta(days=1))
    assert last_night(moment("03:00"), [jakarta]) == moment("03:00")
    assert last_night(moment("02:00"), [jakarta, jayapura]) == moment("03:00", THURSDAY - timedelta(days=1))
    assert last_night(moment("03:00"), [jakarta, jayapura]) == moment("01:00")


def test_after_the_day_one_backup_is_made_and_no_second_before_the_next_night(machine: Machine) -> None:
    with open_at(machine, "20:00") as (crew, night):
        night.look()
        assert made(machine) == []
        crew.clock.at("03:00", FRIDAY)
        crew.desk(None).turn_the_day()
        night.look()
        night.look()
        crew.clock.at("23:00", FRIDAY)
        night.look()
        assert made(machine) == ["pst-20261119T200000Z.age"]
        crew.clock.at("03:01", FRIDAY + timedelta(days=1))
        night.look()
        assert len(made(machine)) == 2


def test_a_machine_that_was_off_at_night_backs_up_when_it_starts_and_a_restart_makes_no_second(
    machine: Machine,
) -> None:
    for _ in range(2):
        with open_at(machine, "07:45", 1) as (_, night):
            night.look()
    assert len(made(machine)) == 1


def test_on_the_first_day_there_is_nothing_to_back_up_yet(machine: Machine) -> None:
    with open_at(machine, "16:00") as (_, night):
        night.look()
    assert (made(machine), state_of(machine.settings).good_at) == ([], None)


def test_a_backup_by_hand_counts_as_the_nights(pc: Machine) -> None:
    pc.backup(now=moment("06:00", FRIDAY).astimezone(UTC))
    with open_at(pc, "07:45", 1) as (_, night):
        night.look()
    assert len(made(pc)) == 1


def test_one_that_somebody_took_away_counts_no_more(pc: Machine) -> None:
    file = pc.backup(now=moment("06:00", FRIDAY).astimezone(UTC)).file
    file.unlink()
    with open_at(pc, "07:45", 1) as (_, night):
        night.look()
    assert len(made(pc)) == 1


def test_the_journal_keeps_its_name_and_its_rows_and_who_made_it(machine: Machine) -> None:
    with open_at(machine, "07:45", 1) as (crew, night):
        before = crew.seq()
        night.look()
        [row] = rows_of(crew, "backup")
    assert row.facts == {"file": "pst-20261120T004500Z.age", "rows": before, "by": "night"}
    assert (row.day, row.actor, row.ticket) == (FRIDAY, None, None)


def test_what_the_night_made_is_restored_once_the_code_was_given_out(machine: Machine, new_pc: Machine) -> None:
    with open_at(machine, "07:45", 1) as (_, night):
        night.look()
    [name] = made(machine)
    assert not state_of(machine.settings).has_code
    machine.backup(now=moment("08:00", FRIDAY).astimezone(UTC))
    new_pc.restore(machine.backups / name, code=machine.codes[0])
    assert new_pc.answers() == machine.answers()


def test_older_ones_are_thinned_out_but_not_on_the_word_of_a_clock_that_nobody_believes(pc: Machine) -> None:
    old = pc.backup(now=moment("04:00", THURSDAY - timedelta(days=40)).astimezone(UTC)).file
    with open_at(pc, "07:45", 300) as (_, night):  # no office is closed for so long: the machine's date is wrong
        night.look()
    assert old.exists()
    assert len(made(pc)) == 2
    (pc.backups / made(pc)[1]).unlink()
    with open_at(pc, "07:45", 1) as (_, night):
        night.look()
    assert not old.exists()


def test_a_second_folder_gets_a_copy_when_it_is_there_and_is_never_made_where_it_is_not(pc: Machine) -> None:
    stick = pc.data_dir / "media" / "stick"
    pc.settings = replace(pc.settings, backup_copy_dir=stick)
    with open_at(pc, "07:45", 1) as (crew, night):
        night.look()
        assert not stick.exists()
        stick.mkdir(parents=True)
        crew.clock.at("10:00")
        night.look()
    assert made(pc, stick) == made(pc)
    copied = (stick / made(pc)[0]).read_bytes()
    assert copied == (pc.backups / made(pc)[0]).read_bytes()
    assert pc.keyring(stick).entries.keys() == pc.keyring().entries.keys()


def test_the_copy_on_the_stick_restores_elsewhere_and_forgets_with_the_rest(pc: Machine, new_pc: Machine) -> None:
    stick = pc.data_dir / "stick"
    stick.mkdir()
    pc.settings = replace(pc.settings, backup_copy_dir=stick)
    pc.backup(now=moment("06:00", FRIDAY).astimezone(UTC))
    with open_at(pc, "07:45", 1) as (_, night):
        night.look()
    assert pc.forget(pc.visitors[0])
    restored = new_pc.restore(stick / made(pc, stick)[0], code=pc.codes[0])
    assert restored.erased == 1
    assert new_pc.answers()[1]["name"] == f"{CANARY} 2"


def test_a_disk_that_is_not_plugged_in_is_said_in_one_word_and_tried_again(pc: Machine, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    pc.settings = replace(pc.settings, backup_dir=disk / "pst")
    with open_at(pc, "07:45", 1) as (crew, night), capture_logs() as log:
        night.look()
        assert len(made(pc, disk / "pst")) == 1
        disk.rename(tmp_path / "drawer")
        crew.clock.at("03:10", FRIDAY + timedelta(days=1))
        night.look()
        night.look()
        said = [line for line in log if "backup" in line["event"]]
        assert [(line["why"], line["log_level"]) for line in said] == [("folder_gone", "warning")]
        assert str(tmp_path) not in str(said)
        assert state_of(pc.settings).word == "folder_gone"
        assert not disk.exists()
        (tmp_path / "drawer").rename(disk)
        crew.clock.passes(seconds=AGAIN_AFTER.total_seconds())
        night.look()
        assert len(made(pc, disk / "pst")) == 2
        assert state_of(pc.settings).word is None
        assert len(rows_of(crew, "backup")) == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told_apart(pc: Machine) -> None:
    pc.backups.mkdir(mode=0o500)
    with open_at(pc, "07:45", 1) as (_, night):
        night.look()
    assert state_of(pc.settings).word == "folder_refused"


@pytest.mark.skipif(shutil.which("mount") is None, reason="no disk can be mounted here")
def test_a_full_disk_is_told_apart(pc: Machine, tmp_path: Path) -> None:
    small = tmp_path / "small"
    with small_disk(small):
        pc.settings = replace(pc.settings, backup_dir=small)
        with open_at(pc, "07:45", 1) as (_, night):
            night.look()
        assert state_of(pc.settings).word == "disk_full"
        assert made(pc, small) == []


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """A disk of a few kilobytes, mounted for the block; skipped where nobody may mount one."""
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8k", "pst-small", folder], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        folder.rmdir()
        pytest.skip("no disk can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)
        folder.rmdir()


def test_two_servers_of_one_folder_make_one_backup(pc: Machine) -> None:
    with open_at(pc, "07:45", 1) as (crew, night):
        other = Night(crew.parts)
        beside = Thread(target=other.look)
        beside.start()
        night.look()
        beside.join()
        assert len(made(pc)) == 1
        assert state_of(pc.settings).word is None


def test_keys_that_could_not_be_written_anew_are_written_when_their_folder_is_back(pc: Machine, tmp_path: Path) -> None:
    stick, drawer = tmp_path / "stick", tmp_path / "drawer"
    pc.backup(stick, now=moment("06:00", FRIDAY).astimezone(UTC))
    pc.backup(now=moment("06:00", FRIDAY).astimezone(UTC))
    stick.rename(drawer)
    with open_at(pc, "07:45", 1) as (crew, night):
        ticket = crew.take("K")
        crew.desk(None).write_guest_book(ticket.id, Said(answers=RAHMI))
        crew.parts.keys_changed = lambda: _as_the_server_does(pc, crew)
        crew.desk("sari").erase_visitor(ticket.id)
        assert state_of(pc.settings).keys_stale
        night.look()
        drawer.rename(stick)
        crew.clock.passes(minutes=16)
        night.look()
        assert not state_of(pc.settings).keys_stale
    assert pc.keyring(stick).made_at == moment("08:01", FRIDAY)


def _as_the_server_does(pc: Machine, crew: Company) -> None:
    keys_written_anew(pc.settings, crew.parts.clock.now())

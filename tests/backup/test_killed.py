"""Killed at any touch of the disk, a backup or a restore leaves the old state or the new one."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from shared.backup.places import backups_in
from tests.backup.machine import Machine
from tests.running import ROOT

SOME = 20
"""Touches of the disk that either of them needs at the least."""
STRIDES = pytest.mark.parametrize("stride", [3, pytest.param(1, marks=pytest.mark.long)])
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no fork there")


def killed(tmp_path: Path, machine: Machine, work: str, **orders: object) -> int:
    """How often it was killed before it was done."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    given = {"work": work, "data_dir": str(machine.data_dir), "scratch": str(scratch), **orders}
    command = [sys.executable, "-m", "tests.backup.killed", json.dumps(given)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert ended.returncode == 0, ended.stderr
    return int(ended.stdout)


@STRIDES
def test_a_killed_backup_leaves_no_half_one_and_the_next_sweeps_what_is_left(
    pc: Machine, tmp_path: Path, stride: int
) -> None:
    assert killed(tmp_path, pc, "backup", stride=stride) > SOME
    assert len(backups_in(pc.backups)) >= 1
    unfinished = [file.name for file in pc.data_dir.rglob(".*")]
    assert unfinished == []


@STRIDES
def test_a_killed_restore_leaves_the_database_before_or_the_one_restored(
    pc: Machine, tmp_path: Path, stride: int
) -> None:
    file = pc.backup().file
    with pc.at_work() as crew:
        crew.take("K")
    before = tmp_path / "before.db"
    shutil.copyfile(pc.data_dir / "pst.db", before)
    assert killed(tmp_path, pc, "restore", stride=stride, file=str(file), before=str(before)) > SOME
    assert pc.answers()[0]["name"].startswith("ZZKANARI")

"""The hands of somebody who checks a pack: with the command, or with what it calls."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from shared.cli import pst
from shared.evidence import check_pack
from shared.evidence.checking import PackReport
from tests.proof.resigned import Contents, packed


def fsck(file: Path, *more: str) -> Result:
    return CliRunner().invoke(pst, ["fsck", "--evidence", str(file), "--database-url", "sqlite:////nowhere", *more])


def found(contents: Contents, folder: Path) -> PackReport:
    return check_pack(packed(contents, folder / "changed.zip"))


def kinds(report: PackReport) -> set[str]:
    return {kind for kind, _ in report.violations}


def one_line(file: Path) -> str:
    told = fsck(file)
    assert (told.exit_code, told.stdout) == (2, ""), told.output
    assert told.stderr.startswith("pst: ")
    assert told.stderr.count("\n") == 1
    return str(told.stderr)

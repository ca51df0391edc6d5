"""What a chain cannot prove alone, the live journal beside it does; another office's journal says nothing of it."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from shared.cli import pst
from shared.evidence.journal_cells import COLUMNS
from shared.evidence.layout import JOURNAL, MANIFEST
from tests.proof.evidence.inspector import found, fsck, kinds
from tests.proof.resigned import Contents, packed
from tests.web.front import Front


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

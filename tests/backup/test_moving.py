"""From one kind of database to the other and back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert

from shared.backup import BackupError
from shared.database import OfficeRecords, tables
from shared.database.fsck import check
from tests.backup.conftest import lived_in
from tests.backup.machine import OFFICE, Machine, morning, with_secret


def test_a_postgresql_that_is_not_empty_is_never_replaced(fresh_url: Callable[[str], str], tmp_path: Path) -> None:
    server = lived_in(Machine(with_secret(tmp_path), fresh_url("postgresql")))
    file, rows = server.backup().file, server.rows()
    for replace_it in (False, True):
        with pytest.raises(BackupError, match="is not empty: restore into an empty one"):
            server.restore(file, replace=replace_it)
    assert server.rows() == rows


def test_from_postgresql_to_sqlite_and_back_every_row_is_kept(
    fresh_url: Callable[[str], str], tmp_path: Path, new_pc: Machine
) -> None:
    server = Machine(with_secret(tmp_path), fresh_url("postgresql"))
    with server.at_work() as crew:
        morning(crew)
        crew.parts.database.writing(OFFICE, _merge_institutions)
        closed = crew.desk("sari").close_office(date(2026, 12, 1), date(2026, 12, 2), "Rapat kerja daerah")
        crew.desk("sari").take_back_change(closed)
        crew.desk("sari").confirm_year(2027, "SKB 3 Menteri Tahun 2026")
    rows = server.rows()
    new_pc.restore(server.backup().file, code=server.codes[0])
    assert new_pc.rows() == rows
    back = new_pc.backup().file
    emptied = Machine(tmp_path / "server", fresh_url("postgresql"))
    emptied.restore(back, code=server.codes[0])
    assert emptied.rows() == rows
    with emptied.at_work() as crew:
        morning(crew)  # the next numbers of rows are free
        assert crew.take("K").label == "K-007"
    assert check(emptied.url).violations == []


def _merge_institutions(records: OfficeRecords) -> None:
    """Each into a later one, as a manager may."""
    links = {900: None, 7: 8, 8: 900}
    rows = [
        {"id": number, "office": OFFICE, "name": b"x", "spelling_mark": str(number), "merged_into": into}
        for number, into in links.items()
    ]
    records._connection.execute(insert(tables.institution).values(rows))

"""`pst due`: the last day of a promise, from its days or from its channel, and when silence closes a conversation."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shared.cli.due import due
from shared.database import Database
from tests.cast import busy_pekanbaru, company


def pst_due(*asked: str) -> Result:
    return CliRunner().invoke(due, asked)


def test_the_contract_s_own_example() -> None:
    told = pst_due("--office", "kota-pekanbaru", "--received", "2026-03-17", "--days", "3")
    assert (told.exit_code, told.stdout) == (0, "2026-03-27\n")
    assert "2026-03-18\tholiday" in told.stderr


@pytest.mark.parametrize(
    ("office", "channel", "ends"),
    [
        ("kepulauan-riau", "whatsapp", "2026-11-27"),
        ("kota-kediri", "email", "2026-11-24"),
        ("kota-kediri", "halopst", "2026-11-23"),
        ("jambi", "pst_online", "2026-11-25"),
        ("maluku-utara", "whatsapp", "2026-11-25"),
    ],
)
def test_an_office_promises_so_many_days_on_each_of_its_channels(office: str, channel: str, ends: str) -> None:
    told = pst_due("--office", office, "--received", "2026-11-20", "--channel", channel)
    assert told.stdout == f"{ends}\n"
    assert "2026-11-21\tweekend" in told.stderr


def test_a_silence_closes_at_a_moment_and_is_reminded_of_before() -> None:
    told = pst_due("--office", "kepulauan-riau", "--silent-since", "2026-11-20T16:40")
    assert told.stdout == "2026-11-21T16:40+07:00\n"
    assert "reminder\t2026-11-21T10:40+07:00" in told.stderr


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--office", "jambi"), "give the day of receipt"),
        (("--office", "jambi", "--received", "2026-11-20"), "give the working days"),
        (
            ("--office", "jambi", "--received", "2026-11-20", "--channel", "email"),
            "its channels are pst_online, whatsapp",
        ),
        (("--office", "kota-kediri", "--received", "2026-11-20", "--channel", "telephone"), "serve at once"),
        (("--office", "kota-kediri", "--silent-since", "2026-11-20T16:40"), "closes no conversation for silence"),
        (("--office", "atlantis", "--received", "2026-11-20", "--days", "3"), "there is no office atlantis"),
    ],
)
def test_what_cannot_be_counted_is_said_in_one_line(asked: tuple[str, ...], said: str) -> None:
    told = pst_due(*asked)
    assert told.exit_code != 0
    assert said in str(told.exception)


PEKANBARU = ("--office", "kota-pekanbaru", "--days", "1", "--received")


def test_what_the_head_of_the_office_entered_counts(url: str, tmp_path: Path) -> None:
    database = Database(url)
    sari = company(database, tmp_path, busy_pekanbaru()).desk("sari")
    sari.close_office(date(2026, 11, 20), date(2026, 11, 20), "Rapat kerja daerah")
    sari.confirm_year(2028, "SKB 3 Menteri Tahun 2027")
    database.close()
    told = pst_due(*PEKANBARU, "2026-11-19", "--database-url", url)
    assert told.stdout == "2026-11-23\n"
    assert "2026-11-20\tclosure\tRapat kerja daerah" in told.stderr
    assert "joint leave" not in pst_due(*PEKANBARU, "2028-01-04", "--database-url", url).stderr


def test_without_a_database_the_state_s_list_is_enough(tmp_path: Path) -> None:
    file = tmp_path / "nothing" / "pst.db"
    told = pst_due(*PEKANBARU, "2026-11-19", "--database-url", f"sqlite:///{file}")
    assert (told.exit_code, told.stdout) == (0, "2026-11-20\n")
    assert not file.parent.exists()
    unsure = pst_due(*PEKANBARU, "2028-01-04", "--database-url", f"sqlite:///{file}")
    assert "the joint leave of 2028 is not decreed yet" in unsure.stderr


def test_a_database_that_cannot_be_read_is_said_and_the_date_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "pst.db"
    broken.write_bytes(b"this is no database, but a letter" * 40)
    told = pst_due(*PEKANBARU, "2026-11-19", "--database-url", f"sqlite:///{broken}")
    assert (told.exit_code, told.stdout) == (0, "2026-11-20\n")
    assert "calendar cannot be read" in told.stderr
    nobody = "postgresql://127.0.0.1:1/nobody?connect_timeout=1"
    assert pst_due(*PEKANBARU, "2026-11-19", "--database-url", nobody).stdout == "2026-11-20\n"

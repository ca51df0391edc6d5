"""`pst due`: the last day of a promise, from its days or from its channel, and when silence closes a conversation."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from shared.cli.due import due


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

"""What an office connects stands in a file of its own; a mistake is named in one line and no secret is repeated."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.channels import connections_in
from shared.channels.connections import ConnectionsError

MAILBOX = """
[kota-kediri.email]
address = "bps3571@example.com"
imap = "imaps://imap.example.com"
smtp = "smtp+starttls://smtp.example.com:587"
user = "bps3571"
password = "ZZRAHASIA"
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "channels.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_nothing_is_connected(tmp_path: Path) -> None:
    assert connections_in(tmp_path / "channels.toml") == {}


def test_an_office_connects_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    found = connections_in(written(tmp_path, MAILBOX))["kota-kediri"]
    assert found.email is not None
    assert found.email.address == "bps3571@example.com"
    assert found.whatsapp is None


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("imaps://", "pop3://"), "[kota-kediri.email]: imap must look like imaps://host"),
        (("example.com:587", "example.com:post"), "[kota-kediri.email]: smtp must look like smtps://host"),
        (('user = "bps3571"', ""), "missing 1 required keyword-only argument: 'user'"),
        (("user =", "usr ="), "unexpected keyword argument 'usr'"),
        ((".email]", ".telegram]"), "there are email and whatsapp, not telegram"),
        (('user = "', "user = "), "channels.toml: "),
    ],
)
def test_a_mistake_is_named_and_no_secret_is(tmp_path: Path, change: tuple[str, str], says: str) -> None:
    with pytest.raises(ConnectionsError) as error:
        connections_in(written(tmp_path, MAILBOX.replace(*change)))
    assert says in str(error.value)
    assert "ZZRAHASIA" not in str(error.value)
    assert "\n" not in str(error.value)

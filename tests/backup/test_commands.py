"""`pst backup` beside a running server, `pst restore` instead of one; what cannot be done is one line."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running import Caller, Server, prepared, running

VISITOR = {"name": "ZZKANARI Rahmi", "phone": "0899-0000-0001", "email": "kanari@example.com", "birth_year": 2003}
CODE = re.compile(r"^    ((?:[0-9A-Z]{4} ){14}[0-9A-Z]{2})$", re.MULTILINE)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A running server with one visitor, and its first backup made."""
    with running() as started:
        kiosk = started.token("kiosk")
        started.post("/kiosk/tickets", {"service": "K"}, kiosk, key="first")
        assert started.post("/kiosk/guestbook", {"answers": VISITOR}, kiosk).status == 201
        yield started


@pytest.fixture(scope="module")
def first(server: Server) -> str:
    """What the first backup printed."""
    told = server.pst("backup")
    assert told.returncode == 0, told.stderr
    assert told.stderr == ""
    return told.stdout


def newest(server: Server) -> str:
    return str(max((server.data_dir / "backups").glob("pst-*.age")))


def code_in(text: str) -> str:
    found = CODE.search(text)
    assert found
    return found[1]


def complaint(server: Server, *arguments: str) -> str:
    """The one line on stderr of a command that did nothing."""
    told = server.pst(*arguments)
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (1, "", 1), told
    assert told.stderr.startswith("pst: ")
    return told.stderr


def test_the_first_backup_prints_the_code_with_what_to_do_in_both_languages_and_later_ones_do_not(
    server: Server, first: str
) -> None:
    assert "di kertas dan simpan di luar PC kantor" in first
    assert "on paper and keep it outside the office's PC" in first
    code = code_in(first)
    again = server.pst("backup")
    assert code not in again.stdout
    assert re.fullmatch(
        r"\S+\.age: \d+ bytes in \d+\.\d s, 1 office, \d+ journal rows, read back and checked\n", again.stdout
    )


def test_visitors_take_numbers_while_a_backup_is_made(server: Server, first: str) -> None:
    over, answers = threading.Event(), list[int]()

    def press(caller: Caller) -> None:
        while not over.is_set():
            answers.append(caller.post("/kiosk/tickets", {"service": "K"}, key=f"beside {len(answers)}").status)

    presser = threading.Thread(target=press, args=[server.caller(server.token("officer"))])
    presser.start()
    try:
        told = server.pst("backup")
    finally:
        over.set()
        presser.join()
    assert told.returncode == 0, told.stderr
    assert set(answers) == {201}
    assert server.pst("fsck").returncode == 0


def test_a_restore_is_refused_while_a_server_runs(server: Server, first: str) -> None:
    assert "PST sudah berjalan" in complaint(server, "restore", newest(server), "--replace")


def test_it_is_refused_too_where_the_server_has_another_database(server: Server, first: str, tmp_path: Path) -> None:
    elsewhere = f"sqlite:///{tmp_path / 'other.db'}"  # as on PostgreSQL, no lock of a file tells of the server
    assert "PST sedang berjalan" in complaint(server, "restore", newest(server), "--database-url", elsewhere)
    assert not (tmp_path / "other.db").exists()


def test_on_a_new_machine_the_restored_server_goes_on_where_the_backup_ends(server: Server, first: str) -> None:
    token, taken = server.token("kiosk"), {"service": "K"}
    ticket = server.post("/kiosk/tickets", taken, token, key="last before")
    assert server.pst("backup").returncode == 0
    with prepared() as other:
        told = other.pst("restore", newest(server), "--code", code_in(first))
        assert told.returncode == 0, told.stderr
        assert "kota-pekanbaru: " in told.stdout.splitlines()[0]
        assert "; 0 visitors erased since stay erased" in told.stdout
        other.start()
        assert other.post("/kiosk/tickets", taken, token, key="last before").data["id"] == ticket.data["id"]
        assert other.post("/kiosk/tickets", taken, token, key="after").data["id"] == ticket.data["id"] + 1


def test_what_cannot_be_restored_is_said_in_one_line_and_nothing_is_changed(
    server: Server, first: str, tmp_path: Path
) -> None:
    good, bent, short = newest(server), tmp_path / "bent.age", tmp_path / "short.age"
    data = bytearray(Path(good).read_bytes())
    short.write_bytes(data[:-100])
    data[-100] ^= 1
    bent.write_bytes(data)
    with prepared() as other:
        assert "give the recovery code" in complaint(other, "restore", good)
        assert "no recovery code" in complaint(other, "restore", good, "--code", "ABCD EFGH")
        wrong = code_in(first)[::-1]
        assert "no recovery code" in complaint(other, "restore", good, "--code", wrong)
        assert "damaged" in complaint(other, "restore", str(bent), "--code", code_in(first))
        assert "damaged" in complaint(other, "restore", str(short), "--code", code_in(first))
        assert "there is no file" in complaint(other, "restore", str(tmp_path / "none"), "--code", code_in(first))
        assert not (other.data_dir / "pst.db").exists()
        assert not (other.data_dir / "secret.key").exists()


def test_where_there_is_no_database_no_code_is_given_out(tmp_path: Path) -> None:
    with prepared() as other:
        assert "there is no database at" in complaint(other, "backup")
        assert not (other.data_dir / "backup.key").exists()


def test_nothing_personal_is_printed_or_logged_or_lies_in_the_folder(server: Server, first: str) -> None:
    told = server.pst("backup")
    folder = server.data_dir / "backups"
    everything = [told.stdout.encode(), first.encode(), server.log().encode()]
    everything += [file.read_bytes() for file in folder.iterdir()]
    for word in (b"ZZKANARI", b"0899-0000", b"089900000001", b"kanari@"):
        assert not any(word in said for said in everything)

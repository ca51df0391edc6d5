"""One server on one SQLite file; every other command works beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.running import OFFICE, Server, free_port, prepared, running


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as started:
        yield started


def test_a_second_server_on_the_same_file_is_refused_in_one_sentence(server: Server) -> None:
    second = server.pst("run", "--port", str(free_port()))
    assert second.returncode not in (0, None)
    assert second.stdout == ""
    assert second.stderr.count("\n") == 1
    assert "PST sudah berjalan" in second.stderr
    assert server.get("//healthz").status == 200


def test_fsck_works_beside_a_running_server(server: Server) -> None:
    answer = server.post("/kiosk/tickets", {"service": "K"}, server.token("kiosk"))
    assert answer.status == 201
    looked = server.pst("fsck")
    assert looked.returncode == 0, looked.stderr
    assert "0 violations" in looked.stdout


def test_a_token_made_beside_a_running_server_is_good_at_once(server: Server) -> None:
    made = server.pst("token", "create", "--office", OFFICE, "--role", "manager")
    assert made.returncode == 0, made.stderr
    assert made.stderr == ""
    token = made.stdout.strip()
    assert made.stdout == f"{token}\n"
    assert server.get("/counter/queue", token).status == 200


def test_staff_added_beside_a_running_server_can_sign_in_at_once(server: Server) -> None:
    who = ["--name", "Rina Sari", "--login", "rina", "--role", "officer", "--password", "kata sandi rina"]
    added = server.pst("staff", "add", "--office", OFFICE, *who)
    assert added.returncode == 0, added.stderr
    signed_in = server.post("/counter/sign-in", {"login": "rina", "password": "kata sandi rina"})
    assert signed_in.status == 200, signed_in.data
    assert "rina" in server.pst("staff", "list", "--office", OFFICE).stdout


def test_a_verb_refused_by_the_running_server_is_one_line_on_stderr(server: Server) -> None:
    refused = server.pst("token", "create", "--office", "kantor-lain", "--role", "kiosk")
    assert refused.returncode == 1
    assert refused.stdout == ""
    assert refused.stderr.count("\n") == 1
    assert "unknown_office" in refused.stderr


def test_after_kill_9_the_file_is_free_at_once() -> None:
    with running() as server:
        server.kill()
        token = server.pst("token", "create", "--office", OFFICE, "--role", "kiosk")
        assert token.returncode == 0, token.stderr
        server.start()
        assert server.post("/kiosk/tickets", {"service": "K"}, token.stdout.strip()).status == 201


def test_after_kill_9_fsck_reads_what_is_there_without_a_server() -> None:
    with running() as server:
        server.post("/kiosk/tickets", {"service": "K"}, server.token("kiosk"))
        server.kill()
        looked = server.pst("fsck")
        assert looked.returncode == 0, looked.stderr
        assert looked.stdout.startswith("1 tickets")


def test_a_server_that_is_asked_to_stop_ends_well_and_tidies_up() -> None:
    with prepared() as server:
        server.start()
        process = server.process
        server.stop()
        assert process.returncode == 0
        assert not (server.data_dir / "control.sock").exists()
        assert not (server.data_dir / "pst.db-wal").exists()  # everything is in the one file

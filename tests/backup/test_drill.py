"""The drill: real servers, a day at the desk, a night, an erasure, and another machine that goes on."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from shared.database import tables
from tests.backup.machine import CANARY, Machine, morning
from tests.backup.test_commands import code_in
from tests.cast import HandClock
from tests.running import Server, prepared, until

MOST_SECONDS = 1.0
"""No press at the desk takes longer, whatever is made beside it."""
WITHIN = 120.0
VISITORS = [{"name": f"{CANARY} {name}", "phone": f"0899-0000-00{nth}0"} for nth, name in enumerate(["Adi", "Budi"])]


@contextmanager
def with_a_day_behind_it() -> Iterator[Server]:
    """A server that was off for two nights; it is not started yet."""
    with prepared() as server:
        machine = Machine(server.data_dir)
        with machine.at_work(HandClock(datetime.now(UTC) - timedelta(days=2))) as crew:
            morning(crew)
        yield server


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with with_a_day_behind_it() as started:
        started.start()
        yield started


def backups(server: Server) -> list[Path]:
    return sorted((server.data_dir / "backups").glob("pst-*.age"))


def facts(data_dir: Path, move: str) -> list[dict[str, Any]]:
    """What the journal keeps of this."""
    row = tables.journal.c
    told = select(row.facts).where(row.move == move).order_by(row.seq)
    with Machine(data_dir).opened() as database:
        return list(database.inspect(lambda connection: list(connection.execute(told).scalars())))


def visit(server: Server, said: dict[str, str]) -> int:
    """A visitor takes a number, writes into the guest book and is served; the ticket."""
    kiosk, officer = server.token("kiosk"), server.token("officer")
    ticket = server.post("/kiosk/tickets", {"service": "K"}, kiosk).data
    body = {"ticket": ticket["token"], "answers": said}
    assert server.post("/kiosk/guestbook", body, kiosk).status == 201
    for verb in ("call-next", "start", "finish"):
        assert server.post(f"/counter/1/{verb}", {}, officer).status == 200
    return int(ticket["id"])


def test_the_night_that_was_missed_is_made_up_for_while_the_desk_works_on(server: Server) -> None:
    desk, taken = server.caller(server.token("officer")), list[float]()
    ends = time.monotonic() + WITHIN
    while not facts(server.data_dir, "backup"):
        assert time.monotonic() < ends, server.log()
        began = time.monotonic()
        assert desk.post("/kiosk/tickets", {"service": "K"}).status == 201
        taken.append(time.monotonic() - began)
    assert max(taken) < MOST_SECONDS
    [file] = backups(server)
    [told] = facts(server.data_dir, "backup")
    assert (told["file"], told["by"]) == (file.name, "night")
    live = server.get("/counter/live", server.token("manager")).data
    assert live["backup"]["care"] == "no_code"
    server.restart()
    assert server.get("/counter/live", server.token("manager")).data["backup"] == live["backup"]


def test_after_the_drill_the_office_goes_on_elsewhere_and_whoever_was_erased_stays_erased(server: Server) -> None:
    while server.post("/counter/1/call-next", {}, server.token("officer")).status == 200:  # whoever waits goes first
        for verb in ("start", "finish"):
            server.post(f"/counter/1/{verb}", {}, server.token("officer"))
    tickets = [visit(server, said) for said in VISITORS]
    told = server.pst("backup")
    assert told.returncode == 0, told.stderr
    file = backups(server)[-1]
    assert facts(server.data_dir, "backup")[-1]["by"] == "command"
    visit(server, {"name": f"{CANARY} Cici"})
    erased = server.post(f"/counter/tickets/{tickets[0]}/rights/erase", {}, server.token("manager"))
    assert erased.status == 200
    server.kill()
    with prepared() as other:
        restored = other.pst("restore", str(file), "--code", code_in(told.stdout))
        assert (restored.returncode, restored.stderr) == (0, "")
        assert "; 1 visitor erased since stay erased" in restored.stdout
        clean = other.pst("fsck")
        assert clean.returncode == 0, clean.stdout
        names = [answers.get("name") for answers in Machine(other.data_dir).answers()]
        assert names[-2:] == [None, VISITORS[1]["name"]]
        [kept] = facts(other.data_dir, "restore")
        assert (kept["file"], kept["lost"], kept["erased"]) == (file.name, 0, 1)
        other.start()
        assert other.post("/kiosk/tickets", {"service": "K"}, server.token("kiosk")).status == 201
        until(lambda: facts(other.data_dir, "backup")[-1]["by"] == "night", WITHIN)  # a new machine makes its own
        assert other.pst("fsck").returncode == 0
        for log in (server.log(), other.log(), restored.stdout, told.stdout):
            assert CANARY not in log


def test_a_restore_says_in_words_what_the_database_has_beyond_the_backup(server: Server) -> None:
    file = backups(server)[-1]
    told = server.pst("restore", str(file), "--replace")
    assert told.returncode == 0, told.stderr
    lost = re.search(r": \d+ journal rows in the backup; lost: the (\d+) that came after it, (.+)", told.stdout)
    assert lost
    assert lost[2] == "among them 1 number taken, 1 step of the guest book, 1 visitor served"
    [kept] = facts(server.data_dir, "restore")
    assert kept["lost"] == int(lost[1])
    assert server.pst("fsck").returncode == 0


def test_a_new_code_is_printed_once_and_opens_what_was_made_before(server: Server) -> None:
    older = backups(server)[0]
    told = server.pst("backup", "--new-code")
    assert (told.returncode, told.stderr) == (0, "")
    code = code_in(told.stdout)
    assert code not in server.pst("backup").stdout
    with prepared() as other:
        restored = other.pst("restore", str(older), "--code", code)
        assert restored.returncode == 0, restored.stderr
        assert other.pst("fsck").returncode == 0
    assert "another recovery code" in server.pst("backup", "--help").stdout

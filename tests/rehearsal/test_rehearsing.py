"""A busy day at a running office: real server, real tokens, real HTTP."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator

import pytest

from tests.running import OFFICE, PST, ROOT, Server, running, until

DAY = ("--hours", "0.5", "--visitors", "6", "--speed", "900", "--office", OFFICE)


@pytest.fixture(scope="module")
def office() -> Iterator[Server]:
    """An office in rehearsal."""
    with running() as server:
        yield server


def figures(printed: str) -> dict[str, str]:
    """The table at the end: name and value."""
    return {line[:16].strip(): line[16:].strip() for line in printed.splitlines() if line[16:].strip()}


def active_tokens(server: Server) -> list[str]:
    """The names of tokens that still let somebody in."""
    listed = server.pst("token", "list", "--office", OFFICE).stdout.splitlines()
    return [line.split("\t")[3] for line in listed if line.split("\t")[2] == "active"]


def test_a_rehearsal_serves_everybody_and_leaves_no_token_behind(office: Server) -> None:
    ended = office.pst("simulate", "--url", office.url, *DAY)
    assert ended.returncode == 0, ended.stderr
    seen = figures(ended.stdout)
    came, served, left = (int(seen[name]) for name in ("visitors", "served", "left"))
    assert came == 6
    assert 0 < served <= came - left
    assert int(seen["kept"]) + int(seen["missed"]) + int(seen["called in time"]) >= served
    assert [name for name in active_tokens(office) if "Latihan" in name] == []
    checked = office.pst("fsck")
    assert checked.returncode == 0, checked.stdout


def test_nobody_sits_at_a_counter_when_it_is_over(office: Server) -> None:
    office.pst("simulate", "--url", office.url, *DAY, "--seed", "2")
    line = office.get("/counter/queue", office.token("manager", name="looks")).data
    assert [(desk["officer"], desk["ticket"]) for desk in line["counters"]] == [(None, None), (None, None)]
    assert (line["waiting"], line["on_hold"]) == ([], [])


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_stopped_half_way_it_tells_how_far_it_came_and_gives_its_tokens_back(
    office: Server, how: signal.Signals
) -> None:
    slow = [*PST, "simulate", "--url", office.url, "--office", OFFICE, "--speed", "60", "--visitors", "200"]
    process = subprocess.Popen(
        slow, env=office.environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    until(lambda: any("Latihan" in name for name in active_tokens(office)))
    assert process.stderr is not None
    assert "0:00" in process.stderr.readline()  # it plays
    process.send_signal(how)
    printed, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "visitors" in figures(printed)
    assert "Traceback" not in said
    assert [name for name in active_tokens(office) if "Latihan" in name] == []


def test_tokens_from_elsewhere_are_used_and_kept(office: Server) -> None:
    brought = office.token("kiosk", "officer", "manager", name="brought")
    ended = office.pst("simulate", "--url", office.url, *DAY, "--officers", "1", "--visitors", "3", "--token", brought)
    assert ended.returncode == 0, ended.stderr
    assert figures(ended.stdout)["visitors"] == "3"
    assert "brought" in active_tokens(office)


def test_a_token_that_opens_nothing_is_said_in_one_line(office: Server) -> None:
    refused = office.pst("simulate", "--url", office.url, *DAY, "--officers", "1", "--token", "none of yours")
    assert refused.returncode == 1
    [line] = refused.stderr.splitlines()
    assert "does not accept the token" in line


def test_a_real_office_is_refused_in_one_line_before_anything_is_written() -> None:
    with running(PST_ALWAYS_OPEN="0") as real:
        refused = real.pst("simulate", "--url", real.url, *DAY)
        assert refused.returncode == 1
        [line] = refused.stderr.splitlines()
        assert "not in rehearsal" in line
        assert active_tokens(real) == []
        assert real.pst("fsck").stdout.startswith("0 tickets")


@pytest.mark.parametrize(
    ("asked", "about"),
    [
        ([], "--url"),
        (["--url", "ftp://office"], "--url"),
        (["--url", "http://127.0.0.1:9"], "does not answer"),
        (["--compare", "1,two"], "--compare"),
        (["--url", "http://127.0.0.1:9", "--compare", "1"], "--compare"),
        (["--url", "http://127.0.0.1:9", "--officers", "7"], "--officers"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(office: Server, asked: list[str], about: str) -> None:
    refused = office.pst("simulate", "--office", OFFICE, *asked)
    assert refused.returncode == 1
    [line] = refused.stderr.splitlines()
    assert about in line
    assert refused.stdout == ""

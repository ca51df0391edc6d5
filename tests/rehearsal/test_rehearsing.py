"""A busy day at a running office: real server, real tokens, real HTTP."""

from __future__ import annotations

import re
import signal
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from shared.rehearsal import Rehearsal
from tests.cast import pekanbaru, write_ternate
from tests.running import OFFICE, PST, ROOT, Server, running, until

DAY = ("--hours", "0.5", "--visitors", "6", "--speed", "900", "--office", OFFICE)


@pytest.fixture(scope="module")
def office() -> Iterator[Server]:
    """An office in rehearsal."""
    with running() as server:
        yield server


def figures(printed: str) -> dict[str, str]:
    """The table at the end: name and value."""
    return {name.strip(): value for name, value in re.findall(r"^(.+?) {2,}(\S+)$", printed, re.MULTILINE)}


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
    assert served <= int(seen["kept"]) + int(seen["missed"]) + int(seen["called in time"]) <= came
    assert int(seen["kept"]) <= served
    assert seen["taken out of the line at the end"] == "0"
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
    seen = figures(printed)
    in_line = int(seen["visitors"]) - int(seen["served"]) - int(seen["left"])
    assert 0 <= int(seen["taken out of the line at the end"]) <= in_line
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


def test_visitors_who_still_wait_for_a_trainee_when_it_is_stopped_are_counted_apart_from_those_who_left(
    office: Server,
) -> None:
    nobody_plays = [*PST, "simulate", "--url", office.url, *DAY, "--officers", "none", "--speed", "120"]
    process = subprocess.Popen(
        nobody_plays, env=office.environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    looks = office.token("manager", name="looks")
    until(lambda: len(office.get("/counter/queue", looks).data["waiting"]) >= 3)
    process.send_signal(signal.SIGINT)
    printed, said = process.communicate(timeout=30)
    assert process.returncode == 130, said
    seen = figures(printed)
    came, left, taken_out = (int(seen[name]) for name in ("visitors", "left", "taken out of the line at the end"))
    assert (seen["served"], came) == ("0", left + taken_out)
    assert taken_out > 0


@pytest.mark.parametrize(("speed", "every"), [(1, timedelta(seconds=30)), (900, timedelta(minutes=30))])
def test_it_tells_how_it_goes_each_half_hour_and_never_less_than_each_half_minute_of_life(
    speed: float, every: timedelta
) -> None:
    day = Rehearsal(url="", office=pekanbaru(), counters=[], speed=speed, visitors=1, hours=1, seed=1)
    assert day.tells_every == every


def test_a_real_office_is_refused_in_one_line_before_anything_is_written() -> None:
    with running(PST_ALWAYS_OPEN="0") as real:
        refused = real.pst("simulate", "--url", real.url, *DAY)
        assert refused.returncode == 1
        [line] = refused.stderr.splitlines()
        assert "not in rehearsal" in line
        assert active_tokens(real) == []
        assert real.pst("fsck").stdout.startswith("0 tickets")


@pytest.mark.parametrize(
    ("path", "code", "about"),
    [
        ("/somewhere", OFFICE, "there is no such address"),
        (f"/{OFFICE}", OFFICE, "there is no such address"),
        ("", "ternate", "does not serve ternate"),
        ("", "nowhere", "there is no office nowhere"),
    ],
)
def test_what_is_not_there_is_told_from_what_is_not_in_rehearsal(
    office: Server, tmp_path: Path, path: str, code: str, about: str
) -> None:
    write_ternate(tmp_path)
    asked = ("--url", office.url + path, "--office", code, "--offices-dir", str(tmp_path))
    refused = office.pst("simulate", *asked)
    assert refused.returncode == 1
    [line] = refused.stderr.splitlines()
    assert about in line
    assert "rehearsal" not in line


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

"""Several programs on one PostgreSQL database, without any server between them."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

import psycopg

from shared.database.fsck import check
from shared.domain.staff import Role
from shared.front_desk import FrontDesk, operator
from tests.proof.clerk import parts_for
from tests.proof.conftest import NewDatabase
from tests.proof.crowd import at_once
from tests.proof.ledger import calls_in, holes_and_doubles, journal_of, out_of_order
from tests.running import OFFICE, ROOT

PATIENCE_SECONDS = 120.0
VISITORS = 200


@contextmanager
def clerk(orders: Mapping[str, Any]) -> Iterator[subprocess.Popen[str]]:
    """A process that stands ready; it begins when it is told to, and is ended with the block."""
    command = [sys.executable, "-m", "tests.proof.clerk"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    too_long = threading.Timer(PATIENCE_SECONDS, process.kill)
    too_long.start()
    try:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(orders) + "\n")
        process.stdin.flush()
        assert process.stdout.readline() == "ready\n"
        yield process
    finally:
        too_long.cancel()
        process.kill()
        process.communicate()


def answers_of(processes: list[subprocess.Popen[str]]) -> list[list[str]]:
    """Let all begin together, and give what each did."""

    def work(process: subprocess.Popen[str]) -> list[str]:
        out, _ = process.communicate("go\n", timeout=PATIENCE_SECONDS)
        assert process.returncode == 0
        answer: list[str] = json.loads(out)
        return answer

    return at_once(work, processes)


def orders_for(url: str, folder: Path) -> dict[str, Any]:
    """An empty database with the product's tables, and an officer's token."""
    orders = {"url": url, "folder": str(folder)}
    parts = parts_for(orders)
    desk = FrontDesk(parts, parts.offices[OFFICE], operator(OFFICE))
    roles = frozenset({Role.KIOSK, Role.OFFICER})
    orders["token"], orders["second_token"] = desk.create_token(roles), desk.create_token(roles)
    parts.database.close()
    return orders


def test_twenty_takers_in_four_processes_get_twenty_consecutive_numbers(
    new_database: NewDatabase, tmp_path: Path
) -> None:
    orders = orders_for(new_database(), tmp_path) | {"work": "take", "times": 5}
    with clerk(orders) as a, clerk(orders) as b, clerk(orders) as c, clerk(orders) as d:
        numbers = chain.from_iterable(answers_of([a, b, c, d]))
    assert sorted(numbers) == [f"K-{n:03d}" for n in range(1, 21)]
    assert check(orders["url"]).violations == []


def test_two_counters_in_two_processes_never_get_the_same_visitor(new_database: NewDatabase, tmp_path: Path) -> None:
    """Two more processes give the numbers meanwhile; nobody is passed by."""
    orders = orders_for(new_database(), tmp_path)
    kiosk = orders | {"work": "take", "times": VISITORS // 2}
    counter = orders | {"work": "serve", "visitors": VISITORS}
    second = counter | {"counter": 2, "token": orders["second_token"]}
    with clerk(kiosk) as a, clerk(kiosk) as b, clerk(counter | {"counter": 1}) as one, clerk(second) as two:
        taken_here, taken_there, served_here, served_there = answers_of([a, b, one, two])
    everybody = sorted(taken_here + taken_there)
    assert sorted(served_here + served_there) == everybody
    assert served_here
    assert served_there
    assert len(everybody) == VISITORS
    assert holes_and_doubles(everybody) == []
    journal = journal_of(orders["url"], OFFICE)
    assert out_of_order(journal) == []
    assert len(calls_in(journal)) == VISITORS
    assert check(orders["url"]).violations == []


def test_max_plus_one_without_the_office_lock_would_be_caught(new_database: NewDatabase) -> None:
    """The way that many queue programs count; the crowd and the ledger must be able to see that it is wrong."""
    url = new_database()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE naive (number int)")

    def take_naively(times: int) -> list[str]:
        with psycopg.connect(url) as connection:
            return [_count_naively(connection) for _ in range(times)]

    assert holes_and_doubles(chain.from_iterable(at_once(take_naively, [100] * 4)))


def _count_naively(connection: psycopg.Connection[Any]) -> str:
    with connection.transaction():
        row = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM naive").fetchone()
        assert row is not None
        connection.execute("INSERT INTO naive VALUES (%s)", (row[0],))
    return f"K-{row[0]:03d}"

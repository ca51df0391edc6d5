"""One process at work on the database, without any server: `python -m tests.proof.clerk` with its orders on stdin.

The first line is JSON {"url", "folder", "token", "work", "times"}; it answers "ready", waits for a second line, works,
and answers one JSON line. It is what a second program on the same PostgreSQL database would be.
"""

from __future__ import annotations

import json
import sys
import uuid
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from shared.app import build_parts
from shared.domain.refusal import Refusal
from shared.front_desk import FrontDesk, Parts, person_of
from shared.keys import hashed
from shared.settings import Settings
from tests.running import OFFICE

TAKERS_IN_A_PROCESS = 5
GIVES_UP_AFTER = 20_000


def take(desk: Callable[[], FrontDesk], orders: Mapping[str, Any]) -> list[str]:
    """Some takers side by side, each on a thread of its own."""

    def once(_: int) -> str:
        return desk().take("K", "id", priority=False, pages="").label

    with ThreadPoolExecutor(TAKERS_IN_A_PROCESS) as pool:
        return list(pool.map(once, range(int(orders["times"]))))


def serve(desk: Callable[[], FrontDesk], orders: Mapping[str, Any]) -> list[str]:
    """Call, start and finish at one counter until so many numbers were given and nobody waits."""
    counter, served = int(orders["counter"]), list[str]()
    for _ in range(GIVES_UP_AFTER):
        all_given = len(desk().reading(lambda records: records.all_tickets())) >= int(orders["visitors"])
        try:
            ticket = desk().call_next(counter)
        except Refusal as refusal:
            if refusal.key != "nobody_waiting":
                raise
            if all_given:
                return served
            continue
        desk().start(counter, ticket.id)
        desk().finish(counter, ticket.id)
        served.append(ticket.label)
    raise AssertionError("the line never ended")


def parts_for(orders: Mapping[str, Any]) -> Parts:
    """The product's own parts on the given database."""
    folder = Path(orders["folder"])
    settings = Settings(data_dir=folder, database_url=orders["url"], secret_key="x" * 40, always_open=True)
    return build_parts(settings)


def main() -> None:
    """Do what the orders say."""
    orders = json.loads(sys.stdin.readline())
    parts = parts_for(orders)
    known = parts.database.house(lambda house: house.known(hashed(orders["token"])))
    assert known is not None
    person = person_of(known)

    def desk() -> FrontDesk:
        return FrontDesk(parts, parts.offices[OFFICE], person, request_id=uuid.uuid4().hex)

    print("ready", flush=True)  # noqa: T201 # the parent reads it
    sys.stdin.readline()
    answer = {"take": take, "serve": serve}[orders["work"]](desk, orders)
    print(json.dumps(answer), flush=True)  # noqa: T201 # the parent reads it


if __name__ == "__main__":
    main()

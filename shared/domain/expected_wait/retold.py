"""The situations of a day that is over, told again from its journal."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import tzinfo

from shared.domain.expected_wait.situation import Scene, Situation
from shared.domain.journal import JournalRow, rebuild, retell
from shared.domain.office import Counter
from shared.domain.service_target import CounterRoster
from shared.domain.text import Text
from shared.domain.ticket import AT_A_COUNTER

NAMELESS = Text("", "")


def situations(
    rows: Sequence[JournalRow], rosters: Collection[CounterRoster], zone: tzinfo | None
) -> dict[int, Situation]:
    """What each visitor of a day found when they took their number, by ticket. The rows are the day's, oldest first."""
    counters = [Counter(number=r.number, name=NAMELESS, services=tuple(r.services or ())) for r in rosters]
    seated: set[int] = set()
    at_counter: dict[int, int] = {}
    found: dict[int, Situation] = {}
    for row, waiting in retell(rows):
        if row.move == "take" and row.ticket is not None:
            hour = row.at.astimezone(zone).hour
            scene = Scene(counters, list(waiting.values()), seated, set(at_counter.values()), hour)
            found[row.ticket] = scene.of_newcomer(rebuild([row]))
        _follow(row, seated, at_counter)
    return found


def _follow(row: JournalRow, seated: set[int], at_counter: dict[int, int]) -> None:
    """Who sits where, and which ticket is at which counter, after a row."""
    if row.counter is not None and row.move == "take_counter":
        seated.add(row.counter)
    elif row.counter is not None and row.move == "leave_counter":
        seated.discard(row.counter)
    if row.ticket is None or not row.moves_ticket:
        return
    at_counter.pop(row.ticket, None)
    if row.counter is not None and row.to_state in AT_A_COUNTER:
        at_counter[row.ticket] = row.counter

"""The events of a replay file, read one after the other, each understood from those before it."""

from collections.abc import Mapping
from datetime import UTC, datetime

from shared.domain.service_target.day import COUNTER_MOVES, TICKET_MOVES, Step, TicketId
from shared.domain.service_target.journal import UNDOABLE_MOVES
from shared.domain.service_target.written_values import ReplayError, read_time

NEEDS_COUNTER = frozenset({"call", "start"}) | COUNTER_MOVES
IN_LINE, AT_A_COUNTER, GONE = "in line", "at a counter", "gone"
LEADS_TO = {
    **dict.fromkeys(("take", "transfer", "reinstate", "hold", "put_back"), IN_LINE),
    "start": AT_A_COUNTER,
    **dict.fromkeys(("finish", "leave", "cancel", "miss", "expire"), GONE),
}
IMPOSSIBLE = {
    IN_LINE: frozenset({"take", "finish", "reinstate"}),
    AT_A_COUNTER: frozenset({"take", "call", "recall", "start", "miss", "put_back", "reinstate"}),
    GONE: TICKET_MOVES - {"reinstate", "rate", "correct", "guest_book", "undo"},
}


class EventReader:
    """Reads events in order; a file that could not have happened is refused at the first such event."""

    def __init__(self, counter_numbers: Mapping[str, int]) -> None:
        self._counter_numbers = counter_numbers
        self._latest = datetime.min.replace(tzinfo=UTC)
        self._tickets: dict[str, TicketId] = {}
        self._standing: dict[TicketId, str] = {}
        self._undoable: dict[TicketId, list[str]] = {}

    def read(self, written: object) -> list[Step]:
        """The events as steps; ReplayError at the first that cannot be understood."""
        if not isinstance(written, list):
            raise ReplayError(None, "events must be a list")
        return [self._step(index, event) for index, event in enumerate(written)]

    def _step(self, index: int, event: object) -> Step:
        if not isinstance(event, Mapping):
            raise ReplayError(index, "an event must be an object with at, move and ticket")
        move = event.get("move")
        if not isinstance(move, str) or move not in TICKET_MOVES | COUNTER_MOVES:
            raise ReplayError(index, f"no move is called {move!r}")
        at = self._time(index, event.get("at"))
        counter = self._counter(index, event, "counter")
        if counter is None and move in NEEDS_COUNTER:
            raise ReplayError(index, f"{move} must name its counter")
        return Step(
            at,
            move,
            None if move in COUNTER_MOVES else self._ticket(index, move, event.get("ticket")),
            counter,
            _text(index, event, "service"),
            _truth(index, event, "priority", absent=False),
            _truth(index, event, "sounded", absent=True),
            self._counter(index, event, "to_counter"),
        )

    def _time(self, index: int, written: object) -> datetime:
        at = read_time(written, "at", index)
        if at < self._latest:
            raise ReplayError(index, f"{written} is earlier than the event before it")
        self._latest = at
        return at

    def _ticket(self, index: int, move: str, written: object) -> TicketId:
        if isinstance(written, bool) or not isinstance(written, (str, int)):
            raise ReplayError(index, f"{move} must name its ticket")
        if move == "take":
            ticket = self._tickets.setdefault(str(written), written)
        elif str(written) in self._tickets:
            ticket = self._tickets[str(written)]
        else:
            raise ReplayError(index, f"no ticket {written!r} was taken before this {move}")
        self._follow(index, move, ticket)
        return ticket

    def _follow(self, index: int, move: str, ticket: TicketId) -> None:
        """Know where the ticket stands after this move; refuse what cannot be done from where it stood."""
        before = self._standing.get(ticket)
        if before is not None and move in IMPOSSIBLE[before]:
            raise ReplayError(index, f"ticket {ticket!r} is {before}: it cannot {move} now")
        if move == "undo":
            if not self._undoable.get(ticket):
                raise ReplayError(index, f"ticket {ticket!r} has no move that can be undone")
            self._standing[ticket] = self._undoable[ticket].pop()
            return
        if move in UNDOABLE_MOVES and before is not None:
            self._undoable.setdefault(ticket, []).append(before)
        self._standing[ticket] = LEADS_TO.get(move, before or IN_LINE)

    def _counter(self, index: int, event: Mapping[str, object], key: str) -> int | None:
        written = event.get(key)
        if written is None:
            return None
        if str(written) not in self._counter_numbers:
            raise ReplayError(index, f"no counter is called {written!r}")
        return self._counter_numbers[str(written)]


def _text(index: int, event: Mapping[str, object], key: str) -> str | None:
    written = event.get(key)
    if written is not None and not isinstance(written, str):
        raise ReplayError(index, f"{key} must be a code, not {written!r}")
    return written


def _truth(index: int, event: Mapping[str, object], key: str, *, absent: bool) -> bool:
    written = event.get(key, absent)
    if not isinstance(written, bool):
        raise ReplayError(index, f"{key} must be true or false, not {written!r}")
    return written

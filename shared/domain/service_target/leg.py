"""One leg of a visit while its day is being walked through."""

from dataclasses import dataclass
from typing import Literal

from shared.domain.service_target.day import TicketId

Ending = Literal["no_show", "left", "cancelled", "transferred", "expired"]
Place = tuple[bool, int, tuple[bool, int, str]]


@dataclass(slots=True, eq=False)
class Leg:
    """A wait for one service, and what became of it; all times are whole seconds.

    A ghost was called in vain: it sees whether a counter would have been its own and takes none.
    """

    ticket: TicketId
    number: int
    service: str | None
    priority: bool
    issued: int
    only_at: int | None = None
    ghost: bool = False

    counter: int | None = None
    clock_started: int | None = None
    guest_book: int | None = None
    first_called: int | None = None
    first_caller: int | None = None
    recalled: bool = False
    sounded: bool = True
    undivided: bool = True

    started: int | None = None
    desk: int | None = None
    serving_since: int | None = None
    served_seconds: int = 0
    stopped: int | None = None
    finished: int | None = None
    ended: int | None = None
    ending: Ending | None = None
    expired: bool = False
    corrected: bool = False

    @property
    def place(self) -> Place:
        """Where this leg stands in the line: priority, then registration, then ticket id (rules 1 and 6)."""
        named = isinstance(self.ticket, str)
        return (
            not self.priority,
            self.issued,
            (named, 0 if named else int(self.ticket), str(self.ticket) if named else ""),
        )

    @property
    def waits(self) -> bool:
        """Whether this leg stands in the line: not started, and not ended otherwise."""
        return self.started is None and self.ended is None

    def called(self, at: int, counter: int | None, *, again: bool, sounded: bool) -> None:
        """Note a call or recall; the first call is written once."""
        if self.started is not None:
            return
        if self.first_called is None:
            self.first_called, self.first_caller = at, counter
        self.recalled |= again
        self.sounded &= again or sounded
        self.counter = counter

    def begin(self, at: int, counter: int | None) -> None:
        """Note that service begins; only the leg's first start counts for its clock (rules 7 and 8)."""
        if self.started is None:
            self.started, self.counter = at, counter
            if self.clock_started is None:
                self.clock_started = at
        self.serving_since = at
        self.finished = None

    def stop(self, at: int) -> None:
        """Close the stretch of service that runs, if one does."""
        if self.serving_since is not None:
            self.served_seconds += at - self.serving_since
            self.serving_since, self.stopped = None, at

    def finish(self, at: int) -> None:
        """The visitor has been served: by the officer's word, the rating or the counter's next call."""
        self.stop(at)
        self.finished = self.stopped

    def end(self, at: int, ending: Ending) -> None:
        """The leg is over without service; whoever was started has been served until then."""
        if self.started is not None:
            self.finish(at)
        elif self.ended is None:
            self.ended, self.ending = at, ending

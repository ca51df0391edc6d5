"""The worker that brings files which a channel hands over only by name; one that cannot be had stays asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import structlog

from shared.channels.outgoing import Fetcher, NotFetched, Problem
from shared.channels.worker import Worker
from shared.threads import Bell

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """A file that was sent to us and is not here yet: its place in a thread, and what the provider calls it."""

    request: int
    message: int
    position: int
    number: str
    source: str


class AwaitedFiles(Protocol):
    """Where the worker finds its work, kept in the database."""

    def next_file(self) -> Awaited | None:
        """The oldest file whose time has come, or None."""

    def began(self, file: Awaited) -> bool:
        """Note that an attempt begins; False when the worker of another process has this file."""

    def ended(self, file: Awaited, outcome: bytes | NotFetched) -> None:
        """Note what came of it."""


class FetchWorker(Worker):
    """Brings the files of one channel."""

    def __init__(
        self,
        fetcher: Fetcher,
        files: AwaitedFiles,
        in_thread: Callable[[Callable[[], bytes | NotFetched]], bytes | NotFetched],
        bell: Bell,
    ) -> None:
        super().__init__(fetcher.channel, in_thread, bell)
        self._fetcher = fetcher
        self._files = files

    def run_once(self) -> bool:
        """Bring the oldest file; whether there was one."""
        file = self._files.next_file()
        if file is None:
            return False
        if self._files.began(file):
            outcome = self._attempt(file)
            self._files.ended(file, outcome)
            said = outcome.problem.value if isinstance(outcome, NotFetched) else "fetched"
            log.info("file_ended", number=file.number, channel=self.channel, outcome=said)
        return True

    def _attempt(self, file: Awaited) -> bytes | NotFetched:
        try:
            outcome: bytes | NotFetched = self._in_thread(lambda: self._fetcher.fetch(file.source))
        except Exception:  # whatever broke, the file is still asked for
            log.exception("fetching_failed", number=file.number)
            return NotFetched(Problem.BROKEN)
        return outcome

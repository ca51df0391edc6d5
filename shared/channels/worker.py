"""The worker of one connected channel: takes messages from the outbox one by one; a failed one stays and is seen."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, Protocol

import structlog

from shared.channels.outgoing import NotSent, Outgoing, Problem, Sender, SendOutcome
from shared.domain.standard import Channel
from shared.threads import Bell

LOOK_SECONDS = 20
"""Nobody rang, but a message may be due for another try."""

log = structlog.get_logger()


class Letters(Protocol):
    """Where the worker finds its work: the outbox of one channel of one office, kept in the database."""

    def next_letter(self) -> Outgoing | None:
        """The oldest message whose time has come, or None."""

    def began(self, letter: Outgoing) -> bool:
        """Note that an attempt begins; False when the worker of another process has this message."""

    def ended(self, letter: Outgoing, outcome: SendOutcome) -> None:
        """Note what came of it."""


class Worker(ABC):
    """Does one thing after another, as long as there is something to do; `in_thread` runs what blocks."""

    def __init__(self, channel: Channel, in_thread: Callable[[Callable[[], Any]], Any], bell: Bell) -> None:
        self.channel = channel
        self._in_thread = in_thread
        self._bell = bell
        self._stopping = False

    def wake(self) -> None:
        """Say that something may be waiting. Returns at once; call it after the commit."""
        self._bell.set()

    def stop(self) -> None:
        """Let `run` return after what it is doing."""
        self._stopping = True
        self._bell.set()

    def run(self) -> None:
        """Do whatever comes, until stopped."""
        while not self._stopping:
            self._bell.clear()
            try:
                busy = self.run_once()
            except Exception:  # a database that fails for a moment must not end all work
                log.exception("channel_worker_failed", channel=self.channel)
                busy = False
            if not busy and not self._stopping:
                self._bell.wait(LOOK_SECONDS)

    @abstractmethod
    def run_once(self) -> bool:
        """Do the oldest thing; whether there was one."""


class PostWorker(Worker):
    """Sends the messages of one channel."""

    def __init__(
        self,
        sender: Sender,
        letters: Letters,
        in_thread: Callable[[Callable[[], SendOutcome]], SendOutcome],
        bell: Bell,
    ) -> None:
        super().__init__(sender.channel, in_thread, bell)
        self._sender = sender
        self._letters = letters

    def run_once(self) -> bool:
        """Send the oldest message; whether there was one."""
        letter = self._letters.next_letter()
        if letter is None:
            return False
        if self._letters.began(letter):
            outcome = self._attempt(letter)
            self._letters.ended(letter, outcome)
            log.info("message_ended", number=letter.number, channel=self._sender.channel, outcome=_said(outcome))
        return True

    def _attempt(self, letter: Outgoing) -> SendOutcome:
        try:
            outcome: SendOutcome = self._in_thread(lambda: self._sender.send(letter))
        except Exception:  # whatever broke, the message is still there
            log.exception("sending_failed", number=letter.number)
            return NotSent(Problem.BROKEN)
        return outcome


def _said(outcome: SendOutcome) -> str:
    return outcome.problem.value if isinstance(outcome, NotSent) else "sent"

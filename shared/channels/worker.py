"""The worker of one connected channel: takes messages from the outbox one by one; a failed one stays and is seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import structlog

from shared.channels.outgoing import NotSent, Outgoing, Problem, Sender, SendOutcome
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


class PostWorker:
    """Sends the messages of one channel; `in_thread` runs blocking work while others go on."""

    def __init__(
        self,
        sender: Sender,
        letters: Letters,
        in_thread: Callable[[Callable[[], SendOutcome]], SendOutcome],
        bell: Bell,
    ) -> None:
        self._sender = sender
        self._letters = letters
        self._in_thread = in_thread
        self._bell = bell
        self._stopping = False

    def wake(self) -> None:
        """Say that a message may be waiting. Returns at once; call it after the commit."""
        self._bell.set()

    def stop(self) -> None:
        """Let `run` return after the message that it is sending."""
        self._stopping = True
        self._bell.set()

    def run(self) -> None:
        """Send whatever comes, until stopped."""
        while not self._stopping:
            self._bell.clear()
            try:
                busy = self.run_once()
            except Exception:  # a database that fails for a moment must not end all sending
                log.exception("post_worker_failed", channel=self._sender.channel)
                busy = False
            if not busy and not self._stopping:
                self._bell.wait(LOOK_SECONDS)

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
            return self._in_thread(lambda: self._sender.send(letter))
        except Exception:  # whatever broke, the message is still there
            log.exception("sending_failed", number=letter.number)
            return NotSent(Problem.BROKEN)


def _said(outcome: SendOutcome) -> str:
    return outcome.problem.value if isinstance(outcome, NotSent) else "sent"

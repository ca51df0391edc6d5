"""The printing worker: takes slips from the outbox one by one, and never makes anybody wait for paper."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Protocol

import structlog

from shared.printing.deliver import print_slip
from shared.printing.outcome import NotPrinted, Outcome, Reason, Unsure
from shared.printing.printer import Printer
from shared.printing.slip import Slip
from shared.threads import Bell

RETRY_SECONDS = 5
GIVE_UP = timedelta(seconds=120)  # by then the visitor has read the number off the screen and sat down
LOOK_SECONDS = 30  # nobody called, but a message may have been lost

log = structlog.get_logger()


@dataclass(frozen=True)
class PrintJob:
    """A slip that somebody asked for, when (aware), and which attempt this is, from 1."""

    id: int
    attempt: int
    slip: Slip
    asked_at: datetime


class PrintJobs(Protocol):
    """Where the worker finds its work: the outbox of one printer, kept in the database."""

    def next_slip(self) -> PrintJob | None:
        """Return the oldest job that neither began without an end nor has a final outcome."""

    def began(self, job_id: int) -> bool:
        """Note that an attempt begins; False when somebody else has begun it.

        An attempt that never ended, because the process died, is Unsure.
        """

    def ended(self, job_id: int, outcome: Outcome) -> None:
        """Note what came of it; a job whose outcome is not `final` waits for the next attempt."""


class Step(Enum):
    """What one look at the outbox came to."""

    IDLE = "nothing to print"
    DONE = "a job has its final outcome"
    TROUBLE = "the printer is in trouble, and the job waits"


class PrintingWorker:
    """Prints the jobs of one printer: an attempt every few seconds while it is in trouble, then no more.

    `now` tells the time (aware); `in_thread` runs blocking work in a real thread while others go on.
    """

    def __init__(
        self,
        printer: Printer,
        jobs: PrintJobs,
        now: Callable[[], datetime],
        in_thread: Callable[[Callable[[], Outcome]], Outcome],
        bell: Bell | None = None,
        *,
        look_seconds: float = LOOK_SECONDS,
    ) -> None:
        self._printer = printer
        self._jobs = jobs
        self._now = now
        self._in_thread = in_thread
        self._bell = bell or threading.Event()
        self._look_seconds = look_seconds
        self._stopping = False
        self._unreported: tuple[int, Outcome] | None = None

    def wake(self) -> None:
        """Say that a slip may be waiting. Returns at once; call it after the commit."""
        self._bell.set()

    def stop(self) -> None:
        """Let `run` return after the slip that it is printing."""
        self._stopping = True
        self._bell.set()

    def run(self) -> None:
        """Print whatever comes, until stopped."""
        while not self._stopping:
            self._bell.clear()
            try:
                step = self.run_once()
            except Exception:  # a database that fails for a moment must not end all printing
                log.exception("printing_worker_failed")
                step = Step.TROUBLE
            if step is not Step.DONE and not self._stopping:
                self._bell.wait(RETRY_SECONDS if step is Step.TROUBLE else self._look_seconds)

    def run_once(self) -> Step:
        """Try the oldest waiting job once."""
        self._report()
        job = self._jobs.next_slip()
        if job is None:
            return Step.IDLE
        if self._now() - job.asked_at >= GIVE_UP:
            outcome: Outcome = NotPrinted(Reason.STALE)
        else:
            if not self._jobs.began(job.id):
                return Step.DONE
            outcome = self._attempt(job)
        self._unreported = (job.id, outcome)
        self._report()
        log.info("slip_ended", number=job.slip.number, attempt=job.attempt, outcome=str(outcome))
        return Step.DONE if outcome.final else Step.TROUBLE

    def _attempt(self, job: PrintJob) -> Outcome:
        try:
            return self._in_thread(lambda: print_slip(self._printer, job.slip))
        except Exception:  # whatever broke, it may have broken after the first byte went out
            log.exception("printing_failed", number=job.slip.number)
            return Unsure()

    def _report(self) -> None:
        """Note the outcome; where that fails, do it before the next look, lest the slip be printed twice."""
        if self._unreported:
            self._jobs.ended(*self._unreported)
            self._unreported = None

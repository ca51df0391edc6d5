import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from shared.printing import (
    NotPrinted,
    Outcome,
    Printed,
    PrintingWorker,
    PrintJob,
    Reason,
    Slip,
    Step,
    Unsure,
    printer_at,
)
from shared.printing.worker import GIVE_UP, RETRY_SECONDS
from tests.printing.emulator import Emulator

OPENING = datetime(2026, 11, 19, 1, 0, tzinfo=UTC)


class Outbox:
    """The jobs of one printer, kept in memory as the database keeps them."""

    def __init__(self, *slips: Slip) -> None:
        self.waiting = [PrintJob(number, 0, slip, OPENING) for number, slip in enumerate(slips, 1)]
        self.under_way: set[int] = set()
        self.outcomes: list[tuple[int, Outcome]] = []
        self.broken = False
        self.changed = threading.Condition()

    def add(self, slip: Slip) -> None:
        self.waiting.append(PrintJob(99, 0, slip, OPENING))

    def next_slip(self) -> PrintJob | None:
        free = [job for job in self.waiting if job.id not in self.under_way]
        return replace(free[0], attempt=free[0].attempt + 1) if free else None

    def began(self, job_id: int) -> bool:
        self.under_way.add(job_id)
        self.waiting = [replace(job, attempt=job.attempt + 1) if job.id == job_id else job for job in self.waiting]
        return True

    def ended(self, job_id: int, outcome: Outcome) -> None:
        if self.broken:
            raise OSError("the disk is full")
        with self.changed:
            self.under_way.discard(job_id)
            self.outcomes.append((job_id, outcome))
            if outcome.final:
                self.waiting = [job for job in self.waiting if job.id != job_id]
            self.changed.notify_all()

    def wait_for(self, outcomes: int) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.outcomes) >= outcomes, 10), self.outcomes


class Watch:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = OPENING

    def __call__(self) -> datetime:
        return self.time


class Bell:
    """Counts how long the worker wanted to sleep, and rings at once."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self.slept: list[float] = []
        self._wake = wake

    def set(self) -> None: ...

    def clear(self) -> None: ...

    def wait(self, timeout: float) -> None:
        self.slept.append(timeout)
        self._wake()


def at_once(work: Callable[[], Outcome]) -> Outcome:
    return work()


def worker_for(printer: Emulator, outbox: Outbox, now: Callable[[], datetime] = lambda: OPENING) -> PrintingWorker:
    return PrintingWorker(printer_at(printer.address), outbox, now, at_once)


def test_slips_are_printed_in_the_order_in_which_they_were_asked_for(slip: Slip) -> None:
    outbox = Outbox(slip, replace(slip, number="K-015"))
    with Emulator() as printer:
        worker = worker_for(printer, outbox)
        assert [worker.run_once() for _ in range(3)] == [Step.DONE, Step.DONE, Step.IDLE]
        assert outbox.outcomes == [(1, Printed()), (2, Printed())]
        assert len(printer.slips) == 2


@pytest.mark.parametrize("trouble", ["out", "offline", "refuse"])
def test_a_slip_waits_until_the_printer_is_put_right_and_is_printed_once(slip: Slip, trouble: str) -> None:
    outbox = Outbox(slip)
    with Emulator(trouble) as printer:
        worker = worker_for(printer, outbox)
        assert [worker.run_once(), worker.run_once()] == [Step.TROUBLE, Step.TROUBLE]
        printer.state = "ok"
        assert [worker.run_once(), worker.run_once()] == [Step.DONE, Step.IDLE]
        assert [outcome.code for _, outcome in outbox.outcomes] == ["not_printed", "not_printed", "printed"]
        assert len(printer.slips) == 1


def test_a_slip_that_nobody_waits_for_any_more_is_given_up_without_paper(slip: Slip) -> None:
    outbox, watch = Outbox(slip), Watch()
    with Emulator("out") as printer:
        worker = worker_for(printer, outbox, watch)
        watch.time = OPENING + GIVE_UP - timedelta(seconds=1)
        assert worker.run_once() is Step.TROUBLE
        printer.state = "ok"
        watch.time = OPENING + GIVE_UP
        assert [worker.run_once(), worker.run_once()] == [Step.DONE, Step.IDLE]
        assert outbox.outcomes[-1] == (1, NotPrinted(Reason.STALE))
        assert printer.slips == []


@pytest.mark.parametrize("state", ["cut off", "mute"])
def test_a_slip_that_may_have_come_out_is_never_printed_again(slip: Slip, state: str) -> None:
    outbox = Outbox(slip)
    with Emulator(state) as printer:
        worker = worker_for(printer, outbox)
        assert worker.run_once() is Step.DONE
        printer.state = "ok"
        assert worker.run_once() is Step.IDLE
        assert len(outbox.outcomes) == 1


def test_work_that_breaks_leaves_the_slip_unsure_and_the_worker_alive(slip: Slip) -> None:
    def breaks(work: Callable[[], Outcome]) -> Outcome:
        raise ZeroDivisionError

    outbox = Outbox(slip, slip)
    with Emulator() as printer:
        worker = PrintingWorker(printer_at(printer.address), outbox, Watch(), breaks)
        assert [worker.run_once(), worker.run_once()] == [Step.DONE, Step.DONE]
    assert outbox.outcomes == [(1, Unsure()), (2, Unsure())]


def test_an_outcome_that_could_not_be_noted_is_noted_later_and_prints_nothing_twice(slip: Slip) -> None:
    outbox = Outbox(slip)
    outbox.broken = True
    with Emulator() as printer:
        worker = worker_for(printer, outbox)
        with pytest.raises(OSError, match="disk is full"):
            worker.run_once()
        outbox.broken = False
        assert worker.run_once() is Step.IDLE
        assert outbox.outcomes == [(1, Printed())]
        assert len(printer.slips) == 1


def test_a_troubled_printer_is_tried_again_every_few_seconds(slip: Slip) -> None:
    outbox = Outbox(slip)
    with Emulator("refuse") as printer:
        bell = Bell(lambda: worker.stop() if len(bell.slept) == 3 else None)
        worker = PrintingWorker(printer_at(printer.address), outbox, Watch(), at_once, bell)
        worker.run()
    assert bell.slept == [RETRY_SECONDS] * 3
    assert outbox.outcomes == [(1, NotPrinted(Reason.UNREACHABLE))] * 3


def test_a_failing_database_does_not_end_the_worker(slip: Slip) -> None:
    outbox = Outbox(slip)
    outbox.broken = True

    def repair() -> None:
        outbox.broken = False
        if outbox.outcomes:
            worker.stop()

    with Emulator() as printer:
        worker = PrintingWorker(printer_at(printer.address), outbox, Watch(), at_once, Bell(repair))
        worker.run()
        assert outbox.outcomes == [(1, Printed())]
        assert len(printer.slips) == 1


def test_a_sleeping_worker_prints_as_soon_as_it_is_woken(slip: Slip) -> None:
    outbox = Outbox(slip)
    with Emulator() as printer:
        worker = worker_for(printer, outbox)
        thread = threading.Thread(target=worker.run)
        thread.start()
        outbox.wait_for(1)
        outbox.add(slip)
        worker.wake()
        outbox.wait_for(2)
        worker.stop()
        thread.join(10)
        assert not thread.is_alive()
        assert len(printer.slips) == 2

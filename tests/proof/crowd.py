"""Many people pressing at the same moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

T = TypeVar("T")
Who = TypeVar("Who")
PATIENCE_SECONDS = 120.0


def at_once(work: Callable[[Who], T], everybody: Iterable[Who]) -> list[T]:
    """Let everybody do the work, beginning together, each on a thread of its own; the answers in the same order."""
    crowd = list(everybody)
    gate = Barrier(len(crowd))

    def begin(who: Who) -> T:
        gate.wait(PATIENCE_SECONDS)
        return work(who)

    with ThreadPoolExecutor(len(crowd)) as pool:
        running = [pool.submit(begin, who) for who in crowd]
        return [one.result(PATIENCE_SECONDS) for one in running]

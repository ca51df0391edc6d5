"""Real operating-system threads for work that blocks: the database, argon2, paper. The event loop goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol, TypeVar

T = TypeVar("T")


class Threads(Protocol):
    """A few real threads; `call` runs a function on one of them and waits for it without blocking the others."""

    def call(self, work: Callable[[], T]) -> T:
        """Run `work` and give its answer, or raise what it raised."""


class Bell(Protocol):
    """What the worker sleeps on: threading.Event, or gevent's where the worker is a greenlet."""

    def set(self) -> object:
        """Ring."""

    def clear(self) -> object:
        """Fall silent."""

    def wait(self, timeout: float) -> object:
        """Sleep until it rings, or so many seconds."""


MakeThreads = Callable[[int], Threads]


class PlainThreads:
    """Threads for commands and tests, where nothing but the caller waits."""

    def __init__(self, size: int) -> None:
        self._pool = ThreadPoolExecutor(size)

    def call(self, work: Callable[[], T]) -> T:
        """Run `work` on one of the threads."""
        return self._pool.submit(work).result()


class GeventThreads:
    """Threads under the server: only the greenlet that asked waits."""

    def __init__(self, size: int) -> None:
        from gevent.threadpool import ThreadPool  # noqa: PLC0415 # commands do not load gevent

        self._pool = ThreadPool(size)

    def call(self, work: Callable[[], T]) -> T:
        """Run `work` on one of the threads."""
        done: Future[T] = self._pool.apply(_settled, (work,))
        return done.result()


def _settled(work: Callable[[], T]) -> Future[T]:
    """Do the work and keep what it raises: gevent prints whatever a thread raises, and a refusal is no fault."""
    done: Future[T] = Future()
    try:
        done.set_result(work())
    except BaseException as error:  # noqa: BLE001 # raised again where it was asked for
        done.set_exception(error)
    return done

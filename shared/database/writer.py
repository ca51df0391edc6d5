"""SQLite's one writer: a real thread that commits the changes which wait together, each in its own savepoint."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection

from shared.threads import MakeThreads

T = TypeVar("T")
MOST_TOGETHER = 64


class Writer:
    """Serialises all writing. Verbs wait in line; whoever's turn it is takes the others along in one commit.

    A verb that fails is rolled back to its savepoint and fails alone. Answers are given after the commit.
    """

    def __init__(self, connect: Callable[[], Connection], threads: MakeThreads) -> None:
        self._connect = connect
        self._connection: Connection | None = None
        self._line: deque[_Turn[Any]] = deque()
        self._thread = threads(1)

    def write(self, change: Callable[[Connection], T]) -> T:
        """Make the change durable and return its answer, or raise its error with nothing changed."""
        turn = _Turn(change)
        self._line.append(turn)
        self._thread.call(lambda: self._serve_until(turn))
        return turn.answer()

    def close(self) -> None:
        """Give the connection back; later writes open it again."""
        self._thread.call(self._disconnect)

    def _serve_until(self, turn: _Turn[Any]) -> None:
        while not turn.over:
            together = [self._line.popleft() for _ in range(min(len(self._line), MOST_TOGETHER))]
            self._commit_together(together)

    def _commit_together(self, turns: list[_Turn[Any]]) -> None:
        try:
            if self._connection is None:
                self._connection = self._connect()
            with self._connection.begin():
                for turn in turns:
                    turn.take(self._connection)
        except Exception as error:  # noqa: BLE001 # the commit failed, so every change of it did: each caller must hear it
            for turn in turns:
                turn.fail(error)
            self._disconnect()
        for turn in turns:
            turn.over = True

    def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


class _Turn(Generic[T]):
    """One change waiting for its commit."""

    def __init__(self, change: Callable[[Connection], T]) -> None:
        self._change = change
        self._answers: list[T] = []
        self._error: Exception | None = None
        self.over = False

    def take(self, connection: Connection) -> None:
        savepoint = connection.begin_nested()
        try:
            self._answers = [self._change(connection)]
            savepoint.commit()
        except Exception as error:  # noqa: BLE001 # it belongs to this caller alone; the neighbours' changes stand
            savepoint.rollback()
            self.fail(error)

    def fail(self, error: Exception) -> None:
        self._error = error

    def answer(self) -> T:
        if self._error is not None:
            raise self._error
        return self._answers[0]

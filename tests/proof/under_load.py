"""Kiosks and officers who press without rest, and press again with the same key when no answer comes."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPException

from tests.running import Answer, Caller, Server, until

SERVER_IS_BACK_WITHIN = 60.0
BUSY_SERVER = 503


@dataclass(slots=True)
class Notes:
    """What the clients were told: the number of every key, and who was called and finished."""

    numbers: dict[str, str] = field(default_factory=dict)
    called: list[int] = field(default_factory=list)
    finished: list[int] = field(default_factory=list)
    repeated: int = 0


class Load:
    """Threads that press until the block ends. What they were told is in `notes`."""

    def __init__(self, server: Server, kiosk: str, officers: list[str], kiosks: int = 2) -> None:
        self.notes = Notes()
        self._server = server
        self._over = threading.Event()
        self._faults: list[BaseException] = []
        works: list[tuple[Callable[[Caller, int], None], str, int]] = [(self._take, kiosk, n) for n in range(kiosks)]
        works += [(self._serve, token, counter) for counter, token in enumerate(officers, start=1)]
        self._threads = [threading.Thread(target=self._press, args=who, daemon=True) for who in works]

    def __enter__(self) -> Load:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Each client finishes what it began: its last key gets its answer."""
        self._over.set()
        for thread in self._threads:
            thread.join(SERVER_IS_BACK_WITHIN)
        if self._faults:
            raise self._faults[0]

    def press_on(self, answers: int) -> None:
        """Wait until the clients have had so many more answers."""
        enough = self._acknowledged() + answers
        until(lambda: self._acknowledged() >= enough, SERVER_IS_BACK_WITHIN, "the load stands still")

    def _acknowledged(self) -> int:
        if self._faults:
            raise self._faults[0]
        return len(self.notes.numbers) + len(self.notes.called) + len(self.notes.finished)

    def _press(self, work: Callable[[Caller, int], None], token: str, which: int) -> None:
        caller = self._server.caller(token)
        try:
            while not self._over.is_set():
                work(caller, which)
        except BaseException as fault:  # noqa: BLE001 # raised again by the thread that waits for us
            self._faults.append(fault)
        finally:
            caller.close()

    def _take(self, caller: Caller, which: int) -> None:
        key = uuid.uuid4().hex
        answer = self._surely(caller, "/kiosk/tickets", {"service": "KP"[which % 2], "language": "id"}, key)
        assert answer.status in (200, 201), answer
        self.notes.numbers[key] = answer.data["number"]

    def _serve(self, caller: Caller, counter: int) -> None:
        called = self._surely(caller, f"/counter/{counter}/call-next")
        if called.status == 409:
            assert called.data["code"] == "nobody_waiting", called
            return
        assert called.status == 200, called
        self.notes.called.append(called.data["id"])
        for verb in ("start", "finish"):
            done = self._surely(caller, f"/counter/{counter}/{verb}", {"ticket": called.data["id"]})
            assert done.status == 200, done
        self.notes.finished.append(called.data["id"])

    def _surely(self, caller: Caller, path: str, body: object = None, key: str | None = None) -> Answer:
        """Press with one key until an answer comes, over as many deaths of the server as it takes."""
        key = key or uuid.uuid4().hex

        def press() -> Answer | None:
            try:
                answer = caller.post(path, body, key=key)
            except (OSError, HTTPException):
                self.notes.repeated += 1
                return None
            return None if answer.status == BUSY_SERVER else answer

        answer = until(press, SERVER_IS_BACK_WITHIN, f"no answer to {path}")
        assert answer is not None
        return answer

"""A counter that is left to a trainee: their visitors say what comes next, and what the trainee does is counted."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from shared.rehearsal import Rehearsal, rehearse
from shared.rehearsal.tokens import Tokens
from tests.cast import pekanbaru
from tests.running import Caller, running

BUTTONS = {
    "Mulai layani": "start",
    "panggil ulang": "recall",
    "Tidak hadir": "no-show",
    "Tahan": "hold",
    "Selesai": "finish",
}
"""What the visitor's words ask for."""


@dataclass
class Trainee:
    """Sits at desk 2, calls whoever is next, and does what the lines say."""

    console: Caller
    told: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def hear(self, line: str) -> None:
        """Press the button that the line names."""
        self.told.append(line)
        if "meja / desk 2, " not in line:
            return
        if "Alihkan" in line:
            self.console.post("/counter/2/transfer", {"service": "P" if " P:" in line else "J"})
        for words, button in BUTTONS.items():
            if words in line:
                self.console.post(f"/counter/2/{button}")

    def keep_calling(self, console: Caller) -> None:
        """Whoever sits there already is the answer; nobody else is called."""
        while not self.over.wait(0.1):
            console.post("/counter/2/call-next")


def test_visitors_of_a_trainee_say_what_comes_next_and_are_counted_like_all_others() -> None:
    with running() as server:
        officer = server.token("officer", name="trainee")
        watcher = server.token("kiosk", "manager", name="watcher")
        trainee = Trainee(server.caller(officer))
        calling = threading.Thread(target=trainee.keep_calling, args=[server.caller(officer)])
        day = Rehearsal(url=server.url, office=pekanbaru(), counters=[], speed=900, visitors=3, hours=0.5, seed=3)
        calling.start()
        try:
            rehearsed = rehearse(day, Tokens(watcher, watcher, {}), trainee.hear)
        finally:
            trainee.over.set()
            calling.join()
        log = server.get("/counter/wait-log?format=json", watcher).data["rows"]
        served = {row["number"] for row in log if row["started_at"]}
    assert rehearsed.whole
    assert rehearsed.report.visitors == 3
    assert rehearsed.report.served == len(served) > 0
    assert any("Mulai layani" in line for line in trainee.told)
    assert any("Selesai" in line for line in trainee.told)

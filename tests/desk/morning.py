"""A morning on the real desk and on the plain model at once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hypothesis.stateful import RuleBasedStateMachine, invariant

from shared.database import Database
from shared.database.fsck import check
from shared.domain.refusal import Refusal
from shared.front_desk import FrontDesk
from tests.cast import Company, HandClock, busy_pekanbaru, company, moment
from tests.desk.plain_model import Model, No, Visitor
from tests.desk.promises import check_counters, check_numbers, check_rebuilt, modelled, seen

OFFICERS = ["rina", "bagus", "dewi"]
NEVER = 1000
"""So many priority visitors never come in one morning."""


class Morning(RuleBasedStateMachine):
    """What every rule of the machine needs; the rules themselves are in the test."""

    empty: Path
    """A database with tables and nothing else."""
    keys: list[tuple[str, str, bool, int]]
    """Every key that was used: the wish, and the ticket that it led to."""

    def open_the_office(self) -> None:
        """On a database of its own."""
        self.folder = Path(mkdtemp(prefix="pst-morning-"))
        self.url = f"sqlite:///{self.folder / 'pst.db'}"
        shutil.copyfile(self.empty, self.folder / "pst.db")
        self.database = Database(self.url)
        # The plain model knows no clocks, so the cap on overtaking is left to tests/desk/test_fair_priority.py.
        without_cap = replace(busy_pekanbaru(), priority_in_a_row=NEVER)
        self.crew: Company = company(self.database, self.folder, without_cap, HandClock())
        self.crew.parts.settings = replace(self.crew.parts.settings, always_open=True)  # it may become late
        serves = {counter.number: set(counter.services) for counter in self.crew.office.counters}
        self.model = Model(serves, self.crew.clock.now(), moment("08:00").date())
        self.keys = []
        self.pressed = 0

    def teardown(self) -> None:
        self.database.close()
        violations = check(self.url).violations
        shutil.rmtree(self.folder)
        assert violations == []

    def take(self, service: str, priority: bool) -> None:
        self.pressed += 1
        key = f"key {self.pressed}"
        self.keys.append((service, key, priority, len(self.model.visitors) + 1))
        self.both(
            lambda: self.crew.take(service, priority=priority, key=key),
            lambda model: model.take(service, priority=priority),
        )

    def of_today(self) -> list[Visitor]:
        return [visitor for visitor in self.model.visitors if visitor.day == self.model.today]

    def press(self, who: str, counter: int, button: str, sees: int | None) -> None:
        self.both(
            lambda: getattr(FrontDesk, button)(self.crew.desk(who), counter, sees),
            lambda model: model.press(self.id_of(who), counter, button, sees),
        )

    def somebody(self, *states: str) -> bool:
        return any(visitor.state in states for visitor in self.model.visitors)

    def sits_at(self, counter: int) -> str:
        """Who sits there, or who usually does."""
        holder = self.model.seats.get(counter)
        return next((who for who in OFFICERS if self.id_of(who) == holder), OFFICERS[counter - 1])

    def passes(self, seconds: int) -> None:
        self.crew.clock.passes(seconds=seconds)
        self.model.now = self.crew.clock.now()

    def id_of(self, who: str) -> int:
        return self.crew.people[who].id

    def both(self, desk: Callable[[], Any], model: Callable[[Model], Visitor | None]) -> None:
        """Do it on the desk and on the model: the same ticket, or the same refusal and nothing changed."""
        trial, seq = self.model.trial(), self.crew.seq()
        try:
            expected, no = model(trial), None
        except No as refusal:
            expected, no = None, str(refusal)
        try:
            answer, refused = desk(), None
        except Refusal as refusal:
            answer, refused = None, refusal.key
        assert refused == no
        if refused is None:
            assert (expected and expected.id) == (answer and answer.id)
            self.model = trial
        else:
            assert self.crew.seq() == seq

    @invariant()
    def every_promise_holds(self) -> None:
        tickets, rows = self.crew.desk(None).reading(lambda records: (records.all_tickets(), records.all_rows()))
        assert [seen(ticket) for ticket in tickets] == [modelled(visitor) for visitor in self.model.visitors]
        assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
        check_numbers(tickets)
        check_counters(tickets)
        check_rebuilt(tickets, rows)

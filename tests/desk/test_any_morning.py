"""Any morning at all: verbs in any order on the real desk and on a plain model, which must agree on every answer."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from shared.database import Database
from shared.database.fsck import check
from shared.domain.refusal import Refusal
from shared.domain.ticket import Ticket
from shared.front_desk import FrontDesk
from tests.cast import Company, HandClock, busy_pekanbaru, company, moment
from tests.desk.plain_model import LEADS_FROM, UNDOABLE, Model, No, Visitor
from tests.desk.promises import check_counters, check_numbers, check_rebuilt, modelled, seen

OFFICERS = ["rina", "bagus", "dewi"]
COUNTERS = st.sampled_from([1, 2, 3])
SERVICES = st.sampled_from(["K", "K", "P"])
WHICH = st.integers(0, 9)
BUTTONS = ["start", "start", "start", "finish", "finish", "recall", "hold", "put_back", "miss"]


class AnyMorning(RuleBasedStateMachine):
    """Three officers at three counters, the third for the library alone."""

    empty: Path
    """A database with an open office's people and nothing else."""

    @initialize()
    def open_the_office(self) -> None:
        self.folder = Path(mkdtemp(prefix="pst-morning-"))
        self.url = f"sqlite:///{self.folder / 'pst.db'}"
        shutil.copyfile(self.empty, self.folder / "pst.db")
        self.database = Database(self.url)
        self.crew: Company = company(self.database, self.folder, busy_pekanbaru(), HandClock())
        self.crew.parts.settings = replace(self.crew.parts.settings, always_open=True)  # it may become late
        serves = {counter.number: set(counter.services) for counter in self.crew.office.counters}
        self.model = Model(serves, self.crew.clock.now(), moment("08:00").date())
        self.keys: list[tuple[str, str, bool, int]] = []
        self.pressed = 0

    def teardown(self) -> None:
        self.database.close()
        violations = check(self.url).violations
        shutil.rmtree(self.folder)
        assert violations == []

    @rule(service=SERVICES, priority=st.booleans())
    def take(self, service: str, priority: bool) -> None:
        self.pressed += 1
        key = f"key {self.pressed}"
        self.keys.append((service, key, priority, len(self.model.visitors) + 1))
        self.both(
            lambda: self.crew.take(service, priority=priority, key=key),
            lambda model: model.take(service, priority=priority),
        )

    @precondition(lambda self: self.keys)
    @rule(which=WHICH)
    def retry_an_old_key(self, which: int) -> None:
        service, key, priority, ticket = self.keys[which % len(self.keys)]
        seq = self.crew.seq()
        same = self.crew.take(service, priority=priority, key=key)
        assert (same.id, same, self.crew.seq()) == (ticket, self.crew.ticket(ticket), seq)
        with self.crew.refuses("idempotency_key_reused"):
            self.crew.take(service, priority=not priority, key=key)

    @precondition(lambda self: self.somebody("waiting", "on_hold"))
    @rule(counter=COUNTERS)
    def call_next(self, counter: int) -> None:
        who = self.sits_at(counter)
        self.both(
            lambda: self.crew.desk(who).call_next(counter),
            lambda model: model.call_next(self.id_of(who), counter),
        )

    @precondition(lambda self: self.model.visitors)
    @rule(who=st.sampled_from([None, *OFFICERS]), counter=COUNTERS, which=WHICH, reason=st.booleans())
    def call_a_number(self, who: str | None, counter: int, which: int, reason: bool) -> None:
        who = who or self.sits_at(counter)
        label = self.model.visitors[-1 - which % len(self.model.visitors)].label
        self.both(
            lambda: self.crew.desk(who).call(counter, label, "urgent" if reason else None),
            lambda model: model.call(self.id_of(who), counter, label, reason=reason),
        )

    @precondition(lambda self: self.somebody("called", "serving"))
    @rule(which=WHICH, button=WHICH)
    def press_what_makes_sense(self, which: int, button: int) -> None:
        busy = [visitor for visitor in self.model.visitors if visitor.state in ("called", "serving")]
        visitor = busy[which % len(busy)]
        possible = [move for move in BUTTONS if visitor.state in LEADS_FROM[move]]
        assert visitor.counter is not None
        self.press(self.sits_at(visitor.counter), visitor.counter, possible[button % len(possible)], visitor.id)

    @rule(who=st.sampled_from(OFFICERS), counter=COUNTERS, button=st.sampled_from(BUTTONS), sees=WHICH)
    def press_anything(self, who: str, counter: int, button: str, sees: int) -> None:
        self.press(who, counter, button, sees or None)

    @precondition(lambda self: self.somebody("called", "serving"))
    @rule(counter=COUNTERS, where=st.sampled_from(["K", "P", 1, 2, 3]))
    def transfer(self, counter: int, where: str | int) -> None:
        who = self.sits_at(counter)
        service, to_counter = (where, None) if isinstance(where, str) else (None, where)
        self.both(
            lambda: self.crew.desk(who).transfer(counter, service=service, to_counter=to_counter),
            lambda model: model.transfer(self.id_of(who), counter, service, to_counter),
        )

    @precondition(lambda self: any(last.move in UNDOABLE for last in self.model.last.values()))
    @rule(who=st.sampled_from([None, None, *OFFICERS]), counter=COUNTERS)
    def undo(self, who: str | None, counter: int) -> None:
        officer = who or self.sits_at(counter)
        self.both(lambda: self.crew.desk(officer).undo(counter), lambda model: model.undo(self.id_of(officer), counter))

    @precondition(lambda self: self.somebody("no_show", "cancelled"))
    @rule(which=WHICH, later=st.sampled_from([0, 1799, 1801]))
    def come_back(self, which: int, later: int) -> None:
        self.passes(later)
        gone = [visitor for visitor in self.model.visitors if visitor.state in ("no_show", "cancelled")]
        ticket = gone[which % len(gone)].id
        self.both(lambda: self.crew.desk("dewi").reinstate(ticket), lambda model: model.reinstate(ticket - 1))

    @precondition(lambda self: self.model.visitors)
    @rule(which=WHICH, verb=st.sampled_from(["reinstate", "reinstate", "cancel", "leave"]))
    def outside_the_line(self, which: int, verb: str) -> None:
        place = which % len(self.model.visitors)
        ticket = place + 1
        desk: dict[str, Callable[[], Ticket]] = {
            "reinstate": lambda: self.crew.desk("dewi").reinstate(ticket),
            "cancel": lambda: self.crew.desk("dewi").cancel(ticket),
            "leave": lambda: self.crew.desk(None).leave(ticket),
        }
        model: dict[str, Callable[[Model], Visitor]] = {
            "reinstate": lambda m: m.reinstate(place),
            "cancel": lambda m: m.cancel(place, alone=False),
            "leave": lambda m: m.cancel(place, alone=True),
        }
        self.both(desk[verb], model[verb])

    @rule(who=st.sampled_from(OFFICERS), counter=COUNTERS, how=st.sampled_from(["sit", "take over", "leave"]))
    def change_seats(self, who: str, counter: int, how: str) -> None:
        desk, officer = self.crew.desk(who), self.id_of(who)
        if how == "leave":
            self.both(lambda: desk.leave_counter(counter), lambda model: model.leave_counter(officer, counter))
        else:
            over = how == "take over"
            self.both(
                lambda: desk.take_counter(counter, take_over=over),
                lambda model: model.sit(officer, counter, take_over=over),
            )

    @rule(seconds=st.sampled_from([1, 19, 21, 300, 1801]))
    def the_clock_moves_on(self, seconds: int) -> None:
        self.passes(seconds)

    @precondition(lambda self: self.of_today())  # between days a step would be believed
    @rule(hours=st.sampled_from([-5, 5]))
    def the_wall_clock_steps_and_is_set_right(self, hours: int) -> None:
        self.crew.clock.steps(hours=hours)
        self.crew.desk(None).turn_the_day()
        self.crew.clock.steps(hours=-hours)

    @precondition(lambda self: len(self.of_today()) > 4)
    @rule()
    def the_day_turns(self) -> None:
        known = {visitor.id for visitor in self.of_today()}
        self.keys = [key for key in self.keys if key[-1] in known]  # older ones are forgotten with the day
        self.model.turn_the_day(self.model.today + timedelta(days=1))
        self.crew.clock.at("08:00", self.model.today)
        self.model.now = self.crew.clock.now()
        self.crew.desk(None).turn_the_day()

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


@pytest.fixture(scope="module")
def morning(empty_sqlite: Path) -> type[AnyMorning]:
    """The machine, with an empty office to copy."""
    return type("Morning", (AnyMorning,), {"empty": empty_sqlite})


def test_any_morning_goes_as_the_plain_model_says(morning: type[AnyMorning]) -> None:
    run_state_machine_as_test(morning, settings=settings(max_examples=80, stateful_step_count=50))


@pytest.mark.long
def test_many_long_mornings_go_as_the_plain_model_says(morning: type[AnyMorning]) -> None:
    run_state_machine_as_test(morning, settings=settings(max_examples=800, stateful_step_count=80))

"""Any morning at all: verbs in any order on the real desk and on a plain model, which must agree on every answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from shared.domain.ticket import Ticket
from tests.desk.morning import OFFICERS, Morning
from tests.desk.plain_model import LEADS_FROM, UNDOABLE, Model, Visitor

COUNTERS = st.sampled_from([1, 2, 3])
SERVICES = st.sampled_from(["K", "K", "P"])
WHICH = st.integers(0, 9)
BUTTONS = ["start", "start", "start", "finish", "finish", "recall", "hold", "put_back", "miss"]


class AnyMorning(Morning):
    """Three officers at three counters, the third for the library alone."""

    @initialize(early=st.lists(st.tuples(SERVICES, st.booleans()), min_size=3, max_size=5))
    def the_first_visitors_come(self, early: list[tuple[str, bool]]) -> None:
        self.open_the_office()
        for service, priority in early:
            self.take(service, priority)
            self.passes(60)

    @rule(service=SERVICES, priority=st.booleans())
    def somebody_comes(self, service: str, priority: bool) -> None:
        self.take(service, priority)

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
        if not self.somebody("called", "serving"):
            return
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
        if not self.somebody("no_show", "cancelled"):
            return
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

    @rule(seed=st.integers(0, 10**6))
    def a_busy_quarter_of_an_hour(self, seed: int) -> None:
        """Eight things that people do, by the dice of this seed: Hypothesis alone prefers short and empty days."""
        dice = Random(seed * 100_003 + self.crew.seq())  # noqa: S311 # dice, not a secret
        for _ in range(8):
            self.passes(dice.choice([1, 5, 19, 21, 120]))
            self.do_something(dice)
            self.every_promise_holds()

    def do_something(self, dice: Random) -> None:
        """One of the things that people do most, each as often as its weight says."""
        counter, which = dice.randint(1, 3), dice.randint(0, 9)
        deeds: list[tuple[int, Callable[[], None]]] = [
            (3, lambda: self.take(dice.choice("KKP"), dice.random() < 0.3)),
            (4, lambda: self.call_next(counter)),
            (7, lambda: self.press_what_makes_sense(which, dice.randint(0, 9))),
            (2, lambda: self.call_a_number(None, counter, which, dice.random() < 0.8)),
            (2, lambda: self.transfer(counter, dice.choice(["K", "P", 1, 2, 3]))),
            (2, lambda: self.undo(None, counter)),
            (2, lambda: self.come_back(which, dice.choice([0, 1799, 1801]))),
            (1, lambda: self.outside_the_line(which, dice.choice(["cancel", "leave"]))),
        ]
        [deed] = dice.choices([deed for _, deed in deeds], [weight for weight, _ in deeds])
        deed()

    @rule(seconds=st.sampled_from([1, 19, 21, 300]), hours=st.sampled_from([-5, 5]))
    def the_clock_moves_on_after_a_step_of_the_wall_clock(self, seconds: int, hours: int) -> None:
        if self.of_today():  # between days a step would be believed
            self.crew.clock.steps(hours=hours)
            self.crew.desk(None).turn_the_day()
            self.crew.clock.steps(hours=-hours)
        self.passes(seconds)

    @precondition(lambda self: len(self.of_today()) > 4)
    @rule()
    def the_day_turns(self) -> None:
        known = {visitor.id for visitor in self.of_today()}
        self.keys = [key for key in self.keys if key[-1] in known]  # older ones are forgotten with the day
        self.model.turn_the_day(self.model.today + timedelta(days=1))
        self.crew.clock.at("08:00", self.model.today)
        self.model.now = self.crew.clock.now()
        self.crew.desk(None).turn_the_day()


@pytest.fixture(scope="module")
def morning(empty_sqlite: Path) -> type[AnyMorning]:
    """The machine, with an empty office to copy."""
    return type("Morning", (AnyMorning,), {"empty": empty_sqlite})


def test_any_morning_goes_as_the_plain_model_says(morning: type[AnyMorning]) -> None:
    run_state_machine_as_test(morning, settings=settings(max_examples=80, stateful_step_count=30))


@pytest.mark.long
def test_many_long_mornings_go_as_the_plain_model_says(morning: type[AnyMorning]) -> None:
    run_state_machine_as_test(morning, settings=settings(max_examples=500, stateful_step_count=50))

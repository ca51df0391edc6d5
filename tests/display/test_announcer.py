"""Which calls are announced, one at a time, and which are only shown; with the browser's clock in hand."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.display.conftest import OpenBoard

# An announcement takes five seconds here and is always heard.
SETUP = """
async () => {
  const { createAnnouncer } = await import("/assets/sound/announcer.js");
  const { stillStands } = await import("/assets/calls.js");
  window.log = [];
  window.board = null;
  window.announcer = createAnnouncer({
    play: (call) => new Promise((done) => {
      window.log.push(`begins ${call.seq}`);
      setTimeout(() => { window.log.push(`ends ${call.seq}`); done(call.service !== "silent"); }, 5000);
    }),
    now: () => Date.now(),
    stands: (call) => stillStands(call, window.board),
    onChange({ calling, next }) {
      window.stage = { calling: calling?.seq ?? null, next: next.map((one) => one.seq) };
    },
    onSounded: (call) => window.log.push(`sounded ${call.seq}`),
  });
}
"""
HEAR = """
({ seq, calls, missed }) => {
  const at = (age) => new Date(Date.now() - age * 1000).toISOString();
  const dated = calls.map(({ age, ...call }) => ({ ...call, at: at(age) }));
  window.board = { seq, missed, waiting: {}, calls: dated };
  return window.announcer.hear(window.board).map((call) => call.seq);
}
"""


def call(seq: int, number: str = "", age: int = 0, service: str = "K") -> dict[str, Any]:
    return {"seq": seq, "number": number or f"K-{seq:03}", "age": age, "service": service}


class Wall:
    """A board's announcer in a page whose clock only moves when the test says so."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.clock.install()
        page.evaluate(SETUP)

    def hear(self, *calls: dict[str, Any], missed: tuple[str, ...] = ()) -> list[int]:
        seq = max((one["seq"] for one in calls), default=0)
        news: list[int] = self.page.evaluate(HEAR, {"seq": seq, "calls": calls, "missed": missed})
        return news

    def wait(self, seconds: float) -> None:
        self.page.clock.run_for(int(seconds * 1000))

    @property
    def log(self) -> list[str]:
        lines: list[str] = self.page.evaluate("() => window.log")
        return lines

    @property
    def stage(self) -> dict[str, Any]:
        shown: dict[str, Any] = self.page.evaluate("() => window.stage")
        return shown


@pytest.fixture
def wall(sounding: Browser, open_board: OpenBoard) -> Wall:
    return Wall(open_board(sounding))


def test_a_fresh_call_takes_the_stage_is_spoken_and_reported(wall: Wall) -> None:
    assert wall.hear(call(5)) == [5]
    assert wall.stage == {"calling": 5, "next": []}
    wall.wait(6)
    assert wall.log == ["begins 5", "ends 5", "sounded 5"]
    wall.wait(3)
    assert wall.stage == {"calling": None, "next": []}


def test_two_calls_are_announced_one_after_the_other_and_both_are_seen(wall: Wall) -> None:
    wall.hear(call(5), call(6))
    assert wall.stage == {"calling": 5, "next": [6]}
    wall.wait(5.5)
    assert wall.stage["calling"] == 6
    wall.wait(6)
    assert wall.log == ["begins 5", "ends 5", "sounded 5", "begins 6", "ends 6", "sounded 6"]


def test_an_old_call_is_shown_but_not_spoken(wall: Wall) -> None:
    assert wall.hear(call(5, age=31), call(6, age=29)) == [5, 6]
    wall.wait(6)
    assert wall.log == ["begins 6", "ends 6", "sounded 6"]


def test_a_call_that_grew_old_while_it_waited_is_not_spoken(wall: Wall) -> None:
    wall.hear(call(5), call(6, age=26))
    wall.wait(20)
    assert "begins 6" not in wall.log
    assert "ends 5" in wall.log


def test_the_same_snapshot_again_speaks_nothing_again(wall: Wall) -> None:
    wall.hear(call(5))
    wall.wait(20)
    assert wall.hear(call(5)) == []
    wall.wait(20)
    assert wall.log == ["begins 5", "ends 5", "sounded 5"]


def test_a_recall_is_spoken_again(wall: Wall) -> None:
    wall.hear(call(5, "K-001"))
    wall.wait(20)
    wall.hear(call(5, "K-001"), call(7, "K-001"))
    wall.wait(6)
    assert wall.log[-1] == "sounded 7"


def test_a_call_that_was_undone_or_missed_while_it_waited_is_not_spoken(wall: Wall) -> None:
    wall.hear(call(5), call(6), call(7))
    wall.hear(call(5), call(7), missed=("K-007",))
    assert wall.stage == {"calling": 5, "next": []}
    wall.wait(20)
    assert wall.log == ["begins 5", "ends 5", "sounded 5"]


def test_a_call_that_nobody_could_hear_is_looked_at_but_not_reported_as_sounded(wall: Wall) -> None:
    wall.hear(call(5, service="silent"))
    wall.wait(7)
    assert wall.stage["calling"] == 5
    wall.wait(2)
    assert wall.stage["calling"] is None
    assert wall.log == ["begins 5", "ends 5"]

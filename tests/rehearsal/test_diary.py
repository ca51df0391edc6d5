"""What a rehearsal counts at the end: visitors, each of them once."""

from __future__ import annotations

from datetime import UTC, timedelta

from shared.rehearsal.diary import Diary, Report
from tests.cast import moment, pekanbaru

OPENS = moment("08:00").astimezone(UTC)


def told(*moves: tuple[float, str, int | None]) -> Diary:
    """A diary at one counter: minutes after opening, the move, and the ticket."""
    diary = Diary(pekanbaru(), OPENS)
    for minutes, move, ticket in moves:
        facts = {"service": "P" if move == "transfer" else "K"} if move in ("take", "transfer") else {}
        counter = None if move in ("take", "leave") else 1
        diary.note(OPENS + timedelta(minutes=minutes), move, ticket, counter=counter, **facts)
    return diary


def report(diary: Diary) -> Report:
    return diary.report(OPENS + timedelta(hours=2))


SENT_ON = [
    (0, "take_counter", None),
    (1, "take", 1),
    (2, "call", 1),
    (3, "start", 1),
    (9, "transfer", 1),
]


def test_a_visitor_who_was_sent_on_counts_once() -> None:
    found = report(told(*SENT_ON, (10, "call", 1), (11, "start", 1), (15, "finish", 1)))
    assert (found.visitors, found.served, found.kept, found.missed) == (1, 1, 1, 0)


def test_a_visitor_counts_by_the_worst_of_their_waits() -> None:
    found = report(told(*SENT_ON, (28, "call", 1), (29, "start", 1), (40, "finish", 1)))
    assert (found.visitors, found.served, found.kept, found.missed) == (1, 1, 0, 1)
    assert (found.wait_median, found.wait_max) == (20 * 60, 20 * 60)


def test_in_line_is_whoever_was_neither_called_nor_left_since_they_came_or_came_back() -> None:
    diary = told(*SENT_ON, (10, "take", 2), (11, "take", 3), (12, "leave", 3), (13, "call", 2), (14, "miss", 2))
    assert diary.waiting() == 1
    diary.note(OPENS + timedelta(minutes=20), "reinstate", 2)
    assert diary.waiting() == 2

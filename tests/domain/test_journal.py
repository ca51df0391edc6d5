"""From the journal any ticket can be rebuilt, and a changed row gives itself away."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.journal import FIRST_HASH, JournalRow, digest, rebuild, row_of, standing
from shared.domain.ticket import MOVES, UNDOABLE, Move, Ticket, take, undo
from tests.cast import moment, visitor

FIRST = visitor(1, issued_at=moment("08:00").astimezone(UTC), registered_at=moment("08:00").astimezone(UTC))


@st.composite
def histories(draw: st.DrawFn) -> tuple[Ticket, list[JournalRow]]:
    """A ticket after up to fifteen possible moves and undos, with the rows that they wrote."""
    ticket, rows, before = FIRST, [row_of(take(FIRST), 1)], [FIRST]
    for seq in range(2, draw(st.integers(2, 16))):
        now = FIRST.issued_at + timedelta(minutes=draw(st.integers(seq, seq * 20)))
        undoable = len(rows) > 1 and rows[-1].move in UNDOABLE
        possible = sorted(name for name, (sources, _) in MOVES.items() if ticket.state in sources)
        if not possible and not undoable:
            break
        name = draw(st.sampled_from([*possible, *(["undo"] if undoable else [])]))
        move = _undone(ticket, before[-1], now, rows[-1].seq) if name == "undo" else _moved(draw, ticket, name, now)
        rows.append(row_of(move, seq))
        before.append(ticket)
        ticket = move.after
    return ticket, rows


def _undone(ticket: Ticket, was: Ticket, now: object, seq: int) -> Move:
    return undo(ticket, was, now, by=7, counter=1, undoes=seq)  # type: ignore[arg-type] # a datetime of the strategy


def _moved(draw: st.DrawFn, ticket: Ticket, name: str, now: object) -> Move:
    where = {"service": draw(st.sampled_from("KP")), "to_counter": draw(st.sampled_from([None, 2]))}
    facts = where if name == "transfer" else {}
    counter = draw(st.integers(1, 3)) if name == "call" else None
    return ticket.move(name, now, by=draw(st.integers(7, 9)), at=counter, **facts)  # type: ignore[arg-type] # a datetime of the strategy


@given(histories())
def test_the_journal_rebuilds_the_very_ticket(history: tuple[Ticket, list[JournalRow]]) -> None:
    ticket, rows = history
    assert rebuild(rows) == ticket
    assert ticket.version == len(rows)


@given(histories())
def test_an_undo_and_what_it_undid_fall_away_together(history: tuple[Ticket, list[JournalRow]]) -> None:
    ticket, rows = history
    told = standing(rows)
    assert len(rows) - len(told) == 2 * sum(row.move == "undo" for row in rows)
    assert {row.seq for row in told}.isdisjoint({row.undoes for row in rows})
    assert replace(rebuild(told), version=0) == replace(ticket, version=0)


def test_an_undo_goes_back_to_the_ticket_before_but_never_forgets() -> None:
    called = FIRST.move("call", FIRST.issued_at + timedelta(minutes=1), by=7, at=1)
    back = undo(called.after, FIRST, FIRST.issued_at + timedelta(minutes=2), by=7, counter=1, undoes=2)
    assert back.after == replace(FIRST, version=3)
    row = row_of(back, 3)
    assert (row.move, row.undoes, row.from_state, row.to_state) == ("undo", 2, "called", "waiting")


def test_the_journal_begins_with_the_number() -> None:
    row = row_of(take(FIRST), 1)
    assert row.facts == {"service": "K", "priority": False, "language": "id", "series": "K", "number": 1}
    with pytest.raises(ValueError, match="should issue a number"):
        rebuild([replace(row, move="call")])


CHANGED = {
    "seq": 2,
    "at": FIRST.issued_at + timedelta(seconds=1),
    "day": FIRST.day + timedelta(days=1),
    "move": "cancel",
    "ticket": 2,
    "leg": 2,
    "from_state": "called",
    "to_state": "served",
    "counter": 3,
    "actor": 9,
    "reason": "visitor",
    "undoes": 1,
    "request": 1,
    "facts": {"service": "P"},
    "suspect": True,
}


@pytest.mark.parametrize("column", [field.name for field in fields(JournalRow)])
def test_no_column_of_a_row_can_be_changed_without_breaking_the_chain(column: str) -> None:
    row = row_of(take(FIRST), 1)
    link = digest(FIRST_HASH, "kota-pekanbaru", row)
    assert digest(FIRST_HASH, "kota-pekanbaru", replace(row, **{column: CHANGED[column]})) != link  # type: ignore[arg-type] # a value of that column's type


def test_a_row_hangs_on_the_row_before_it_and_on_its_office() -> None:
    row = row_of(take(FIRST), 1)
    link = digest(FIRST_HASH, "kota-pekanbaru", row)
    assert len(link) == len(FIRST_HASH) == 64
    assert digest(FIRST_HASH, "kota-pekanbaru", row) == link
    assert digest(link, "kota-pekanbaru", row) != link
    assert digest(FIRST_HASH, "ternate", row) != link

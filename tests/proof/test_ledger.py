"""The judges of these proofs must be able to say no."""

from __future__ import annotations

from datetime import UTC, datetime

from shared.domain.journal import JournalRow
from tests.proof.ledger import holes_and_doubles, out_of_order

NOW = datetime(2026, 11, 19, 2, 0, tzinfo=UTC)


def row(seq: int, move: str, ticket: int, to: str, *, priority: bool = False, reason: str | None = None) -> JournalRow:
    facts = {"priority": priority} if move == "take" else {}
    return JournalRow(
        seq=seq, at=NOW, day=NOW.date(), move=move, ticket=ticket, to_state=to, facts=facts, reason=reason
    )


TAKEN = [row(1, "take", 1, "waiting"), row(2, "take", 2, "waiting"), row(3, "take", 3, "waiting", priority=True)]


def test_calls_in_order_are_content() -> None:
    assert out_of_order([*TAKEN, row(4, "call", 3, "called"), row(5, "call", 1, "called")]) == []


def test_a_visitor_who_is_passed_by_is_seen() -> None:
    assert out_of_order([*TAKEN, row(4, "call", 1, "called")]) == ["row 4 calls ticket 1 before ticket 3"]


def test_a_call_with_a_reason_passes_nobody_by() -> None:
    assert out_of_order([*TAKEN, row(4, "call", 2, "called", reason="urgent")]) == []


def test_a_hole_and_a_double_are_seen() -> None:
    assert holes_and_doubles(["K-001", "K-002", "P-001"]) == []
    assert holes_and_doubles(["K-001", "K-003"]) == ["K: [1, 3]"]
    assert holes_and_doubles(["K-001", "K-001"]) == ["K: [1, 1]"]

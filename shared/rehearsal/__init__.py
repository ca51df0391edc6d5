"""Rehearsals: a busy day played at a running office, and the same day with more or fewer counters."""

from __future__ import annotations

from shared.rehearsal.comparing import Comparison, Outcome, compare
from shared.rehearsal.live import Rehearsal, Rehearsed, refuse_a_real_office, rehearse
from shared.rehearsal.tokens import given_tokens, lent_tokens

__all__ = [
    "Comparison",
    "Outcome",
    "Rehearsal",
    "Rehearsed",
    "compare",
    "given_tokens",
    "lent_tokens",
    "refuse_a_real_office",
    "rehearse",
]

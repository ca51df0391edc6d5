"""Text that a spreadsheet would run (faults.md R1)."""

from __future__ import annotations

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def harmless(value: object) -> object:
    """A text that a spreadsheet would run as a formula is written as text."""
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.strip().startswith(FORMULA_STARTS) else value

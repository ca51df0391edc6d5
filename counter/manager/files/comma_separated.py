"""What every CSV begins with."""

from __future__ import annotations

BYTE_ORDER_MARK = "\ufeff"
"""Without it a spreadsheet takes UTF-8 for something else."""

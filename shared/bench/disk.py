"""What one durable commit costs on the disk that holds the data: the floor under every acknowledged number."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path


class Disk:
    """A SQLite file of its own beside the data, as durable as the product's (WAL, synchronous=FULL)."""

    def __init__(self, folder: Path) -> None:
        self._line = sqlite3.connect(folder / "raw.db", isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            self._line.execute(f"PRAGMA {pragma}")
        self._line.execute("CREATE TABLE IF NOT EXISTS raw (id INTEGER PRIMARY KEY, number INTEGER)")

    def commits(self, seconds: float) -> list[float]:
        """Commit one row after another for so long; the seconds that each took."""
        took: list[float] = []
        ends = time.perf_counter() + seconds
        while (began := time.perf_counter()) < ends or not took:
            self._line.execute("INSERT INTO raw (number) VALUES (1)")
            took.append(time.perf_counter() - began)
        return took

    def close(self) -> None:
        """Close the file."""
        self._line.close()

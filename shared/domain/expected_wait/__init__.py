"""The expected wait as a range, from what visitors in the same situation waited before; else nothing is said."""

from shared.domain.expected_wait.ranges import ENOUGH, LOOKS_BACK, PastWait, WaitRange, expected, ranges
from shared.domain.expected_wait.retold import situations
from shared.domain.expected_wait.situation import Scene, Situation

__all__ = ["ENOUGH", "LOOKS_BACK", "PastWait", "Scene", "Situation", "WaitRange", "expected", "ranges", "situations"]

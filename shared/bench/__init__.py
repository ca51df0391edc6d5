"""`pst bench`: how fast this machine serves, beside what the same machine can do at all in the same minute."""

from __future__ import annotations

from shared.bench.report import Report, Verdict
from shared.bench.run import run_bench

__all__ = ["Report", "Verdict", "run_bench"]

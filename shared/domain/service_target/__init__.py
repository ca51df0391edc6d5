"""The walk-in promise: when its clock starts and stops, and the verdict (domain.md 4.3 and 4.3a)."""

from shared.domain.service_target.day import CounterRoster, Promise, ServiceHours, Step, TicketId
from shared.domain.service_target.judging import DaySoFar, judge_day, watch_day
from shared.domain.service_target.pool import CounterNow
from shared.domain.service_target.readings import READINGS, Reading
from shared.domain.service_target.timetable import elapsed_seconds, joined, latest_start
from shared.domain.service_target.verdict import Exclusion, Reason, Verdict, Visit

__all__ = [
    "READINGS",
    "CounterNow",
    "CounterRoster",
    "DaySoFar",
    "Exclusion",
    "Promise",
    "Reading",
    "Reason",
    "ServiceHours",
    "Step",
    "TicketId",
    "Verdict",
    "Visit",
    "elapsed_seconds",
    "joined",
    "judge_day",
    "latest_start",
    "watch_day",
]

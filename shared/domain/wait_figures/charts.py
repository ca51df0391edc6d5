"""The marks of the charts: what is drawn, before anybody draws it. Screen, spreadsheet and report share them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from shared.domain.wait_figures.mark import Mark
from shared.domain.wait_figures.minutes import minute_of
from shared.domain.wait_figures.summary import nearest_rank


class DayOfChart(TypedDict):
    """One office day: visits by verdict, and the share kept (None: nobody was judged)."""

    day: date
    kept: int
    called_in_time: int
    missed: int
    not_judged: int
    kept_share: float | None


class MinuteOfChart(TypedDict):
    """One class of the distribution: clocks of served visitors from `minute` to less than one more."""

    minute: int
    kept: int
    called_in_time: int
    missed: int


class HourOfChart(TypedDict):
    """One office hour of one weekday (0 is Monday): numbers issued, visits judged, and missed among them."""

    weekday: int
    hour: int
    arrivals: int
    judged: int
    missed: int


class ServiceOfChart(TypedDict):
    """One service: how many clocks were counted, and their seconds by nearest rank."""

    service: str
    count: int
    missed: int
    median: int | None
    p90: int | None
    longest: int | None


class Charts(TypedDict):
    """Everything that the log draws."""

    days: list[DayOfChart]
    minutes: list[MinuteOfChart]
    hours: list[HourOfChart]
    worst_hour: HourOfChart | None
    services: list[ServiceOfChart]


def charts(marks: Iterable[Mark]) -> Charts:
    """The marks of all charts over the same visits."""
    marks = list(marks)
    hours = _hours(marks)
    return {
        "days": _days(marks),
        "minutes": _minutes(marks),
        "hours": hours,
        "worst_hour": _worst(hours),
        "services": _services(marks),
    }


def _days(marks: list[Mark]) -> list[DayOfChart]:
    days: defaultdict[date, Counter[str]] = defaultdict(Counter)
    for mark in marks:
        days[mark.day][mark.verdict] += 1
    return [_day(day, verdicts) for day, verdicts in sorted(days.items())]


def _day(day: date, verdicts: Counter[str]) -> DayOfChart:
    judged = verdicts["kept"] + verdicts["missed"]
    return {
        "day": day,
        "kept": verdicts["kept"],
        "called_in_time": verdicts["called_in_time"],
        "missed": verdicts["missed"],
        "not_judged": verdicts["not_judged"],
        "kept_share": verdicts["kept"] / judged if judged else None,
    }


def _minutes(marks: list[Mark]) -> list[MinuteOfChart]:
    classes = Counter((minute_of(mark), mark.verdict) for mark in marks if mark.timed)
    last = max((minute for minute, _ in classes), default=-1)
    return [
        {
            "minute": minute,
            "kept": classes[minute, "kept"],
            "called_in_time": classes[minute, "called_in_time"],
            "missed": classes[minute, "missed"],
        }
        for minute in range(last + 1)
    ]


def _hours(marks: list[Mark]) -> list[HourOfChart]:
    arrivals = Counter((mark.day.weekday(), mark.hour) for mark in marks if mark.leg == 1)
    judged = Counter((mark.day.weekday(), mark.hour) for mark in marks if mark.verdict in ("kept", "missed"))
    missed = Counter((mark.day.weekday(), mark.hour) for mark in marks if mark.verdict == "missed")
    return [
        {
            "weekday": weekday,
            "hour": hour,
            "arrivals": arrivals[weekday, hour],
            "judged": judged[weekday, hour],
            "missed": missed[weekday, hour],
        }
        for weekday, hour in sorted(arrivals.keys() | judged.keys())
    ]


def _worst(hours: list[HourOfChart]) -> HourOfChart | None:
    """The hour of the week in which most visitors were missed; of equals, the one with the larger share of them."""
    worst = max(hours, key=lambda hour: (hour["missed"], hour["missed"] / (hour["judged"] or 1)), default=None)
    return worst if worst and worst["missed"] else None


def _services(marks: list[Mark]) -> list[ServiceOfChart]:
    clocks: defaultdict[str, list[int]] = defaultdict(list)
    missed: Counter[str] = Counter()
    for mark in marks:
        missed[mark.service or ""] += mark.verdict == "missed"
        if mark.timed:
            clocks[mark.service or ""].append(mark.clock_seconds or 0)
    named = sorted(clocks.keys() | +missed)
    return [_service(service, sorted(clocks[service]), missed[service]) for service in named]


def _service(service: str, seconds: list[int], missed: int) -> ServiceOfChart:
    return {
        "service": service,
        "count": len(seconds),
        "missed": missed,
        "median": nearest_rank(seconds, 50),
        "p90": nearest_rank(seconds, 90),
        "longest": nearest_rank(seconds, 100),
    }

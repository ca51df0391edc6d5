"""A day of the journal written as a clerk would note it, for the tests of the promise."""

from datetime import UTC, datetime

from shared.domain.service_target import CounterRoster, Promise, ServiceHours, Step, Visit, judge_day

ONE_COUNTER = (CounterRoster(1, open_from=datetime(2026, 11, 19, 8, tzinfo=UTC)),)


def at(clock: str) -> datetime:
    """The moment of the test day at which the clock shows this."""
    hour, minute, second = (*(int(part) for part in clock.split(":")), 0)[:3]
    return datetime(2026, 11, 19, hour, minute, second, tzinfo=UTC)


def clock(moment: datetime | None) -> str | None:
    """What the clock shows at a moment, as short as it can be written."""
    return None if moment is None else moment.strftime("%H:%M:%S").removesuffix(":00")


def journal(text: str) -> list[Step]:
    """Lines such as `09:00 take a K priority`, `09:10 call a @1 silent`, `09:30 transfer a >2`."""
    return [_step(line.split()) for line in text.splitlines() if line.strip()]


def _step(words: list[str]) -> Step:
    when, move, *rest = words
    marks = {word[0]: int(word[1:]) for word in rest if word[0] in "@>"}
    names = [word for word in rest if word[0] not in "@>" and word not in {"priority", "silent"}]
    return Step(
        at(when),
        move,
        ticket=names[0] if names else None,
        counter=marks.get("@"),
        service=names[1] if len(names) > 1 else None,
        priority="priority" in rest,
        sounded="silent" not in rest,
        to_counter=marks.get(">"),
    )


def counter(number: int, services: str = "", opens: str | None = "08:00", closes: str | None = None) -> CounterRoster:
    """A counter with the services named by their letters (none: all) and its rostered hours."""
    return CounterRoster(
        number,
        frozenset(services) or None,
        at(opens) if opens else None,
        at(closes) if closes else None,
    )


def hours(closing: str | None = "15:30", *breaks: tuple[str, str], opening: str = "08:00") -> ServiceHours:
    """The hours of the day."""
    pauses = tuple((at(start), at(end)) for start, end in breaks)
    return ServiceHours(at(opening), at(closing) if closing else None, pauses)


def judged(
    text: str,
    counters: tuple[CounterRoster, ...] = ONE_COUNTER,
    published: ServiceHours | None = None,
    promise: Promise | None = None,
    now: str = "23:00",
    day_over: bool = False,
) -> dict[str, Visit]:
    """The visits of a written day by ticket, those of later legs as `a/2`."""
    visits = judge_day(journal(text), promise or Promise(), published or hours(), counters, at(now), day_over=day_over)
    return {str(v.ticket) if v.leg == 1 else f"{v.ticket}/{v.leg}": v for v in visits}


def told(visit: Visit) -> tuple[str | None, int | None, str, str | None]:
    """What matters of a visit: when its clock started, how long it ran, the verdict and the reason."""
    return clock(visit.clock_started_at), visit.clock_seconds, visit.verdict, visit.reason

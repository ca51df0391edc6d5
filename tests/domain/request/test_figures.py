"""The figures of requests: each channel for itself, in working days, with nothing that is hidden in an average."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.request import Event, Terms, clock_of
from shared.domain.request.figures import Judged, figures_of, working_days_taken
from shared.domain.working_days import not_a_working_day
from shared.offices import SHIPPED, load_office

OFFICE = load_office(SHIPPED / "jambi.toml", today=date(2026, 6, 1))
TERMS = Terms(promised=True, working_days=3)
NOW = datetime(2026, 12, 31, tzinfo=UTC)


def judged(received: datetime, answered: datetime | None, channel: str = "email", terms: Terms = TERMS) -> Judged:
    events = [Event(at=received, move="receive")]
    events += [Event(at=answered, move="answer")] if answered else []
    return Judged(channel=channel, terms=terms, clock=clock_of(events, terms, OFFICE.hours, OFFICE.time_zone, NOW))  # type: ignore[arg-type] # a channel's name


def at(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=OFFICE.time_zone)


def test_channels_are_never_mixed_and_the_busiest_stands_first() -> None:
    found = [judged(at(19), at(20)), judged(at(19), at(26)), judged(at(19), None), judged(at(19), at(19), "whatsapp")]
    found.append(judged(at(19), None, "telephone", Terms(promised=False)))
    email, telephone, whatsapp = figures_of(found, OFFICE.hours, OFFICE.time_zone)
    assert (email.received, email.kept, email.missed, email.runs) == (3, 1, 2, 0)
    assert (email.days_median, email.days_p90, email.days_max) == (1, 5, 5)
    assert (whatsapp.kept_share, whatsapp.days_max) == (1.0, 0)
    assert (telephone.kept_share, telephone.not_judged) == (None, {"no_promise": 1})


moments = st.datetimes(datetime(2026, 1, 5), datetime(2026, 11, 1)).map(lambda one: one.replace(tzinfo=UTC))  # noqa: DTZ001 # given its zone in the same line


@given(received=moments, took=st.integers(0, 30 * 24))
def test_the_days_taken_are_what_a_slow_count_says(received: datetime, took: int) -> None:
    answered = received + timedelta(hours=took)
    first, last = (moment.astimezone(OFFICE.time_zone).date() for moment in (received, answered))
    days = (first + timedelta(days=passed) for passed in range(1, (last - first).days + 1))
    slow = sum(not_a_working_day(day, OFFICE.hours) is None for day in days)
    assert working_days_taken(judged(received, answered), OFFICE.hours, OFFICE.time_zone) == slow


@given(st.lists(st.tuples(moments, st.one_of(st.none(), st.integers(0, 400))), max_size=12))
def test_every_request_is_counted_once(asked: list[tuple[datetime, int | None]]) -> None:
    found = [judged(one, one + timedelta(hours=took) if took is not None else None) for one, took in asked]
    for line in figures_of(found, OFFICE.hours, OFFICE.time_zone):
        assert line.received == line.judged + line.runs + sum(line.not_judged.values()) == len(found)

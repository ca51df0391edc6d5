"""Clock times of a replay file, and the one way in which such a file is refused."""

import re
from datetime import UTC, datetime

CLOCK_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?")


class ReplayError(ValueError):
    """A replay file that cannot be judged: a sentence, and the index (from 0) of the event it is about."""

    def __init__(self, index: int | None, sentence: str, day: int | None = None) -> None:
        where = [f"day {day}"] if day is not None else []
        where += [f"event {index}"] if index is not None else []
        super().__init__(f"{', '.join(where)}: {sentence}" if where else sentence)
        self.index = index
        self.sentence = sentence
        self.day = day


def read_time(written: object, what: str, index: int | None = None) -> datetime:
    """A clock time of the file's one day; ReplayError when it is none."""
    match = CLOCK_TIME.fullmatch(written) if isinstance(written, str) else None
    if match is None:
        raise ReplayError(index, f"{what} must be a time such as 08:00 or 08:00:00, not {written!r}")
    hour, minute, second = (int(part or 0) for part in match.groups())
    return datetime(2000, 1, 1, hour, minute, second, tzinfo=UTC)  # any date will do: a day has only one

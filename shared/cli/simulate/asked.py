"""What the flags ask for, in the words of the office."""

from __future__ import annotations

from shared.domain.office import Office
from shared.offices import load_offices
from shared.settings import Settings


def chosen_office(settings: Settings, code: str) -> Office:
    """The office with this code. ValueError where this machine has no profile of it."""
    offices = load_offices(settings.offices_dir)
    if code not in offices:
        raise ValueError(f"--office: there is no office {code}; there are {', '.join(offices)}")
    return offices[code]


def played_counters(office: Office, played: str | None) -> list[int]:
    """The counters that nobody needs to sit at: all, none, or those that were named."""
    numbers = [counter.number for counter in office.counters]
    if played in (None, "none"):
        return numbers if played is None else []
    chosen = written_numbers("--officers", str(played))
    if unknown := set(chosen) - set(numbers):
        raise ValueError(f"--officers: there is no counter {min(unknown)}; there are {', '.join(map(str, numbers))}")
    return chosen


def written_numbers(flag: str, written: str) -> list[int]:
    """Numbers as people write them: 1,2,3."""
    parts = [part.strip() for part in written.split(",")]
    if not all(part.isdecimal() for part in parts) or len(set(parts)) != len(parts):
        raise ValueError(f"{flag}: {written!r} are no numbers of counters; write them as 1,2,3")
    return [int(part) for part in parts]

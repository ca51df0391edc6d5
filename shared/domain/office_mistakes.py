"""What of a profile does not fit together, told all at once and each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
SERVICE = re.compile(r"[A-Z]{1,3}\Z")
ZONE_LETTERS = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}

Place = tuple[str | int, ...]
Mistake = tuple[str, Place]
"""What is wrong, in plain words, and the place in the profile: `("counters", 0, "services")`."""


class ProfileMistakesError(ValueError):
    """A profile whose parts do not fit together; `found` are its mistakes, at least one."""

    def __init__(self, found: Sequence[Mistake]) -> None:
        super().__init__("; ".join(words for words, _ in found))
        self.found = found


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What has to fit together: each service's letter and whether it has a line, each counter with its services, and
    the services that each promise to visitors names.
    """

    code: str
    zone: str
    services: Sequence[tuple[str, bool]]
    counters: Sequence[tuple[int, Sequence[str]]]
    promises: Sequence[tuple[Place, Sequence[str]]]


def mistakes_in(office: Outline) -> Iterator[Mistake]:
    """Every mistake, in the order of the file's parts."""
    if not CODE.match(office.code):
        yield f"an office code is lower-case words joined by hyphens, not {office.code!r}", ("code",)
    if office.zone not in ZONE_LETTERS:
        yield f"zone must be one of {', '.join(ZONE_LETTERS)}, not {office.zone!r}", ("zone",)
    yield from _of_services(office)
    yield from _of_counters(office)
    codes = {code for code, _ in office.services}
    for place, services in office.promises:
        if unknown := set(services) - codes:
            yield f"the promise covers unknown services: {', '.join(sorted(unknown))}", (*place, "services")


def _of_services(office: Outline) -> Iterator[Mistake]:
    codes = [code for code, _ in office.services]
    for at, (code, has_line) in enumerate(office.services):
        place: Place = ("services", at, "code")
        if not SERVICE.match(code):
            yield f"a service code is one to three capital letters, not {code!r}", place
        if code in codes[:at]:
            yield f"two services share a letter, {code}: their numbers could not be told apart", place
        elif office.counters and has_line and not any(code in services for _, services in office.counters):
            yield f"no counter offers service {code}: its visitors would wait in vain", place


def _of_counters(office: Outline) -> Iterator[Mistake]:
    codes, numbers = {code for code, _ in office.services}, [number for number, _ in office.counters]
    for at, (number, services) in enumerate(office.counters):
        if number in numbers[:at]:
            yield f"two counters share a number, {number}", ("counters", at, "number")
        if unknown := set(services) - codes:
            words = f"counter {number} offers unknown services: {', '.join(sorted(unknown))}"
            yield words, ("counters", at, "services")

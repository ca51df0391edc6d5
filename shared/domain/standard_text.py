"""The published standard as people read it: the components in the order of the law, each step with who does it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from shared.domain.standard import Channel, Component, Doer, RequestPromise, Requirement, Standard, Step
from shared.domain.standard_components import REQUIRED, REQUIREMENTS, STEPS, Required
from shared.domain.text import Text

CHANNELS: dict[Channel, Text] = {
    "whatsapp": Text("WhatsApp", "WhatsApp"),
    "email": Text("e-mail", "e-mail"),
    "telephone": Text("telepon", "telephone"),
    "pst_online": Text("pst.bps.go.id", "pst.bps.go.id"),
    "halopst": Text("HaloPST", "HaloPST"),
    "web_form": Text("formulir web", "web form"),
    "zoom": Text("Zoom", "Zoom"),
}
Quoted = TypeVar("Quoted", Step, Requirement)
_NUMBERED = re.compile(r"(?:(?<=\s)|\A)(\d{1,2})[.)]\s")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line, and the step of the procedure or the requirement that they are, if they are one."""

    text: str
    step: Step | None = None
    requirement: Requirement | None = None

    @property
    def where(self) -> Text | None:
        """Who does the step, for the visitor who wonders where to go; of whom a requirement is asked, if not of all."""
        if self.requirement:
            return asked_of(self.requirement)
        return where(self.step) if self.step else None

    @property
    def sign(self) -> Doer | None:
        """The drawing beside it: here, on another site or from afar, or among people."""
        if self.requirement and self.where:
            return "ours" if self.requirement.way == "walk_in" else "elsewhere"
        return self.step.doer if self.step else None


@dataclass(frozen=True, slots=True)
class Part:
    """One component: its published heading, lines and figure, and the law's component that it is, if it is one."""

    component: Component
    lines: tuple[tuple[Piece, ...], ...]
    """A line with numbering of its own inside is broken before each number; joined by a space it is as published."""
    required: Required | None


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise as a figure to be read from afar, with the sentence that it is taken from."""

    figure: int | None
    """None: at once."""
    unit: Text
    way: Text
    sentence: str


def promises_of(standard: Standard) -> tuple[Promised, ...]:
    """What is promised to those who come, then to those who ask from afar."""
    found = []
    if standard.walk_in:
        minutes = Text("menit paling lama", "minutes at most")
        came = Text("Datang langsung", "Coming in person")
        found.append(Promised(standard.walk_in.limit_seconds // 60, minutes, came, standard.walk_in.sentence))
    return (*found, *map(_from_afar, standard.requests))


def parts_of(standard: Standard) -> tuple[Part, ...]:
    """Every component in the order of the law; what the law does not name stands at the end, in its own order."""
    parts = [_part(component, standard) for component in standard.components]
    return tuple(sorted(parts, key=lambda part: REQUIRED.index(part.required) if part.required else len(REQUIRED)))


def where(step: Step) -> Text:
    """Where a step happens, and with whom."""
    if step.doer == "elsewhere":
        return Text(f"Di situs lain: {site(step)}", f"On another site: {site(step)}")
    if step.doer == "people":
        met = Text("Langsung dengan petugas", "In person, with our staff")
        return met if step.way == "walk_in" else Text("Anda lakukan sendiri", "You do this yourself")
    here = Text("Di sini, di kantor PST", "Here, at this office")
    return here if step.way == "walk_in" else Text("Dari jauh, bersama PST ini", "From afar, with this office")


def asked_of(requirement: Requirement) -> Text | None:
    """Of whom a requirement is asked; None: of everybody."""
    if requirement.way == "both":
        return None
    if requirement.way == "walk_in":
        return Text("Bila datang langsung", "If you come in person")
    if not requirement.channels:
        return Text("Bila meminta dari jauh", "If you ask from afar")
    names = [CHANNELS[channel] for channel in requirement.channels]
    return Text(f"Bila lewat {'/'.join(one.id for one in names)}", f"If by {'/'.join(one.en for one in names)}")


def site(step: Step) -> str:
    """The site that is not ours, as people type it."""
    return re.sub(r"\Ahttps?://", "", step.link or "").rstrip("/")


def sites(standard: Standard) -> tuple[str, ...]:
    """The addresses of the other sites that the procedure sends people to, each once."""
    return tuple(dict.fromkeys(step.link for step in standard.steps if step.doer == "elsewhere" and step.link))


def broken(line: str) -> tuple[str, ...]:
    """A line, broken before the numbers 1, 2, 3 … that it counts inside itself; joined by spaces it is the line."""
    numbers: list[int] = []
    for found in _NUMBERED.finditer(line):
        if int(found[1]) == len(numbers) + 1:
            numbers.append(found.start())
    if len(numbers) == 1:  # a "1." alone is the end of a sentence rather than a list
        return (line,)
    ends = [*numbers, len(line)]
    pieces = [line[start:end].strip() for start, end in zip([0, *numbers], ends, strict=True)]
    return tuple(piece for piece in pieces if piece) or (line,)


def _from_afar(promise: RequestPromise) -> Promised:
    names = [CHANNELS[channel] for channel in promise.channels]
    way = Text(f"Lewat {', '.join(name.id for name in names)}", f"By {', '.join(name.en for name in names)}")
    unit = Text("hari kerja paling lama", "working days at most")
    if promise.working_days == 1:
        unit = Text(unit.id, "working day at most")
    if promise.working_days is None:
        unit = Text("Langsung dilayani", "Served at once")
    return Promised(promise.working_days, unit, way, promise.sentence)


def _part(component: Component, standard: Standard) -> Part:
    required = next((one for one in REQUIRED if component.heading in one.headings), None)
    steps = list(standard.steps) if required is STEPS else []
    asked = list(standard.requirements) if required is REQUIREMENTS and _differ(standard.requirements) else []
    return Part(component, tuple(tuple(_pieces(line, steps, asked)) for line in component.lines), required)


def _differ(requirements: Iterable[Requirement]) -> bool:
    """Whether some are asked of other people than others; else every line would bear the same words."""
    return len({(asked.way, asked.channels) for asked in requirements}) > 1


def _pieces(line: str, steps: list[Step], asked: list[Requirement]) -> Iterator[Piece]:
    """The pieces of a line, each with the first step or requirement that is left and that it says."""
    for text in broken(line):
        yield Piece(text, _taken(text, steps), _taken(text, asked))


def _taken(text: str, left: list[Quoted]) -> Quoted | None:
    found = next((one for one in left if one.text in text), None)
    if found:
        left.remove(found)
    return found

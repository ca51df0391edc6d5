"""The virtual printer: reads the bytes of a slip as a printer would and keeps its last slip as a picture."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar
from uuid import uuid4

from PIL import Image, ImageChops

from shared.printing.outcome import Condition, NotPrinted, Outcome, Printed, Reason

LAST_SLIP = "last-slip.png"
INITIALISE = b"\x1b@"
FEED = b"\x1bd"
RASTER = b"\x1dv0\x00"
CUT = b"\x1dV\x00"


class UnknownCommandError(ValueError):
    """The bytes hold something that no slip of ours contains."""


@dataclass(frozen=True)
class VirtualPrinter:
    """A printer without paper; `state` lets a demonstration show its troubles."""

    folder: Path
    state: str = "ready"
    STATES: ClassVar[dict[str, Condition]] = {
        "ready": Condition(),
        "low": Condition(paper_low=True),
        "no_paper": Condition(Reason.NO_PAPER),
        "offline": Condition(Reason.OFFLINE),
    }

    def __post_init__(self) -> None:
        """Refuse a state that no printer has."""
        if self.state not in self.STATES:
            raise ValueError(f"the virtual printer is {', '.join(self.STATES)}, not {self.state!r}")

    @property
    def last_slip(self) -> Path:
        """Where the picture of the last slip is kept (PNG); absent before the first."""
        return self.folder / LAST_SLIP

    def condition(self) -> Condition:
        """Return how this printer pretends to be."""
        return self.STATES[self.state]

    def print(self, data: bytes) -> Outcome:
        """Print the bytes of one slip: replace the picture of the last."""
        condition = self.condition()
        if condition.reason:
            return NotPrinted(condition.reason)
        picture = read_slip(data)
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = self.folder / f".{uuid4().hex}.png"
        picture.save(fresh)
        os.replace(fresh, self.last_slip)  # noqa: PTH105 - a reader sees the old picture or the new, never half
        return Printed(paper_low=condition.paper_low)


def read_slip(data: bytes) -> Image.Image:
    """Return the picture (mode "1") that a slip's bytes draw; the white fed at its end is left out.

    Raises UnknownCommandError for anything but initialise, raster bands, feed and cut.
    """
    bands = []
    at = 0
    while at < len(data):
        if data.startswith(INITIALISE, at):
            at += len(INITIALISE)
        elif data.startswith(FEED, at) or data.startswith(CUT, at):
            at += len(CUT)
        elif data.startswith(RASTER, at):
            band, at = _band(data, at + len(RASTER))
            bands.append(band)
        else:
            raise UnknownCommandError(f"byte {at} of the slip begins no command that we know")
    return _joined(bands)


def _band(data: bytes, at: int) -> tuple[Image.Image, int]:
    bytes_wide = int.from_bytes(data[at : at + 2], "little")
    rows = int.from_bytes(data[at + 2 : at + 4], "little")
    start, end = at + 4, at + 4 + bytes_wide * rows
    if not bytes_wide * rows or end > len(data):
        raise UnknownCommandError(f"the picture at byte {at} of the slip is cut off")
    return Image.frombytes("1", (bytes_wide * 8, rows), data[start:end]), end


def _joined(bands: list[Image.Image]) -> Image.Image:
    if not bands:
        raise UnknownCommandError("the slip holds no picture")
    ink = Image.new("1", (max(band.width for band in bands), sum(band.height for band in bands)))
    down = 0
    for band in bands:
        ink.paste(band, (0, down))
        down += band.height
    return ImageChops.invert(ink)

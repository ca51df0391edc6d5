"""PDF: the pack on a few pages, for whoever reads paper; the files hold what it was made from."""

from __future__ import annotations

from typing import Any

from counter.manager.evidence.gathering import Gathered
from counter.manager.evidence.summary import figures, proof, standard
from counter.manager.files.heading import program
from counter.manager.files.paper.document import printed
from counter.manager.files.paper.signature import signature
from counter.manager.files.words import at_clock, days

HEADING = "Bukti pelayanan"


def summary(found: Gathered) -> bytes:
    """The summary, in Indonesian like the whole pack. Raises TypefaceMissingError."""
    made = at_clock(found.made_at, found.office)
    story: list[Any] = [
        *proof.title(found, HEADING),
        *standard.story(found),
        *figures.story(found),
        *proof.story(found),
        *signature(f"Dibuat {made} oleh {program()} dari jurnal antrean."),
    ]
    return printed(story, found.office, HEADING, days(found.first, found.last))

"""Whose pack it is, and what its chain proves and what it cannot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Spacer, Table

from counter.manager.evidence.gathering import Gathered
from counter.manager.evidence.sentences import CHECKED, NOT_PROVED, PROVED
from counter.manager.files.heading import program
from counter.manager.files.paper.head import head
from counter.manager.files.paper.pages import BLUE, BLUE_TINT, WIDTH, section, words
from counter.manager.files.paper.tables import table
from counter.manager.files.words import NONE, at_clock, days
from shared.evidence.layout import CONTENTS, MANIFEST, pack_name

NAMES = 108
WRITE_DOWN = "Catat deretan ini di luar kantor. Cadangan dan basis data kantor harus memberi deretan yang sama."
FLAT = [("LEFTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 1), ("VALIGN", (0, 0), (-1, -1), "TOP")]


def title(found: Gathered, heading: str) -> list[Any]:
    """The office's head, the period, and the end of the chain, which is to be written down."""
    chain = found.chain
    rows = f"{chain.first_seq} sampai {chain.last_seq} ({chain.rows} baris)" if chain.rows else "tidak ada"
    facts = [
        ("Dibuat", at_clock(found.made_at, found.office)),
        ("Program", program()),
        ("Baris jurnal", rows),
        ("Hari latihan", ", ".join(f"{day:%d-%m-%Y}" for day in found.rehearsals) or "tidak ada"),
    ]
    written = [[words(name, "name"), words(text, "cell")] for name, text in facts]
    return [
        *head(found.office),
        words(heading, "title"),
        words(days(found.first, found.last), "period"),
        Table(written, [NAMES, WIDTH - NAMES], style=[*FLAT, ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]),
        Spacer(0, 9),
        _end_of_chain(chain.last_hash, chain.last_seq),
    ]


def grouped(link: str) -> str:
    """A hash as people copy and compare it: in eights."""
    return " ".join(link[place : place + 8] for place in range(0, len(link), 8))


def _end_of_chain(link: str | None, seq: int | None) -> Any:
    box = [
        ("BACKGROUND", (0, 0), (-1, -1), BLUE_TINT),
        ("LINEBEFORE", (0, 0), (0, -1), 3, BLUE),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, 0), 7),
    ]
    name = "Ujung rantai hash" if seq is None else f"Ujung rantai hash, baris {seq}"
    lines = [
        words(name, "small_bold"),
        words(grouped(link) if link else NONE, "promise"),
        words(
            "Catat deretan ini di luar kantor. Cadangan dan basis data kantor harus memberi deretan yang sama.", "soft"
        ),
    ]
    return Table([[line] for line in lines], [WIDTH], style=box)


def story(found: Gathered) -> list[Any]:
    """How the pack is checked, what that proves, what it does not, and what lies in it."""
    name = pack_name(found.office.code, found.first, found.last)
    parts = [[file, words(what, "cell")] for file, what in {**CONTENTS, MANIFEST: "SHA-256 setiap berkas"}.items()]
    return [
        section("Cara memeriksa", *_said(f"Jalankan: pst fsck --evidence {name}", *CHECKED)),
        section("Yang dibuktikan rantai", *_said(*PROVED)),
        section("Yang tidak dibuktikan rantai", *_said(*NOT_PROVED)),
        section("Isi berkas", table(["Berkas", "Isi"], parts, [130, WIDTH - 130], [])),
    ]


def _said(*sentences: str) -> Sequence[Any]:
    return [words(sentence, "body") for sentence in sentences]

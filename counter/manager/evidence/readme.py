"""`baca-saya.txt`: what lies in the pack, what its words and columns mean, how it is checked, and what that proves."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from counter.manager.evidence.gathering import Gathered
from counter.manager.evidence.sentences import CHECKED, COLUMNS, EXITS, NOBODY, NOT_PROVED, PROVED
from counter.manager.evidence.summary.proof import grouped
from counter.manager.files.heading import program
from counter.manager.files.words import at_clock, days
from shared.evidence.layout import CONTENTS, MANIFEST, pack_name

WIDE = 96


def readme(found: Gathered) -> bytes:
    """The text, with the line ends that every editor of a PC shows."""
    return ("\r\n".join(_lines(found)) + "\r\n").encode()


def _lines(found: Gathered) -> Iterator[str]:
    chain, name = found.chain, pack_name(found.office.code, found.first, found.last)
    yield from ("BUKTI PELAYANAN", found.office.name, days(found.first, found.last))
    yield f"Dibuat {at_clock(found.made_at, found.office)} oleh {program()}"
    if chain.last_hash:
        yield from ("", f"Ujung rantai hash, baris {chain.last_seq}:", f"  {grouped(chain.last_hash)}")
    yield from ("", "ISI")
    yield from (f"  {file:<26}{what}" for file, what in CONTENTS.items())
    yield f"  {MANIFEST:<26}SHA-256 setiap berkas, ujung rantai, dan periode"
    for heading, paragraphs in (
        ("YANG TIDAK ADA DI SINI", NOBODY),
        ("CARA MEMERIKSA", (f"pst fsck --evidence {name}", *CHECKED, *EXITS)),
        ("YANG DIBUKTIKAN RANTAI", PROVED),
        ("YANG TIDAK DIBUKTIKAN RANTAI", NOT_PROVED),
        ("ARTI KOLOM", COLUMNS),
    ):
        yield from ("", heading)
        for paragraph in paragraphs:
            yield from (f"  {line}" for line in wrap(paragraph, WIDE))

"""The standard in force, and every promise that the period met, word for word."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Spacer

from counter.manager.evidence.gathering import Gathered
from counter.manager.evidence.standard_lines import NO_DECREE, in_force
from counter.manager.files.paper.pages import section, words
from shared.domain.standard import WalkInPromise

NOTHING = "Standar pelayanan tidak menjanjikan batas waktu bagi kunjungan langsung pada periode ini."
CHANGED = "Janji berubah dalam periode ini: setiap kunjungan dinilai menurut janji pada harinya."


def story(found: Gathered) -> list[Any]:
    """Title, decree, validity, and the promises."""
    standard = found.office.standard
    promises = in_force(standard, found.first, found.last)
    until = f" sampai {standard.valid_to:%d-%m-%Y}" if standard.valid_to else ""
    lines = [
        words(standard.title, "small_bold"),
        words(f"Nomor SK: {standard.decree or NO_DECREE}"),
        words(f"Berlaku sejak {standard.valid_from:%d-%m-%Y}{until}. Naskah lengkap: standar.csv."),
    ]
    if len(promises) > 1:
        lines.append(words(CHANGED))
    for promise in promises:
        lines += [Spacer(0, 6), words(_validity(promise), "name"), words(f"“{promise.sentence}”", "promise")]
    if not promises:
        lines.append(words(NOTHING))
    return [section("Standar yang berlaku", *lines)]


def _validity(promise: WalkInPromise) -> str:
    since = f"sejak {promise.valid_from:%d-%m-%Y}" if promise.valid_from else "sejak standar berlaku"
    until = f" sampai {promise.valid_to:%d-%m-%Y}" if promise.valid_to else ""
    return f"Janji {since}{until}, paling lama {promise.limit_seconds} detik"

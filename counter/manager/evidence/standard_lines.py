"""The standard in force as lines: word for word, with what a machine makes of each promise and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from shared.domain.standard import Standard, WalkInPromise

COLUMNS = ("bagian", "butir", "isi")
NO_DECREE = "(kosong dalam teks yang diterbitkan)"
WHO = {"ours": "dilakukan program", "elsewhere": "di situs lain", "people": "dilakukan orang"}
UNITS = {"hours": "jam", "days": "hari kalender", "working_days": "hari kerja"}
CLOSES = {"officer": "ditutup petugas", "program": "ditutup program"}
STARTS = {"received": "diterima", "clear_and_complete": "jelas dan lengkap", "form_filled": "formulir terisi"}
ENDS = {"first_answer": "jawaban pertama", "information_given": "informasi diberikan"}
ASKED_OF = {"walk_in": "yang datang langsung", "online": "yang meminta dari jauh", "both": "semua"}
Line = tuple[str, str, str]


def in_force(standard: Standard, first: date, last: date) -> list[WalkInPromise]:
    """The walk-in promises that were in force on some day within two dates, the present one first."""
    return [
        promise
        for promise in standard.walk_ins
        if (promise.valid_from or last) <= last and (promise.valid_to or first) >= first
    ]


def standard_lines(standard: Standard, first: date, last: date) -> Iterator[Line]:
    """Everything that is published, and every walk-in promise that the period met."""
    yield from _published(standard)
    for promise in in_force(standard, first, last):
        yield from _walk_in(promise)
    yield from _other_promises(standard)
    for asked in standard.requirements:
        yield "Persyaratan diminta dari", ", ".join(asked.channels) or ASKED_OF[asked.way], asked.text
    for number, step in enumerate(standard.steps, 1):
        way = "Langkah langsung" if step.way == "walk_in" else "Langkah daring"
        yield way, str(number), f"{step.text} ({WHO[step.doer]})"
    for reading in standard.readings:
        yield "Bacaan yang dipilih", reading.question, f"{reading.chosen} Alasan: {reading.why}"


def _published(standard: Standard) -> Iterator[Line]:
    yield "Standar", "Judul", standard.title
    yield "Standar", "Unit", standard.unit
    yield "Standar", "Nomor SK", standard.decree or NO_DECREE
    yield "Standar", "Berlaku sejak", standard.valid_from.isoformat()
    yield "Standar", "Berlaku sampai", standard.valid_to.isoformat() if standard.valid_to else "masih berlaku"
    for component in standard.components:
        for number, line in enumerate(component.lines, 1):
            yield component.heading, str(number) if component.numbered else "", line
        if component.summary:
            yield component.heading, "Ringkasan", component.summary


def _other_promises(standard: Standard) -> Iterator[Line]:
    for request in standard.requests:
        yield f"Janji: {', '.join(request.channels)}", "Bunyi", request.sentence
        days = "seketika" if request.working_days is None else f"{request.working_days} hari kerja"
        read = f"{days}; sejak {STARTS[request.start]} sampai {ENDS[request.end]}"
        yield f"Janji: {', '.join(request.channels)}", "Dibaca program", read
    if standard.silence:
        silence = standard.silence
        read = f"{silence.quantity} {UNITS[silence.unit]}, {CLOSES[silence.closes]}"
        yield "Janji: bila pengguna diam", "Bunyi", silence.sentence
        yield (
            "Janji: bila pengguna diam",
            "Dibaca program",
            f"{silence.quantity} {UNITS[silence.unit]}, {CLOSES[silence.closes]}",
        )


def _walk_in(promise: WalkInPromise) -> Iterator[Line]:
    since = promise.valid_from.isoformat() if promise.valid_from else "awal"
    until = promise.valid_to.isoformat() if promise.valid_to else "sekarang"
    part = f"Janji kunjungan langsung, {since} sampai {until}"
    yield part, "Bunyi", promise.sentence
    services = " ".join(promise.services) or "semua"
    read = f"{promise.limit_seconds} detik; mulai: {promise.start}; berakhir: {promise.end}; layanan: {services}"
    yield part, "Dibaca program", read

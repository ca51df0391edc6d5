"""The figures: clocks, complaints, satisfaction, roster and priority, each as far as it fits on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Spacer

from counter.manager.complaint_files import state_words
from counter.manager.evidence.gathering import Gathered
from counter.manager.evidence.people_lines import NOT_WHOLE, TOO_FEW
from counter.manager.files.paper.pages import WIDTH, section, words
from counter.manager.files.paper.tables import table
from counter.manager.files.words import NONE, percent
from counter.manager.request_log.words import channel_words
from counter.manager.satisfaction.exports.words import decimals, index_words, sample_words
from counter.manager.wait_log.exports.words import duration
from shared.domain.office import Office
from shared.evidence.tables import ALL, CLOCKS, Line
from shared.front_desk.satisfaction import Satisfaction

GAP = 4
NOBODY = "Tidak ada dalam periode ini."


def story(found: Gathered) -> list[Any]:
    """A section for each."""
    return [
        section("Jam tunggu kunjungan langsung", *_clocks(found)),
        section("Janji hari kerja, permintaan tanpa datang", *_requests(found)),
        section("Pengaduan", *_complaints(found)),
        section("Kepuasan masyarakat (SKM)", *_satisfaction(found.satisfaction)),
        section("Daftar jaga", *_roster(found)),
        section("Prioritas", *_priorities(found)),
    ]


def _clocks(found: Gathered) -> list[Any]:
    lines = [dict(zip(CLOCKS.columns, line, strict=True)) for line in found.clocks if line[0] == ALL]
    if not lines:
        return [words(NOBODY)]
    limits = {line["batas_detik"] for line in lines}
    verdicts = ["Kunjungan", "Tepat", "Tepat panggil", "Lewat", "Tidak dinilai"]
    titles = ["Layanan", *verdicts, "Bagian tepat", "Median", "Terpanjang"]
    rows = [
        [
            words(_promised(found.office, line["layanan"], line["batas_detik"], limits), "cell"),
            *(line[name] for name in ("kunjungan", "tepat", "tepat_panggil", "lewat", "tidak_dinilai")),
            percent(float(line["bagian_tepat"]) if line["bagian_tepat"] else None),
            *(_span(line[name]) for name in ("jam_median", "jam_terpanjang")),
        ]
        for line in lines
    ]
    note = "Bagian tepat = tepat dari tepat dan lewat. Menurut bulan: jam-kunjungan.csv; satu per satu: kunjungan.csv."
    widths = [50, 34, 62, 36, 62, 58, 42, 56]
    return [table(titles, rows, [WIDTH - sum(widths), *widths], range(1, 9)), *_note(note)]


def _requests(found: Gathered) -> list[Any]:
    lines = [line[1:] for line in found.request_clocks if line[0] == ALL]
    if not lines:
        return [words(NOBODY)]
    channels = {**channel_words(), ALL: "Semua saluran"}
    titles = ["Saluran", "Permintaan", "Dinilai", "Tepat", "Lewat", "Berjalan", "Tidak dinilai", "Bagian tepat"]
    rows = [
        [words(channels.get(channel, channel), "cell"), *counts, percent(float(share) if share else None)]
        for channel, *counts, share in lines
    ]
    widths = [60, 50, 40, 40, 50, 66, 62]
    note = "Menurut bulan: jam-permintaan.csv; satu per satu: permintaan.csv."
    return [table(titles, rows, [WIDTH - sum(widths), *widths], range(1, 8)), *_note(note)]


def _complaints(found: Gathered) -> list[Any]:
    if not found.complaints:
        return [words(NOBODY)]
    named, counts = state_words(), Counter(one.state for one in found.complaints)
    rows: list[list[str]] = [[named[state], str(count)] for state, count in counts.most_common()]
    rows.append(["Lewat batas", str(sum(bool(one.late) for one in found.complaints))])
    rows.append(["Jumlah", str(len(found.complaints))])
    return [table(["Keadaan", "Pengaduan"], rows, [160, 70], [1])]


def _satisfaction(found: Satisfaction | None) -> list[Any]:
    if found is None:
        return [words(NOT_WHOLE)]
    if not found.told:
        return [words(f"{found.skm.respondents} responden. {TOO_FEW}")]
    rows = [
        [one.unsur.code, words(one.unsur.name.id, "cell"), str(one.answers), decimals(one.nrr)]
        for one in found.skm.unsur
    ]
    index, sample = index_words(found.skm.index), sample_words(found.sample)
    said = words(f"IKM {index} dari {found.skm.respondents} responden; sampel {sample}.")
    return [said, Spacer(0, GAP), table(["", "Unsur", "Menjawab", "NRR"], rows, [30, 260, 60, 50], [2, 3])]


def _roster(found: Gathered) -> list[Any]:
    """How often each officer sat where; from when to when stands in the file."""
    if not found.roster:
        return [words(NOBODY)]
    shifts, days = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for day, counter, officer in sorted({(line[0], line[1], line[3]) for line in found.roster}):
        days[(counter, officer)] += bool(day)
    for line in found.roster:
        shifts[(line[1], line[3])] += 1
    rows = [
        [f"Meja {place[0]}", f"petugas {place[1]}", str(days[place]), str(shifts[place])] for place in sorted(shifts)
    ]
    note = "Petugas disebut dengan nomornya di program. Pukul berapa setiap orang duduk: daftar-jaga.csv."
    return [table(["Meja", "Petugas", "Hari", "Giliran"], rows, [110, 110, 50, 60], [2, 3]), *_note(note)]


def _priorities(found: Gathered) -> list[Any]:
    lines = [line for line in found.priorities if line[0] == ALL]
    if not lines:
        return [words(NOBODY)]
    rows: Sequence[Line | Sequence[Any]] = [
        [words(_service(found.office, service), "cell"), given, first] for _, service, given, first in lines
    ]
    note = "Program mencatat bahwa seseorang didahulukan, dan tidak pernah sebabnya."
    return [table(["Layanan", "Nomor terbit", "Prioritas"], rows, [220, 80, 70], [1, 2]), *_note(note)]


def _promised(office: Office, code: str, limit: str, limits: set[str]) -> str:
    """The service, and its limit where the period knows several."""
    name = _service(office, code)
    if len(limits) == 1:
        return name
    return f"{name}, {limit} detik" if limit else f"{name}, tanpa janji"


def _note(text: str) -> list[Any]:
    return [Spacer(0, GAP), words(text, "soft")]


def _service(office: Office, code: str) -> str:
    if code == ALL:
        return "Semua layanan"
    return next((service.name.id for service in office.services if service.code == code), code or "tanpa layanan")


def _span(seconds: str) -> str:
    return duration(int(seconds)) if seconds else NONE

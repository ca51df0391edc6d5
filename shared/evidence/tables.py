"""The tables of a pack that follow from the journal: their columns, and how a line of each is written.

Whoever makes a pack writes them from what the office keeps, and whoever checks it from the rows of its journal: both by
the same functions, so that a difference is a difference of the facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import NamedTuple

from shared.domain.judged_day import LoggedVisit
from shared.domain.judged_day.terms import Terms
from shared.domain.wait_figures import Mark, summary
from shared.evidence import layout

Line = list[str]
ALL = "semua"


class Table(NamedTuple):
    """A file of lines: its columns, and how many of them, from the first on, name a line."""

    file: str
    columns: tuple[str, ...]
    keys: int


TERMS = Table(
    layout.TERMS,
    (
        *("hari", "latihan", "buka", "tutup", "jeda", "batas_detik"),
        *("jam_mulai_saat", "jam_berakhir_saat", "layanan_dijanjikan", "meja"),
    ),
    1,
)
VISITS = Table(
    layout.VISITS,
    (
        *("hari", "tiket", "bagian", "nomor", "layanan", "meja", "petugas", "prioritas", "terdaftar", "jam_mulai"),
        *("panggilan_pertama", "mulai_dilayani", "selesai", "detik_jam", "detik_tunggu", "detik_layanan"),
        *("putusan", "sebab", "waktu_dikecualikan"),
    ),
    3,
)
_FIGURES = (
    *("kept_share", "clock_median", "clock_p90", "clock_max", "wait_median", "wait_p90", "wait_max"),
    *("service_median", "service_p90", "service_max"),
)
_COUNTS = ("visits", "judged", "kept", "called_in_time", "missed", "not_judged", "excluded")
CLOCKS = Table(
    layout.CLOCKS,
    (
        *("bulan", "layanan", "batas_detik", "kunjungan", "dinilai", "tepat", "tepat_panggil", "lewat"),
        *("tidak_dinilai", "waktu_dikecualikan", "bagian_tepat", "jam_median", "jam_sembilan_dari_sepuluh"),
        *("jam_terpanjang", "tunggu_median", "tunggu_sembilan_dari_sepuluh", "tunggu_terpanjang"),
        *("layanan_median", "layanan_sembilan_dari_sepuluh", "layanan_terpanjang"),
    ),
    3,
)
ROSTER = Table(
    layout.ROSTER, ("hari", "meja", "mulai", "petugas", "selesai", "sebab_selesai", "baris_mulai", "baris_selesai"), 3
)
PRIORITIES = Table(layout.PRIORITIES, ("bulan", "layanan", "nomor_terbit", "nomor_prioritas"), 2)
COMPLAINTS = Table(
    layout.COMPLAINTS,
    (
        *("nomor", "jenis", "diterima", "dijawab", "selesai", "keadaan"),
        *("isi_dihapus", "saluran", "anonim", "jawaban_pertama_paling_lambat", "selesai_paling_lambat", "lewat_batas"),
    ),
    1,
)
COMPLAINT_TOLD = 6
"""So many columns of the register are told by the journal; the rest only the office's database knows."""
HEARD = Table(layout.HEARD, ("baris", "tampil", "terdengar"), 1)


def yes(is_so: bool) -> str:
    """How a pack writes yes and no."""
    return "ya" if is_so else "tidak"


def clock(moment: datetime | None, zone: tzinfo) -> str:
    """A moment in office time, to the second; empty for none."""
    return moment.astimezone(zone).isoformat(timespec="seconds") if moment else ""


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def visit_line(logged: LoggedVisit, zone: tzinfo) -> Line:
    """One leg of one ticket."""
    visit = logged.visit
    moments = (
        *(visit.issued_at, visit.clock_started_at, visit.first_called_at),
        *(visit.started_at, visit.finished_at),
    )
    return [
        *(logged.day.isoformat(), str(visit.ticket), str(visit.leg), logged.number, visit.service or ""),
        *(_number(visit.counter), _number(logged.officer), yes(visit.priority)),
        *(clock(moment, zone) for moment in moments),
        *map(_number, (visit.clock_seconds, visit.wait_seconds, visit.service_seconds)),
        *(visit.verdict, logged.cause or "", visit.exclusion or ""),
    ]


def terms_line(day: date, terms: Terms | None, *, rehearsal: bool) -> Line:
    """By what a day was judged; mostly empty where an early version did not write it down."""
    if terms is None:
        return [day.isoformat(), yes(rehearsal), *[""] * (len(TERMS.columns) - 2)]
    hours, promise = terms.hours, terms.promise
    zone = hours.opening.tzinfo
    pauses = "; ".join(
        f"{start.astimezone(zone):%H:%M:%S}-{end.astimezone(zone):%H:%M:%S}" for start, end in hours.breaks
    )
    covered = ALL if promise.services is None else " ".join(sorted(promise.services))
    return [
        *(day.isoformat(), yes(rehearsal), f"{hours.opening:%H:%M:%S}"),
        *(f"{hours.closing:%H:%M:%S}" if hours.closing else "", pauses),
        *(str(promise.limit) if covered else "", promise.how.clock_from, promise.how.clock_until, covered),
        " ".join(str(roster.number) for roster in terms.counters),
    ]


def clock_lines(marks: Iterable[Mark], terms: Mapping[date, Terms | None]) -> list[Line]:
    """The figures by month, service and limit, and of all months and services together. A promise that changed within
    the period stands with both of its limits.
    """
    groups: defaultdict[tuple[str, str, str], list[Mark]] = defaultdict(list)
    for mark in marks:
        judged_by = terms.get(mark.day)
        covered = judged_by is not None and judged_by.promise.covers(mark.service)
        limit = str(judged_by.promise.limit) if judged_by and covered else ""
        for month in (f"{mark.day:%Y-%m}", ALL):
            for service in (mark.service or "", ALL):
                groups[(month, service, limit)].append(mark)
    return [[*key, *_figures(group)] for key, group in sorted(groups.items())]


def _figures(marks: Sequence[Mark]) -> list[str]:
    told = summary(marks)
    share = told["kept_share"]
    counts = [str(told[name]) for name in _COUNTS]  # type: ignore[literal-required] # names of the summary
    spans = [_number(told[name]) for name in _FIGURES[1:]]  # type: ignore[literal-required] # likewise
    return [*counts, "" if share is None else f"{share:.4f}", *spans]

"""Requests without coming, as far as a pack tells them: what the journal says of each, and the sums of their clocks.

Their deadlines follow from the office's calendar, which is no part of a pack: `batas`, `putusan` and what follows from
them are the office's word, and only their sums are checked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo

from shared.domain.request import Event, RequestClock, retold
from shared.domain.request.events import as_they_went_out
from shared.domain.standard import Channel
from shared.evidence import layout
from shared.evidence.tables import ALL, Line, Table, clock

REQUESTS = Table(
    layout.REQUESTS,
    (
        *("permintaan", "diterima", "saluran", "jawaban_pertama", "informasi_diberikan", "keadaan", "ditutup"),
        *("nomor", "layanan", "petugas", "jam_mulai", "batas", "putusan", "sebab"),
    ),
    1,
)
REQUEST_TOLD = 7
"""So many columns are told by the journal."""
REQUEST_CLOCKS = Table(
    layout.REQUEST_CLOCKS,
    ("bulan", "saluran", "permintaan", "dinilai", "tepat", "lewat", "berjalan", "tidak_dinilai", "bagian_tepat"),
    2,
)
UNDER_WAY = ("running", "stands", "not_started")
FIRST_ANSWERS = ("answer", "answer_part")


def told_by_events(request: int, channel: Channel, events: Sequence[Event], zone: tzinfo) -> Line:
    """The columns that a request's own rows tell."""
    told = retold(events, channel)
    there = as_they_went_out(events)

    def first(*moves: str) -> datetime | None:
        return next((event.at for event in there if event.move in moves), None)

    return [
        *(str(request), clock(told.received_at, zone), channel),
        *(clock(first(*FIRST_ANSWERS), zone), clock(first("answer"), zone)),
        *(told.state.value, clock(told.ended_at, zone)),
    ]


def told_by_clock(label: str, service: str | None, officer: int | None, found: RequestClock, zone: tzinfo) -> Line:
    """The columns that only the office knows: when the promise ended and how it was kept."""
    moments = (clock(found.started_at, zone), clock(found.due_at, zone))
    return [label, service or "", str(officer or ""), *moments, found.verdict, found.reason or ""]


def request_clock_lines(lines: Iterable[Line]) -> list[Line]:
    """The sums of the requests by month of receipt and channel, and of all months and channels together."""
    received, channel, verdict = (REQUESTS.columns.index(name) for name in ("diterima", "saluran", "putusan"))
    sums: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for line in lines:
        for month in (line[received][:7], ALL):
            for of in (line[channel], ALL):
                sums[(month, of)][line[verdict]] += 1
    return [[*key, *_figures(counts)] for key, counts in sorted(sums.items())]


def _figures(counts: Counter[str]) -> Line:
    kept, missed = counts["kept"], counts["missed"]
    share = f"{kept / (kept + missed):.4f}" if kept + missed else ""
    under_way = sum(counts[verdict] for verdict in UNDER_WAY)
    told = (counts.total(), kept + missed, kept, missed, under_way, counts["not_judged"])
    return [*map(str, told), share]

"""What people said and asked, without them: complaints and requests by times alone, the index by its floor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo
from fractions import Fraction

from shared.domain.satisfaction import Sample, Skm, half_up
from shared.evidence.requests import told_by_clock, told_by_events
from shared.evidence.tables import ALL, Line, clock, yes
from shared.front_desk.complaints import Registered
from shared.front_desk.requests import Case
from shared.front_desk.satisfaction import Satisfaction

SKM_COLUMNS = ("layanan", "unsur", "nama", "menjawab", "nilai_1", "nilai_2", "nilai_3", "nilai_4", "hasil")
LATE = {"first_answer": "jawaban pertama", "settled": "penyelesaian"}
NOT_WHOLE = "Indeks hanya untuk bulan, triwulan, atau tahun penuh."
TOO_FEW = "Angka ditampilkan mulai lima jawaban, agar tidak seorang pun dikenali."


def complaint_line(found: Registered, zone: tzinfo) -> Line:
    """One complaint by its register number. The code that its maker holds stays here, and every word of it."""
    stored, limits = found.stored, found.deadlines

    def at(moment: datetime | None) -> str:
        return clock(moment, zone)

    return [
        *(str(stored.id), stored.kind, at(stored.received_at), at(found.answered_at), at(found.ended_at), found.state),
        *(yes(found.erased), stored.channel, yes(stored.anonymous)),
        *(limits.first_answer.isoformat(), limits.settled.isoformat()),
        ", ".join(LATE[name] for name in found.late),
    ]


def request_line(case: Case, zone: tzinfo) -> Line:
    """One request by its number; whoever asked and what was written stay where they are."""
    stored = case.stored
    told = told_by_events(stored.id, stored.channel, case.events, zone)
    return [*told, *told_by_clock(case.label, stored.service, case.told.officer, case.clock, zone)]


def skm_lines(found: Satisfaction | None) -> Iterator[Line]:
    """The index by unsur, of all services and of those that may be told apart; why not, where nothing is told.

    None: the period is not made of whole months, and two periods that differ by a day could be subtracted.
    """
    if found is None:
        yield _remark(NOT_WHOLE)
        return
    yield _count("responden", found.skm.respondents)
    yield _count("kunjungan yang dilayani (populasi)", found.sample.visitors)
    if not found.told:
        yield _remark(TOO_FEW)
        return
    yield from _unsur(ALL, found.skm, found.sample)
    for service, skm in found.skm_of_service.items():
        yield from _unsur(service, skm, found.sample_of_service.get(service))


def _unsur(service: str, skm: Skm, sample: Sample | None) -> Iterator[Line]:
    for figure in skm.unsur:
        counts = [str(count) for count in figure.counts]
        yield [service, figure.unsur.code, figure.unsur.name.id, str(figure.answers), *counts, _rounded(figure.nrr)]
    if skm.index:
        provisional = "; sementara, sampel kurang" if sample is not None and sample.provisional else ""
        grade = f"{skm.index.grade.letter} ({skm.index.grade.performance.id}){provisional}"
        yield [service, "IKM", grade, str(skm.respondents), "", "", "", "", str(skm.index.value)]


def _rounded(nrr: Fraction | None) -> str:
    return "" if nrr is None else str(half_up(nrr, 2))


def _remark(words: str) -> Line:
    return [ALL, "keterangan", words, "", "", "", "", "", ""]


def _count(name: str, count: int) -> Line:
    return [ALL, "banyaknya", name, str(count), "", "", "", "", ""]

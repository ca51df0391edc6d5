"""Figures and names as the files of the satisfaction of visitors write them, in the reader's language."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from flask_babel import format_decimal, get_locale, gettext

from counter.manager.files.words import NONE
from counter.manager.satisfaction.asked import Found
from shared.domain.satisfaction import Index, Quadrant, Sample, half_up
from shared.domain.text import Text
from shared.front_desk.follow_ups import State
from shared.front_desk.satisfaction import PeriodFigures


def said(text: Text) -> str:
    """A name in the reader's language."""
    return text.in_language(str(get_locale()))


def asked_about(found: Found) -> str:
    """The service that was asked about, or that it was all."""
    return said(found.office.name_of_service(found.service)) if found.service else str(gettext("Semua layanan"))


def periods(found: Found) -> list[PeriodFigures]:
    """The earlier periods and this one, oldest first."""
    figures = found.report.figures
    now = PeriodFigures(first=found.first, last=found.last, skm=figures.skm, sample=figures.sample)
    return [*found.report.before, now]


def decimals(figure: Fraction | Decimal | None, places: int = 2) -> str:
    """`82,50`, in English `82.50`; a dash for none. A fraction is rounded once, half up."""
    if figure is None:
        return NONE
    exact = figure if isinstance(figure, Decimal) else half_up(figure, places)
    return str(format_decimal(exact, format=f"0.{'0' * places}"))


def index_words(index: Index | None) -> str:
    """`82,50 (B, Baik)`."""
    return NONE if index is None else f"{decimals(index.value)} ({index.grade.letter}, {said(index.grade.performance)})"


def sample_words(sample: Sample) -> str:
    """How far the sample has come."""
    if not sample.provisional:
        return str(gettext("tercukupi"))
    return str(gettext("kurang %(count)s, sementara", count=sample.still_needed))


def state_words(state: State) -> str:
    """How far a line of the plan is."""
    return str({"planned": gettext("Belum"), "running": gettext("Berjalan"), "done": gettext("Selesai")}[state])


def few() -> str:
    """Why there is no figure."""
    return str(gettext("Angka ditampilkan mulai lima jawaban, agar tidak seorang pun dikenali."))


def quadrants() -> dict[Quadrant, str]:
    """What importance-performance analysis says of a statement."""
    return {
        Quadrant.IMPROVE: str(gettext("Perbaiki dahulu")),
        Quadrant.KEEP: str(gettext("Pertahankan")),
        Quadrant.LATER: str(gettext("Prioritas rendah")),
        Quadrant.ENOUGH: str(gettext("Sudah cukup")),
    }

"""The third chapter: who answered, the figures of each unsur and service, and what respondents wrote."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from flask_babel import gettext
from reportlab.platypus import Spacer

from counter.manager.files.paper.pages import WIDTH, chapter, section, words
from counter.manager.files.paper.tables import table
from counter.manager.satisfaction.asked import Found
from counter.manager.satisfaction.exports.report import pictures, skd
from counter.manager.satisfaction.exports.words import asked_about, decimals, few, index_words, said
from counter.manager.satisfaction.traits import characteristics
from shared.domain.satisfaction import UNSUR, Skm, Unsur, UnsurFigure
from shared.domain.satisfaction.skm import EXACT_WEIGHT

MOST_COMMENTS = 120


def story(found: Found) -> list[Any]:
    """The chapter."""
    figures = found.report.figures
    begins = chapter(gettext("Bab III. Hasil survei"))
    if not figures.told:
        return [*begins, words(few(), "body"), *_comments(found)]
    return [
        *begins,
        *_traits(found),
        section(gettext("Nilai rata-rata per unsur"), words(_counted(found), "body"), _nrr(figures.skm)),
        Spacer(0, 6),
        pictures.nrr(figures.skm, WIDTH),
        words(gettext("Berarsir: terendah. Bertitik: tertinggi. Skala 1 sampai 4."), "soft"),
        section(gettext("Indeks, mutu, dan kinerja"), *_indices(found)),
        section(gettext("Unsur terendah dan tertinggi"), *_extremes(figures.skm)),
        *_comments(found),
        *skd.story(found),
    ]


def _traits(found: Found) -> list[Any]:
    parts: list[Any] = []
    for one in characteristics(found):
        rows = [[words(said(label), "cell"), str(count)] for label, count in one.groups]
        if one.together:
            rows.append([words(gettext("Tidak diisi atau tidak dibedakan"), "cell"), str(one.together)])
        parts += [table([said(one.title), gettext("Responden")], rows, [220, 70], [1]), Spacer(0, 6)]
    note = gettext("Kelompok di bawah lima orang tidak dibedakan, agar tidak seorang pun dikenali.")
    return [section(gettext("Karakteristik responden"), parts[0]), *parts[1:], words(note, "soft")]


def _counted(found: Found) -> str:
    figures = found.report.figures
    return str(
        gettext(
            "%(returned)s kuesioner masuk; %(count)s dihitung, %(left)s tidak karena tanpa satu jawaban pun. "
            "%(complete)s menjawab kesembilan unsur; yang lain dihitung pada unsur yang dijawab.",
            returned=figures.returned,
            count=figures.skm.respondents,
            left=figures.returned - figures.skm.respondents,
            complete=figures.complete,
        )
    )


def _nrr(skm: Skm) -> Any:
    titles = ["", gettext("Unsur"), "1", "2", "3", "4", "n", gettext("Tidak menjawab"), "NRR", gettext("NRR × 1/9")]
    rows = [_unsur(one, skm.respondents) for one in skm.unsur]
    total = [one.nrr for one in skm.unsur if one.nrr is not None]
    if len(total) == len(UNSUR):
        whole = sum(total, Fraction())
        rows.append(["", gettext("Jumlah"), *[""] * 6, decimals(whole, 4), decimals(whole * EXACT_WEIGHT, 4)])
    widths = [22, 146, 26, 26, 28, 30, 34, 76, 52]
    return table(titles, rows, [*widths, WIDTH - sum(widths)], range(2, 10))


def _unsur(one: UnsurFigure, respondents: int) -> list[Any]:
    weighted = None if one.nrr is None else one.nrr * EXACT_WEIGHT
    name = words(said(one.unsur.name), "cell")
    counts = [str(number) for number in one.counts]
    left = str(respondents - one.answers)
    return [one.unsur.code, name, *counts, str(one.answers), left, decimals(one.nrr, 4), decimals(weighted, 4)]


def _indices(found: Found) -> list[Any]:
    figures = found.report.figures
    titles = [gettext("Layanan"), gettext("Responden"), gettext("IKM, bobot 1/9"), gettext("Pembobot dibulatkan 0,11")]
    rows = (
        []
        if found.service
        else [_index(said(found.office.name_of_service(code)), skm) for code, skm in figures.skm_of_service.items()]
    )
    rows.append(_index(asked_about(found), figures.skm))
    parts: list[Any] = [table(titles, rows, [WIDTH - 330, 60, 135, 135], [1])]
    if not found.service:
        parts.append(
            words(gettext("Layanan dengan kurang dari lima responden hanya dihitung dalam semua layanan."), "soft")
        )
    if figures.sample.provisional:
        parts.append(words(gettext("Indeks ini sementara: ukuran sampel belum tercapai."), "small_bold"))
    return parts


def _index(name: str, skm: Skm) -> list[Any]:
    return [words(name, "cell"), str(skm.respondents), index_words(skm.index), index_words(skm.index_rounded_weight)]


def _extremes(skm: Skm) -> list[Any]:
    return [
        words(gettext("Terendah: %(unsur)s.", unsur=_names(skm, skm.lowest)), "body"),
        words(gettext("Tertinggi: %(unsur)s.", unsur=_names(skm, skm.highest)), "body"),
    ]


def _names(skm: Skm, unsur: tuple[Unsur, ...]) -> str:
    return "; ".join(f"{one.code} {said(one.name)} ({decimals(skm.nrr[one.code])})" for one in unsur)


def _comments(found: Found) -> list[Any]:
    figures = found.report.figures
    heading = gettext("Saran dan masukan")
    if not figures.comments_told or not figures.comments:
        none = few() if not figures.comments_told else gettext("Tidak ada tulisan pada periode ini.")
        return [section(heading, words(none, "body"))]
    shown = [words(f"– {comment}", "body") for comment in figures.comments[:MOST_COMMENTS]]
    note = gettext(
        "%(shown)s dari %(count)s tulisan, tanpa nama, dalam urutan acak.",
        shown=len(shown),
        count=len(figures.comments),
    )
    return [section(heading, words(note, "soft"), shown[0]), *shown[1:]]

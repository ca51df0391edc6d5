"""The second chapter: when, by whom, how and of how many the answers were collected."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext

from counter.manager.files.paper.pages import WIDTH, chapter, section, words
from counter.manager.files.paper.tables import table
from counter.manager.files.words import days
from counter.manager.satisfaction.asked import Found
from counter.manager.satisfaction.exports.words import asked_about, said, sample_words
from shared.domain.satisfaction import Sample


def story(found: Found) -> list[Any]:
    """The chapter."""
    return [
        *chapter(gettext("Bab II. Metodologi")),
        section(gettext("Periode"), words(days(found.first, found.last), "body")),
        section(gettext("Pelaksana"), words(found.office.standard.unit, "body")),
        section(
            gettext("Cara pengumpulan data"),
            words(
                gettext(
                    "Pengunjung menjawab sendiri sesudah dilayani, di halaman nomornya atau di kios, paling lambat "
                    "tujuh hari sesudah kunjungan. Penilaian disimpan tanpa nama dan tidak terhubung dengan kunjungan; "
                    "petugas yang melayani tidak dapat melihatnya."
                ),
                "body",
            ),
        ),
        section(gettext("Populasi dan jumlah responden"), words(_population(), "body"), _samples(found)),
        section(gettext("Pengolahan data"), *[words(sentence, "body") for sentence in _computing()]),
    ]


def _population() -> str:
    return str(
        gettext(
            "Populasi adalah kunjungan yang dilayani pada periode ini. Jumlah responden yang diperlukan dihitung "
            "dengan rumus Krejcie dan Morgan (χ² = 3,841; P = 0,5; d = 0,05). Sebelum tercapai, indeks disebut "
            "sementara."
        )
    )


def _samples(found: Found) -> Any:
    figures = found.report.figures
    titles = [
        gettext("Layanan"),
        gettext("Populasi"),
        gettext("Diperlukan"),
        gettext("Menjawab"),
        gettext("Tidak menjawab"),
        gettext("Sampel"),
    ]
    rows = (
        []
        if found.service
        else [
            _row(said(found.office.name_of_service(code)), sample) for code, sample in figures.sample_of_service.items()
        ]
    )
    rows.append(_row(asked_about(found), figures.sample))
    return table(titles, rows, [WIDTH - 350, 55, 60, 60, 75, 100], [1, 2, 3, 4])


def _row(name: str, sample: Sample) -> list[Any]:
    silent = max(0, sample.visitors - sample.answers)
    counts = [str(number) for number in (sample.visitors, sample.needed, sample.answers, silent)]
    return [words(name, "cell"), *counts, words(sample_words(sample), "cell")]


def _computing() -> list[str]:
    return [
        str(
            gettext(
                "Nilai rata-rata (NRR) setiap unsur adalah jumlah nilainya dibagi banyaknya responden yang menjawab "
                "unsur itu. Indeks Kepuasan Masyarakat (IKM) adalah jumlah NRR kesembilan unsur × 1/9 × 25."
            )
        ),
        str(
            gettext(
                "Bobot dipakai tepat 1/9 dan indeks dibulatkan sekali menjadi dua desimal. Di sampingnya disebut angka "
                "dengan pembobot dibulatkan 0,11, yang memberi paling tinggi 99,00."
            )
        ),
        str(
            gettext(
                "Mutu pelayanan: A (sangat baik) 88,31–100,00; B (baik) 76,61–88,30; C (kurang baik) 65,00–76,60; "
                "D (tidak baik) 25,00–64,99."
            )
        ),
    ]

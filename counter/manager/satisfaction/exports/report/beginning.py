"""Cover, approval, foreword, and the first chapter: why the survey is held, and on what ground."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext
from reportlab.platypus import Spacer

from counter.manager.files.heading import program
from counter.manager.files.paper.head import head
from counter.manager.files.paper.pages import chapter, section, words
from counter.manager.files.paper.signature import signature
from counter.manager.files.words import at_clock, days
from counter.manager.satisfaction.asked import Found
from counter.manager.satisfaction.exports.words import index_words, said, sample_words
from shared.domain.satisfaction import Sample, Skm

LAWS = (
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "Undang-Undang Nomor 16 Tahun 1997 tentang Statistik",
    (
        "Peraturan Menteri PANRB Nomor 14 Tahun 2017 tentang Pedoman Penyusunan Survei Kepuasan Masyarakat Unit "
        "Penyelenggara Pelayanan Publik"
    ),
)
"""Quoted by their own names, never translated."""


def story(found: Found) -> list[Any]:
    """Everything before the method."""
    return [*_cover(found), *_approval(found), *_foreword(found), *_introduction(found)]


def _cover(found: Found) -> list[Any]:
    lines = [
        *head(found.office),
        words(gettext("Laporan Survei Kepuasan Masyarakat"), "cover"),
        words(days(found.first, found.last), "title"),
    ]
    if found.service:
        lines.append(words(said(found.office.name_of_service(found.service)), "period"))
    return [
        *lines,
        Spacer(0, 24),
        words(_in_one_line(found.report.figures.skm, found.report.figures.sample), "promise"),
    ]


def _in_one_line(skm: Skm, sample: Sample) -> str:
    return str(
        gettext(
            "IKM %(index)s dari %(count)s responden; sampel %(sample)s.",
            index=index_words(skm.index),
            count=skm.respondents,
            sample=sample_words(sample),
        )
    )


def _approval(found: Found) -> list[Any]:
    made = gettext(
        "Dibuat %(when)s oleh %(program)s dari penilaian yang diisi pengunjung.",
        when=at_clock(found.made_at, found.office),
        program=program(),
    )
    what = gettext(
        "Laporan Survei Kepuasan Masyarakat %(unit)s untuk periode %(period)s telah diperiksa dan disahkan.",
        unit=found.office.standard.unit,
        period=days(found.first, found.last),
    )
    return [*chapter(gettext("Lembar pengesahan")), words(what, "body"), *signature(made)]


def _foreword(found: Found) -> list[Any]:
    return [
        *chapter(gettext("Kata pengantar")),
        *_said(
            gettext(
                "Survei Kepuasan Masyarakat menanyakan kepada pengguna layanan apa yang sudah baik dan apa yang perlu "
                "diperbaiki. Laporan ini menyajikan jawaban pengguna %(unit)s apa adanya, termasuk berapa jawaban yang "
                "dihitung dan berapa yang tidak.",
                unit=found.office.standard.unit,
            ),
            gettext(
                "Terima kasih kepada semua pengunjung yang meluangkan waktu untuk menilai. Hasilnya diumumkan dan "
                "menjadi dasar rencana tindak lanjut dalam laporan ini."
            ),
        ),
    ]


def _introduction(found: Found) -> list[Any]:
    standard = found.office.standard
    grounds = [*LAWS, f"{standard.title}, {standard.decree}"]
    return [
        *chapter(gettext("Bab I. Pendahuluan")),
        section(
            gettext("Latar belakang"),
            *_said(
                gettext(
                    "Penyelenggara pelayanan publik wajib melakukan Survei Kepuasan Masyarakat paling sedikit sekali "
                    "setahun dan mengumumkan hasilnya."
                )
            ),
        ),
        section(gettext("Dasar hukum"), *[words(f"{nth}. {law}", "body") for nth, law in enumerate(grounds, 1)]),
        section(
            gettext("Maksud dan tujuan"),
            *_said(
                gettext(
                    "Mengukur kepuasan pengguna atas sembilan unsur pelayanan, mengetahui unsur yang lemah, dan "
                    "menetapkan perbaikannya."
                )
            ),
        ),
        section(
            gettext("Sasaran"),
            *_said(gettext("Pengguna yang telah dilayani, penyelenggara yang melayani, dan pimpinan yang memutuskan.")),
        ),
        section(
            gettext("Manfaat dan ruang lingkup"),
            *_said(
                gettext("Hasilnya menjadi bahan perbaikan pelayanan dan perbandingan antarperiode. Ruang lingkupnya:"),
                "; ".join(said(service.name) for service in found.office.services) + ".",
            ),
        ),
    ]


def _said(*sentences: str) -> Sequence[Any]:
    return [words(sentence, "body") for sentence in sentences]
